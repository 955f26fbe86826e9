"""A negotiation as the sum of what its reports tell, so that the reports themselves need not be held."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.reconcile.negotiations.profiles import Profile

Pair = tuple[str, ...]
Key = tuple[Pair, str]
"""Parties, and the group of what is at stake."""


class Profiles(Protocol):
    """Profiles of reports, in the order of the ids of these, that may be walked through again and again; none is changed by whoever does."""

    def __iter__(self) -> Iterator[Profile]:
        """All of them."""
        ...

    def at(self, places: Sequence[int]) -> Iterator[Profile]:
        """Those at the given places, which rise."""
        ...


@dataclass(frozen=True, slots=True)
class InMemory:
    """Profiles in a list."""

    profiles: Sequence[Profile]

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.profiles)

    def at(self, places: Sequence[int]) -> Iterator[Profile]:
        """Those at the given places."""
        return (self.profiles[place] for place in places)


@dataclass(slots=True)
class Group:
    """What the reports of one negotiation tell together; grows with the names and days in them, and by an id a report."""

    pair: Pair
    stake: str
    reports: list[str] = field(default_factory=list)
    """In the order in which they came."""
    anchors: set[str] = field(default_factory=set)
    days: set[dt.date] = field(default_factory=set)
    """Those that are printed."""
    stakes: Counter[str] = field(default_factory=Counter)
    mediators: Counter[str] = field(default_factory=Counter)
    single: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """The weight of each of the pair alone."""
    weight: float = 0.0
    """The weight of the pair."""

    def take(self, found: Profile) -> None:
        """Adds a report."""
        self.reports.append(found.report)
        self.anchors.update(found.anchors)
        if found.day is not None:
            self.days.add(found.day)
        self.stakes.update(found.stakes)
        self.mediators.update({p: n for p, n in found.mediators.items() if p not in self.pair})
        for party in self.pair:
            self.single[party] += found.single.get(party, 0.0)
        self.weight += found.pairs.get(self.pair, 0.0)


Groups = dict[Key, Group]


def put(groups: Groups, key: Key, found: Profile) -> None:
    """Puts a report into the negotiation with this key, which is founded where there is none."""
    if key not in groups:
        groups[key] = Group(*key)
    groups[key].take(found)
