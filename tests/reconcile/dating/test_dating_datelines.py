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
