"""Which reported flows may be one, and which are surely different happenings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from onrecord.reconcile.ledgers.rules import limit
from onrecord.reconcile.ledgers.values import Value
from onrecord.types import Interval

MOST_SETS = 64
"""Most ways to choose flows that share nobody; news of one negotiation has seldom four."""
MOST_FLOWS = 40
"""Beyond so many flows only one way is tried, the earliest first: the time must not grow with their square."""
MOST_OF_A_DAY = 4
"""Most flows of one day that are tried together."""
LOOK_BACK = 6
"""How many sets of one number are looked at for a value to join."""


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of what may be one flow or one stock: the same measure, number and scope at days that do not rule it out."""

    values: tuple[Value, ...]
    low: float
    high: float | None
    days: Interval | None
    bound: bool
    """Whether a deal or its own days tie it to one happening, so that it is no running total."""

    first: Value = field(init=False, compare=False)
    """The value that speaks for the group."""
    latest: dt.date | None = field(init=False, compare=False)
    """The last day for which any of its reports gives it."""
    ids: tuple[str, ...] = field(init=False, compare=False)
    """The statements behind it."""
    day: dt.date | None = field(init=False, compare=False)
    """The last day on which it may have happened or on which it held."""
    told: frozenset[dt.date] = field(init=False, compare=False)
    """The single days that its reports give a flow; two of them may be two flows of one number."""

    def __post_init__(self) -> None:
        """Looks up once what every sum asks for."""
        object.__setattr__(self, "first", self.values[0])
        object.__setattr__(self, "latest", max((v.day for v in self.values if v.day is not None), default=None))
        object.__setattr__(self, "ids", tuple(sorted(v.statement for v in self.values)))
        object.__setattr__(self, "day", self.days.last or self.days.first if self.days is not None else self.first.day)
        windows = (v.window for v in self.values)
        told = frozenset(w.last for w in windows if w is not None and w.last is not None and w.days == 1)
        object.__setattr__(self, "told", told or frozenset(d for d in (self.day,) if d is not None))


def precise(days: Interval | None) -> bool:
    """Whether days are few enough to be one happening's."""
    return days is not None and days.days is not None and days.days <= limit("precise")


def apart(one: Interval | None, other: Interval | None) -> bool:
    """Whether two happenings surely fell on different days."""
    return one is not None and other is not None and not one.overlaps(other)


def grouped(values: Iterable[Value]) -> list[Group]:
    """Values of one measure put together where they may be one, in the order of days; open values stay alone."""
    groups: list[list[Value]] = []
    alike: dict[tuple[object, ...], list[list[Value]]] = {}
    for value in sorted(values, key=order):
        known = alike.setdefault((value.measure, value.unit, value.low, value.high, value.of), [])
        home = next((g for g in known[-LOOK_BACK:] if value.exact and same(value, g[0]) and same(value, g[-1])), None)
        if home is None:
            home = []
            groups.append(home)
            known.append(home)
        home.append(value)
    return [group_of(g) for g in groups]


def order(value: Value) -> tuple[dt.date, float, str]:
    """By day, size and id: never by the order of the reports."""
    return (value.day or dt.date.min, value.low, value.statement)


def same(one: Value, other: Value) -> bool:
    """Whether two values may be two reports of one thing."""
    if (one.measure, one.unit, one.low, one.high, one.of) != (other.measure, other.unit, other.low, other.high, other.of):
        return False
    if one.party is not None and other.party is not None and one.party != other.party:
        return False
    if not one.flow:
        return near(one.day, other.day) or one.day is None or other.day is None
    return not apart(one.window, other.window) or next_door(one.day, other.day)


def next_door(one: dt.date | None, other: dt.date | None) -> bool:
    """Whether two days are one day told across midnight."""
    return one is not None and other is not None and abs((one - other).days) <= 1


def near(one: dt.date | None, other: dt.date | None) -> bool:
    """Whether two days are as good as one for a count; an unknown day is near none."""
    return one is not None and other is not None and abs((one - other).days) <= limit("near")


def group_of(values: list[Value]) -> Group:
    """One group; its days are those of the member that dates the happening most narrowly."""
    tied = sorted((v for v in values if v.flow and precise_start(v.window)), key=lambda v: (v.window.days or 0 if v.window else 0, v.statement))
    lead = tied[0] if tied else values[0]
    rest = sorted((v for v in values if v is not lead), key=order)
    days = lead.window if lead.flow else lead.as_of or lead.published
    return Group((lead, *rest), lead.low, lead.high, days, bool(tied))


