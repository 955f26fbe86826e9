"""A reading's times on a given date of publication."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

from onrecord.reconcile.calendar.floating import floating
from onrecord.reconcile.calendar.meanings import meaning
from onrecord.reconcile.calendar.point import Point
from onrecord.reconcile.calendar.scene import Scene
from onrecord.types import Interval, Reading, Resolved, Time

WIDEST = 800
"""Days; a publication date vaguer than this tells nothing about a weekday or a month."""
DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 31, "year": 366}
"""Days of a unit at most."""


def resolve(reading: Reading, published: Interval | None) -> Resolved:
    """The calendar dates of *reading* if it was published on *published*; pure, nothing is invented where that is None.

    Where *published* is several days, a time is resolved on the first and on the last of them and is the stretch
    between: a wider interval, never a guess.
    """
    if published is None or published.first is None or published.last is None or (published.days or 0) > WIDEST:
        return pack(reading, published, on(reading, None))
    first = on(reading, published.first)
    if published.first == published.last:
        return pack(reading, published, first)
    last = on(reading, published.last)
    return pack(reading, published, {key: joined(first[key], last[key]) for key in first})


def on(reading: Reading, day: dt.date | None) -> dict[str, Point]:
    """The times by id for one date of publication, or for none."""
    done: dict[str, Point] = {}
    waiting = list(reading.times)
    known = {t.id for t in waiting}
    for _ in range(3):
        later: list[Time] = []
        for time in waiting:
            if time.anchor in known and time.anchor not in done:
                later.append(time)
                continue
            done[time.id] = one(time, done.get(time.anchor or ""), day)
        waiting = later
    for time in waiting:
        done[time.id] = floating(time.expression)
    return {t.id: done[t.id] for t in reading.times}


def one(time: Time, anchor: Point | None, day: dt.date | None) -> Point:
    """One time; without a date to count from it keeps what it says (XXXX-10-07) and has no days."""
    scene = Scene(day, anchor if time.anchor else None)
    point = meaning(time.expression, scene)
    return point if point is not None else floating(time.expression)


def meaning_on(time: Time, day: dt.date) -> Interval | None:
    """The days that a time which leans on no other means in a report published on *day*."""
    return one(time, None, day).days


def joined(first: Point, last: Point) -> Point:
    """What is common to the same time on two dates of publication."""
    if first == last:
        return first
    if first.days is None or last.days is None:
        return Point(common(first.timex, last.timex), first.value if first.value == last.value else None, None, first.grain)
    ends: Callable[[dt.date | None, dt.date | None], list[dt.date]] = lambda a, b: [d for d in (a, b) if d is not None]  # noqa: E731
    days = Interval(min(ends(first.days.first, last.days.first), default=None), max(ends(first.days.last, last.days.last), default=None))
    value = first.value if first.value == last.value else days.edtf()
    return Point(common(first.timex, last.timex), value, days, first.grain)


def common(a: str, b: str) -> str:
    """Two TIMEX3 values with X where they differ, part by part."""
    left, right = a.split("-"), b.split("-")
    if len(left) != len(right):
        return a
    return "-".join(x if x == y else "".join(c if c in "QWTH" else "X" for c in x) for x, y in zip(left, right, strict=True))


def pack(reading: Reading, published: Interval | None, points: dict[str, Point]) -> Resolved:
    """The points as the three tables that others read, and how long each duration of *reading* lasts."""
    told = ((t.id, t.expression) for t in reading.times)
    lengths = {i: math.ceil(e.amount * DAYS[e.unit]) for i, e in told if e.op == "duration" and e.amount and e.unit in DAYS}
    return Resolved(
        published, {k: p.value for k, p in points.items()}, {k: p.timex for k, p in points.items()}, {k: p.days for k, p in points.items()}, lengths
    )
