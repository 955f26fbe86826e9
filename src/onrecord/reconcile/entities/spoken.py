"""For whom those act whom one report only describes and another names: a person of one full name speaks for both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.entities.described import only_noun
from onrecord.reconcile.entities.names import folded
from onrecord.types import Participant, Reading

Row = tuple[Reading, tuple[Participant, ...]]


def spoken_for(rows: Sequence[Row]) -> list[Row]:
    """Each reading with its participants: where "rebels" is the side of a person who by other reports is of one named side alone, theirs is that side.

    As they were where the report names that side itself, or where the speakers of the described are of several sides elsewhere.
    """
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for _, participants in rows:
        for who in participants:
            if is_speaker(who) and who.side and not only_noun(who.side):
                sides[folded(who.name)].add(who.side)
    return [(reading, named(participants, sides)) for reading, participants in rows]


def is_speaker(who: Participant) -> bool:
    """Whether this is a person with given name, surname and an office for a side."""
    return who.kind == "person" and " " in who.name and bool(who.office and who.side)


def named(participants: tuple[Participant, ...], sides: defaultdict[str, set[str]]) -> tuple[Participant, ...]:
    """The participants of one report, a described side by its name where its speakers tell it."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for who in participants:
        if is_speaker(who) and who.side and only_noun(who.side):
            told[who.side] |= sides.get(folded(who.name), set())
    if not told:
        return participants
    here = {folded(n) for p in participants for n in (p.name, *p.aliases, p.side or "")}
    names = {noun: next(iter(found)) for noun, found in told.items() if len(found) == 1 and not {folded(n) for n in found} & here}
    return tuple(replace(p, side=names[p.side]) if p.side in names else p for p in participants) if names else participants
