"""Who only carries: told of as a mediator, a body that serves all sides, or in touch with two who fight each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.reconcile.entities import folded
from onrecord.reconcile.negotiations.profiles import WANTED, Profile, staked, table

CARRIED = 2
"""Least times that a party is told of as a mediator before it may be none of the parties."""
ENOUGH = 3.0
"""Least evidence for a pair of parties: one commitment, or an event of talks and one of conflict."""
BETWEEN = 0.5
"""Most that somebody in touch with two opponents may have against each of them, as a share of what those have against each other."""
IN_TOUCH = 2.0
"""Least weight of contact with each of the two: one meeting, message or call."""
Pair = tuple[str, ...]


def drop_carriers(profiles: Sequence[Profile]) -> None:
    """Takes out of each report's parties those that only carry in it: what other reports tell of them counts where it is about the same parties."""
    told = Carriers()
    for found in profiles:
        told.note(found)
    told.settle()
    for found in profiles:
        told.drop(found)


@dataclass(slots=True)
class Carriers:
    """What all reports tell of those who carry: takes them in one after another (`note`), then (`settle`) knows whom to take out of each (`drop`)."""

    pairs: defaultdict[Pair, float] = field(default_factory=lambda: defaultdict(float))
    fights: defaultdict[Pair, float] = field(default_factory=lambda: defaultdict(float))
    """Weights of all reports together; as many as there are pairs of parties."""
    mediators: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    everyone: set[str] = field(default_factory=set)
    told: dict[str, frozenset[str]] = field(default_factory=dict)
    between: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def note(self, found: Profile) -> None:
        """Takes those that serve all sides out of one report's parties, and takes in what it tells of the others."""
        for party in sorted(p for p in {*found.named, *found.single} if serves_all(p)):
            found.drop(party)
        for sums, weights in ((self.pairs, found.pairs), (self.fights, found.fights)):
            for pair, weight in weights.items():
                sums[pair] += weight
        self.mediators.update(found.mediators)
        self.own.update(found.own)
        self.everyone.update(found.single, found.mediators, found.named)

    def settle(self) -> None:
        """Works out who carries, of whom, and who stands between whom."""
        others: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for pair, weight in self.pairs.items():
            for party, other in (pair, pair[::-1]):
                others[party][other] = weight
        self.told = known_carriers(self.mediators, others) | only_owed(self.mediators, self.own, others)
        self.between = {party: opponents(party, others[party], self.fights) for party in sorted(self.everyone)}

    def drop(self, found: Profile) -> None:
        """Takes out of one report's parties those that only carry in it."""
        for party in sorted({*found.named, *found.single}):
            theirs = {next(p for p in pair if p != party) for pair in found.pairs if party in pair}
            if (party in self.told and theirs <= self.told[party]) or any(found.named.get(a) and found.named.get(b) for a, b in self.between[party]):
                found.drop(party)
        drop_asides(found)


def drop_asides(found: Profile) -> None:
    """Takes companies and employers out of the parties of a report about captives or a war, where two others at least want or owe something in it."""
    if not found.aside:
        return
    others = [p for p, weight in found.single.items() if weight >= WANTED and p not in found.aside and not carries(found, p)]
    if len(others) > 1 and staked(found) == "conflict":
        for party in sorted(found.aside):
            found.forget(party)


@lru_cache(4096)
def serves_all(party: str) -> bool:
    """Whether a body is one of those that bring aid or messages to whoever needs it, or stand between the parties, and so are never a side."""
    key = folded(party)
    if re.search(table("carrying")["between"], key):
        return True
    return any(key == body or key.startswith(f"{body} ") or key.endswith(f" {body}") for body in table("carrying")["bodies"])


def opponents(party: str, friends: Mapping[str, float], fights: Mapping[Pair, float]) -> list[tuple[str, str]]:
    """The pairs that *party* is in touch with, its weight with each in *friends*, and that have far more against each other than it has against either."""
    near = sorted(p for p, weight in friends.items() if weight >= IN_TOUCH)
    found = []
    for k, one in enumerate(near):
        for other in near[k + 1 :]:
            theirs = fights.get(both(one, other), 0.0)
            own = max(fights.get(both(party, p), 0.0) for p in (one, other))
            if theirs >= ENOUGH and own <= BETWEEN * theirs:
                found.append((one, other))
    return found


def both(one: str, other: str) -> Pair:
    """Two parties as a pair."""
    return (one, other) if one < other else (other, one)


def known_carriers(mediators: Mapping[str, int], others: Mapping[str, Mapping[str, float]]) -> dict[str, frozenset[str]]:
    """Those told of as mediators over all reports, with the *others* they are told beside, where each of these has a stronger pair without them."""
    out = {}
    for party in sorted(p for p, count in mediators.items() if count >= CARRIED):
        own = others.get(party, {})
        if all(outweighed(party, weight, others[other]) for other, weight in own.items() if weight >= ENOUGH):
            out[party] = frozenset(own)
    return out


def only_owed(mediators: Mapping[str, int], own: Mapping[str, int], others: Mapping[str, Mapping[str, float]]) -> dict[str, frozenset[str]]:
    """Those told of as mediators who in no report want, answer or owe anything, or do harm or suffer it: what is promised to them is promised through them."""
    return {party: frozenset(others.get(party, ())) for party in sorted(mediators) if mediators[party] > 0 and not own.get(party)}


def outweighed(party: str, weight: float, theirs: Mapping[str, float]) -> bool:
    """Whether somebody with these weights has a stronger pair with another than the one of *weight* with *party*."""
    return any(w > weight for other, w in theirs.items() if other != party)


def carries(found: Profile, party: str) -> bool:
    """Whether a party only mediates in a report: told of as a mediator, and not more often as owing, holding or wanting."""
    own = sum(weight for pair, weight in found.pairs.items() if party in pair)
    strongest = max(found.pairs.values(), default=0.0)
    return found.mediators[party] > 0 and (own <= 4 * found.mediators[party] or own < strongest)
