"""Counts of what came without what is counted ("on Saturday 12 were handed over"), by the words of a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reconcile.agreements.rules import number
from onrecord.reconcile.agreements.settings import any_of, bare, book
from onrecord.reconcile.standing import Standing
from onrecord.types import Figure, Interval, Span

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Bare:
    """A count that a report says was delivered: by whose account, and on which day."""

    statement: str
    by: str
    number: float
    day: Interval


def bare_told(standing: Standing, report: str) -> Iterator[Bare]:
    """Every such count that is no figure already, on its day of the week."""
    reading = standing.scene.reading_of(report)
    figures = [s.span for s in standing.by_report.get(report, ()) if isinstance(s.item, Figure)]
    for sentence in standing.sentences_of(report):
        said = sentence.of(reading.report.text)
        found = next((match for pattern in bare() if (match := pattern.search(said))), None)
        if found is None or any_of(book()["delivering"]["not"]).search(said):
            continue
        place = Span(sentence.start + found.start("n"), sentence.start + found.end("n"))
        day = weekday(standing, report, Span(sentence.start + found.start("day"), sentence.start + found.end("day")))
        statement = standing.statement_at(report, place)
        if day is not None and statement is not None and not any(f.overlaps(place) for f in figures):
            yield Bare(statement.id, standing.told_by(report, standing.chain_at(report, place)), number(found["n"]), day)


def weekday(standing: Standing, report: str, place: Span) -> Interval | None:
    """The day that a weekday means: as it was read, the one before the report where it would lie after it."""
    reading, published = standing.scene.reading_of(report), standing.scene.dates[report].published
    time = next((t for t in reading.times if t.span.overlaps(place)), None)
    days = standing.day_of(report, time.id) if time is not None else None
    if days is None or days.last is None or days.days != 1:
        return None
    late = published is not None and published.last is not None and published.last < days.last < published.last + WEEK
    return Interval.day(days.last - WEEK) if late else days
