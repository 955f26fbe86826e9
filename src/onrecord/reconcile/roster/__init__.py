"""The people held, one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.reconcile.roster.happened import from_events
from onrecord.reconcile.roster.lines import line_of
from onrecord.reconcile.roster.namesakes import with_namesakes
from onrecord.reconcile.roster.settings import making
from onrecord.reconcile.roster.told import Told
from onrecord.reconcile.roster.worded import Telling, from_words, looks
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.standing import Standing
from onrecord.types import CaptiveStatus, RosterLine, Span

__all__ = ["build_roster"]


def build_roster(scene: Scene) -> tuple[RosterLine, ...]:
    """A line for each named person of whom a report says that they were taken, held, seen alive in captivity, released, rescued or returned dead.

    Whoever is only said to be dead or missing is on the roster if another place makes a captive of them. Nothing is derived by counting.
    """
    standing = Standing(scene)
    looked = looks(standing)
    told = scene.each("what is told of captives", tuple[Told, ...], lambda report: tuple(told_in(standing, report, looked.get(report, ()))))
    people: defaultdict[str, list[Told]] = defaultdict(list)
    for one in (one for own in told for one in own):
        people[one.person.key].append(one)
    texts = scene.texts
    lines = [line_of(standing, group, texts) for group in people.values() if any(making(t.status) for t in group)]
    return with_namesakes(scene, sorted(lines, key=lambda line: (line.name, line.id)))


def told_in(standing: Standing, report: str, looked: Sequence[Telling]) -> Iterator[Told]:
    """All that one report tells of captives: by its events, then by words in the sentences *looked* at."""
    known: defaultdict[tuple[str, CaptiveStatus], list[Span]] = defaultdict(list)
    for one in from_events(standing, report):
        known[one.person.key, one.status].append(one.words.span)
        yield one
    yield from from_words(standing, standing.scene.reading_of(report), looked, known) if looked else ()
