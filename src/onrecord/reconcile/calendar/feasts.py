"""Dates of feasts: computed, never looked up; names and rules in `feasts.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.types import Interval

DAY = dt.timedelta(days=1)
ISLAMIC_EPOCH = 1948440
"""Julian day of 1 Muharram 1, civil reckoning."""
ORDINAL_TO_JULIAN = 1721425
"""What turns `date.toordinal` into a Julian day number."""
LONG_YEARS = (355, 385)
"""Hebrew years in which Cheshvan has thirty days."""


@cache
def rules() -> dict[str, Any]:
    """The table of `feasts.toml`."""
    return tomllib.loads((files("onrecord.reconcile.calendar") / "feasts.toml").read_text(encoding="utf-8"))


def feast(name: str, year: int) -> Interval | None:
    """The days of a feast that begins in *year*; None for an unknown name or where it does not fall in that year."""
    for section, make in MAKERS.items():
        rule = rules()[section].get(name)
        if rule is not None:
            return make(rule, year)  # type: ignore[no-any-return]
    return None


def fixed(rule: list[int], year: int) -> Interval:
    """The same day every year."""
    return Interval.day(dt.date(year, rule[0], rule[1]))


def nth(rule: list[int], year: int) -> Interval:
    """The n-th weekday of a month."""
    month, weekday, which = rule
    first = dt.date(year, month, 1)
    day = first + DAY * ((weekday - first.weekday()) % 7)
    if which > 0:
        return Interval.day(day + 7 * DAY * (which - 1))
    while (day + 7 * DAY).month == month:
        day += 7 * DAY
    return Interval.day(day)


def easter(offset: int, year: int) -> Interval:
    """Counted from Easter (Meeus, Jones and Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return Interval.day(dt.date(year, month, day + 1) + offset * DAY)


def orthodox_easter(offset: int, year: int) -> Interval:
    """Counted from the eastern churches' Easter (Meeus, Julian, moved to the Gregorian calendar of 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return Interval.day(dt.date(year, month, day + 1) + (13 + offset) * DAY)


def nisan(year: int) -> dt.date:
    """15 Nisan, the first day of Passover, in *year* (Gauss; the Julian day moved to the Gregorian calendar)."""
    hebrew = year + 3760
    a, b = (12 * hebrew + 17) % 19, hebrew % 4
    m = 32.0440931611436 + 1.5542417966211826 * a + b / 4 - 0.003177794022 * hebrew
    whole, part = int(m), m % 1
    c = (whole + 3 * hebrew + 5 * b + 5) % 7
    if c == 0 and a > 11 and part >= 0.8977237654:
        whole += 1
    elif c == 1 and a > 6 and part >= 0.6328703703:
        whole += 2
    elif c in (2, 4, 6):
        whole += 1
    shift = year // 100 - year // 400 - 2
    return dt.date(year, 3, 1) + (whole + shift - 1) * DAY


def hebrew(rule: list[Any], year: int) -> Interval:
    """Counted from Passover, or from the new year 163 days after it."""
    since, offset, length = rule
    spring = nisan(year)
    start = spring if since == "nisan" else spring + 163 * DAY
    if offset == rules()["hebrew"]["hanukkah"][1]:
        size = (nisan(year + 1) - spring).days
        offset += size in LONG_YEARS
    first: dt.date = start + offset * DAY
    return Interval(first, first + (length - 1) * DAY)


def islamic(rule: list[int], year: int) -> Interval | None:
    """The days of the tabular Islamic calendar that begin in *year*, the first of them where there are two."""
    month, day, length = rule
    about = (year - 622) * 33 // 32
    for hijri in (about, about + 1, about + 2):
        julian = day + -(-59 * (month - 1) // 2) + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + ISLAMIC_EPOCH - 1
        first = dt.date.fromordinal(julian - ORDINAL_TO_JULIAN)
        if first.year == year:
            return Interval(first, first + (length - 1) * DAY)
    return None


MAKERS: dict[str, Any] = {"fixed": fixed, "easter": easter, "orthodox_easter": orthodox_easter, "nth": nth, "hebrew": hebrew, "islamic": islamic}
