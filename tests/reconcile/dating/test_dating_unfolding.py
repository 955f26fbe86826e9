"""A weekday beside a day without its year proves the year; a day that nothing proves dates no report."""

from __future__ import annotations

import pytest
from tests.reconcile.dating.test_dating_recent import dated

from onrecord.parse import SpacyParser

PROVED = [
    (
        "The truce of 14 May 2019 obliged both armies to open the road. The first trucks crossed on Tuesday, the envoy said. "
        "Further crossings are due to begin on Monday, 20 January.",
        "2020-01-14/2020-01-16",
    ),
    (
        "Talks on the dock strike ended on March 12, 2018 without agreement. The union will walk out on Monday, March 19, its leader said.",
        "2018-03-12/2018-03-18",
    ),
    (
        "Nine miners were taken at a quarry on March 4 by armed men. A priest met them on Tuesday night. The captors gave the firm until Friday. "
        "The bishop has helped to free six hostages in 2018. The quarry was closed after the Sunday raid.",
        "2018-03-06/2018-03-08",
    ),
    (
        "Gunmen stormed the ferry at 07:15 on Tuesday, 13 March 2018, police say. In the morning they let ten children go. "
        "At noon they freed the cook. They want to leave by nightfall.",
        "2018-03-13/2018-03-14",
    ),
]

UNPROVED = [
    "The truce of 14 May 2019 obliged both armies to open the road. Further crossings are due to begin on 20 January.",
    "Nine miners were taken at a quarry on March 4 by armed men. A priest met them on Tuesday night. The bishop helped to free six hostages in 2018.",
    "Nine miners were taken at a quarry on March 4 by armed men. The bishop has helped to free six hostages in 2018. It was a Friday raid.",
    "Nine miners were taken on May 28, 2018. The firm has until Friday to pay. An envoy arrived on Saturday.",
]


@pytest.mark.parametrize(("text", "days"), PROVED)
def test_a_weekday_proves_the_year_of_a_day(parser: SpacyParser, text: str, days: str) -> None:
    found = dated(parser, text)
    assert (found.published.edtf() if found.published else None) == days, found.reason


@pytest.mark.parametrize("text", UNPROVED)
def test_a_day_that_no_weekday_proves_dates_nothing(parser: SpacyParser, text: str) -> None:
    assert dated(parser, text).published is None
