"""The closed list of operations of a TimeExpression, and what each means on a given day.

| op | says | uses |
| --- | --- | --- |
| date | a day, month or year, perhaps without its year | year month day clock mod direction amount(of years) |
| weekday | the nearest before or ahead; -1 last, 0 this, +1 next; of a week | weekday direction amount unit clock |
| shift | so many units on or back from the anchor; 0 is the one it stands in | unit amount clock mod name value |
| season, part | a season; a quarter or half (number in day) | name/day year amount direction |
| holiday | a feast with a computed date | name year direction |
| night | the night into the anchor's day | clock |
| rolling | a stretch that ends or begins at the anchor | unit amount direction value |
| duration, set, ref, fixed | what needs no anchor | value |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from onrecord.reconcile.calendar import point as p
from onrecord.reconcile.calendar.feasts import feast
from onrecord.reconcile.calendar.narrowing import narrowed
from onrecord.reconcile.calendar.point import Point
from onrecord.reconcile.calendar.scene import DAY, Scene
from onrecord.reconcile.calendar.steps import shift
from onrecord.reconcile.calendar.years import dated, year_of
from onrecord.types import Interval, TimeExpression


def meaning(e: TimeExpression, scene: Scene) -> Point | None:
    """The point that an expression means there; None where there is nothing to count from."""
    found = OPS[e.op](e, scene)
    return narrowed(found, e.mod) if found is not None and e.mod else found


def date(e: TimeExpression, scene: Scene) -> Point | None:
    """A date; a missing year is the anchor's, or the nearest that the tense allows."""
    year = e.year
    if year is None and e.month is None and e.day is not None:
        return day_of_month(e, scene)
    if year is None:
        year = year_of(e, scene)
    if year is None:
        return None
    if e.month is None:
        return p.year_point(year)
    if year <= 0:
        return Point(f"BC{-year:04d}-{e.month:02d}" + (f"-{e.day:02d}" if e.day else ""), None, None, "day", year)
    if e.day is None:
        return p.month_point(year, e.month)
    try:
        day = dt.date(year, e.month, e.day)
    except ValueError:
        return p.month_point(year, e.month)
    return p.day_point(day, e.clock)


def day_of_month(e: TimeExpression, scene: Scene) -> Point | None:
    """"The 15th": of the anchor's month, or the next or last one by the tense."""
    base = scene.base
    if base is None or e.day is None:
        return None
    step = 0 if scene.anchor is not None else 1 if e.direction == "future" and e.day < base.day else -1 if e.direction != "future" and e.day > base.day else 0
    year, month = p.months_on(base, step)
    found = dated(year, month, e.day)
    return p.day_point(found, e.clock) if found else p.month_point(year, month)


def weekday(e: TimeExpression, scene: Scene) -> Point | None:
    """A weekday; one that is the report's own is that day, whatever the tense."""
    base = scene.base
    if base is None or e.weekday is None:
        return None
    if e.unit == "week":
        monday = base - dt.timedelta(days=base.weekday()) + 7 * DAY * int(e.amount or 0)
        return p.day_point(monday + e.weekday * DAY, e.clock)
    back = (base.weekday() - e.weekday) % 7
    on = (e.weekday - base.weekday()) % 7
    if e.amount is not None and e.amount < 0:
        return p.day_point(base - (back or 7) * DAY - 7 * DAY * (round(-e.amount) - 1), e.clock)
    if e.amount is not None and e.amount > 0:
        return p.day_point(base + (on or 7) * DAY, e.clock)
    if scene.anchor is not None or e.direction == "future":
        return p.day_point(base + on * DAY, e.clock)
    return p.day_point(base - back * DAY, e.clock)


def season(e: TimeExpression, scene: Scene) -> Point | None:
    """A season of the year said, of the anchor's year, or the nearest that the tense allows."""
    name = e.name or "SU"
    if e.year is not None:
        return p.season_point(e.year, name)
    if scene.anchor is not None:
        return None if scene.anchor.year is None else p.season_point(season_year(e, scene.anchor, name), name)
    base = scene.report
    if base is None:
        return None
    if e.unit == "year":
        return p.season_point(base.year + int(e.amount or 0), name)
    choices = [p.season_point(base.year + k, name) for k in (-1, 0, 1)]
    if e.amount == 1 or (e.amount in (0, None) and e.direction == "future"):
        return next((c for c in choices if c.days and c.days.last and c.days.last >= base and (e.amount != 1 or c.day is None or c.day > base)), choices[-1])
    if e.amount == 0:
        return choices[1]
    before = [c for c in choices if c.days and c.days.first and c.days.last and (c.days.last < base if e.amount == -1 else c.days.first <= base)]
    return before[-1] if before else choices[0]


