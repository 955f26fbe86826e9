"""A date is told to another format no more exactly than all its possible days have it in common."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.types import Interval
from onrecord.views.export.days import edtf, precision, shared_parts, shared_prefix

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))

TABLE = [
    ("2025-03-03", "2025-03-03", "day", "2025-03-03"),
    ("2025-03-03", "2025-03-04", "interval", "2025-03"),
    ("2025-03-01", "2025-03-31", "month", "2025-03"),
    ("2025-03-30", "2025-04-02", "interval", "2025"),
    ("2025-01-01", "2025-12-31", "year", "2025"),
    ("2024-12-31", "2025-01-01", "interval", None),
    (None, "2025-03-04", "by", None),
    ("2025-03-04", None, "from", None),
]


@pytest.mark.parametrize(("first", "last", "kind", "prefix"), TABLE)
def test_a_date_is_cut_to_what_is_sure(first: str | None, last: str | None, kind: str, prefix: str | None) -> None:
    date = Interval(dt.date.fromisoformat(first) if first else None, dt.date.fromisoformat(last) if last else None)
    assert (precision(date), shared_prefix(date)) == (kind, prefix)


def test_no_date_stays_none() -> None:
    assert (precision(None), shared_prefix(None), shared_parts(None), edtf(None)) == ("unknown", None, (None, None, None), "")


@given(DAYS, DAYS)
def test_the_prefix_holds_for_the_first_and_the_last_possible_day(one: dt.date, other: dt.date) -> None:
    date = Interval(min(one, other), max(one, other))
    prefix = shared_prefix(date) or ""
    assert str(date.first).startswith(prefix) and str(date.last).startswith(prefix)
    assert (len(prefix) == 10) == (one == other)
