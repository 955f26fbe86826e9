"""Bounds on a report's date, and what they leave when they are put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.types import Interval


@dataclass(frozen=True, slots=True)
class Bound:
    """The days that one clue leaves, with the clue in words; *sure* bounds are never given up."""

    days: Interval
    reason: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """What all bounds leave: the days, the bounds that are tight, and the conflict if there is none."""

    days: Interval | None
    tight: tuple[Bound, ...] = ()
    conflict: str | None = None


def meet(bounds: Iterable[Bound]) -> Window:
    """The days that all bounds allow; where two exclude each other, no days and the two in words."""
    days: Interval | None = None
    first: Bound | None = None
    last: Bound | None = None
    for bound in bounds:
        if days is not None and not days.overlaps(bound.days):
            other = last if after(bound.days, days) else first
            return Window(None, (), f"{bound.reason}; but {other.reason if other else 'the rest'}")
        if bound.days.first is not None and (days is None or days.first is None or bound.days.first > days.first):
            first = bound
        if bound.days.last is not None and (days is None or days.last is None or bound.days.last < days.last):
            last = bound
        days = bound.days if days is None else days.meet(bound.days)
    tight = tuple(dict.fromkeys(b for b in (first, last) if b is not None))
    return Window(days, tight)


def after(a: Interval, b: Interval) -> bool:
    """Whether *a* lies wholly after *b*."""
    return a.first is not None and b.last is not None and a.first > b.last


def closed(days: Interval | None) -> Interval | None:
    """The interval if both ends are known, else None."""
    return days if days is not None and days.first is not None and days.last is not None else None


def span_days(days: Interval) -> list[dt.date]:
    """The days of a closed interval, one by one."""
    assert days.first is not None and days.last is not None
    return [days.first + dt.timedelta(days=k) for k in range((days.last - days.first).days + 1)]