def season_year(e: TimeExpression, anchor: Point, name: str) -> int:
    """The year of a season in a narrative: a winter told after an autumn, or "the next spring" after one, is the next year's."""
    year = anchor.year or 0
    month = anchor.day.month if anchor.day is not None and anchor.grain in ("day", "month", "season") else 1
    late = month >= LATE if name == "WI" else bool(e.amount and e.amount > 0 and month >= p.SEASON_MONTHS[name][0])
    return year + late


LATE = 9
"""From this month on "the winter" of a narrative is the one that bears the next year's number (WikiWars)."""


OLD_QUARTER = 200
"""Days; forecasts are of the quarter that is on or just over, unless that began longer ago."""


def part(e: TimeExpression, scene: Scene) -> Point | None:
    """A quarter or half of a year."""
    make = p.half_point if e.unit == "half" else p.quarter_point
    number = e.day or 1
    if e.year is not None:
        return make(e.year, number)
    if scene.anchor is not None and scene.anchor.year and scene.anchor.year > 0:
        return make(scene.anchor.year + int(e.amount or 0), number)
    base = scene.report
    if base is None:
        return None
    if e.amount is not None:
        return make(base.year + int(e.amount), number)
    choices = [make(base.year + k, number) for k in (-1, 0, 1)]
    past = next((c for c in reversed(choices) if c.day is not None and c.day <= base), choices[1])
    ahead = next((c for c in choices if c.days and c.days.last and c.days.last >= base), choices[1])
    old = past.day is not None and (base - past.day).days > OLD_QUARTER
    return ahead if e.direction == "future" and old else past


def holiday(e: TimeExpression, scene: Scene) -> Point | None:
    """A feast of the year said, of the anchor's year, or the nearest that the tense allows."""
    year = e.year or (scene.anchor.year if scene.anchor is not None else None)
    base = scene.report
    if year is not None:
        return feast_point(e, feast(e.name or "", year)) if year > 0 else None
    if base is None:
        return None
    found = [days for k in (-1, 0, 1) if (days := feast(e.name or "", base.year + k)) is not None and days.first and days.last]
    past = [d for d in found if d.first and d.first <= base]
    ahead = [d for d in found if d.last and d.last >= base]
    if past and ahead and past[-1].last and ahead[0].first:
        near = (ahead[0].first - base).days < NEAR_FEAST and e.amount != -1
        return feast_point(e, ahead[0] if e.direction == "future" or near else past[-1])
    return feast_point(e, past[-1] if past else ahead[0] if ahead else None)


def feast_point(e: TimeExpression, days: Interval | None) -> Point | None:
    """The point of a feast's days."""
    if days is None or days.first is None:
        return None
    if days.first == days.last:
        return p.day_point(days.first, e.clock)
    return Point(days.first.isoformat()[:7] if (days.days or 0) > 20 else days.first.isoformat(), days.edtf(), days, "feast", days.first.year)


NEAR_FEAST = 45
"""Days: a feast so close ahead is meant even where no verb looks ahead."""


def night(e: TimeExpression, scene: Scene) -> Point | None:
    """The night into a day."""
    base = scene.base
    if base is None:
        return None
    days = Interval(base - DAY, base)
    return Point(f"{(base - DAY).isoformat()}TNI", days.edtf(), days, "day", base.year)


SIZES = {
    "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36525,
    "hour": 1 / 24, "minute": 0, "second": 0, "weekend": 7,
}


def rolling(e: TimeExpression, scene: Scene) -> Point | None:
    """A stretch up to the anchor, or on from it; vague ones ("recent days") have no bounds."""
    word = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(e.direction or "", "")
    timex = word if e.name in ("recent", "past", "future") else e.value or word
    value = e.value if e.amount is not None or not word else word
    base, days = scene.base, None
    if base is not None and e.amount is not None and e.direction in ("past", "future"):
        width = -(-int(SIZES.get(e.unit or "day", 1) * e.amount * 24) // 24)
        days = Interval(base - width * DAY, base) if e.direction == "past" else Interval(base, base + width * DAY)
    return Point(timex, value, days, "duration", base.year if base else None)


def fixed(e: TimeExpression, scene: Scene) -> Point:
    """A value that needs no anchor; "now" is the report's day, the rest of these have days only where they name years."""
    value = e.value or ""
    if value == "PRESENT_REF":
        return Point(value, value, Interval.day(scene.report) if scene.report else None)
    if value.isdigit() and len(value) == 3:
        return p.decade_point(int(value) * 10)
    if value.isdigit() and len(value) == 2:
        return p.century_point(int(value))
    return Point(value, e.name if e.op == "set" and e.name else value)


OPS: dict[str, Callable[[TimeExpression, Scene], Point | None]] = {
    "date": date, "weekday": weekday, "shift": shift, "season": season, "part": part, "holiday": holiday, "night": night, "rolling": rolling,
    "duration": fixed, "set": fixed, "ref": fixed, "fixed": fixed,
}
