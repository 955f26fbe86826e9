"""EDTF days of gold and record, as ordinals to compare."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

EVER = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day as ordinals; an open end is before or after all days."""

    first: int
    last: int

    def meets(self, other: Days) -> bool:
        """Whether a day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Days) -> bool:
        """Whether all days lie in the other."""
        return other.first <= self.first and self.last <= other.last


def days_of(edtf: str | None) -> Days | None:
    """The days of `2024`, `2024-03`, `2024-03-02`, or two of them with `/` between and `..` for an open end; None for none."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    return Days(0 if first == ".." else ends(first).first, EVER if last == ".." else ends(last or first).last)


def ends(part: str) -> Days:
    """First and last day of a year, month or day."""
    numbers = [int(n) for n in part[:10].split("-")]
    if len(numbers) == 1:
        return Days(dt.date(numbers[0], 1, 1).toordinal(), dt.date(numbers[0], 12, 31).toordinal())
    if len(numbers) == 2:
        last = calendar.monthrange(numbers[0], numbers[1])[1]
        return Days(dt.date(numbers[0], numbers[1], 1).toordinal(), dt.date(numbers[0], numbers[1], last).toordinal())
    day = dt.date(numbers[0], numbers[1], numbers[2]).toordinal()
    return Days(day, day)


def overlap(edtf: str | None, wanted: str | None, *others: str) -> bool:
    """Whether the days said meet those wanted, or one of the *others* that are right too; what is wanted without days is met by any."""
    goals = [d for d in (days_of(wanted), *(days_of(o) for o in others)) if d is not None]
    said = days_of(edtf)
    return not goals or (said is not None and any(said.meets(g) for g in goals))
