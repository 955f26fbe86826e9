"""A recent full date and the bare weekdays around it: "on Monday freed … came on Sunday, May 19, 2024" is of Monday, May 20."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.dating.bound import Bound, closed
from onrecord.reconcile.dating.clues import Clue, Clues, on, pattern, words
from onrecord.reconcile.dating.stories import SINCE, UNTIL, lead_in, onward, passed_deadline, same_day
from onrecord.reconcile.dating.weekdays import weekdays
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
WEEKDAY = "told with its weekday, as days of the last week are"
AFTER = 2
"""Days after the latest weekday told in the first sentences (PolNeAR train: 0 to 2 in 94 of 100, 0 to 3 in 96)."""
WEEK = 7
"""Days after a full date that is told with its weekday in running text (PolNeAR train: 10 of 10, nine at most one day)."""
ONWARD = 4
"""Days after a full date at which a bare weekday is still taken for the next one and not for the one before."""
LEAD = 3
"""Sentences that tell the news."""
STRETCH = 31
"""Days between two days that name no year, one behind and one ahead, where they are of the year of a full date before them."""
CLOSE = 21
"""Days from that full date to the one behind."""
STALE = 180
"""Days: a day behind, named without its year and later in the year than the full date, shows the full date to be old."""
ORDINALS = {w: n for n, w in enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 2)}
NTH_DAY = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|into|on|in)\s+(?:(?:its|their|a|the)\s+)?(" + "|".join(ORDINALS) + r"|\d{1,2}(?:nd|rd|th))\s+day\b", re.IGNORECASE
)
CONTENT = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
DEADLINE = re.compile(r"\b(?:by|until|before)\s+\Z", re.IGNORECASE)
LATER = re.compile(r"later\s+(?:on\s+)?[A-Z]")
DAY_AFTER = re.compile(r"[,\s]+(?:just\s+|only\s+)?(?:a|one)\s+day\s+(?:after|later)\b", re.IGNORECASE)


def recent_bounds(clues: Clues, near: Sequence[Bound]) -> list[Bound]:
    """Short windows from the newest full date behind; *near* are those that a day told twice has left already."""
    window = next((closed(b.days) for b in near), None)
    if window is not None:
        told = latest_told(clues, window)
        return [told] if told is not None and (window.days or 0) > 1 else []
    gone = passed_deadline(clues)
    if gone is not None:
        return from_day(clues, *gone, "the last day of a deadline that has passed")
    latest = newest_told(clues)
    if latest is None or latest.days is None or latest.days.first is None:
        return []
    day = latest.days.first
    found = nth_day(clues, latest, day) or day_after(clues, latest, day)
    if found is not None:
        return [found]
    found = between(clues, latest, day)
    if found is not None:
        return [found, *(from_day(clues, day, latest, WEEKDAY) if latest.time.expression.weekday is not None else ())]
    if outdated(clues, day) or (lead_in(clues, latest, UNTIL) and latest.time.expression.clock is None):
        return []
    same = later_that_day(clues, day)
    if same is not None:
        return [same]
    if latest.time.expression.weekday is None:
        bare = same_day(clues, latest, day)
        return from_day(clues, day, latest, f"the day of “{bare.quote}” in the first sentences") if bare is not None else []
    story = onward(clues, latest, day)
    if story is not None:
        return [story]
    if latest.sentence in clues.sentences[:LEAD] and not lead_weekday(clues):
        return [Bound(Interval(day, day + AFTER * DAY), f"“{latest.quote}” is the latest day told, in the first sentences", sure=False)]
    return from_day(clues, day, latest, WEEKDAY)


def from_day(clues: Clues, day: dt.date, latest: Clue, why: str) -> list[Bound]:
    """The week that begins with a day told by its date, and in it the days that the weekday of the news leaves."""
    week = Bound(Interval(day, day + WEEK * DAY), f"“{latest.quote}” ({day}) is {why}", sure=False)
    told = latest_told(clues, Interval(day, day + (WEEK - 1) * DAY))
    return [week, told] if told is not None else [week]


def later_that_day(clues: Clues, day: dt.date) -> Bound | None:
    """"The council is to vote later on Monday" is written on that Monday."""
    later = next((c for c in weekdays(clues)[1] if c.time.expression.mod == "later" and LATER.match(c.quote)), None)
    if later is None:
        return None
    found = day + ((later.time.expression.weekday or 0) - day.weekday()) % WEEK * DAY
    return Bound(Interval.day(found), f"“{later.quote}” is said on that day", sure=False)


def newest_told(clues: Clues) -> Clue | None:
    """The latest full date that a plain past puts behind in a sentence; None where another date or year behind is later."""
    every = [with_year(clues, c) for c in clues.clues]
    behind = [c for c in every if c.time.expression.op == "date" and c.time.expression.year and c.days and c.days.first and c.behind]
    latest = max(behind, key=lambda c: c.days.first if c.days and c.days.first else dt.date.min, default=None)
    if latest is None or latest.time.expression.day is None or latest.caption or not latest.plain:
        return None
    return latest


def with_year(clues: Clues, clue: Clue) -> Clue:
    """A clue "Saturday, 22 March" with the year of the newest full day before it, where the weekday is that of the year; else the clue.

    Only that year is tried, and only days soon after: a weekday fits one year in seven by chance.
    """
    e = clue.time.expression
    if e.op != "date" or e.year is not None or e.month is None or e.day is None or e.weekday is None:
        return clue
    full = (c.days.first for c in clues.clues if c.time.expression.year and c.time.expression.day and c.behind and c.days and c.days.first)
    floor = max(full, default=None)
    day = on(floor.year, e.month, e.day) if floor is not None else None
    if floor is None or day is None or day.weekday() != e.weekday or not 0 <= (day - floor).days <= STRETCH:
        return clue
    return replace(clue, time=replace(clue.time, expression=replace(e, year=day.year)), days=Interval.day(day))


def lead_weekday(clues: Clues) -> Clue | None:
    """The first bare weekday that a plain past puts behind in the first sentences; what has lasted since one began before the news."""
    past = [c for c in weekdays(clues)[0] if c.plain and c.sentence in clues.sentences[:LEAD]]
    return min(past, key=lambda c: (lead_in(clues, c, SINCE), c.time.span), default=None)


def latest_told(clues: Clues, window: Interval) -> Bound | None:
    """The weekday of the news, counted on from the first day of *window*, and the days after it on which that is still news.

    One that would come five or six days on is rather the one just before that first day, and weekdays further down are as
    often before it as after: both tell nothing (with them, 85 in 100 answers held instead of 98).
    """
    news = lead_weekday(clues)
    if news is None or window.first is None or window.last is None:
        return None
    ahead = ((news.time.expression.weekday or 0) - window.first.weekday()) % 7
    day = window.first + ahead * DAY
    if day > window.last or ahead > ONWARD:
        return None
    days = Interval(day, day + AFTER * DAY)
    return Bound(days, f"“{news.quote}” in the first sentences is the latest day told, {day}; news is written within {AFTER} days", sure=False)


def nth_day(clues: Clues, latest: Clue, day: dt.date) -> Bound | None:
    """"The strike, which began on …" and "enters its second day"."""
    m = NTH_DAY.search(clues.text)
    before = clues.text[max(latest.sentence.start, latest.time.span.start - 30) : latest.time.span.start]
    if m is None or not pattern("began").search(before) or not shared_matter(clues, m.start(), latest):
        return None
    word = m[1].lower()
    count = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    first = day + (count - 1) * DAY
    last = first if m[0].lower().startswith("enter") else first + DAY
    return Bound(Interval(first, last), f"“{m[0]}” of what began “{latest.quote}”", sure=False)


def shared_matter(clues: Clues, at: int, latest: Clue) -> bool:
    """Whether the sentence at *at* and that of *latest* share a word of content ("strike", "talks")."""
    home = next((s for s in clues.sentences if s.start <= at < s.end), None)
    if home is None:
        return False
    here, there = ({w.lower() for w in CONTENT.findall(s.of(clues.text))} - words("common") for s in (home, latest.sentence))
    return bool(here & there)


def day_after(clues: Clues, latest: Clue, day: dt.date) -> Bound | None:
    """"On Tuesday, a day after the army agreed" where the newest full date is the Monday before."""
    news = lead_weekday(clues)
    if news is None or outdated(clues, day) or not DAY_AFTER.match(clues.text, news.time.span.end):
        return None
    if (day.weekday() + 1) % 7 != news.time.expression.weekday:
        return None
    days = Interval(day + DAY, day + (1 + AFTER) * DAY)
    return Bound(days, f"“{news.quote}” is told as the day after another, and “{latest.quote}” was the day before such a day", sure=False)


def between(clues: Clues, latest: Clue, day: dt.date) -> Bound | None:
    """The days between one behind and one ahead, both named without a year soon after a full date."""
    later = [(d, c) for c in clues.clues if (d := next_after(c, day)) is not None]
    behind = [(d, c) for d, c in later if c.behind and c.plain and (d - day).days <= CLOSE]
    if not behind:
        return None
    past, told = max(behind, key=lambda x: x[0])
    ahead = [(d, c) for d, c in later if not c.behind and 0 < (d - past).days <= STRETCH]
    if not ahead or outdated(clues, past):
        return None
    end, planned = min(ahead, key=lambda x: x[0])
    return Bound(Interval(past, end - DAY), f"“{told.quote}” lies behind and “{planned.quote}” ahead, soon after “{latest.quote}”", sure=False)


def next_after(clue: Clue, day: dt.date) -> dt.date | None:
    """The first day on or after *day* that a clue without a year can mean."""
    e = clue.time.expression
    if e.op != "date" or e.year is not None or e.month is None or e.day is None:
        return None
    found = (on(year, e.month, e.day) for year in (day.year, day.year + 1))
    return next((d for d in found if d is not None and d >= day), None)


def outdated(clues: Clues, day: dt.date) -> bool:
    """Whether the text puts days behind that come well after *day* in the year, so that *day* is no recent one."""
    starts = ((c, c.time.span.start) for c in clues.clues if c.behind and c.plain)
    later = (next_after(c, day) for c, at in starts if not DEADLINE.search(clues.text[max(0, at - 10) : at]))
    return any(d is not None and WEEK < (d - day).days <= STALE for d in later)
