"""Times are read at their words, with their TIMEX3 type and value and the guide's value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.times.times_cases import CASES, NO_TIMES, PUBLISHED, Expected

from onrecord.annotate.times.read import times_of
from onrecord.annotate.times.scan import scan
from onrecord.reconcile.calendar import resolve
from onrecord.types import Block, Interval, Parsed, Reading, Report, Span, Time

DAY = Interval.day(dt.date.fromisoformat(PUBLISHED))
PIECES = [
    "on ", "the ", "last ", "May", " 5", ", 2019", "Friday", " night", "two ", "weeks", " ago", "1918", "-", "19", " and ", "late ", "’s ",
    "“", "\n", "3 p.m. ",
]


def read(parsed: Parsed) -> list[Expected]:
    """The times of a parsed text as the table has them."""
    times = times_of(parsed)
    values = resolve(Reading(parsed.report, times=times), DAY)
    return [(t.span.of(parsed.report.text), t.type, values.timex[t.id], values.values[t.id]) for t in times]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_time_is_read_with_its_value(parse_text: Callable[[str], Parsed], text: str, expected: tuple[Expected, ...]) -> None:
    assert read(parse_text(text)) == list(expected)


@pytest.mark.parametrize("text", NO_TIMES)
def test_names_ages_and_numbers_are_no_times(parse_text: Callable[[str], Parsed], text: str) -> None:
    assert read(parse_text(text)) == []


def test_a_history_carries_its_year_along(parse_text: Callable[[str], Parsed]) -> None:
    text = (
        "In March 1811 the fleet sailed. On 4 April it was seen off the cape. By December the port had fallen, and in January the king fled. "
        "The war of 1813 followed. In 1815 peace came; the treaties of 1816, 1817 and 1820 kept it."
    )
    assert [v for _, _, v, _ in read(parse_text(text))][:4] == ["1811-03", "1811-04-04", "1811-12", "1812-01"]


def test_furniture_is_not_read_and_captions_are() -> None:
    text = "You have read 3 articles this month.\nSoldiers at the gate, March 2, 2018."
    blocks = (Block(Span(0, 36), "furniture"), Block(Span(37, len(text)), "caption"))
    times = times_of(Parsed(Report("r", "r", text, blocks=blocks), (), ()))
    assert [t.span.of(text) for t in times] == ["March 2, 2018"]


def test_the_reason_names_the_verb_that_chose_the_direction(parse_text: Callable[[str], Parsed]) -> None:
    time: Time = times_of(parse_text("The envoy will meet the rebels on Tuesday."))[0]
    assert time.expression.direction == "future"
    assert "will meet" in time.reason


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [f.span for f in scan(text, 0, len(text))]
    assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() == s.of(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_reading_any_text_resolves_without_error_on_a_day_and_on_none(text: str) -> None:
    parsed = Parsed(Report("r", "r", text), (), ())
    reading = Reading(parsed.report, times=times_of(parsed))
    assert set(resolve(reading, DAY).values) == set(resolve(reading, None).values) == {t.id for t in reading.times}
