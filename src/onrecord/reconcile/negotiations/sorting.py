"""Which reports belong together: by the pair of parties they tell of, else by whom and what they name."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.reconcile.entities import folded
from onrecord.reconcile.negotiations.carriers import ENOUGH, carries
from onrecord.reconcile.negotiations.groups import Group, Groups, Key, Profiles, put
from onrecord.reconcile.negotiations.profiles import WANTED, Profile, staked

BESIDE = 0.35
"""Least share of a report's strongest pair that makes a second pair a negotiation of its own."""
MOST_NAMED = 3.0
"""Beyond so much, naming a party more often says no more."""
SHARED = 1.5
"""Least weight of the names that a report shares with a negotiation where it tells of one of its parties only; twice that where of none."""
CLEARLY = 1.3
"""How many times the next best negotiation the best one must reach (sample: the right one has twice as much or more)."""
FAR_MOST = 10
"""How many times the reports of its next negotiation the largest one of a party must have to be the one that a report of this party alone means."""
APART = 500
"""Days from all reports of a negotiation beyond which a report is not put with it by names alone."""


def sorted_out(profiles: Profiles) -> Groups:
    """(parties, group of what is at stake) → the reports of each negotiation; a report may be in several or none.

    One that does not say what is at stake founds none, and joins one only where it tells of both parties and shares names besides.
    """
    groups: Groups = {}
    waiting, veiled = array("l"), array("l")
    for place, found in enumerate(profiles):
        stake = staked(found)
        pairs = principal(found) if stake is not None else []
        if len(pairs) == 1 and not all(map(is_name, pairs[0])):
            veiled.append(place)
            continue
        for pair in pairs:
            put(groups, (pair, stake or ""), found)
        if not pairs:
            waiting.append(place)
    for one, key in unveiled(profiles.at(veiled), groups):
        put(groups, key, one)
    while waiting:
        homes = homes_of(profiles, waiting, groups)
        if not any(homes):
            break
        for lone, home in zip(profiles.at(waiting), homes, strict=True):
            if home is not None:
                put(groups, home, lone)
        waiting = array("l", (place for place, home in zip(waiting, homes, strict=True) if home is None))
    known = {key: len(group.reports) for key, group in groups.items()}
    for lone in profiles.at(waiting):
        stake = staked(lone)
        own = alone(lone, stake, known) if stake is not None else None
        if own is not None:
            put(groups, own, lone)
    return groups


def is_name(party: str) -> bool:
    """Whether a party is called by a name, and not by what it is ("government")."""
    return party[:1].isupper()


def unveiled(profiles: Iterable[Profile], groups: Groups) -> list[tuple[Profile, Key]]:
    """Reports one of whose two parties has no name ("the government"), each with the one negotiation about the same in which the other party stands
    against somebody with a name; where there is none or several, with one of its own. All at once, so that their order changes nothing."""
    out = []
    for found in profiles:
        (pair,), stake = principal(found), staked(found) or ""
        named = {p for p in pair if is_name(p)}
        near = {k: {*k[0]} for k, g in groups.items() if k[1] == stake and len(k[0]) == len(pair) and not too_far(found, g)}
        fitting = [k for k, whole in near.items() if named and named < whole and all(map(is_name, whole))]
        out.append((found, fitting[0] if len(fitting) == 1 else (pair, stake)))
    return out


def homes_of(profiles: Profiles, waiting: Sequence[int], groups: Groups) -> list[Key | None]:
    """The negotiation of each report that waits, by what the groups hold now; all at once, so that their order changes nothing."""
    spread = Counter(a for group in groups.values() for a in group.anchors)
    by_stake = {stake: {k: g for k, g in groups.items() if stake in (None, k[1])} for stake in {None, *(k[1] for k in groups)}}
    out = []
    for lone in profiles.at(waiting):
        stake = staked(lone)
        out.append(nearest(lone, by_stake.get(stake, {}), spread, least=SHARED if stake is None else 0.0))
    return out


def principal(found: Profile) -> list[tuple[str, ...]]:
    """The pairs of parties that negotiate in a report, the strongest first; carriers are left out, and the nameless beside the named."""
    ranked = sorted(
        ((pair, weight) for pair, weight in found.pairs.items() if not any(carries(found, p) for p in pair)), key=lambda row: (-row[1], row[0])
    )
    strong = [(pair, weight) for pair, weight in ranked if weight >= max(ENOUGH, BESIDE * ranked[0][1])]
    apart = [pair for pair, _ in strong if not friends(found, pair, strong[0][0])]
    named = [pair for pair in apart if all(map(is_name, pair))]
    if strong:
        return named or apart
    alone_ones = [p for p, weight in sorted(found.single.items(), key=lambda row: (-row[1], row[0])) if weight >= WANTED and not carries(found, p)]
    return [tuple(sorted(alone_ones[:2]))] if len(alone_ones) >= 2 else []


def friends(found: Profile, pair: tuple[str, ...], first: tuple[str, ...]) -> bool:
    """Whether a pair shares a party with the strongest one and only meets and talks, where the strongest one fights or owes: they face one opponent."""
    return pair != first and bool({*pair} & {*first}) and found.fights.get(first, 0.0) > 0 and found.fights.get(pair, 0.0) <= 0


def nearest(lone: Profile, groups: Mapping[Key, Group], spread: Counter[str], *, least: float) -> Key | None:
    """The negotiation whose parties a report names and with whose reports it shares names, if one is clearly nearer than the others."""
    points = {key: affinity(lone, group, spread, least=least) for key, group in groups.items()}
    ranked = sorted(((p, key) for key, p in points.items() if p > 0), key=lambda row: (-row[0], row[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < CLEARLY * ranked[1][0]):
        return None
    return ranked[0][1]


def affinity(lone: Profile, group: Group, spread: Counter[str], *, least: float) -> float:
    """How near a report is to a negotiation: how much it tells of each party, and the names it shares, those of fewer negotiations weighing more.

    0 where neither both parties (with names of the weight *least*) nor enough names speak for it, or where it is too far in time.
    """
    told = [min(lone.single.get(p, 0.0) + lone.named.get(p, 0), MOST_NAMED) for p in group.pair]
    shared = sum(1 / spread[a] for a in sorted((lone.anchors & group.anchors) - {folded(p) for p in group.pair}))
    enough = least if all(told) else SHARED if any(told) else 2 * SHARED
    if shared < enough or too_far(lone, group):
        return 0.0
    return sum(told) + shared


def too_far(lone: Profile, group: Group) -> bool:
    """Whether a report's printed day is far from those of all reports of a negotiation."""
    return lone.day is not None and bool(group.days) and all(abs((lone.day - d).days) > APART for d in group.days)


def alone(lone: Profile, stake: str, known: Mapping[Key, int]) -> Key | None:
    """Where a report belongs that tells what one party only wants, owes or does: to the negotiation of that party, else to one of its own.

    *known* is how many reports each negotiation has; of several the party's only where it has far the most. None where the report tells too little.
    """
    ranked = sorted(lone.single.items(), key=lambda row: (-row[1], row[0]))
    party = next((p for p, weight in ranked if weight >= WANTED and not carries(lone, p)), None)
    if party is None:
        return None
    fitting = sorted(((n, key) for key, n in known.items() if key[1] == stake and party in key[0] and len(key[0]) > 1), reverse=True)
    if fitting and (len(fitting) == 1 or fitting[0][0] >= FAR_MOST * fitting[1][0]):
        return fitting[0][1]
    return (party,), stake
