"""What a report alone says of its date: the full dates that it names, and the weekdays around them."""

from __future__ import annotations

import datetime as dt

from onrecord.reconcile.dating.bound import Bound
from onrecord.reconcile.dating.clues import Clue, Clues
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
WEEK = 6


def own_bounds(clues: Clues) -> list[Bound]:
    """Bounds from full dates: past ones and those in captions lie before the report, planned ones after."""
    out: list[Bound] = []
    for clue in clues.clues:
        bound = full_date(clue)
        if bound is not None:
            out.append(bound)
    latest = newest(clues)
    if latest is not None:
        out.extend(fresh(clues, latest))
    return out


def is_full(clue: Clue) -> bool:
    """Whether a clue names a day with its year."""
    e = clue.time.expression
    return e.op == "date" and e.year is not None and e.day is not None and clue.days is not None


def full_date(clue: Clue) -> Bound | None:
    """A lower bound from a full date that lies behind, an upper one from a planned date; a caption's is always behind."""
    if not is_full(clue) or clue.days is None:
        return None
    if clue.caption or clue.behind:
        where = "a caption prints" if clue.caption else "lies behind:"
        return Bound(Interval(clue.days.first, None), f"{where} “{clue.quote}”")
    return Bound(Interval(None, clue.days.last), f"“{clue.quote}” lies ahead")


def newest(clues: Clues) -> Clue | None:
    """The clue with the latest full date behind the report."""
    past = [c for c in clues.clues if is_full(c) and (c.caption or c.behind) and c.days and c.days.first]
    return max(past, key=lambda c: c.days.first if c.days and c.days.first else dt.date.min, default=None)


def fresh(clues: Clues, latest: Clue) -> list[Bound]:
    """A full date whose weekday the text also names bare is that day: the report is of the same week."""
    assert latest.days is not None and latest.days.first is not None
    day = latest.days.first
    bare = next((c for c in clues.clues if c.time.expression.op == "weekday" and c.time.expression.weekday == day.weekday() and c.behind and c.time.expression.amount is None), None)
    if bare is None:
        return []
    return [Bound(Interval(day, day + WEEK * DAY), f"“{bare.quote}” is the day of “{latest.quote}”", sure=False)]
