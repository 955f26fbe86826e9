"""A dateline's day without its year: "KABUL, Aug 22 (Agency) -" over "said on Thursday", in a text that names years behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.dating.bound import Bound, closed
from onrecord.reconcile.dating.clues import Clue, Clues, latest_past, on, same_story
from onrecord.reconcile.dating.turns import Batch
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
YEARS = 4
"""Years after the latest one behind in which the day with its weekday is looked for: the pair comes back after five or six."""
BEFORE = 1
"""Days by which the weekday of the news may lie before the day in the dateline."""
NEAR = 45
"""Days from a dated report of the same story within which a dateline's day is taken to be of its year."""
FAR = 150
"""The same where the weekday of the news fits too."""
WIDE = 400
"""The same where of the years around only one has the day itself on that weekday."""
LEAD = 400
"""Characters after the dateline in which its weekday is told."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A day without its year in the dateline over a text, with the weekday that tells on which years it may be."""

    clue: Clue
    weekday: int | None
    """Its own, else that of the news; None where neither is told."""
    late: int
    """Days by which that weekday may lie before the day."""
    news: str
    """The words of the news's weekday; empty where the dateline has its own."""

    def of(self, year: int) -> dt.date | None:
        """The day in a year; None where that year has none."""
        return on(year, self.clue.time.expression.month or 0, self.clue.time.expression.day or 0)

    def behind(self, day: dt.date) -> int:
        """Days from its weekday up to *day*; 0 where no weekday is told."""
        return (day.weekday() - self.weekday) % 7 if self.weekday is not None else 0


def dateline_of(clues: Clues) -> Dateline | None:
    """The first day without a year in the datelines over a text, or None."""
    clue = next(in_datelines(clues), None)
    if clue is None:
        return None
    own = clue.time.expression.weekday
    if own is not None:
        return Dateline(clue, own, 0, "")
    news = next((c for c in clues.clues if is_news(c, clue)), None)
    return Dateline(clue, news.time.expression.weekday if news is not None else None, BEFORE, news.quote if news is not None else "")


def dateline_bounds(clues: Clues) -> list[Bound]:
    """The day of a dateline that names no year: the first one, from the latest year behind on, that has the weekday of the news."""
    floor, line = latest_past(clues), dateline_of(clues)
    if line is None or floor is None or line.weekday is None:
        return []
    days = [d for year in range(floor.year, floor.year + YEARS + 1) if (d := line.of(year)) is not None and d >= floor]
    for late in range(line.late + 1):
        day = next((d for d in days if line.behind(d) == late), None)
        if day is not None:
            told = f" and “{line.news}” in its first sentence" if line.news else ""
            return [Bound(Interval.day(day), f"“{line.clue.quote}” in its dateline{told}: the first such day after {floor} is {day}")]
    return []


class Nearby:
    """Which reports of a batch may have been published on or near a day; put in order when it is first asked."""

    def __init__(self, windows: Sequence[Interval | None]) -> None:
        self._windows = windows
        self._found: dict[int, list[int]] | None = None
        """Reports by the number of a day."""

    @property
    def by_day(self) -> Mapping[int, Sequence[int]]:
        """The reports whose days are known, by the number of each of these."""
        if self._found is None:
            self._found = {}
            for report, window in enumerate(self._windows):
                known = closed(window)
                if known is not None and known.first is not None and known.last is not None:
                    for day in range(known.first.toordinal(), known.last.toordinal() + 1):
                        self._found.setdefault(day, []).append(report)
        return self._found

    @property
    def years(self) -> range:
        """The years of those days, with the one before and the one after."""
        days = self.by_day
        return range(dt.date.fromordinal(min(days)).year - 1, dt.date.fromordinal(max(days)).year + 2) if days else range(0)

    def closest(self, day: dt.date, most: int, fits: Callable[[int], bool]) -> tuple[int, int] | None:
        """(days away, report) of the nearest report that fits, at most so many days away; None for none."""
        refused: set[int] = set()
        for away in range(most + 1):
            at = day.toordinal()
            for report in sorted({*self.by_day.get(at - away, ()), *self.by_day.get(at + away, ())} - refused):
                if fits(report):
                    return away, report
                refused.add(report)
        return None


def beside(number: int, line: Dateline | None, batch: Batch, near: Nearby) -> list[Bound]:
    """The day of a dateline that names no year, of the year in which it lies near a dated report of the same story; its weekday must not speak against it."""
    if line is None:
        return []
    days = [d for year in near.years if (d := line.of(year)) is not None and line.behind(d) <= line.late]
    mine = batch.clues[number]
    found: list[tuple[int, dt.date, int]] = []
    reach, only = NEAR if line.weekday is None else FAR, alone(line, days)
    for day in days:
        told = near.closest(day, WIDE if day in only else reach, lambda other: other != number and same_story(mine, batch.clues[other]))
        if told is not None:
            found.append((told[0], day, told[1]))
    if not found:
        return []
    _, day, other = min(found)
    words = f" and “{line.news}” in its first sentences" if line.news else ""
    why = f"“{line.clue.quote}” in its dateline{words}: {day} is the one near {batch.names[other]}, which tells of the same"
    return [Bound(Interval.day(day), why, sure=False)]


def alone(line: Dateline, days: Sequence[dt.date]) -> list[dt.date]:
    """The only day that is itself of the weekday told, else the only one right behind it: the year before and the year after have other weekdays."""
    if line.weekday is None:
        return []
    exact = [d for d in days if line.behind(d) == 0] or list(days)
    return exact if len(exact) == 1 else []


def in_datelines(clues: Clues) -> Iterator[Clue]:
    """Days without a year in the datelines over the text."""
    lines = [b.span for b in clues.reading.report.blocks[:6] if b.kind == "dateline"]
    for clue in clues.clues:
        e = clue.time.expression
        if e.op == "date" and e.year is None and e.month and e.day and any(s.holds(clue.time.span) for s in lines):
            yield clue


def is_news(clue: Clue, dated: Clue) -> bool:
    """Whether a weekday stands soon after the dateline and is not ahead of it."""
    e = clue.time.expression
    near = 0 <= clue.time.span.start - dated.time.span.end <= LEAD
    return e.op == "weekday" and e.amount is None and e.direction == "past" and near
