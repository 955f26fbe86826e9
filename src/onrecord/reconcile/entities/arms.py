"""Whose army it is, where a report does not say: the state's that is a party to the talks, and not that of a state that only carries between them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.reconcile.entities.names import folded, table
from onrecord.reconcile.entities.taught import is_guess
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.reconcile.said import Said
from onrecord.types import Confidence, Entity, Negotiation, Participant, Reading, Statement


@dataclass(frozen=True, slots=True)
class Home:
    """A body without a country in one report, and the state whose it is."""

    report: str
    who: Participant
    state: str


Stray = tuple[Participant, bool]
"""A body that may be the arm of another state than the one it is put with, and whether it surely stands on no state's side."""


def homes(readings: Sequence[Reading], negotiations: Sequence[Negotiation], entities: Sequence[Entity], memo: Memo = AFRESH) -> tuple[Home, ...]:
    """The arms of a state whose country a report does not tell, with the one state that is a party to the one negotiation of the report.

    Those that the report's words put on no state's side, and those put by a mere guess on the side of a state that only carries, its foreign ministry
    left out.
    """
    of_report: defaultdict[str, list[Negotiation]] = defaultdict(list)
    for negotiation in negotiations:
        for report in dict.fromkeys(negotiation.reports):
            of_report[report].append(negotiation)
    names = {name: e.side or e.name for e in entities if e.kind == "state" for name in (e.name, *e.names)}
    known, found = frozenset(names.values()), []
    for reading, strays in zip(readings, memo.of_readings("arms without a country", tuple[Stray, ...], readings, strays_in), strict=True):
        talks = of_report[reading.report.id] if strays else []
        states = [p for p in talks[0].parties if p in known] if len(talks) == 1 else []
        if len(states) == 1:
            carriers = talks[0].mediators
            found += [Home(reading.report.id, who, states[0]) for who, sure in strays if sure or names.get(who.side or "", who.side) in carriers]
    return tuple(found)


def strays_in(reading: Reading) -> tuple[Stray, ...]:
    """The arms of a report that stand on no state's side, or by a mere guess on that of some state."""
    found = []
    for who in reading.participants:
        guessed, fights = is_guess(who), folded(who.name) in table("home_arms")["words"]
        alone = who.side == who.name and who.name.islower() and arms_of_a_state(who.name)
        sure = alone or (who.side is None and (guessed or fights))
        guess = who.side is not None and guessed and (fights or "foreign" not in folded(who.name))
        if who.kind == "body" and (sure or guess):
            found.append((who, sure))
    return tuple(found)


def arms_of_a_state(name: str) -> bool:
    """Whether a body without a name is an arm that a state has: "government", "army"."""
    return folded(name) in {folded(w) for w in (*table("arms")["words"], *table("armies")["words"])}


def at_home(entities: Sequence[Entity], found: Sequence[Home]) -> tuple[Entity, ...]:
    """The entities with the mentions of those arms taken to the same arm of their state, which is made where there is none yet."""
    by_id = {e.id: e for e in entities}
    for home in found:
        places = frozenset((home.report, span) for span in home.who.spans)
        holder = next((e for e in by_id.values() if e.kind == "body" and e.side != home.state and places & set(e.mentions)), None)
        if holder is None:
            continue
        kept = tuple(m for m in holder.mentions if m not in places)
        if kept:
            by_id[holder.id] = replace(holder, mentions=kept)
        else:
            del by_id[holder.id]
        target = same_arm(by_id.values(), home) or made(holder, home)
        why = f"{home.who.name} without a country is {home.state}'s, the only state that is a party"
        by_id[target.id] = replace(
            target, names=tuple(dict.fromkeys((*target.names, home.who.name))), mentions=tuple(sorted({*target.mentions, *places})),
            reasons=tuple(dict.fromkeys((*target.reasons, why))),
        )
    return tuple(sorted(by_id.values(), key=lambda e: e.id))


def same_arm(entities: Iterable[Entity], home: Home) -> Entity | None:
    """The body of the state that bears the same name, if there is one; the first by id of several."""
    key = folded(home.who.name)
    alike = [e for e in entities if e.kind == "body" and e.side == home.state and key in {folded(n) for n in e.names}]
    return min(alike, key=lambda e: e.id, default=None)


def made(holder: Entity, home: Home) -> Entity:
    """A new arm of the state, by what the holder of its mentions was."""
    first = min(f"{home.report}:{span.start}" for span in home.who.spans)
    identity = hashlib.sha256("\x1f".join(("body", folded(home.who.name), home.state, first)).encode()).hexdigest()[: len(holder.id)]
    return replace(
        holder, id=identity, name=home.who.name, side=home.state, names=(home.who.name,), mentions=(), reasons=(), merges=(),
        confidence=Confidence(0.7, ("the only state that is a party",)),
    )


def on_its_side(statements: Said, found: Sequence[Home]) -> Said:
    """The statements with those arms as sources on their state's side."""
    side = {(h.report, name): h.state for h in found for name in (h.who.name, *h.who.aliases)}
    changed: dict[str, list[Statement]] = {}
    for report in sorted({h.report for h in found}):
        for one in statements.of(report):
            moved = tuple(replace(link, side=side.get((report, link.resolved), link.side)) for link in one.chain)
            changed.setdefault(report, []).append(replace(one, chain=moved) if moved != one.chain else one)
    return statements.otherwise(changed)
