"""Hard times have the values that people would give; those that go wrong are named with their reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.annotate.times.hard_times import ENTRIES, HARD, HEADED, WRONG, Row
from tests.annotate.times.times_cases import PUBLISHED

from onrecord.annotate.times.read import times_of
from onrecord.reconcile.calendar import resolve
from onrecord.types import Interval, Parsed, Reading

ROWS = [pytest.param(row, id=row[0]) for row in HARD] + [pytest.param(row, id=row[0], marks=pytest.mark.xfail(strict=True, reason=why)) for why, row in WRONG]


def values(parsed: Parsed) -> list[tuple[str, str | None]]:
    """The words and values of the times of a text."""
    times = times_of(parsed)
    found = resolve(Reading(parsed.report, times=times), Interval.day(dt.date.fromisoformat(PUBLISHED))).values
    return [(t.span.of(parsed.report.text), found[t.id]) for t in times]


@pytest.mark.parametrize("row", ROWS)
def test_a_hard_time_has_its_value(parse_text: Callable[[str], Parsed], row: Row) -> None:
    _, text, expected = row
    assert values(parse_text(text)) == list(expected)


def test_a_clock_time_that_heads_an_entry_is_of_the_reports_day(parse_text: Callable[[str], Parsed]) -> None:
    found = values(parse_text(ENTRIES))
    assert [v for v in found if v in HEADED] == HEADED
