"""Putting statements in the order of time, so that the order of the reports changes nothing; and ids of what is derived."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from onrecord.types import Interval, Statement

START, END = dt.date.min, dt.date.max


def days_of(statement: Statement) -> Interval | None:
    """When a statement holds: its own days, else those on which its report was published."""
    return statement.date or statement.published


def moment(statement: Statement) -> tuple[dt.date, dt.date, dt.date, str]:
    """A sort key: last day, first day, day of the report, id; what has no day comes first."""
    days = days_of(statement)
    told = statement.published
    return ((days.last or END) if days else START, (days.first or START) if days else START, (told.last or END) if told else START, statement.id)


def derived_id(kind: str, statements: Iterable[str], *more: str) -> str:
    """16 hex digits that depend on what is derived and from what, never on the order in which it was met."""
    return hashlib.sha256("\x1f".join([kind, *more, *sorted(set(statements))]).encode()).hexdigest()[:16]
