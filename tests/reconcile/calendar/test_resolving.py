"""What a time means once the report's date is known, is known to a few days, or is not known."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.reconcile.calendar import resolve, thirds
from onrecord.reconcile.calendar.feasts import feast
from onrecord.types import Interval, Reading, Report, Resolved, Span, Time, TimeExpression


def one(expression: TimeExpression, published: Interval | None) -> Resolved:
    """A single time resolved on a date of publication."""
    time = Time("t1", Span(0, 1), "DATE", expression)
    return resolve(Reading(Report("r", "r", "x"), times=(time,)), published)


def days(first: str, last: str) -> Interval:
    """An interval from two ISO days."""
    return Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


FRIDAY = TimeExpression("weekday", weekday=4, direction="past")


def test_without_a_date_a_weekday_has_no_days_and_keeps_what_it_says() -> None:
    got = one(FRIDAY, None)
    assert (got.values["t1"], got.timex["t1"], got.days["t1"]) == (None, "XXXX-WXX-5", None)


def test_a_date_of_a_few_days_that_gives_one_answer_gives_that_answer() -> None:
    assert one(FRIDAY, days("2021-03-06", "2021-03-08")).values["t1"] == "2021-03-05"


def test_a_date_of_a_few_days_that_gives_two_answers_gives_the_stretch_between() -> None:
    got = one(FRIDAY, days("2021-03-04", "2021-03-06"))
    assert got.days["t1"] == days("2021-02-26", "2021-03-05")
    assert got.timex["t1"] == "XXXX-WXX-5" or "X" in got.timex["t1"]


def test_an_open_date_resolves_nothing() -> None:
    assert one(FRIDAY, Interval(dt.date(2021, 3, 4), None)).days["t1"] is None


@pytest.mark.parametrize(
    ("month", "day", "direction", "expected"),
    [
        (10, 7, "past", "2023-10-07"), (10, 7, "future", "2024-10-07"), (2, 20, "future", "2024-02-20"),
        (12, 31, "past", "2023-12-31"), (2, 29, "past", "2024-02-29"),
    ],
)
def test_a_missing_year_is_the_nearest_that_the_tense_allows(month: int, day: int, direction: str, expected: str) -> None:
    e = TimeExpression("date", month=month, day=day, direction=direction)  # type: ignore[arg-type]
    assert one(e, days("2024-03-01", "2024-03-01")).values["t1"] == expected


def test_an_anchor_is_counted_from_and_not_the_report() -> None:
    times = (
        Time("t1", Span(0, 1), "DATE", TimeExpression("date", year=1999, month=12, day=31)),
        Time("t2", Span(2, 3), "DATE", TimeExpression("shift", unit="day", amount=1), anchor="t1"),
    )
    got = resolve(Reading(Report("r", "r", "x"), times=times), None)
    assert got.values["t2"] == "2000-01-01"


def test_times_that_lean_on_each_other_are_left_unresolved() -> None:
    e = TimeExpression("shift", unit="day", amount=1)
    times = (Time("t1", Span(0, 1), "DATE", e, anchor="t2"), Time("t2", Span(2, 3), "DATE", e, anchor="t1"))
    got = resolve(Reading(Report("r", "r", "x"), times=times), days("2024-03-01", "2024-03-01"))
    assert got.days == {"t1": None, "t2": None}


def test_a_third_of_a_month_is_what_late_means() -> None:
    assert thirds(days("2022-11-01", "2022-11-30"), "late") == days("2022-11-20", "2022-11-30")
    assert thirds(days("2022-11-01", "2022-11-30"), None) == days("2022-11-01", "2022-11-30")


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("easter", 2024, "2024-03-31"), ("orthodox_easter", 2024, "2024-05-05"), ("thanksgiving", 2023, "2023-11-23"),
        ("memorial_day", 2024, "2024-05-27"), ("yom_kippur", 2023, "2023-09-25"), ("ramadan", 2024, "2024-03-11/2024-04-09"),
        ("passover", 2024, "2024-04-23/2024-04-30"), ("hanukkah", 2023, "2023-12-08/2023-12-15"), ("christmas", 1950, "1950-12-25"),
    ],
)
def test_feasts_are_computed(name: str, year: int, expected: str) -> None:
    found = feast(name, year)
    assert found is not None and found.edtf() == expected


def test_an_unknown_feast_has_no_days() -> None:
    assert feast("no_such_feast", 2024) is None
