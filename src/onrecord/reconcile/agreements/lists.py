"""Lists that came, and came late, by the words of a report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.reconcile.agreements.settings import any_of, book
from onrecord.reconcile.standing import Standing
from onrecord.types import Interval, Span


@cache
def came() -> re.Pattern[str]:
    """Words that tell that a list came."""
    return re.compile("|".join(book()["delivering"]["lists"]), re.I)


@dataclass(frozen=True, slots=True)
class ListTold:
    """A list that a report says came: by whose account, and when."""

    statement: str
    by: str
    late: bool
    day: Interval | None
    """The day told, else the days of the report."""
    eve: Interval | None
    """The same where a list comes on the eve: the day before the delivery that it is told to be for."""


def lists_told(standing: Standing, report: str) -> Iterator[ListTold]:
    """Every list that a sentence says came, on the day told there."""
    reading = standing.scene.reading_of(report)
    text = reading.report.text
    for sentence in standing.sentences_of(report) if came().search(text) else ():
        said = sentence.of(text)
        found = came().search(said)
        if found is None or any_of(book()["delivering"]["not"]).search(said):
            continue
        place = Span(sentence.start + found.start(), sentence.start + found.end())
        statement = standing.statement_at(report, place)
        if statement is None:
            continue
        late = any_of(book()["delivering"]["late"]).search(said) is not None
        by, published = standing.told_by(report, standing.chain_at(report, place)), standing.scene.dates[report].published
        day, eve = (day_told(standing, report, sentence, eve=eve) for eve in (False, True))
        yield ListTold(statement.id, by, late, day or published, eve or published)


def day_told(standing: Standing, report: str, sentence: Span, *, eve: bool) -> Interval | None:
    """The first day told in a sentence; the one before it where it is that of the delivery which the list is for."""
    reading = standing.scene.reading_of(report)
    for time in sorted(reading.times, key=lambda t: t.span):
        if time.type not in ("DATE", "TIME") or not sentence.holds(time.span):
            continue
        days = standing.day_of(report, time.id)
        behind = reading.report.text[time.span.end : time.span.end + 24]
        if days is not None and days.first is not None and days.days == 1:
            of_next = eve and any_of(book()["delivering"]["next"]).search(behind) is not None
            return Interval.day(days.first - dt.timedelta(days=1)) if of_next else days
    return None
