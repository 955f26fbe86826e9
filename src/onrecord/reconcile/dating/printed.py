"""Dates that a report carries on its face."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.types import Interval, Report, ReportDate

MONTH = re.compile(r"(\d{4})-(\d\d)")
YEAR = re.compile(r"\d{4}")


def printed_date(report: Report) -> ReportDate | None:
    """The date that the report prints, was given or carries in metadata or URL; None where it has none that can be read."""
    days = edtf_days(report.published) if report.published else None
    if days is None:
        return None
    basis = report.published_basis or "given"
    words = report.published_span.of(report.text) if report.published_span else report.published
    return ReportDate(report.id, days, basis, f"{basis}: “{words}”")


def edtf_days(text: str) -> Interval | None:
    """The days of an EDTF day, month, year or interval; an open end is `..`; None for anything else."""
    if "/" in text:
        low, _, high = text.partition("/")
        first, last = edtf_days(low) if low != ".." else None, edtf_days(high) if high != ".." else None
        start, end = first.first if first else None, last.last if last else None
        return Interval(start, end) if start or end else None
    try:
        return whole(text)
    except ValueError:
        return None


def whole(text: str) -> Interval:
    """The days of a day, a month or a year; ValueError for anything else."""
    if YEAR.fullmatch(text):
        return Interval(dt.date(int(text), 1, 1), dt.date(int(text), 12, 31))
    found = MONTH.fullmatch(text)
    if found:
        first = dt.date(int(found[1]), int(found[2]), 1)
        after = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return Interval(first, after - dt.timedelta(days=1))
    return Interval.day(dt.date.fromisoformat(text[:10]))
