"""Who only carries: told of as a mediator, a body that serves all sides, or in touch with two who fight each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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
Weights = Mapping[tuple[str, ...], float]


def drop_carriers(profiles: Sequence[Profile]) -> None:
    """Takes out of each report's parties those that only carry in it: what other reports tell of them counts where it is about the same parties."""
    for found in profiles:
        for party in sorted(p for p in {*found.named, *found.single} if serves_all(p)):
            found.drop(party)
    pairs, fights = summed([p.pairs for p in profiles]), summed([p.fights for p in profiles])
    everyone = sorted({party for p in profiles for party in (*p.single, *p.mediators, *p.named)})
    told = known_carriers(profiles, pairs)
    between = {p: opponents(p, pairs, fights) for p in everyone}
    for found in profiles:
        for party in sorted({*found.named, *found.single}):
            theirs = {next(p for p in pair if p != party) for pair in found.pairs if party in pair}
            if (party in told and theirs <= told[party]) or any(found.named.get(a) and found.named.get(b) for a, b in between[party]):
                found.drop(party)
        drop_asides(found)


def drop_asides(found: Profile) -> None:
    """Takes companies and employers out of the parties of a report about captives or a war, where two others at least want or owe something in it."""
    others = [p for p, weight in found.single.items() if weight >= WANTED and p not in found.aside and not carries(found, p)]
    if len(others) > 1 and staked(found) == "conflict":
        for party in sorted(found.aside):
            found.forget(party)


def summed(weights: Sequence[Weights]) -> dict[tuple[str, ...], float]:
    """The weights of all reports together."""
    out: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for one in weights:
        for pair, weight in one.items():
            out[pair] += weight
    return dict(out)


@lru_cache(4096)
def serves_all(party: str) -> bool:
    """Whether a body is one of those that bring aid or messages to whoever needs it, or stand between the parties, and so are never a side."""
    key = folded(party)
    if re.search(table("carrying")["between"], key):
        return True
    return any(key == body or key.startswith(f"{body} ") or key.endswith(f" {body}") for body in table("carrying")["bodies"])


def opponents(party: str, pairs: Weights, fights: Weights) -> list[tuple[str, str]]:
    """The pairs that *party* is in touch with and that have far more against each other than it has against either."""
    friends = {next(p for p in pair if p != party): weight for pair, weight in pairs.items() if party in pair}
    near = sorted(p for p, weight in friends.items() if weight >= IN_TOUCH)
    found = []
    for k, one in enumerate(near):
        for other in near[k + 1 :]:
            theirs = fights.get(tuple(sorted((one, other))), 0.0)
            own = max(fights.get(tuple(sorted((party, p))), 0.0) for p in (one, other))
            if theirs >= ENOUGH and own <= BETWEEN * theirs:
                found.append((one, other))
    return found


def known_carriers(profiles: Sequence[Profile], weights: Weights) -> dict[str, frozenset[str]]:
    """Those told of as mediators over all reports, with the others they are told beside, where each of these has a stronger pair without them."""
    total: Counter[str] = Counter()
    for found in profiles:
        total.update(found.mediators)
    out = {}
    for party in sorted(p for p, count in total.items() if count >= CARRIED):
        own = {pair: weight for pair, weight in weights.items() if party in pair}
        others = {next(p for p in pair if p != party): weight for pair, weight in own.items()}
        if all(outweighed(party, other, weight, weights) for other, weight in others.items() if weight >= ENOUGH):
            out[party] = frozenset(others)
    return out


def outweighed(party: str, other: str, weight: float, weights: Weights) -> bool:
    """Whether *other* has a stronger pair with somebody else than the one of *weight* with *party*."""
    return any(other in pair and party not in pair and w > weight for pair, w in weights.items())


def carries(found: Profile, party: str) -> bool:
    """Whether a party only mediates in a report: told of as a mediator, and not more often as owing, holding or wanting."""
    own = sum(weight for pair, weight in found.pairs.items() if party in pair)
    strongest = max(found.pairs.values(), default=0.0)
    return found.mediators[party] > 0 and (own <= 4 * found.mediators[party] or own < strongest)
