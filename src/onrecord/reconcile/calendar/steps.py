"""Calendar units on or back from an anchor: yesterday, last week, two years earlier, the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from onrecord.reconcile.calendar import point as p
from onrecord.reconcile.calendar.point import Point
from onrecord.reconcile.calendar.scene import DAY, Scene
from onrecord.types import Interval, TimeExpression


def shift(e: TimeExpression, scene: Scene) -> Point | None:
    """A calendar unit, so many on or back from the one that holds the anchor."""
    unit, base = e.unit or "day", scene.base
    if e.name == "vague":
        return None
    if base is None:
        if scene.anchor is not None and scene.anchor.year is not None and unit in ("year", "decade", "century"):
            size = {"year": 1, "decade": 10, "century": 100}[unit]
            return p.year_point(scene.anchor.year + size * int(e.amount or 0))
        return None
    if e.name == "nearest":
        return nearest_weekend(e, base)
    amount = e.amount or 0.0
    if e.name == "latest":
        return p.quarter_point(base.year, (base.month + 2) // 3) if scene.anchor else by_quarter(base, -1, e)
    if unit in ("hour", "minute", "second"):
        return Point(e.value or f"{base.isoformat()}TXX", e.value, Interval.day(base), "hour", base.year)
    if e.name == "step" and scene.anchor is not None and scene.anchor.grain in ("quarter", "month") and unit == "year":
        return same_part(scene.anchor, int(amount))
    if unit == "day" and scene.anchor is not None and scene.anchor.grain in COARSE:
        clock = f"T{e.clock}" if e.clock else ""
        return Point(scene.anchor.timex[:7] + COARSE[scene.anchor.grain] + clock, None, scene.anchor.days, "month", scene.anchor.year)
    return STEPS[unit](base, amount, e) if unit in STEPS else None


COARSE = {"month": "-XX", "year": "-XX-XX"}
"""What a day within a month or a year looks like when the day is not known."""


def same_part(anchor: Point, years: int) -> Point | None:
    """The same quarter or month so many years on."""
    if anchor.day is None:
        return None
    year = anchor.day.year + years
    if anchor.grain == "quarter":
        return p.quarter_point(year, (anchor.day.month + 2) // 3)
    return p.month_point(year, anchor.day.month)


def nearest_weekend(e: TimeExpression, base: dt.date) -> Point:
    """"The weekend": the one that is on or just over, or the next one, by the tense."""
    if e.direction == "future" or base.weekday() >= 5:
        return p.weekend_point(base)
    return p.weekend_point(base - 7 * DAY)


def by_days(size: int) -> Callable[[dt.date, float, TimeExpression], Point]:
    """Steps of so many days, to the day."""
    return lambda base, amount, e: p.day_point(base + DAY * round(size * amount), e.clock)


def by_week(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Weeks: the calendar week."""
    return p.week_point(base + 7 * DAY * round(amount))


def by_weekend(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Weekends: "last weekend" said on a weekday is the one just over, "this weekend" the one ahead."""
    if amount < 0 and base.weekday() >= 5:
        return p.weekend_point(base - 7 * DAY)
    return p.weekend_point(base + 7 * DAY * round(amount))


def by_month(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Months."""
    return p.month_point(*p.months_on(base, round(amount)))


def by_quarter(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Quarters."""
    year, month = p.months_on(base, 3 * round(amount))
    return p.quarter_point(year, (month + 2) // 3)


def by_year(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Years."""
    return p.year_point(base.year + round(amount))


def by_decade(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Decades: "a decade earlier" is the year ten before, "last decade" the ten years."""
    return p.year_point(base.year + 10 * round(amount)) if e.name == "step" else p.decade_point(base.year + 10 * round(amount))


def by_century(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Centuries."""
    return p.century_point(base.year // 100 + round(amount))


STEPS: dict[str, Callable[[dt.date, float, TimeExpression], Point]] = {
    "day": by_days(1), "night": by_days(1), "week": by_week, "fortnight": by_days(14), "weekend": by_weekend,
    "month": by_month, "quarter": by_quarter, "year": by_year, "decade": by_decade, "century": by_century,
}
