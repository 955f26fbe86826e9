"""What reports teach of a state that no list knows, and of one that only carries: "the health ministry of Vendara", "through Oman"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.reconcile.entities.names import folded, table
from onrecord.types import Participant, Reading

GUESSED = "without a country"
"""In the reasons of a side that only the states around suggest (annotate.cast)."""
NEAR = 60
"""Characters before and behind a name that are looked at."""
Cast = tuple[Reading, tuple[Participant, ...]]


def taught(casts: Sequence[Cast], carries: Callable[[Reading, Participant], bool]) -> list[Cast]:
    """Each reading with its participants: who has an arm of a state by the words of some report is a state in all, and whoever carries between
    others is nobody's side by a mere guess. *carries* tells whether the words of a report tell so of one named in it."""
    ruling = [who for _, people in casts for who in people if who.side is not None and governs(who)]
    governing = {who.side for who in ruling if who.side is not None}
    bearing = {who.side for who in ruling if fights(who)}
    carrying = {who.side or who.name for reading, people in casts for who in people if who.kind == "state" and carries(reading, who)} - bearing
    return [(reading, tuple(unguessed(as_state(who, governing), carrying) for who in people)) for reading, people in casts]


def governs(who: Participant) -> bool:
    """Whether somebody is an arm of a state that the words put on its side ("the health ministry of Vendara")."""
    return who.kind == "body" and is_arm(who.name) and folded(who.side or "") != folded(who.name) and not is_guess(who)


@lru_cache(65536)
def is_arm(name: str) -> bool:
    """Whether a name is that of an arm that a state has, or ends with one."""
    arm = folded(name)
    return any(arm == w or arm.endswith(f" {w}") for w in map(folded, table("arms")["words"]))


def fights(who: Participant) -> bool:
    """Whether an arm is one that fights or guards."""
    return any(folded(who.name).endswith(folded(w)) for w in table("home_arms")["words"])


def is_guess(who: Participant) -> bool:
    """Whether a side rests on nothing but the states around."""
    return any(GUESSED in reason for reason in who.reasons)


def carries(reading: Reading, who: Participant) -> bool:
    """Whether the words beside a name tell of one who carries between others."""
    text = reading.report.text
    before, behind = re.compile(table("between")["before"]), re.compile(table("between")["behind"])
    return any(before.search(text[max(s.start - NEAR, 0) : s.start]) or behind.match(text[s.end : s.end + NEAR]) for s in who.spans)


def as_state(who: Participant, governing: set[str]) -> Participant:
    """A town or body of one word that governs, as the state that it is."""
    if who.name not in governing or who.kind not in ("body", "place") or " " in who.name:
        return who
    return replace(who, kind="state", side=who.name, reasons=(*who.reasons, "a state by the arms that reports tell of"))


def unguessed(who: Participant, carrying: set[str]) -> Participant:
    """Whoever is put on the side of one who only carries by a mere guess, on nobody's."""
    return replace(who, side=None) if who.side in carrying and is_guess(who) else who
