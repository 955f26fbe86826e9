"""The course of one measure as a small picture beside its latest value: no axes, every value in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from onrecord.types import LedgerValue, Snapshot
from onrecord.views.brief.figures import ledger_title
from onrecord.views.brief.words import age_words, date_words, last_day, origins_words, plural
from onrecord.views.web.lanes import window
from onrecord.views.writing.marks import numbers_in

WIDTH, HEIGHT, EDGE = 150, 34, 4
MOST_LEDGERS, MOST_SPARKS = 3, 8


@dataclass(frozen=True, slots=True)
class Spark:
    """One measure of one ledger: its headline and its course."""

    ledger: str
    title: str
    label: str
    when: str
    marks: tuple[str, ...]
    svg: str
    """Empty where fewer than two days have a value."""


def sparks(snapshot: Snapshot) -> tuple[Spark, ...]:
    """The headlines of the ledgers with the most values, each with the course of its measure."""
    ordered = sorted((x for x in snapshot.derived.ledgers if x.headlines), key=lambda x: (-len(x.values), x.id))[:MOST_LEDGERS]
    now = last_day(snapshot)
    found = []
    for ledger in ordered:
        for headline in ledger.headlines[: MOST_SPARKS // max(1, len(ordered)) + 1]:
            marks = (age_words(headline.as_of, now), origins_words(headline.origins), "difference open" if headline.open else "")
            values = [v for v in ledger.values if v.measure == headline.measure and not v.scope and not v.withdrawn]
            found.append(
                Spark(
                    ledger.id, ledger_title(snapshot, ledger), numbers_in(headline.label), date_words(headline.as_of), tuple(m for m in marks if m),
                    spark(values, f"{headline.measure.replace('_', ' ')} over time, {plural(len(values), 'value')}"),
                )
            )
    return tuple(found[:MOST_SPARKS])


def spark(values: Sequence[LedgerValue], told: str) -> str:
    """SVG of the values by as-of day, a range as an upright line, days far from all others left out; empty for fewer than two days."""
    points = {p for v in values if (p := point(v)) is not None}
    if points:
        near = window([(dt.date.fromordinal(day), dt.date.fromordinal(day)) for day, _, _ in points])
        points = {p for p in points if near.first.toordinal() <= p[0] <= near.last.toordinal()}
    days = sorted({day for day, _, _ in points})
    if len(days) < 2:
        return ""
    low, high = min(lo for _, lo, _ in points), max(hi for _, _, hi in points)

    def x(day: int) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * (day - days[0]) / (days[-1] - days[0])

    def y(value: float) -> float:
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * ((value - low) / (high - low) if high > low else 0.5)

    course = " ".join(f"{x(day):.1f},{y(max((lo + hi) / 2 for d, lo, hi in points if d == day)):.1f}" for day in days)
    bars = "".join(f'<path d="M{x(d):.1f} {y(lo):.1f}V{y(hi):.1f}"/>' for d, lo, hi in sorted(points) if hi > lo)
    dots = "".join(f'<circle cx="{x(d):.1f}" cy="{y((lo + hi) / 2):.1f}" r="1.8"/>' for d, lo, hi in sorted(points))
    return (
        f'<svg class="spark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(told)}"><polyline points="{course}"/>{bars}{dots}</svg>'
    )


def point(value: LedgerValue) -> tuple[int, float, float] | None:
    """(day, low, high) of one value, an open end closed at the other; None where day or number is unknown."""
    days = value.as_of or value.published
    day: dt.date | None = (days.last or days.first) if days else None
    ends = [n for n in (value.low, value.high) if n is not None]
    return (day.toordinal(), ends[0], ends[-1]) if day is not None and ends else None
