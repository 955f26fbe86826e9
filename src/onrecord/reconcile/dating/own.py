"""What a report alone says of its date: the full dates that it names, and the weekdays around them."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.reconcile.dating.bound import Bound
from onrecord.reconcile.dating.clues import Clue, Clues, pattern
from onrecord.reconcile.dating.datelines import dateline_bounds
from onrecord.reconcile.dating.recent import recent_bounds
from onrecord.reconcile.dating.told_twice import twice_bounds
from onrecord.reconcile.dating.unfolding import unfolding_bounds
from onrecord.reconcile.dating.weekdays import weekdays
from onrecord.reconcile.dating.world import world_bounds
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
WEEK = 6
STAMP = re.compile(r"(?:date(?:time)?\s*=\s*[\"']|\(@\w+\)\s*,?\s*)$", re.IGNORECASE)
"""What stands before the date of an embedded message."""
STAMPED = (-1, 7)
"""Days from an embedded message to the report (PolNeAR train: 22 of 22)."""
WITH_WEEKDAY = 14
"""Days to either side of a full date that is told with its weekday (PolNeAR train: 11 of 11, the farthest 8)."""
IN_YEAR = re.compile(r"\b(?:in|since|during|until|from|early|late|mid|of)\s+$", re.IGNORECASE)
NOUN = re.compile(r"\s+[A-Za-z]")


def own_bounds(clues: Clues) -> list[Bound]:
    """Bounds from dates that need no anchor: past ones lie before the report, planned ones after, stamped ones beside it."""
    twice = dateline_bounds(clues) or twice_bounds(clues) or unfolding_bounds(clues)
    out: list[Bound] = [*twice, *recent_bounds(clues, twice)]
    for clue in clues.clues:
        out.extend(full_date(clues.text, clue) if is_full(clue) else whole_year(clues.text, clue))
    latest = newest(clues)
    if latest is not None:
        out.extend(fresh(clues, latest))
    return [*out, *world_bounds(clues)]


def is_full(clue: Clue) -> bool:
    """Whether a clue names a day with its year."""
    e = clue.time.expression
    return e.op == "date" and e.year is not None and e.day is not None and clue.days is not None


def full_date(text: str, clue: Clue) -> list[Bound]:
    """A lower bound from a full date that lies behind, an upper one from a planned date; a caption's is always behind."""
    assert clue.days is not None and clue.days.first is not None
    day = clue.days.first
    start = clue.time.span.start
    if STAMP.search(text, max(0, start - 40), start):
        return [Bound(Interval(day + STAMPED[0] * DAY, day + STAMPED[1] * DAY), f"a message in it is stamped “{clue.quote}”")]
    out: list[Bound] = []
    if clue.quote[:3].lower() in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        days = Interval(day - WITH_WEEKDAY * DAY, day + WITH_WEEKDAY * DAY)
        out.append(Bound(days, f"“{clue.quote}” is named with its weekday, as days close by are", sure=False))
    if clue.caption or (clue.behind and clue.plain):
        where = "a caption prints" if clue.caption else "lies behind:"
        out.append(Bound(Interval(day, None), f"{where} “{clue.quote}”"))
    elif not clue.behind and pattern("planned").search(clue.time.reason):
        out.append(Bound(Interval(None, day), f"lies ahead: “{clue.quote}”", sure=False))
    return out


def whole_year(text: str, clue: Clue) -> list[Bound]:
    """A lower bound from a year or month of a year that a past verb governs ("fled in 2019")."""
    e = clue.time.expression
    start, end = clue.time.span
    if e.op != "date" or e.year is None or clue.days is None or not (clue.behind and clue.plain):
        return []
    if not IN_YEAR.search(text, max(0, start - 10), start) or (e.month is None and NOUN.match(text, end)):
        return []
    return [Bound(Interval(clue.days.first, None), f"lies behind: “{clue.quote}”", sure=False)]


def newest(clues: Clues) -> Clue | None:
    """The clue with the latest full date behind the report."""
    past = [c for c in clues.clues if is_full(c) and (c.caption or c.behind) and c.days and c.days.first]
    return max(past, key=lambda c: c.days.first if c.days and c.days.first else dt.date.min, default=None)


def fresh(clues: Clues, latest: Clue) -> list[Bound]:
    """A caption's date, where the text also names its weekday bare and no later year, is that day: the report is of its week.

    Full dates in running text are left out: five of twelve such (PolNeAR train) were of another year.
    """
    assert latest.days is not None and latest.days.first is not None
    day = latest.days.first
    bare = next((c for c in weekdays(clues)[0] if c.time.expression.weekday == day.weekday()), None)
    later = any((c.time.expression.year or 0) > day.year for c in clues.clues)
    if bare is None or later or not latest.caption:
        return []
    return [Bound(Interval(day, day + WEEK * DAY), f"“{bare.quote}” is the day of “{latest.quote}”", sure=False, week=True)]
