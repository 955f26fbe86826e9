"""The year of a date that does not say it."""

from __future__ import annotations

import datetime as dt

from onrecord.reconcile.calendar.point import Point
from onrecord.reconcile.calendar.scene import Scene
from onrecord.types import TimeExpression


def year_of(e: TimeExpression, scene: Scene) -> int | None:
    """The year of a date that does not say it."""
    if scene.anchor is not None:
        return None if scene.anchor.year is None else carried(e, scene.anchor)
    base = scene.report
    if base is None or e.month is None:
        return None
    if e.amount is not None:
        return base.year + int(e.amount)
    if e.day is None:
        return month_year(e, base)
    if e.weekday is not None:
        named = [c for k in range(-NAMED_YEARS, NAMED_YEARS + 1) if (c := dated(base.year + k, e.month, e.day)) and c.weekday() == e.weekday]
        if named:
            return min(named, key=lambda c: abs((c - base).days)).year
    choices = [c for c in (dated(base.year + k, e.month, e.day) for k in (-1, 0, 1)) if c is not None]
    past = max((c for c in choices if c <= base), default=None)
    ahead = min((c for c in choices if c >= base), default=None)
    if past is None or ahead is None:
        return base.year
    back, on = (base - past).days, (ahead - base).days
    if e.name == "deadline":
        return past.year if back <= on else ahead.year
    if e.direction == "future":
        return past.year if on > FAR_AHEAD and back < NEAR else ahead.year
    return ahead.year if back > FAR_BACK and on < NEAR and e.name != "told" else past.year


def carried(e: TimeExpression, anchor: Point) -> int | None:
    """The year that a narrative has reached: the anchor's, or the next when the months wrap around."""
    year = anchor.year or 0
    month = anchor.day.month if anchor.day is not None and anchor.grain in ("day", "month") else None
    if e.unit == "month" and e.amount and month is not None and e.month is not None:
        return year - (e.month >= month) if e.amount < 0 else year + (e.month <= month)
    if e.amount:
        return year + int(e.amount)
    wraps = month is not None and e.month is not None and month - e.month >= WRAP
    return year + wraps


NAMED_YEARS = 1
"""Years to either side in which a day told with its weekday is looked for."""
WRAP = 9
"""Months: a month so much earlier in the year than the one before it belongs to the next year."""
FAR_AHEAD, FAR_BACK, NEAR = 240, 300, 60
"""Days: a tense is overruled when the other reading is far nearer (TimeBank: 240/300 against 60 gave the fewest errors)."""


def month_year(e: TimeExpression, base: dt.date) -> int:
    """The year of a bare month: this month is this one; else before or ahead by the tense."""
    if e.name == "said" and e.month == base.month:
        return base.year - 1 if e.direction == "past" else base.year + 1
    on = ((e.month or 1) - base.month) % 12
    back = (base.month - (e.month or 1)) % 12
    far = 12 if e.name in ("said", "told") else FAR_MONTHS
    ahead = back > far if e.direction != "future" else on <= far
    moved = base.month + on if ahead else base.month - back
    return base.year + (moved - 1) // 12


FAR_MONTHS = 8
"""A month farther off than this in the direction of the tense is the one on the other side; "last May" is said outright."""


def dated(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
