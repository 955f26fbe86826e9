"""Between which numbers a stock lies over time, by the values that reports give: a band for the chart, no finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.reconcile.ledgers.flows import Group
from onrecord.reconcile.ledgers.sums import Book
from onrecord.types import Interval
from onrecord.types.ledger import Bound

STOCKS = ("held", "alive", "missing")


def bounds_of(book: Book) -> tuple[Bound, ...]:
    """The band of every stock of which two days or more are told, in the order of days."""
    return tuple(b for measure in STOCKS for b in band(measure, [g for g in book.totals(measure) if g.day is not None]))


def band(measure: str, groups: Sequence[Group]) -> Iterator[Bound]:
    """One bound a day with values, and one between each two neighbouring days that spans the values of both."""
    days: dict[dt.date, list[Group]] = {}
    for group in groups:
        if group.day is not None:
            days.setdefault(group.day, []).append(group)
    told = [(day, days[day]) for day in sorted(days)]
    if len(told) < 2:
        return
    for (day, mine), (after, theirs) in pairwise(told):
        yield bound(measure, Interval.day(day), mine)
        if (after - day).days > 1:
            yield bound(measure, Interval(day + dt.timedelta(days=1), after - dt.timedelta(days=1)), [*mine, *theirs])
    yield bound(measure, Interval.day(told[-1][0]), told[-1][1])


def bound(measure: str, days: Interval, groups: Sequence[Group]) -> Bound:
    """The hull of the values of some groups."""
    high = None if any(g.high is None for g in groups) else max(g.high or 0.0 for g in groups)
    return Bound(measure, days, min(g.low for g in groups), high, tuple(sorted({i for g in groups for i in g.ids})))
