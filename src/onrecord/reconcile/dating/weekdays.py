"""Bare weekdays: the last few days behind and the next few ahead."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from onrecord.reconcile.dating.bound import Bound, closed, span_days
from onrecord.reconcile.dating.clues import Clue, Clues
from onrecord.types import Interval

SLACK = 2
"""Days by which a report may be later than the day on which its weekdays lie closest behind it.

PolNeAR train, weeks that hold the true day: two days hold it in 92 to 94 of 100, one day in 74 to 77.
"""
OFTEN = 2
"""Mentions: a weekday named once may be of another week or ahead (87 of 100 hold, against 92)."""
STALE = 5
"""Days: a weekday that a plain past tense governs is rarely so old (8 of 100), so such days are left out if others remain."""
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
    counts = Counter(c.time.expression.weekday for c in past)
    counts.subtract(c.time.expression.weekday for c in ahead)
    often = tuple(c for c in past if counts[c.time.expression.weekday] >= OFTEN)
    if known is None or (known.days or 99) > WIDEST or not often:
        return None
    days = [(oldest(day, often), day) for day in span_days(known)]
    least = min(old for old, _ in days)
    kept = [day for old, day in days if old <= least + SLACK]
    plain = tuple(c for c in past if c.plain and counts[c.time.expression.weekday] > 0)
    kept = [day for day in kept if all(age < STALE for age in ages(day, plain))] or kept
    same = this_part(clues, often)
    kept = [day for day in kept if same is None or day.weekday() == same] or kept
    told = ", ".join(dict.fromkeys(f"“{c.quote}”" for c in often))
    return Bound(Interval(min(kept), max(kept)), f"{told} lie behind, the latest at most {SLACK} days before", sure=False)


def this_part(clues: Clues, past: tuple[Clue, ...]) -> int | None:
    """The weekday of the report where it says both "this morning" and "Saturday morning" of what is past; None elsewhere."""
    deictic = [c for c in clues.clues if c.time.expression.op == "shift" and c.time.expression.amount == 0 and "this " in c.quote.lower()]
    here = {c.time.expression.clock for c in deictic}
    found = {c.time.expression.weekday for c in past if c.time.expression.clock and c.time.expression.clock in here}
    return found.pop() if len(found) == 1 else None


def ages(day: dt.date, past: tuple[Clue, ...]) -> list[int]:
    """Days back from *day* to each weekday told as past."""
    return [(day.weekday() - (c.time.expression.weekday or 0)) % 7 for c in past]


def oldest(day: dt.date, past: tuple[Clue, ...]) -> int:
    """Days back to the farthest."""
    return max(ages(day, past))
