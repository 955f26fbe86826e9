"""How a report tells the day of what it tells."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = 6
"""Days up to which a bare weekday is used."""


@dataclass(frozen=True)
class Day:
    """A day in a report's words; *op* is weekday, yesterday, date or full, *lead* how many characters come before the time itself."""

    words: str
    date: dt.date
    op: str
    lead: int = 0


def told(day: dt.date, report: dt.date, rng: random.Random, *, full: bool = False) -> Day:
    """*day* as a report of *report* tells it; *full* asks for the year."""
    away = (report - day).days
    if full:
        weekday = f"{WEEKDAYS[day.weekday()]}, " if rng.random() < 0.7 else ""
        return Day(f"on {weekday}{MONTHS[day.month - 1]} {day.day}, {day.year}", day, "full", 3)
    if away == 1 and rng.random() < 0.2:
        return Day("yesterday", day, "yesterday")
    if 0 <= away <= NEAR:
        return Day(f"on {WEEKDAYS[day.weekday()]}", day, "weekday", 3)
    if rng.random() < 0.5:
        return Day(f"on {MONTHS[day.month - 1]} {day.day}", day, "date", 3)
    return Day(f"on {day.day} {MONTHS[day.month - 1]}", day, "date", 3)
