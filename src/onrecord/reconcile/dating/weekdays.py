"""Bare weekdays: the last few days behind and the next few ahead."""

from __future__ import annotations

import datetime as dt

from onrecord.reconcile.dating.bound import Bound, closed, span_days
from onrecord.reconcile.dating.clues import Clue, Clues
from onrecord.types import Interval

SLACK = 1
"""Days: a report may be so much later than the day on which its weekdays lie closest behind it."""
FRESH = 2
"""Days from the latest weekday told as past to the report."""
WIDEST = 14


def weekdays(clues: Clues) -> tuple[tuple[Clue, ...], tuple[Clue, ...]]:
    """The bare weekdays told as past and as to come; "last Friday", "next Friday" and leaning ones are left out."""
    bare = [
        c for c in clues.clues
        if c.time.expression.op == "weekday" and c.time.expression.amount is None and c.time.anchor is None
    ]
    return tuple(c for c in bare if c.behind), tuple(c for c in bare if not c.behind)


def narrowed(clues: Clues, window: Interval) -> Bound | None:
    """The days of a short window on which the report's weekdays lie closest behind it; None where they tell nothing."""
    known = closed(window)
    past, ahead = weekdays(clues)
    if known is None or (known.days or 99) > WIDEST or len({c.time.expression.weekday for c in past}) < 1:
        return None
    days = [(oldest(day, past), youngest(day, past), day) for day in span_days(known)]
    fresh = [(old, day) for old, young, day in days if young <= FRESH]
    if not fresh:
        return None
    least = min(old for old, _ in fresh)
    kept = [day for old, day in fresh if old <= least + SLACK]
    told = ", ".join(dict.fromkeys(f"“{c.quote}”" for c in past))
    to_come = ", ".join(dict.fromkeys(f"“{c.quote}”" for c in ahead))
    reason = f"{told} lie behind" + (f", {to_come} ahead" if to_come else "")
    return Bound(Interval(min(kept), max(kept)), reason, sure=False)


def ages(day: dt.date, past: tuple[Clue, ...]) -> list[int]:
    """Days back from *day* to each weekday told as past."""
    return [(day.weekday() - (c.time.expression.weekday or 0)) % 7 for c in past]


def oldest(day: dt.date, past: tuple[Clue, ...]) -> int:
    """Days back to the farthest."""
    return max(ages(day, past))


def youngest(day: dt.date, past: tuple[Clue, ...]) -> int:
    """Days back to the nearest."""
    return min(ages(day, past))
