"""What happened in the world, put together from mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TypeVar

from onrecord.reconcile.counted import outlet_sides
from onrecord.reconcile.events.event import event_of
from onrecord.reconcile.events.joining import Group, groups
from onrecord.reconcile.events.mention import Compared, Told, beside, compared_in
from onrecord.reconcile.judged_events import judge_groups
from onrecord.reconcile.ledgers.values import withdrawn
from onrecord.reconcile.origins.count import Spoken, count_in
from onrecord.reconcile.scene import Scene
from onrecord.types import Event, Share, Statement

__all__ = ["chained", "each_event", "join_events", "mentions", "told_before"]

T = TypeVar("T")


def join_events(scene: Scene) -> tuple[Event, ...]:
    """The events that the mentions of all reports tell of, oldest first; every mention is in exactly one.

    What people joined and parted is joined and parted. Captions are left out: they repeat what the text says; so is what a correction takes back.
    """
    told = mentions(scene)
    return chained(each_event(scene, told, "an event of its mentions", Event, lambda event: event), told_before(told))


def mentions(scene: Scene) -> list[tuple[Compared, ...]]:
    """The mentions of each report as they are compared, in the order of the reports."""
    return scene.each("mentions to be compared", tuple[Compared, ...], partial(mentions_in, scene))


def each_event(scene: Scene, told: Sequence[tuple[Compared, ...]], name: str, kind: type[T], work: Callable[[Event], T]) -> list[T]:
    """The result of *work* on each event, which does not yet know what came before it; what is known of the same mentions is not done again.

    *told* are the mentions of each report. The work may look at the reports of the event's statements as work on these may (`Scene.together`), and *name*
    stands for it for good.
    """
    negotiations: dict[str, set[str]] = {}
    for negotiation in scene.negotiations:
        for report in negotiation.reports:
            negotiations.setdefault(report, set()).add(negotiation.id)
    known = {report: frozenset(ids) for report, ids in negotiations.items()}
    compared = [beside(one, known.get(report, frozenset()), scene.statement) for report, own in zip(scene.reports, told, strict=True) for one in own]
    sided, packs = outlet_sides(scene), tuple(repr(pack) for pack in scene.packs)
    return [
        scene.together(name, kind, share_of(scene, group, packs), partial(done, scene, group, sided, work))
        for group in judge_groups(groups(compared, partial(kept_of, scene)), scene.judgements)
    ]


def kept_of(scene: Scene, name: str, kind: type[T], key: str, mentions: Sequence[Told], work: Callable[[], T]) -> T:
    """The result of *work* on some mentions together."""
    reports = tuple(sorted({m.mention.report for m in mentions}))
    return scene.together(name, kind, Share(key, reports, [m.mention.id for m in mentions]), work)


def done(scene: Scene, group: Group, sided: Mapping[str, Spoken], work: Callable[[Event], T]) -> T:
    """The result of *work* on the event of a group."""
    return work(with_origins(scene, group, sided))


def mentions_in(scene: Scene, report: str) -> tuple[Compared, ...]:
    """The mentions of one report as they are compared; those of captions and those that a correction takes back are left out."""
    return compared_in(scene, report, [s for s in scene.of_report(report, "events") if not (s.in_caption or taken_back(scene, s))])


def share_of(scene: Scene, group: Group, packs: tuple[str, ...]) -> Share:
    """All that an event is made of: the reports of its mentions, which these are, why they were joined, and who shares a text with whom."""
    ids = sorted(m.mention.id for m in group.members)
    reports = tuple(sorted({m.mention.report for m in group.members}))
    return Share(ids[0], reports, (ids, group.reasons, [scene.texts.get(report, "-") for report in reports], packs))


def with_origins(scene: Scene, group: Group, sided: Mapping[str, Spoken]) -> Event:
    """The event of a group, with the origins behind it."""
    told, event = {m.mention.id: m.statement for m in group.members}, event_of(scene, group)
    return replace(event, origins=count_in([told[i] for i in event.statements], scene.texts, sided))


def taken_back(scene: Scene, statement: Statement) -> bool:
    """Whether a correction in its report takes a mention back."""
    return statement.report in scene.by_report and withdrawn(scene, statement)


def told_before(told: Iterable[tuple[Compared, ...]]) -> dict[str, frozenset[str]]:
    """Statement → those that its report puts before it by its words."""
    return {one.mention.id: one.earlier for own in told for one in own if one.earlier}


def place_in_time(event: Event) -> tuple[bool, str, str]:
    """A sort key: dated events by their last day, then the undated."""
    date = event.date
    day = (date.last or date.first) if date is not None else None
    return (day is None, day.isoformat() if day else "", event.id)


def chained(events: Iterable[Event], told: Mapping[str, frozenset[str]]) -> tuple[Event, ...]:
    """Events, oldest first, those of one day as their reports put them in order, with `after`: the nearest event of the same negotiation that was over
    before this one began, and those that a report puts before it (*told*, by statement)."""
    last: dict[str | None, list[Event]] = {}
    out = []
    known = list(events)
    of = {s: e.id for e in known for s in e.statements}
    before = {e.id: sorted({of[b] for s in e.statements for b in told.get(s, ()) if b in of} - {e.id}) for e in known}
    for event in in_order(sorted(known, key=place_in_time), before):
        date = event.date
        earlier = last.setdefault(event.negotiation, [])
        first = date.first if date is not None else None
        nearest = next((e for e in reversed(earlier[-20:]) if first and e.date is not None and e.date.last is not None and e.date.last < first), None)
        after = tuple(dict.fromkeys((*([nearest.id] if nearest else []), *(b for b in before[event.id] if event.id not in before[b]))))
        out.append(replace(event, after=after) if after else event)
        if date is not None and event.factuality in ("happened", "ongoing"):
            earlier.append(event)
    return tuple(out)


def in_order(ordered: Sequence[Event], before: Mapping[str, Sequence[str]]) -> Iterator[Event]:
    """Events as they are sorted, but within those of one last day each behind the ones that a report puts before it."""
    for _, group in groupby(ordered, key=lambda e: place_in_time(e)[:2]):
        rows = {e.id: e for e in group}
        done: set[str] = set()

        def placed(event: Event, rows: dict[str, Event] = rows, done: set[str] = done) -> Iterator[Event]:
            if event.id in done:
                return
            done.add(event.id)
            for identity in before[event.id]:
                if identity in rows:
                    yield from placed(rows[identity])
            yield event

        for event in rows.values():
            yield from placed(event)
