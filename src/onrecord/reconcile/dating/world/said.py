"""On which days a time beside a known day is said: "Tuesday's primary", "last week's attack", "three weeks before the vote"."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from onrecord.reconcile.calendar import meaning_on
from onrecord.types import Interval, Span, Time, TimeExpression

DAY = dt.timedelta(days=1)
WEEK = 7
LONGEST = 62
"""Days; a time that may be said for longer tells nothing."""
REACH = {"day": 10, "week": 21, "weekend": 21, "month": 62}
"""Days around a known day in which the report is looked for, beside the time's own length."""
LENGTH = {"day": 1, "week": 7, "weekend": 7, "month": 31}
PAD = {"day": 0, "week": 2, "weekend": 2, "month": 1}
"""Days by which "last week" and "last month" are said loosely (PolNeAR train: 78 of 79 within)."""
UNTIL = {"day": 2, "week": 6, "month": 25}
"""Days by which "three weeks before" is said loosely."""
ROUGH = 0.1
"""The share of a length by which it is."""


def leans(expression: TimeExpression) -> bool:
    """Whether a time is told from the report's own day, and near it."""
    e = expression
    if e.mod is not None:
        return False
    if e.op == "weekday":
        return e.amount in (None, -1, 1)
    return e.op == "shift" and e.unit in REACH and e.amount is not None and (e.amount != 0 or e.unit in ("week", "month"))


@lru_cache(4096)
def said_of(expression: TimeExpression, known: Interval, *, past: bool) -> Interval | None:
    """The days on which a time that leans on the report's day means *known*; *past* where that cannot lie ahead; None where it never does."""
    if known.first is None or known.last is None:
        return None
    if expression.op == "weekday":
        return weekday(expression, known, past=past)
    reach = REACH[expression.unit or "day"] + LENGTH[expression.unit or "day"] * abs(int(expression.amount or 0))
    time, good = Time("", Span(0, 0), "DATE", expression), list[dt.date]()
    for step in range((known.last - known.first).days + 2 * reach + 1):
        day = known.first + (step - reach) * DAY
        meant = meaning_on(time, day)
        if meant is not None and meant.overlaps(known):
            good.append(day)
    if not good or (good[-1] - good[0]).days > LONGEST:
        return None
    pad = PAD[expression.unit or "day"] * DAY
    first = max(good[0] - pad, known.first) if past else good[0] - pad
    return Interval(first, good[-1] + pad)


def weekday(expression: TimeExpression, known: Interval, *, past: bool) -> Interval | None:
    """The days from six before to seven after the weekday that falls into *known*, if just one does: bare weekdays are told of both."""
    assert known.first is not None and known.last is not None
    day = known.first + ((expression.weekday or 0) - known.first.weekday()) % WEEK * DAY
    if day > known.last or (known.last - known.first).days >= WEEK:
        return None
    return Interval(day if past else day - (WEEK - 1) * DAY, day + WEEK * DAY)


def ahead(expression: TimeExpression, known: Interval) -> Interval | None:
    """The days from which a length of time leads to the first of *known*."""
    e = expression
    if known.first is None or e.unit not in UNTIL or not e.amount:
        return None
    length = round(e.amount * LENGTH[e.unit])
    day, loose = known.first - length * DAY, max(UNTIL[e.unit], round(length * ROUGH)) * DAY
    return Interval(day - loose, day + loose)
