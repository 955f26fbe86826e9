"""Days as other formats ask for them: no more of a date than all its possible days have in common."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

from onrecord.types import Interval

Precision = Literal["day", "month", "year", "interval", "by", "from", "unknown"]
"""`interval`: some day from one to another; `by` and `from`: one end only is told."""


def precision(date: Interval | None) -> Precision:
    """How exactly a date is known."""
    if date is None or (date.first is None and date.last is None):
        return "unknown"
    if date.first is None:
        return "by"
    if date.last is None:
        return "from"
    lengths: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}
    return lengths.get(len(date.edtf()), "interval")


def shared_parts(date: Interval | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as far as all possible days share them; a format with a field for each gets None for the rest."""
    if date is None or date.first is None or date.last is None or date.first.year != date.last.year:
        return None, None, None
    if date.first.month != date.last.month:
        return date.first.year, None, None
    return date.first.year, date.first.month, date.first.day if date.first == date.last else None


def shared_prefix(date: Interval | None) -> str | None:
    """The longest ISO 8601 date of reduced precision that holds for every possible day: `2025-03-03`, `2025-03`, `2025`; None where there is none."""
    year, month, day = shared_parts(date)
    if year is None:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def edtf(date: Interval | None) -> str:
    """The date as EDTF, whole; "" for none."""
    return date.edtf() if date is not None else ""


def days_of(told: str) -> Interval | None:
    """The days of an EDTF date as `edtf` writes it; None for ""."""
    if not told:
        return None
    first, _, last = told.partition("/")
    return Interval(bound(first, last=False), bound(last or first, last=True))


def bound(told: str, *, last: bool) -> dt.date | None:
    """The first or last day of a year, a month or a day; None for an open end."""
    if told == "..":
        return None
    year, month, day = (*(int(part) for part in told.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
