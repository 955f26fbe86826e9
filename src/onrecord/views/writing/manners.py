"""The manners in which days, moments and numbers are written."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_interval, format_skeleton, format_time

from onrecord.types import Interval

PLAIN_NAME = "plain"
TAG = re.compile(r"[a-z]{2,3}([-_][a-z0-9]{2,8}){0,3}", re.IGNORECASE)
LONGEST, MOST_TAGS = 300, 12
"""Characters of a header, and languages in it, that are looked at."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The program's own form: "3 Dec 2023", "28–29 Oct 2023", "3 Dec 2023, 14:05", "1,234.5"."""

    name: str = PLAIN_NAME
    """As it stands in the URL."""
    lang: str = ""
    direction: Literal["ltr", "rtl"] = "ltr"

    def days(self, first: dt.date, last: dt.date) -> str:
        """A day, a month, a year, or a stretch of days."""
        edtf = Interval(first, last).edtf()
        if first == last:
            return f"{self.day_of_month(first)} {first.year}"
        if len(edtf) == 7:
            return f"{first:%b} {first.year}"
        if len(edtf) == 4:
            return edtf
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.days(last, last)}"
        begun = self.day_of_month(first) if first.year == last.year else self.days(first, first)
        return f"{begun} – {self.days(last, last)}"

    def day_of_month(self, day: dt.date) -> str:
        """A day without its year."""
        return f"{day.day} {day:%b}"

    def month(self, day: dt.date) -> str:
        """The month of a day as a heading."""
        return f"{day:%B %Y}"

    def moment(self, moment: dt.datetime) -> str:
        """A day and a clock time."""
        return f"{self.days(moment.date(), moment.date())}, {moment:%H:%M}"

    def number(self, value: Decimal) -> str:
        """A number."""
        return f"{value:,}"


PLAIN = Plain()


@dataclass(frozen=True, slots=True)
class Local:
    """The form of a locale, by Unicode's CLDR as Babel gives it; all days are days of the Gregorian calendar, all digits the same ten."""

    name: str
    locale: Locale

    @property
    def lang(self) -> str:
        """The language of the names of months; empty for English."""
        return "" if self.locale.language == "en" else str(self.locale).replace("_", "-")

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """In which direction the names of months are read."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    def days(self, first: dt.date, last: dt.date) -> str:
        """A day, a month, a year, or a stretch of days."""
        precision = len(Interval(first, last).edtf()) if first != last else 10
        if precision <= 10:
            return format_skeleton({4: "y", 7: "yMMM", 10: "yMMMd"}[precision], first, locale=self.locale)
        return format_interval(first, last, "yMMMd", locale=self.locale)

    def day_of_month(self, day: dt.date) -> str:
        """A day without its year."""
        return format_skeleton("MMMd", day, locale=self.locale)

    def month(self, day: dt.date) -> str:
        """The month of a day as a heading."""
        return format_skeleton("yMMMM", day, locale=self.locale)

    def moment(self, moment: dt.datetime) -> str:
        """A day and a clock time of 12 or 24 hours."""
        clock = format_time(moment.time(), "short", locale=self.locale)
        return f"{self.days(moment.date(), moment.date())}, {clock}"

    def number(self, value: Decimal) -> str:
        """A number, grouped as the locale groups."""
        pattern, decimals = copy(self.locale.decimal_formats[None]), max(0, -int(value.as_tuple().exponent))
        pattern.frac_prec = (decimals, decimals)
        return str(pattern.apply(value, self.locale, numbering_system="latn"))


Manner = Plain | Local


@lru_cache(maxsize=512)
def named(name: str) -> Manner | None:
    """The manner of a language tag such as `de-AT`; the program's own for `plain` and for English without a country; None for a tag nobody knows."""
    if name == PLAIN_NAME:
        return PLAIN
    if TAG.fullmatch(name) is None:
        return None
    try:
        locale = Locale.parse(name.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    return PLAIN if locale.language == "en" and locale.territory is None else Local(name, locale)


@lru_cache(maxsize=512)
def preferred(header: str) -> Manner:
    """The manner of the first language of an Accept-Language header that is known, by weight; a country nobody knows gives way to its language."""
    weighed = []
    for n, part in enumerate(header[:LONGEST].split(",")[:MOST_TAGS]):
        tag, _, weight = part.strip().partition(";")
        found = re.fullmatch(r"\s*q=(0(?:\.\d{1,3})?|1(?:\.0{1,3})?)\s*", weight) if weight else None
        if tag and (found or not weight) and (found is None or float(found[1]) > 0):
            weighed.append((-float(found[1]) if found else -1.0, n, tag.strip()))
    for _, _, tag in sorted(weighed):
        manner = named(tag) or named(tag.partition("-")[0])
        if manner is not None:
            return manner
    return PLAIN


@lru_cache(maxsize=1)
def offered() -> Mapping[str, str]:
    """Names of the manners that the pages offer, by tag; any other tag may stand in the URL."""
    return MappingProxyType(tomllib.loads((files("onrecord") / "views" / "writing" / "lexicons" / "locales.toml").read_text(encoding="utf-8"))["offered"])