def precise_start(days: Interval | None) -> bool:
    """Whether a window has both its ends."""
    return days is not None and days.first is not None and days.last is not None


def disjoint(one: Group, other: Group) -> bool:
    """Whether two flows surely share nobody: different measures, days that part them, or the one told in addition to the other."""
    if one.first.measure != other.first.measure and "freed" not in (one.first.measure, other.first.measure):
        return True
    return apart(one.days, other.days) or added(one, other) or added(other, one)


def added(one: Group, other: Group) -> bool:
    """Whether a report tells the one in addition to the other."""
    return any(v.besides in one.ids for v in other.values if v.besides is not None)


def told_flows(values: Iterable[Value]) -> list[Group]:
    """Groups of exact, unscoped flows."""
    return grouped(unscoped([v for v in values if v.flow and v.exact and (v.total or bound_part(v) or v.besides is not None)]))


def happenings(flows: Iterable[Group], *, until: dt.date, after: dt.date | None = None) -> list[Group]:
    """The flows within `(after, until]`: those that no day of their own dates up to a few days later too, as counts and reports move at different speeds."""
    slack = dt.timedelta(days=limit("near"))
    return [
        g for g in flows
        if g.day is not None and g.day <= until + slack and not surely_after(g, until)
        and (after is None or (g.days is not None and g.days.first is not None and g.days.first > after))
    ]


def surely_after(flow: Group, day: dt.date) -> bool:
    """Whether its own days put a flow behind a day: what was counted then knows nothing of it. What may have come before is not counted against it."""
    return flow.bound and flow.days is not None and flow.days.first is not None and flow.days.first > day


def flows_making(flows: Sequence[Group], days: tuple[dt.date, dt.date], gap: float) -> tuple[Group, ...]:
    """Flows of days in a row, about *days*, that make up a difference; of one day some are enough, as two may be two counts of one. Empty if none do."""
    first, last = min(days), max(days)
    by_day: dict[dt.date, list[Group]] = {}
    for group in flows:
        for day in group.told if group.bound else ():
            if near(day, first) or near(day, last) or first <= day <= last:
                by_day.setdefault(day, []).append(group)
    sums: dict[float, tuple[Group, ...]] = {}
    for day in sorted(by_day):
        fresh: dict[float, tuple[Group, ...]] = {}
        for have, chosen in (*sums.items(), (0.0, ())):
            for size in range(1, min(len(by_day[day]), MOST_OF_A_DAY) + 1):
                for some in combinations(by_day[day][:MOST_OF_A_DAY], size):
                    total = have + sum(g.low for g in some)
                    if total <= gap:
                        fresh.setdefault(total, (*chosen, *some))
        if gap in fresh:
            return fresh[gap]
        sums = fresh
    return ()


def bound_part(value: Value) -> bool:
    """Whether a named part of a total is itself a flow under a deal ("112 freed, including 105 in a swap")."""
    return value.flow and value.exact and value.of is None and value.agreement is not None


def unscoped(values: Sequence[Value]) -> list[Value]:
    """The same values, parts of a total freed from it."""
    return [v if v.part_of is None else replace(v, part_of=None) for v in values]


def choices(groups: Sequence[Group]) -> list[tuple[Group, ...]]:
    """All largest sets of flows of which any two are surely disjoint, in a fixed order; at most 64."""
    found: list[tuple[Group, ...]] = []
    if len(groups) > MOST_FLOWS:
        return [one_way(groups)]

    free = [sum(1 << k for k, other in enumerate(groups) if k != n and disjoint(one, other)) for n, one in enumerate(groups)]

    def grow(chosen: tuple[int, ...], rest: int, barred: int) -> None:
        """Takes or leaves the first of *rest*; sets of flows are bits, as most of the work is asking who is disjoint with whom."""
        if len(found) >= MOST_SETS:
            return
        if not rest:
            if not barred:
                found.append(tuple(groups[n] for n in chosen))
            return
        first = rest & -rest
        head, tail = first.bit_length() - 1, rest ^ first
        grow((*chosen, head), tail & free[head], barred & free[head])
        if (tail | barred) & ~free[head]:
            grow(chosen, tail, barred | first)

    grow((), (1 << len(groups)) - 1, 0)
    return found or [()]


def one_way(groups: Sequence[Group]) -> tuple[Group, ...]:
    """One set of surely disjoint flows, taken in the order of days."""
    chosen: list[Group] = []
    for group in groups:
        if all(disjoint(group, other) for other in chosen[-LOOK_BACK:]):
            chosen.append(group)
    return tuple(chosen)
