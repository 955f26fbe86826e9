"""The end of a time that is given counts from the report that tells of it. All names are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.statements import statements_of
from onrecord.types import Commitment, Interval, Reading, ReportDate

DAY = dt.date(2031, 5, 2)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Belmar warned the Kestrel Front that it must agree to a deal within two weeks.", DAY + dt.timedelta(days=14)),
        ("Belmar warned the Kestrel Front that it must agree to a deal within 72 hours.", DAY + dt.timedelta(days=3)),
        ("Under the deal, the Kestrel Front is to hand over the complete lists of its captives within ten days.", DAY + dt.timedelta(days=10)),
        ("The guerrillas and Belmar promised to give each other complete lists of captives within ten days.", DAY + dt.timedelta(days=10)),
        ("Under the deal, Belmar will keep 40 trucks a day moving until 15 May.", None),
        ("Under the truce, the Kestrel Front is to free the nine within 24 hours of the payment.", None),
        ("Belmar agreed to extend the truce by 90 days.", None),
    ],
)
def test_a_duty_is_due_at_the_latest_when_its_time_is_over_after_the_report(read_text: Callable[[str], Reading], text: str, last: dt.date | None) -> None:
    reading = read_text(text)
    date = ReportDate(reading.report.id, Interval.day(DAY), "given", "")
    found = [s for s in statements_of(reading, date, resolve(reading, date.published)) if isinstance(s.item, Commitment)]
    assert [s.date for s in found] == [Interval(None, last) if last else None]
