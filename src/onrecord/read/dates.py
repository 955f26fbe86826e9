"""Printed and given dates of publication, as EDTF; a date that is no day of the calendar is no date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from onrecord.types import Span

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MONTH = (
    r"(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b\.?)"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"(?<!\d){DAY}\s+(?:(?:day\s+)?of\s+)?{MONTH},?\s+{YEAR}(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})-{MONTH}-{YEAR}(?!\d)",
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}(?!\d)",
    )
)
# 03/02/2024 is February in Britain and March in America: only a day above 12 tells which.
SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?P<stroke>[/.-])(?P<second>\d{1,2})(?P=stroke)(?P<year>(?:19|20)\d\d)(?!\d)")
EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
URL_DATE = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|[/-](20\d\d)(0\d|1[0-2])([0-2]\d|3[01])(?=[/.-]|$)")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as printed, with its place."""

    day: dt.date
    span: Span


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its short form."""
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower().rstrip(".")[:3]))


def printed_dates(text: str, start: int = 0, end: int | None = None) -> list[PrintedDate]:
    """Every full day (with its year) between *start* and *end*, in text order; a day that may be read two ways is left out."""
    found = []
    stop = len(text) if end is None else end
    for form in FORMS:
        for match in form.finditer(text, start, stop):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
            day = calendar_day(int(parts["year"]), month, int(parts["day"]))
            if day:
                found.append(PrintedDate(day, Span(*match.span())))
    for match in SLASHED.finditer(text, start, stop):
        found += slashed(match)
    return sorted(found, key=lambda d: d.span)


def slashed(match: re.Match[str]) -> list[PrintedDate]:
    """The day of a date written with strokes, when only one order of day and month is possible."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    days = {d for d in (calendar_day(year, first, second), calendar_day(year, second, first)) if d}
    return [PrintedDate(days.pop(), Span(*match.span()))] if len(days) == 1 else []


def given_date(value: str) -> str | None:
    """EDTF of a date that a person, a field or metadata gave: a day, month, year, or `first/last`; None when it is no date."""
    value = value.strip()
    if "/" in value and not SLASHED.search(value):
        ends = [given_date(v) if v not in ("", "..") else ".." for v in value.split("/")]
        if len(ends) == 2 and None not in ends and ends != ["..", ".."]:
            return "/".join(str(e) for e in ends)
    iso = EDTF.match(value)
    if iso and (iso.end() == len(value) or (iso[3] and value[iso.end()] in "T ")):
        year, month, day = (int(g) if g else 1 for g in iso.groups())
        return iso[0] if calendar_day(year, month, day) else None
    days = {d.day for d in printed_dates(value)}
    return days.pop().isoformat() if len(days) == 1 else None


def url_date(url: str | None) -> str | None:
    """The day that an address's path carries, as `/2024/03/02/` or `-20240302`."""
    match = URL_DATE.search(url) if url else None
    if match is None:
        return None
    parts = [int(g) for g in match.groups() if g]
    day = calendar_day(parts[0], parts[1], parts[2])
    return day.isoformat() if day else None
