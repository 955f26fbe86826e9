"""Who could be taken for whom: relatives and others of one surname, told apart or not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.entities import parts
from onrecord.reconcile.entities.names import skeleton
from onrecord.reconcile.roster.settings import book
from onrecord.reconcile.scene import Scene
from onrecord.types import Entity, Namesake, RosterLine, Span

LONGEST = 24
"""Characters before a name in which its owner's "her son" stands."""
OWNED = re.compile(r"\b([Hh]is|[Hh]er|[Tt]heir) (?:\w+ )??([\w-]+),? ?(?=[A-Z]|$|[,.;])")


def with_namesakes(scene: Scene, lines: Sequence[RosterLine]) -> tuple[RosterLine, ...]:
    """The lines, each with everybody who shares a surname or the beginning of a longer name and stands in one of its reports or on the roster."""
    entities = {e.id: e for e in scene.entities if e.kind == "person"}
    by_part: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities.values():
        for part in {skeleton(p) for p in parts(entity.name)}:
            by_part[part].append(entity)
    listed = {line.entity: line.id for line in lines if line.entity}
    return tuple(replace(line, namesakes=tuple(namesakes(scene, line, entities.get(line.entity or ""), (by_part, listed)))) for line in lines)


Known = tuple[defaultdict[str, list[Entity]], dict[str, str]]


def namesakes(scene: Scene, line: RosterLine, own: Entity | None, known: Known) -> Iterator[Namesake]:
    """Everybody else who could be meant by the name of *line*, by name."""
    by_part, listed = known
    if own is None:
        return
    names = parts(own.name)
    reports = {report for report, _ in own.mentions}
    near = {e.id: e for p in names for e in by_part[skeleton(p)] if e.id != own.id}
    for other in sorted(near.values(), key=lambda e: (e.name, e.id)):
        if not alike(names, parts(other.name)) or not (other.id in listed or reports & {r for r, _ in other.mentions}):
            continue
        yield Namesake(other.name, kinship(scene, own, other) or apart(names, parts(other.name)), listed.get(other.id))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names share the surname, or one is the beginning of the other."""
    short = min(len(one), len(other))
    return skeleton(one[-1]) == skeleton(other[-1]) or one[:short] == other[:short]


def apart(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """What keeps two like names apart."""
    if 1 in (len(one), len(other)):
        return "told of by one name alone; nothing says whether the same person is meant"
    if one[: len(other)] == other or other[: len(one)] == one:
        return "one name is longer; held to be two persons"
    return "same surname, another given name"


def kinship(scene: Scene, own: Entity, other: Entity) -> str:
    """The kinship that a report tells ("her son" of the one is the other), in words; empty where none is told."""
    for one, two in ((own, other), (other, own)):
        places = set(one.mentions)
        for report, span in two.mentions:
            text = scene.reading_of(report).report.text
            found = OWNED.search(text, max(0, span.start - LONGEST), span.end)
            if found is None or found.end() < span.start or found[2].lower() not in book()["kin"]["words"]:
                continue
            if (report, Span(found.start(1), found.end(1))) in places:
                return f"{two.name} is told to be {one.name}'s {found[2].lower()}"
    return ""
