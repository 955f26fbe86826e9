"""One resolved time, and the arithmetic of calendar units."""

from __future__ import annotations

import calendar as months
import datetime as dt
from dataclasses import dataclass

from onrecord.types import Interval


@dataclass(frozen=True, slots=True)
class Point:
    """A time with its TIMEX3 value, GUIDE.md's value, the days meant, and what a later time needs to lean on it."""

    timex: str
    value: str | None = None
    days: Interval | None = None
    grain: str = "day"
    year: int | None = None
    """Negative before Christ, where no `datetime.date` reaches."""

    @property
    def day(self) -> dt.date | None:
        """The first day, to count from."""
        return self.days.first if self.days else None


def day_point(day: dt.date, clock: str | None = None) -> Point:
    """A day, perhaps with a clock time or a part of the day; parts of the day are left off the guide's value."""
    iso = day.isoformat()
    if clock is None:
        return Point(iso, iso, Interval.day(day), "day", day.year)
    exact = clock[:1].isdigit()
    return Point(f"{iso}T{clock}", f"{iso}T{clock}" if exact else iso, Interval.day(day), "day", day.year)


def month_days(year: int, month: int) -> Interval:
    """The days of a month."""
    return Interval(dt.date(year, month, 1), dt.date(year, month, months.monthrange(year, month)[1]))


def year_days(year: int) -> Interval:
    """The days of a year."""
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))


def week_days(day: dt.date) -> Interval:
    """Monday to Sunday around a day."""
    first = day - dt.timedelta(days=day.weekday())
    return Interval(first, first + dt.timedelta(days=6))


def months_on(day: dt.date, amount: int) -> tuple[int, int]:
    """(year, month) so many months on."""
    index = day.year * 12 + day.month - 1 + amount
    return index // 12, index % 12 + 1


def week_point(day: dt.date) -> Point:
    """The calendar week of a day."""
    days, (year, week, _) = week_days(day), day.isocalendar()
    return Point(f"{year}-W{week:02d}", days.edtf(), days, "week", days.first.year if days.first else None)


def weekend_point(day: dt.date) -> Point:
    """The weekend of a day's week."""
    monday = day - dt.timedelta(days=day.weekday())
    days = Interval(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6))
    year, week, _ = day.isocalendar()
    return Point(f"{year}-W{week:02d}-WE", days.edtf(), days, "weekend", monday.year)


def month_point(year: int, month: int) -> Point:
    """A month."""
    return Point(f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}", month_days(year, month), "month", year)


def year_point(year: int) -> Point:
    """A year; before Christ as TIMEX3 writes it, without days."""
    if year <= 0:
        return Point(f"BC{-year:04d}", f"BC{-year:04d}", None, "year", year)
    return Point(f"{year:04d}", f"{year:04d}", year_days(year), "year", year)


def decade_point(year: int) -> Point:
    """The ten years that a year stands in."""
    first = year // 10 * 10
    days = Interval(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)) if first > 0 else None
    return Point(f"{first // 10:03d}", f"{first}/{first + 9}", days, "decade", first)


def century_point(number: int) -> Point:
    """The hundred years whose number less one is *number* (19 is the twentieth century)."""
    first = number * 100
    days = Interval(dt.date(max(first, 1), 1, 1), dt.date(first + 99, 12, 31))
    return Point(f"{number:02d}", f"{first}/{first + 99}", days, "century", first)


def quarter_point(year: int, quarter: int) -> Point:
    """A quarter of a year."""
    days = Interval(month_days(year, 3 * quarter - 2).first, month_days(year, 3 * quarter).last)
    return Point(f"{year:04d}-Q{quarter}", f"{year:04d}-{3 * quarter - 2:02d}/{year:04d}-{3 * quarter:02d}", days, "quarter", year)


def half_point(year: int, half: int) -> Point:
    """A half of a year."""
    days = Interval(month_days(year, 6 * half - 5).first, month_days(year, 6 * half).last)
    return Point(f"{year:04d}-H{half}", f"{year:04d}-{6 * half - 5:02d}/{year:04d}-{6 * half:02d}", days, "half", year)


SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""Of the northern half of the world; a winter bears the year in which it begins or, before March, the year it ends."""


def season_point(year: int, season: str) -> Point:
    """A season; the winter of a year is its January and February with the December before."""
    first, last = SEASON_MONTHS[season]
    if year <= 0:
        return Point(f"BC{-year:04d}-{season}", None, None, "season", year)
    if season == "WI":
        days = Interval(dt.date(year - 1, 12, 1), month_days(year, 2).last)
    else:
        days = Interval(dt.date(year, first, 1), month_days(year, last).last)
    return Point(f"{year:04d}-{season}", days.edtf(), days, "season", year)
