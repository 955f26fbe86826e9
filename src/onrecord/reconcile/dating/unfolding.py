"""Days whose year the weekday beside them proves: one ahead ("on Monday, 15 February"), one of the year of which the text speaks."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.reconcile.dating.bound import Bound
from onrecord.reconcile.dating.clues import Clue, Clues, on
from onrecord.reconcile.dating.recent import AFTER, ONWARD, lead_weekday, newest_told
from onrecord.reconcile.dating.told_twice import calendar_day
from onrecord.reconcile.dating.weekdays import weekdays
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
AHEAD = 14
"""Days by which a day that is named with its weekday lies ahead at most (PolNeAR train: 11 of 11 such days lie at most 8 away)."""
PERFECT = re.compile(r"“(?:has|have|’ve|'ve)\b")
HEAD = 6
"""Sentences at the head in which the tale begins."""
WEEK = 6


def unfolding_bounds(clues: Clues) -> list[Bound]:
    """The days before one ahead whose weekday gives its year; else those after a day of this year that a weekday proves; else the day itself."""
    return before_named(clues) or since_proved(clues) or same_day(clues)


def before_named(clues: Clues) -> list[Bound]:
    """"Is due to start on Monday, 15 February" in a text that names years behind: the days before it, from the latest full day or weekday behind."""
    found = [(d, c) for c in clues.clues if (d := named_ahead(clues, c)) is not None]
    if not found:
        return []
    end, planned = min(found, key=lambda f: f[0])
    why = f"“{planned.quote}” lies ahead, and its weekday makes it {end}"
    latest, news = newest_told(clues), lead_weekday(clues)
    first = end - AHEAD * DAY
    if latest is not None and latest.days is not None and latest.days.first is not None and first <= latest.days.first < end:
        return [Bound(Interval(latest.days.first, end - DAY), f"{why}; “{latest.quote}” lies behind", sure=False)]
    out = [Bound(Interval(first, end - DAY), why, sure=False)]
    if news is not None:
        back = ((end - DAY).weekday() - (news.time.expression.weekday or 0)) % 7
        day = end - (1 + back) * DAY
        days = Interval(day, min(day + AFTER * DAY, end - DAY))
        out.append(Bound(days, f"“{news.quote}” in the first sentences is the last before it, {day}; news is written within {AFTER} days", sure=False))
    return out


def named_ahead(clues: Clues, clue: Clue) -> dt.date | None:
    """The day that a date with its weekday and no year means where it lies ahead, else None."""
    e = clue.time.expression
    if e.op != "date" or e.year is not None or e.weekday is None or clue.behind:
        return None
    return calendar_day(clues, clue)


def since_proved(clues: Clues) -> list[Bound]:
    """"Marched off on Oct. 9 … has freed 31 so far in 2022 … the Sunday incident": the week from that day, cut by the weekdays told."""
    year, past = this_year(clues), weekdays(clues)[0]
    for clue in clues.clues if year is not None else ():
        e = clue.time.expression
        if e.op != "date" or e.year is not None or not e.day or not e.month or not (clue.behind and clue.plain) or clue.sentence not in clues.sentences[:HEAD]:
            continue
        day = on(year or 0, e.month, e.day)
        proof = next((c for c in past if c.plain and day is not None and c.time.expression.weekday == day.weekday()), None)
        if day is not None and proof is not None:
            return [Bound(told_since(clues, day), f"“{clue.quote}” of {year} was a “{proof.quote}”, {day}; the weekdays are those after it", sure=False)]
    return []


def told_since(clues: Clues, day: dt.date) -> Interval:
    """The days of the week from *day* that lie after the weekdays told as past and before those to come."""
    past, ahead = weekdays(clues)
    steps = [s for c in past if (s := ((c.time.expression.weekday or 0) - day.weekday()) % 7) <= ONWARD]
    low = day + max(steps, default=0) * DAY
    ends = [low + ((((c.time.expression.weekday or 0) - low.weekday() - 1) % 7) + 1) * DAY for c in ahead]
    return Interval(low, min([*(e - DAY for e in ends), day + WEEK * DAY]))


def this_year(clues: Clues) -> int | None:
    """The year in which a text speaks by a present perfect ("has helped to free 31 in 2022"), where it names none later."""
    years = [c for c in clues.clues if c.time.expression.op == "date" and c.time.expression.year]
    latest = max((c.time.expression.year or 0 for c in years), default=0)
    told = (c for c in years if c.time.expression.year == latest and c.time.expression.month is None and PERFECT.search(c.time.reason))
    return next((latest for c in told if clues.text[max(0, c.time.span.start - 3) : c.time.span.start].lower() == "in "), None)


def same_day(clues: Clues) -> list[Bound]:
    """"Stopped on Wednesday, 3 April 2019 … at noon he let seven go … by nightfall": told in parts of one day, on that day or the next."""
    latest = newest_told(clues)
    if latest is None or latest.time.expression.weekday is None or latest.days is None or latest.days.first is None:
        return []
    if latest.sentence not in clues.sentences[:HEAD] or weekdays(clues)[0]:
        return []
    parts = [c for c in clues.clues if c.days == latest.days and c.time.anchor is not None and c.time.expression.clock]
    if len(parts) < PARTS:
        return []
    day = latest.days.first
    return [Bound(Interval(day, day + DAY), f"“{parts[0].quote}” and “{parts[1].quote}” are told of “{latest.quote}” and no later day", sure=False)]


PARTS = 2
"""Parts of one day that make the day itself the news."""
