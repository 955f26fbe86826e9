"""A dateline's day without its year: "KABUL, Aug 22 (Agency) -" over "said on Thursday", in a text that names years behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from onrecord.reconcile.dating.bound import Bound, closed
from onrecord.reconcile.dating.clues import Clue, Clues, latest_past, on, same_story
from onrecord.reconcile.dating.turns import Batch
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
YEARS = 4
"""Years after the latest one behind in which the day with its weekday is looked for: the pair comes back after five or six."""
BEFORE = 1
"""Days by which the weekday of the news may lie before the day in the dateline."""
NEAR = 45
"""Days from a dated report of the same story within which a dateline's day is taken to be of its year."""
FAR = 150
"""The same where the weekday of the news fits too."""
LEAD = 400
"""Characters after the dateline in which its weekday is told."""


def dateline_bounds(clues: Clues) -> list[Bound]:
    """The day of a dateline that names no year: the first one, from the latest year behind on, that has the weekday of the news."""
    floor = latest_past(clues)
    dated = next(in_datelines(clues), None)
    if dated is None or floor is None:
        return []
    news = next((c for c in clues.clues if is_news(c, dated)), None)
    own = dated.time.expression.weekday
    if news is None and own is None:
        return []
    found = (on(year, dated.time.expression.month or 0, dated.time.expression.day or 0) for year in range(floor.year, floor.year + YEARS + 1))
    days = [d for d in found if d is not None and d >= floor]
    weekday = own if own is not None else news.time.expression.weekday if news is not None else None
    for late in range(BEFORE + 1 if own is None else 1):
        day = next((d for d in days if (d.weekday() - (weekday or 0)) % 7 == late), None)
        if day is not None:
            told = f" and “{news.quote}” in its first sentence" if news is not None and own is None else ""
            return [Bound(Interval.day(day), f"“{dated.quote}” in its dateline{told}: the first such day after {floor} is {day}")]
    return []


def beside(number: int, batch: Batch) -> list[Bound]:
    """The day of a dateline that names no year, of the year in which it lies near a dated report of the same story; its weekday must not speak against it."""
    mine = batch.clues[number]
    dated = next(in_datelines(mine), None)
    if dated is None:
        return []
    news = next((c for c in mine.clues if is_news(c, dated)), None)
    own = dated.time.expression.weekday
    weekday = own if own is not None else news.time.expression.weekday if news is not None else None
    found: list[tuple[int, dt.date, int]] = []
    for other, window in enumerate(batch.windows):
        known = closed(window)
        if other == number or known is None or known.first is None or known.last is None or not same_story(mine, batch.clues[other]):
            continue
        for year in range(known.first.year - 1, known.last.year + 2):
            day = on(year, dated.time.expression.month or 0, dated.time.expression.day or 0)
            if day is not None and (weekday is None or (day.weekday() - weekday) % 7 <= (BEFORE if own is None else 0)):
                found.append((max((known.first - day).days, (day - known.last).days, 0), day, other))
    best = min(found, default=None)
    if best is None or best[0] > (NEAR if weekday is None else FAR):
        return []
    told = f" and “{news.quote}” in its first sentences" if news is not None and own is None else ""
    why = f"“{dated.quote}” in its dateline{told}: {best[1]} is the one near {batch.names[best[2]]}, which tells of the same"
    return [Bound(Interval.day(best[1]), why, sure=False)]


def in_datelines(clues: Clues) -> Iterator[Clue]:
    """Days without a year in the datelines over the text."""
    lines = [b.span for b in clues.reading.report.blocks[:6] if b.kind == "dateline"]
    for clue in clues.clues:
        e = clue.time.expression
        if e.op == "date" and e.year is None and e.month and e.day and any(s.holds(clue.time.span) for s in lines):
            yield clue


def is_news(clue: Clue, dated: Clue) -> bool:
    """Whether a weekday stands soon after the dateline and is not ahead of it."""
    e = clue.time.expression
    near = 0 <= clue.time.span.start - dated.time.span.end <= LEAD
    return e.op == "weekday" and e.amount is None and e.direction == "past" and near
