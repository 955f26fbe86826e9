"""A dateline's day takes its year from the weekday of the news and the latest year behind; without either it stays open."""

from __future__ import annotations

import pytest

from onrecord.annotate.times.read import times_of
from onrecord.parse import SpacyParser
from onrecord.read import read_text
from onrecord.reconcile.dating import date_reports
from onrecord.types import Reading, ReportDate

BEFORE = "The guards were seized in the port in June 2018, a nurse said, and their families have had no word of them since that day."


def dated(parser: SpacyParser, text: str) -> ReportDate:
    """The date of a report that is read as it stands."""
    report = read_text(text).report
    assert report is not None
    return date_reports([Reading(report, times=times_of(parser.parse(report)))])[0]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"KARSA, Aug 23 (Harbour News) - Rebels freed six guards, the ministry said on Thursday.\n\n{BEFORE}", "2018-08-23"),
        # The weekday of the day before, where no year has that of the day itself
        (f"KARSA, Aug 24 (Harbour News) - Rebels freed six guards late on Thursday, the ministry said.\n\n{BEFORE}", "2018-08-24"),
        # The year after, where the day of the latest year has another weekday
        (f"KARSA, Aug 23 (Harbour News) - Rebels freed six guards, the ministry said on Friday.\n\n{BEFORE}", "2019-08-23"),
        (f"KARSA, Thursday, Aug 23 (Harbour News) - Rebels freed six guards, the ministry said.\n\n{BEFORE}", "2018-08-23"),
        (f"KARSA, Aug 23 (Harbour News) - Rebels freed six guards, the ministry said.\n\n{BEFORE}", None),
        ("KARSA, Aug 23 (Harbour News) - Rebels freed six guards, the ministry said on Thursday. The guards are well, a nurse told families.", None),
    ],
)
def test_the_year_of_a_dateline(parser: SpacyParser, text: str, date: str | None) -> None:
    found = dated(parser, text)
    assert (found.published.edtf() if found.published else None) == date, found.reason


DATED = "KARSA, March 4, 2031 (Harbour News) - The Oru Front and Vesland met in Port Corran. The Oru Front holds guards, Vesland said."
SAME = "The Oru Front freed six guards{day}, Vesland said after it met the Oru Front in Port Corran."


@pytest.mark.parametrize(
    ("text", "date", "why"),
    [
        ("PORT CORRAN, 14 March\n\n" + SAME.format(day=" on Friday"), "2031-03-14", "a Friday, ten days after a dated report of the same story"),
        ("PORT CORRAN, 14 March\n\n" + SAME.format(day=""), "2031-03-14", "near enough without a weekday"),
        ("PORT CORRAN, 14 March\n\n" + SAME.format(day=" on Wednesday"), None, "the weekday speaks against it"),
        ("PORT CORRAN, 14 June\n\n" + SAME.format(day=""), None, "three months away, and no weekday to hold it"),
        ("PORT CORRAN, 13 June\n\n" + SAME.format(day=" on Friday"), "2031-06-13", "three months away, and the weekday fits"),
        ("PORT CORRAN, 10 Oct\n\n" + SAME.format(day=" on Thursday"), "2030-10-10", "five months away, and only of that year is the day itself a Thursday"),
        ("PORT CORRAN, 10 Oct\n\n" + SAME.format(day=" on Wednesday"), "2030-10-10", "or the day after one, and no other year has it so"),
        ("PORT CORRAN, 10 Oct\n\n" + SAME.format(day=" on Monday"), None, "… and of no year a Monday"),
        ("LOMBA, 14 March\n\nThe miners of Lomba went back to work on Friday, a union said.", None, "another story"),
    ],
)
def test_a_dateline_takes_its_year_from_a_dated_report_of_the_same_story(parser: SpacyParser, text: str, date: str | None, why: str) -> None:
    readings = []
    for each in (DATED, text):
        report = read_text(each).report
        assert report is not None
        readings.append(Reading(report, times=times_of(parser.parse(report))))
    found = date_reports(readings)[1]
    assert (found.published.edtf() if found.published else None) == date, (why, found.reason)
