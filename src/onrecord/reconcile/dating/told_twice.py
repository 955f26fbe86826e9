"""A day told twice in one breath: "yesterday, 11 March 2018", "tomorrow, Wednesday, March 6", "last Friday, 15 April 2011"."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from onrecord.reconcile.dating.bound import Bound
from onrecord.reconcile.dating.clues import Clue, Clues, latest_past, on, pattern
from onrecord.types import Interval

DAY = dt.timedelta(days=1)
BETWEEN = re.compile(r"\s*[,(–—]\s*|\s+-\s+|\s+")
YEARS = 4
"""Years after the latest one named in which a day with its weekday is looked for: the pair comes back after five or six."""
ROUGH = 3
"""Days by which "two weeks ago" may be off."""
LAST = (1, 9)
"""Days after "last Friday" in which it is said."""
LEAST, MOST = 7, 366
"""Days back that are counted out ("26 days ago")."""
HEAD = 5
"""Sentences at the head in which the weekday of the news is told."""
BEFORE_DATE = re.compile(r"[|:,–—-]\s*$")


def twice_bounds(clues: Clues) -> list[Bound]:
    """The report's day, from a day told both by the calendar and by its distance; nothing where the year stays open."""
    ordered = sorted(clues.clues, key=lambda c: c.time.span)
    out: list[Bound] = [*heading(clues, ordered), *days_ago(clues, ordered)]
    for first, second in pairwise(ordered):
        if not BETWEEN.fullmatch(clues.text, first.time.span.end, second.time.span.start):
            continue
        for near, dated in ((first, second), (second, first)):
            away = distance(near)
            day = calendar_day(clues, dated) if away is not None else None
            if away is None or day is None:
                continue
            days = Interval(day + away[0] * DAY, day + away[1] * DAY)
            words = clues.text[first.time.span.start : second.time.span.end]
            out.append(Bound(days, f"“{words}” is {day}", sure=False))
            break
    return out


def heading(clues: Clues, ordered: list[Clue]) -> list[Bound]:
    """"Traffic: Friday 29 August" over a report is its day, once the text gives the year."""
    titles = [b.span for b in clues.reading.report.blocks if b.kind == "title"]
    for clue in ordered:
        span = clue.time.span
        home = next((t for t in titles if t.holds(span)), None)
        e = clue.time.expression
        if home is None or e.op != "date" or e.weekday is None or clues.text[span.end : home.end].strip(" .)"):
            continue
        day = calendar_day(clues, clue)
        if day is not None and (span.start == home.start or BEFORE_DATE.search(clues.text[home.start : span.start])):
            return [Bound(Interval.day(day), f"its heading ends in “{clue.quote}”, which is {day}", sure=False)]
    return []


def days_ago(clues: Clues, ordered: list[Clue]) -> list[Bound]:
    """"Seized 26 days ago … taken on 8 March" over "on Thursday": the year is the first in which the day counted so has the weekday of the news."""
    counted = [c for c in ordered if c.time.anchor is None and c.time.expression.op == "shift" and c.time.expression.unit == "day" and far(c)]
    dated = [c for c in ordered if c.time.expression.op == "date" and c.time.expression.day and not c.time.expression.year and c.behind and c.plain]
    news = next((c for c in ordered if c.time.expression.op == "weekday" and c.plain and c.sentence in clues.sentences[:HEAD]), None)
    floor = latest_past(clues)
    if len(counted) != 1 or len({(c.time.expression.month, c.time.expression.day) for c in dated}) != 1 or news is None or floor is None:
        return []
    back = -int(counted[0].time.expression.amount or 0)
    for year in range(floor.year, floor.year + YEARS + 1):
        began = on(year, dated[0].time.expression.month or 0, dated[0].time.expression.day or 0)
        day = began + back * DAY if began is not None else None
        if day is not None and day >= floor and (day.weekday() - (news.time.expression.weekday or 0)) % 7 == 0:
            why = f"“{dated[0].quote}” was “{counted[0].quote}” and the news is of “{news.quote}”: the first such day after {floor} is {day}"
            return [Bound(Interval(day, day + DAY), why, sure=False)]
    return []


def far(clue: Clue) -> bool:
    """Whether a count of days back is too long to be made from anything but the day of a happening."""
    amount = clue.time.expression.amount
    return amount is not None and amount == int(amount) and -MOST <= amount <= -LEAST


def distance(near: Clue) -> tuple[int, int] | None:
    """Days from the day that *near* names to the report, least and most; None where it does not count from the report."""
    e = near.time.expression
    if near.time.anchor is not None:
        return None
    if e.op == "shift" and e.amount is not None and e.amount == int(e.amount) and not e.mod:
        back = -int(e.amount)
        if e.unit == "day":
            return (back, back) if abs(back) < ROUGH else (back - 1, back + 1)
        if e.unit == "week" and e.direction is None and back > 0:
            return 7 * back - ROUGH, 7 * back + ROUGH
    if e.op == "weekday" and e.amount == -1:
        return LAST
    return None


def calendar_day(clues: Clues, dated: Clue) -> dt.date | None:
    """The day that a date names; its year, where it names none, by its weekday or by what the sentence calls by the year."""
    e = dated.time.expression
    if e.op != "date" or e.month is None or e.day is None:
        return None
    if e.year is not None:
        return dated.days.first if dated.days else None
    floor = latest_past(clues)
    if e.weekday is not None and floor is not None:
        for year in range(floor.year, floor.year + YEARS + 1):
            day = on(year, e.month, e.day)
            if day is not None and day >= floor and day.weekday() == e.weekday:
                return day
        return None
    named = this_years(clues, dated)
    return on(named, e.month, e.day) if named else None


def this_years(clues: Clues, dated: Clue) -> int | None:
    """The year of "the 2018 pay round" in the sentence of *dated*: what comes every year is called by its year while it lasts."""
    for clue in clues.clues:
        e = clue.time.expression
        after = clues.text[clue.time.span.end : clue.time.span.end + REACH]
        if clue.sentence == dated.sentence and e.op == "date" and e.year and e.month is None and pattern("yearly").match(after.lstrip()):
            return e.year
    return None


REACH = 40
