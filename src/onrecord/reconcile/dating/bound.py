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
    week: bool = False
    """Whether it rests on a bare weekday, so that the report's other weekdays may narrow it."""


@dataclass(frozen=True, slots=True)
class Window:
    """What all bounds leave: the days, the bounds that cut something off, and the conflict if there is none."""

    days: Interval | None
    tight: tuple[Bound, ...] = ()
    conflict: str | None = None


def settle(bounds: Iterable[Bound]) -> Window:
    """What sure bounds leave, with those of the others that agree; sure ones that exclude each other leave no day."""
    ordered = list(bounds)
    kept = [b for b in ordered if b.sure]
    window = meet(kept)
    if window.conflict is not None:
        return window
    for bound in ordered:
        if not bound.sure:
            closer = meet([*kept, bound])
            if closer.conflict is None:
                kept.append(bound)
    return meet(kept)


def meet(bounds: Iterable[Bound]) -> Window:
    """The days that all bounds allow; where two exclude each other, no days and the two in words."""
    days: Interval | None = None
    cuts: list[Bound] = []
    for bound in bounds:
        if days is not None and not days.overlaps(bound.days):
            other = next((c for c in reversed(cuts) if not c.days.overlaps(bound.days)), cuts[-1])
            return Window(None, (), f"{bound.reason}; but {other.reason}")
        closer = bound.days if days is None else days.meet(bound.days)
        if closer != days:
            cuts.append(bound)
        days = closer
    return Window(days, tuple(cuts))


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
