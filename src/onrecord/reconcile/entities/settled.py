"""What a name of one word is over all reports, where some read it as one kind and some as another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.reconcile.entities.by_part import told_by_part
from onrecord.reconcile.entities.described import described
from onrecord.reconcile.entities.names import folded
from onrecord.reconcile.entities.spoken import spoken_for
from onrecord.reconcile.entities.taught import carries, is_guess, taught
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.types import Participant, ParticipantKind, Reading

SILENT = 0.3
"""Share of its reports in which a name acts, speaks or wants, below which it is a place if any report reads it so.

Of 1,000 made-up reports towns reach .04 and parties .72 or more; in sets of four reports a town that was read as a body reached .25."""
SPEAKS = 0.5
"""The share from which a name that is read as a state and as a person is the state."""
ASKED: frozenset[ParticipantKind] = frozenset({"person", "body", "state", "place"})


@dataclass(slots=True)
class Told:
    """How the reports read one name."""

    kinds: Counter[ParticipantKind]
    sides: Counter[str]
    """The sides of those readings that take it for a state."""
    acts: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in one report, and which of the names of one word do something there."""

    participants: tuple[Participant, ...]
    doing: frozenset[str]
    between: frozenset[str]
    """Ids of those of whom the words tell that they carry between others."""


def cast_of(reading: Reading) -> Cast:
    """The cast of one report."""
    own = frozenset(folded(who.name) for who in reading.participants if of_one_word(who))
    between = frozenset(who.id for who in reading.participants if carries(reading, who))
    return Cast(reading.participants, own.intersection(acting(reading)) if own else own, between)


def settled(readings: Sequence[Reading], memo: Memo = AFRESH) -> list[tuple[Reading, tuple[Participant, ...]]]:
    """Each reading with its participants: a town that seldom acts is a place in every report, a state that mostly does is nobody's surname.

    A side that is such a town falls away, since nobody acts for it; fighters who are only described are on the side of the one armed party
    named there, or of the one for which their speaker speaks in other reports. Who is told of by a part of a name is who bears it.
    """
    casts = list(memo.of_readings("who is named in it", Cast, readings, cast_of))
    found = kinds_of(casts)
    rows = [(r, described(r, [whole(who, found) for who in cast.participants])) for r, cast in zip(readings, casts, strict=True)]
    between = {r.report.id: cast.between for r, cast in zip(readings, casts, strict=True)}
    return told_by_part(spoken_for(taught(rows, lambda reading, who: who.id in between[reading.report.id])))


def kinds_of(casts: Sequence[Cast]) -> Mapping[str, tuple[ParticipantKind, str | None]]:
    """Folded name → (kind, side), for the names of one word on which the reports differ and for which what they do decides."""
    names: defaultdict[str, Told] = defaultdict(lambda: Told(Counter(), Counter()))
    for cast in casts:
        own = {(folded(who.name), who.kind, who.side) for who in cast.participants if of_one_word(who)}
        for key, kind, side in own:
            names[key].kinds[kind] += 1
            if kind == "state" and side is not None:
                names[key].sides[side] += 1
        for key in {key for key, _, _ in own}:
            names[key].reports += 1
            names[key].acts += key in cast.doing
    return {key: one for key, told in names.items() if (one := decided(told)) is not None}


def of_one_word(who: Participant) -> bool:
    """Whether a participant is a name that may be a town's, a state's or a surname."""
    return who.kind in ASKED and " " not in who.name and who.name[:1].isupper() and not (who.kind == "person" and who.office)


def acting(reading: Reading) -> Iterator[str]:
    """The folded names of all who do, want or say something by the words of a report, or for whom an official speaks."""
    for event in reading.events:
        yield from (folded(a) for a in event.actors if a not in event.supplied)
    for position in reading.positions:
        yield folded(position.party)
    unsure = {who.name for who in reading.participants if is_guess(who)}
    for told in reading.attributions:
        yield folded(told.resolved)
        if told.affiliation and told.office and told.resolved not in unsure:
            yield folded(told.affiliation)


def decided(told: Told) -> tuple[ParticipantKind, str | None] | None:
    """The kind and side of a name; None where the reports agree, or what it does leaves it open."""
    share = told.acts / told.reports
    if len(told.kinds) < 2 or told.reports < 2:
        return None
    if told.kinds["place"] and share < SILENT:
        return "place", None
    if told.sides and share >= SPEAKS and told.kinds["state"] >= told.kinds["person"] > 0:
        return "state", max(sorted(told.sides), key=lambda s: told.sides[s])
    return None


def whole(who: Participant, found: Mapping[str, tuple[ParticipantKind, str | None]]) -> Participant:
    """A participant with the kind that its name has over all reports."""
    key = folded(who.name)
    if of_one_word(who) and key in found:
        kind, side = found[key]
        told = (*who.reasons, f"a {kind} by what all reports tell of it") if kind != who.kind else who.reasons
        return replace(who, kind=kind, side=side, reasons=told)
    if who.side is not None and found.get(folded(who.side), ("", None))[0] == "place":
        return replace(who, side=None)
    return who
