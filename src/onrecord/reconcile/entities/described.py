"""For whom those act whom a report only describes ("gunmen", "kidnappers"): the armed party that it names, where it names one alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.entities.names import folded, table
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.types import Entity, Participant, Reading

NEAR = 80
"""Characters before and behind a name that are looked at for words of an armed group."""


def described(reading: Reading, participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """The participants of a report with those whose side is only a common noun of fighters put on the side of the one armed party named.

    As they were where none or several are named, or where the report tells of the described and the named against each other.
    """
    nouns = {p.side for p in participants if p.kind == "group" and p.side and only_noun(p.side)}
    if not nouns:
        return tuple(participants)
    side = armed_alone(reading, participants)
    if side is None:
        return tuple(participants)
    ours = {p.name for p in participants if side in (p.side, p.name)} | {side}
    theirs = {p.name for p in participants if p.side in nouns} | nouns
    against = [e for e in reading.events if e.type in table("against")["types"]]
    if any((ours & {*e.actors} and theirs & {*e.targets}) or (theirs & {*e.actors} and ours & {*e.targets}) for e in against):
        return tuple(participants)
    return tuple(replace(p, side=side) if p.side in nouns else p for p in participants)


def armed_alone(reading: Reading, participants: Sequence[Participant]) -> str | None:
    """The one armed party that a report names; None where it names none or several."""
    armed = {p.side or p.name for p in participants if is_armed(reading, p, participants)}
    return armed.pop() if len(armed) == 1 else None


Meant = tuple[str, tuple[str, ...]]
"""The one armed party of a report, and the descriptions there that mean it."""


def groups_meant(readings: Sequence[Reading], entities: Sequence[Entity], memo: Memo = AFRESH) -> dict[tuple[str, str], str]:
    """(report, description) → id of the party that it means: "the Palestinian terror group" where the report names one armed party alone.

    Descriptions are those under which somebody acts or is acted upon in events, and positions are held, and that are no participant of their own.
    """
    bodies = {name: e.id for e in sorted(entities, key=lambda e: e.id) if e.kind == "body" for name in e.names}
    told = memo.of_readings("descriptions of its one armed party", tuple[Meant, ...], readings, meant_in)
    found = [(reading.report.id, *one) for reading, own in zip(readings, told, strict=True) for one in own]
    return {(report, name): bodies[side] for report, side, names in found if side in bodies for name in names}


def meant_in(reading: Reading) -> tuple[Meant, ...]:
    """The descriptions of a report that mean its one armed party, with that; nothing where there are none, or not one such party."""
    called = re.compile(table("fighters")["described"])
    own = {name for p in reading.participants for name in (p.name, *p.aliases)}
    told = {n for e in reading.events for n in (*e.actors, *e.targets, *e.through)} | {p.party for p in reading.positions}
    wanted = tuple(sorted(n for n in told - own if called.fullmatch(n)))
    side = armed_alone(reading, reading.participants) if wanted else None
    return ((side, wanted),) if side is not None else ()


def only_noun(side: str) -> bool:
    """Whether a side is no name but a common noun of fighters, whatever letter it begins with."""
    return folded(side) in table("fighters")["words"]


def is_armed(reading: Reading, who: Participant, participants: Sequence[Participant]) -> bool:
    """Whether a body that acts for nobody else is told of as an armed group: by its name, by the words beside it, or by fighters of its own."""
    if who.kind != "body" or not who.name[:1].isupper() or who.side not in (None, who.name, *who.aliases):
        return False
    if set(folded(who.name).split()) & set(table("fighters")["names"]):
        return True
    if any(p.kind == "group" and p.side == who.name and set(folded(p.name).split()) & set(table("fighters")["words"]) for p in participants):
        return True
    text, before, behind = reading.report.text, re.compile(table("fighters")["before"]), re.compile(table("fighters")["behind"])
    return any(before.search(text[max(s.start - NEAR, 0) : s.start]) or behind.match(text[s.end : s.end + NEAR]) for s in who.spans)
