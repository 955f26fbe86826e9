"""Lists that came, and came late, by the words of a report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.reconcile.agreements.settings import any_of, book
from onrecord.reconcile.standing import Standing
from onrecord.types import AgreementTerm, Delivery, Interval, Span


@cache
def came() -> re.Pattern[str]:
    """Words that tell that a list came."""
    return re.compile("|".join(book()["delivering"]["lists"]), re.I)


def lists_told(standing: Standing, terms: Sequence[AgreementTerm], report: str) -> Iterator[Delivery]:
    """A list that a sentence says came, on the day told there; of one for a release of a day it is the day before where the term says so."""
    owed = [t for t in terms if t.about == "list"]
    if len(owed) != 1:
        return
    reading = standing.scene.reading_of(report)
    text = reading.report.text
    for sentence in standing.sentences_of(report):
        said = sentence.of(text)
        found = came().search(said)
        if found is None or any_of(book()["delivering"]["not"]).search(said):
            continue
        place = Span(sentence.start + found.start(), sentence.start + found.end())
        statement = standing.statement_at(report, place)
        if statement is None:
            continue
        late = any_of(book()["delivering"]["late"]).search(said) is not None
        by = standing.told_by(report, standing.chain_at(report, place))
        day = day_told(standing, report, sentence, eve=any(r.eve for r in owed[0].rules))
        yield Delivery(owed[0].id, statement.id, 1, 1, by, "late" if late else "delivered", "list", day or standing.scene.dates[report].published)


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
