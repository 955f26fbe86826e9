"""For whom those act whom a report only describes ("gunmen", "kidnappers"): the armed party that it names, where it names one alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.entities.names import folded, table
from onrecord.types import Participant, Reading

NEAR = 80
"""Characters before and behind a name that are looked at for words of an armed group."""


def described(reading: Reading, participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """The participants of a report with those whose side is only a common noun of fighters put on the side of the one armed party named.

    As they were where none or several are named, or where the report tells of the described and the named against each other.
    """
    nouns = {p.side for p in participants if p.kind == "group" and p.side and only_noun(p.side)}
    if not nouns:
        return tuple(participants)
    armed = {p.side or p.name for p in participants if is_armed(reading, p, participants)}
    if len(armed) != 1:
        return tuple(participants)
    (side,) = armed
    ours = {p.name for p in participants if side in (p.side, p.name)} | {side}
    theirs = {p.name for p in participants if p.side in nouns} | nouns
    against = [e for e in reading.events if e.type in table("against")["types"]]
    if any((ours & {*e.actors} and theirs & {*e.targets}) or (theirs & {*e.actors} and ours & {*e.targets}) for e in against):
        return tuple(participants)
    return tuple(replace(p, side=side) if p.side in nouns else p for p in participants)


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
