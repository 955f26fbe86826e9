"""Times as a report tells them: expressions whose calendar value waits for the report's date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from onrecord.types.report import Interval, Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "future", "same"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The meaning of a time before the report's date is known; `op` says which of the other fields count.

    The closed list of `op` and how each is turned into days is in `onrecord.reconcile.calendar`.
    """

    op: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    unit: str | None = None
    """day, week, month, quarter, season, year, decade, weekend, hour, minute …"""
    amount: float | None = None
    """How many units; negative is back."""
    direction: Direction | None = None
    mod: str | None = None
    """early, mid, late, start, end, approx, or_more, or_less."""
    clock: str | None = None
    """TIMEX3 time part without the T: "14:30", "NI", "MO"."""
    value: str | None = None
    """A value that needs no anchor (a duration "P7D", "PAST_REF", a full ISO date)."""
    name: str | None = None
    """A holiday or season."""


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression of a report; *anchor* is the id of the time it leans on, None for the report's date."""

    id: str
    span: Span
    type: TimexType
    expression: TimeExpression
    anchor: str | None = None
    reason: str = ""
    """What chose anchor and direction, in words ("past tense of 'met'")."""


@dataclass(frozen=True, slots=True)
class When:
    """When something happened or held, in terms of the report's times: *time* is the id of a Time, None for the report's own date."""

    time: str | None
    relation: Literal["on", "before", "after", "since", "until", "to_date"] = "on"
    """`to_date`: from *time* up to the report's date, as a running total is counted."""
    also: tuple[str, ...] = ()
    """Ids of the days of the report's news: a report's own date that is a stretch is narrowed to the latest of them that falls into it."""
    to: str | None = None
    """Id of the time that ends a stretch which *time* begins ("in March and April"); None for one time."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The calendar values of one reading's times, by time id, once the report's date is known."""

    published: Interval | None
    values: dict[str, str | None] = field(default_factory=dict)
    """GUIDE.md's `value` by time id (ISO day, interval, duration, PAST_REF); None where it cannot be told."""
    timex: dict[str, str] = field(default_factory=dict)
    """TIMEX3 value by time id."""
    days: dict[str, Interval | None] = field(default_factory=dict)
    """The days meant, by time id; None where they cannot be told."""
    lengths: dict[str, int] = field(default_factory=dict)
    """Days that a duration lasts at most, by time id."""

    def when(self, when: When | None) -> Interval | None:
        """The days that *when* means; None where they cannot be told."""
        if when is None:
            return None
        base = self.report_day(when) if when.time is None else self.days.get(when.time) or self.given(when)
        if base is not None:
            if when.relation in ("before", "until"):
                base = Interval(None, base.last)
            elif when.relation in ("after", "since") or (when.relation == "to_date" and self.published is None):
                base = Interval(base.first, None)
            elif (end := self.ends(when)) is not None:
                base = Interval(base.first, end.last) if base.first and end.last and end.last >= base.first else base
        return base

    def given(self, when: When) -> Interval | None:
        """The days up to the end of a time that is given ("within two weeks"): it was given on the day of the report at the latest. None for all else."""
        length = self.lengths.get(when.time or "")
        if when.relation != "until" or length is None or self.published is None or self.published.last is None:
            return None
        return Interval(None, self.published.last + dt.timedelta(days=length))

    def report_day(self, when: When) -> Interval | None:
        """The report's date, narrowed to the latest day of its news that falls into it."""
        days = [self.days.get(other) for other in when.also]
        inside = [met for d in days if d is not None and self.published is not None and (met := self.published.meet(d)) is not None and met.last is not None]
        return max(inside, key=lambda i: (i.last, i.first or i.last), default=self.published)

    def ends(self, when: When) -> Interval | None:
        """The days that end the stretch which *when* tells; None where it tells one time."""
        if when.to is not None:
            return self.days.get(when.to)
        return self.report_day(when) if when.relation == "to_date" else None

    def edtf(self, when: When | None) -> str | None:
        """The days that *when* means as EDTF, each end of a stretch as precise as it was told (`2024-01/2024-09-14`)."""
        days = self.when(when)
        if when is None or days is None:
            return None
        begin = self.days.get(when.time) if when.time is not None else self.report_day(when)
        end = self.ends(when)
        if begin is None or end is None or days.last != end.last or days.first != begin.first or begin == end:
            return days.edtf()
        return f"{begin.edtf().split('/')[0]}/{end.edtf().split('/')[-1]}"
