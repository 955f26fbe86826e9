"""A figure holds on the day of its clause, of who tells it, of the running tale, of its whole, or of the report's news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from onrecord.reconcile.calendar import resolve
from onrecord.types import Interval, Reading

DAYS = Interval(dt.date(2024, 5, 20), dt.date(2024, 5, 22))
"""Monday to Wednesday: a report whose day is known to be one of three."""
TOLD = [
    ("The rebels freed nine soldiers on May 20. They still hold 26 hostages.", "26 hostages", "2024-05-20"),
    ("The rebels still hold 26 hostages. Talks began on Monday.", "26 hostages", "2024-05-20"),
    ("The rebels still hold 26 hostages, a priest said.", "26 hostages", "2024-05-20/2024-05-22"),
    ("The guerrillas have killed 40 hostages since 2021, and nine were freed on May 21.", "40 hostages", "2021/2024-05-21"),
    ("A general said on May 21 that the militia had killed 40 hostages since April 2.", "40 hostages", "2024-04-02/2024-05-21"),
    ("The rebels freed the hostages in Nyala on May 4. About 200 farmers fled into the hills.", "About 200 farmers", "2024-05-04"),
    ("The hijackers and the police talked on May 4. They talked for two hours.", "two hours", "2024-05-04"),
    ("The rebels freed the hostages on May 4. They must pay within 30 days. Two drivers were wounded.", "Two drivers", "2024-05-04"),
    ("The rebels promised to free the hostages by July 1. Two drivers were wounded on May 3.", "Two drivers", "2024-05-03"),
    ("So far, 30 hostages have been freed. Another 12 were freed on May 3.", "30 hostages", "2024-05-20/2024-05-22"),
    ("A riot broke out in the prison on May 3. The rebels hold the guards. Nine prisoners were killed in the riot.", "Nine prisoners", "2024-05-03"),
    ("The ground offensive began on May 3. Before the ground operation the rebels freed four hostages.", "four hostages", "../2024-05-03"),
    ("Fifteen hostages were freed, said the mayor. The kidnappers freed 15 hostages on May 3.", "Fifteen hostages", "2024-05-03"),
]


@pytest.mark.parametrize(("text", "words", "expected"), TOLD, ids=[t[:50] for t, _, _ in TOLD])
def test_a_figure_holds_on_the_day_that_is_told_for_it(text: str, words: str, expected: str | None, read_text: Callable[[str], Reading]) -> None:
    reading = read_text(text)
    figure = next(f for f in reading.figures if f.span.of(text) == words)
    assert resolve(reading, DAYS).edtf(figure.as_of) == expected


def test_a_report_of_one_day_keeps_its_day_whatever_its_news(read_text: Callable[[str], Reading]) -> None:
    reading = read_text("The rebels freed nine soldiers on Tuesday. The rebels still hold 26 hostages.")
    assert resolve(reading, Interval.day(dt.date(2024, 5, 23))).edtf(reading.figures[1].as_of) == "2024-05-23"
