"""What dated reports of the same matter make likely of an undated one is told beside its date, is weaker than any word of it, and dates nothing."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.dating.test_dating_batches import make

from onrecord.parse import SpacyParser
from onrecord.reconcile.dating import date_reports
from onrecord.reconcile.dating.gathered import MISSED, Gathered, around, likely, on_weekday
from onrecord.types import Interval, Reading, ReportDate

MATTER = "Envoys of the Oru Front met Minister Kestan of Vesland in Tarsk. The Oru Front said that Minister Kestan had promised Tarsk a truce."
OTHER = "The Halden Bank of Norrund raised its rate. Governor Ilse Brandt said that Halden Bank would raise it again, and Norrund agreed."
START = dt.date(2019, 3, 4)


def month(parser: SpacyParser, step: int = 2, count: int = 15) -> list[Reading]:
    """Dated reports of the matter, so many days from one to the next."""
    return [make(parser, f"dated{n:02}", MATTER, published=str(START + dt.timedelta(days=step * n))) for n in range(count)]


def undated(parser: SpacyParser, text: str, *beside: Reading) -> ReportDate:
    """The date of an undated text beside others."""
    return date_reports([*beside, make(parser, "undated", text)])[-1]


def test_an_undated_report_of_a_matter_is_likely_of_the_days_of_its_dated_reports_and_stays_undated(parser: SpacyParser) -> None:
    found = undated(parser, MATTER, *month(parser))
    assert (found.published, found.basis) == (None, "unknown")
    assert found.likely is not None and found.likely.edtf() == "2019-03-01/2019-04-04"
    assert found.likely_reason.startswith("15 dated reports with which it shares 3 names or more were printed from 2019-03-04 to 2019-04-01")


@pytest.mark.parametrize(
    ("text", "step", "count"),
    [
        pytest.param(OTHER, 2, 15, id="another matter"),
        pytest.param(MATTER, 2, 9, id="too few dated reports"),
        pytest.param(MATTER, 20, 15, id="more than a season"),
    ],
)
def test_where_dated_reports_tell_too_little_nothing_is_likely(parser: SpacyParser, text: str, step: int, count: int) -> None:
    found = undated(parser, text, *month(parser, step, count))
    assert found.likely is None and not found.likely_reason


def test_what_is_told_cuts_what_is_likely(parser: SpacyParser) -> None:
    found = undated(parser, f"{MATTER} The army left Tarsk on 20 March 2019.", *month(parser))
    assert found.likely is not None and found.likely.first == dt.date(2019, 3, 20)


def test_what_is_told_of_another_year_leaves_nothing_likely(parser: SpacyParser) -> None:
    assert undated(parser, f"{MATTER} The army left Tarsk on 20 March 2021.", *month(parser)).likely is None


def test_the_weekday_of_the_news_cuts_the_ends(parser: SpacyParser) -> None:
    found = undated(parser, MATTER.replace(" in Tarsk.", " in Tarsk on Tuesday.", 1), *month(parser))
    assert found.likely is not None and found.likely.edtf() == "2019-03-05/2019-04-04"
    assert "“Tuesday” in its first sentences" in found.likely_reason


def test_likely_days_date_no_other_report(parser: SpacyParser) -> None:
    copy = make(parser, "copy", MATTER)
    assert [d.published for d in date_reports([*month(parser), make(parser, "undated", MATTER), copy])][-2:] == [None, None]


def test_a_given_date_takes_the_place_of_what_was_likely(parser: SpacyParser) -> None:
    found = date_reports([*month(parser), make(parser, "undated", MATTER, published="2019-03-02/2019-04-03")])[-1]
    assert found.published == Interval(dt.date(2019, 3, 2), dt.date(2019, 4, 3)) and found.likely is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dates(dt.date(2001, 1, 1), dt.date(2001, 12, 31)), min_size=10, max_size=60), st.integers(0, 6))
def test_the_margin_only_widens_and_the_weekday_only_narrows(days: list[dt.date], weekday: int) -> None:
    found = around([Interval.day(d) for d in days])
    assert found.first is not None and found.last is not None and found.first <= min(days) and found.last >= max(days)
    cut = on_weekday(found, weekday)
    assert cut.first is not None and cut.last is not None and found.first <= cut.first <= cut.last <= found.last


def test_an_even_sample_misses_its_next_as_often_as_is_said() -> None:
    chance, out = random.Random(5), 0
    for _ in range(3000):
        *known, further = (Interval.day(START + dt.timedelta(days=chance.randrange(900))) for _ in range(13))
        out += not around(known).overlaps(further)
    assert abs(out / 3000 - MISSED) < 0.01


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (None, "2019-03"),
        (Interval(dt.date(2019, 3, 10), None), "2019-03-10/2019-03-31"),
        (Interval(dt.date(2019, 3, 10), dt.date(2019, 3, 12)), None),
        (Interval(dt.date(2020, 1, 1), None), None),
    ],
)
def test_likely_days_lie_within_what_is_told(told: Interval | None, expected: str | None) -> None:
    found = likely(told, Gathered(Interval(dt.date(2019, 3, 1), dt.date(2019, 3, 31)), "why"))
    assert (found.days.edtf() if found else None) == expected
