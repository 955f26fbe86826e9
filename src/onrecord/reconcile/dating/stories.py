"""Weekdays that lead on from a full date: told one after another, or the same day told both ways near the head of the text."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.reconcile.dating.bound import Bound
from onrecord.reconcile.dating.clues import Clue, Clues, latest_past, on, pattern
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
STEP = 4
"""Days from one weekday of a story to the next; a longer step is rather one back."""
STEPS = 3
"""Weekdays, each after the one before, that make a story told in days."""
FRESH = 4
"""Days after its last weekday in which a story told in days appears: bare weekdays are rarely older (`weekdays.STALE`)."""
HEAD = 5
"""Sentences at the head in which a full date and a bare weekday are taken for one day."""
WEEK = 7
UNTIL = re.compile(r"\b(?:by|until|till|before)\s+\Z", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s+\Z", re.IGNORECASE)


def lead_in(clues: Clues, clue: Clue, before: re.Pattern[str]) -> bool:
    """Whether *before* ends just where the clue begins."""
    return before.search(clues.text[max(0, clue.time.span.start - 10) : clue.time.span.start]) is not None


def onward(clues: Clues, latest: Clue, day: dt.date) -> Bound | None:
    """"On the morning of Sunday, 14 January 2024 … MONDAY … TUESDAY … accused the island on Friday": days after the last of them."""
    at, told, last = 0, 0, latest
    for clue in sorted(clues.clues, key=lambda c: c.time.span):
        e = clue.time.expression
        if e.op != "weekday" or e.weekday is None or not clue.behind or e.amount not in (None, -1) or clue.time.span < latest.time.span:
            continue
        step = (e.weekday - (day + at * DAY).weekday()) % WEEK
        if step > STEP:
            return None
        at, told, last = at + step, told + bool(step), clue
    if told < STEPS:
        return None
    first = day + at * DAY
    why = f"the days are told one after another from “{latest.quote}” to “{last.quote}”, {first}; such a story appears within {FRESH} days"
    return Bound(Interval(first, first + FRESH * DAY), why, sure=False)


def same_day(clues: Clues, latest: Clue, day: dt.date) -> Clue | None:
    """The bare weekday at the head of the text that is that of the newest full date, which stands there as well."""
    head = clues.sentences[:HEAD]
    if latest.sentence not in head:
        return None
    bare = (c for c in clues.clues if c.time.expression.op == "weekday" and c.time.expression.amount is None and c.behind and c.plain)
    return next((c for c in bare if c.sentence in head and c.time.expression.weekday == day.weekday() and c.time.anchor is None), None)


def passed_deadline(clues: Clues) -> tuple[dt.date, Clue] | None:
    """The last day to which "by 18 August" points in a text that says of a deadline that it has passed; its year is told beside another."""
    due = [c for c in clues.clues if lead_in(clues, c, UNTIL)]
    full = [c.days.first for c in due if c.time.expression.op == "date" and c.time.expression.year and c.time.expression.day and c.days and c.days.first]
    if not full or not any(pattern("deadlines").search(s.of(clues.text)) and pattern("passed").search(s.of(clues.text)) for s in clues.sentences):
        return None
    found = [(d, c) for c in due if (d := day_from(c, max(full))) is not None and (d - max(full)).days <= CLOSE]
    floor = latest_past(clues)
    return max((f for f in found if floor is None or f[0] >= floor), key=lambda f: f[0], default=None)


def day_from(clue: Clue, day: dt.date) -> dt.date | None:
    """The day that a clue names, its year the first that makes it not before *day*."""
    e = clue.time.expression
    if e.op != "date" or e.month is None or e.day is None:
        return None
    years = (e.year,) if e.year else (day.year, day.year + 1)
    return next((d for year in years if (d := on(year, e.month, e.day)) is not None and d >= day), None)


CLOSE = 31
"""Days from a full date to a deadline told without its year."""
