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
from dataclasses import dataclass, replace

from onrecord.reconcile.calendar import point as p
from onrecord.reconcile.calendar.point import Point
from onrecord.types import Interval, TimeExpression

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a time may count from: the report's day and the time it leans on."""

    report: dt.date | None
    anchor: Point | None = None

    @property
    def base(self) -> dt.date | None:
        """The anchor's first day, else the report's day."""
        if self.anchor is not None:
            return self.anchor.day
        return self.report


def meaning(e: TimeExpression, scene: Scene) -> Point | None:
    """The point that an expression means there; None where there is nothing to count from."""
    found = OPS[e.op](e, scene)
    return narrowed(found, e, scene) if found is not None and e.mod else found


def date(e: TimeExpression, scene: Scene) -> Point | None:
    """A date; a missing year is the anchor's, or the nearest that the tense allows."""
    year = e.year
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


def year_of(e: TimeExpression, scene: Scene) -> int | None:
    """The year of a date that does not say it."""
    if scene.anchor is not None:
        return None if scene.anchor.year is None else carried(e, scene.anchor)
    base = scene.report
    if base is None or e.month is None:
        return None
    if e.amount is not None:
        return base.year + int(e.amount)
    if e.day is None:
        return month_year(e, base)
    choices = [c for c in (dated(base.year + k, e.month, e.day) for k in (-1, 0, 1)) if c is not None]
    past = max((c for c in choices if c <= base), default=None)
    ahead = min((c for c in choices if c >= base), default=None)
    if past is None or ahead is None:
        return base.year
    back, on = (base - past).days, (ahead - base).days
    if e.direction == "future":
        return past.year if on > FAR_AHEAD and back < NEAR else ahead.year
    return ahead.year if back > FAR_BACK and on < NEAR and e.name != "told" else past.year


def carried(e: TimeExpression, anchor: Point) -> int | None:
    """The year that a narrative has reached: the anchor's, or the next when the months wrap around."""
    year = anchor.year or 0
    month = anchor.day.month if anchor.day is not None and anchor.grain in ("day", "month") else None
    if e.unit == "month" and e.amount and month is not None and e.month is not None:
        return year - (e.month >= month) if e.amount < 0 else year + (e.month <= month)
    if e.amount:
        return year + int(e.amount)
    wraps = month is not None and e.month is not None and month - e.month >= WRAP
    return year + wraps


WRAP = 9
"""Months: a month so much earlier in the year than the one before it belongs to the next year."""
FAR_AHEAD, FAR_BACK, NEAR = 240, 300, 60
"""Days: a tense is overruled when the other reading is far nearer (TimeBank: 240/300 against 60 gave the fewest errors)."""


OLD_QUARTER = 200
"""Days; forecasts are of the quarter that is on or just over, unless that began longer ago."""


def month_year(e: TimeExpression, base: dt.date) -> int:
    """The year of a bare month: this month is this one; else before or ahead by the tense."""
    if e.name == "said" and e.month == base.month:
        return base.year - 1 if e.direction == "past" else base.year + 1
    on = ((e.month or 1) - base.month) % 12
    back = (base.month - (e.month or 1)) % 12
    far = 12 if e.name in ("said", "told") else FAR_MONTHS
    ahead = back > far if e.direction != "future" else on <= far
    moved = base.month + on if ahead else base.month - back
    return base.year + (moved - 1) // 12


FAR_MONTHS = 8
"""A month farther off than this in the direction of the tense is the one on the other side; "last May" is said outright."""


def dated(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


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
        return p.day_point(base - (back or 7) * DAY, e.clock)
    if e.amount is not None and e.amount > 0:
        return p.day_point(base + (on or 7) * DAY, e.clock)
    if scene.anchor is not None or e.direction == "future":
        return p.day_point(base + on * DAY, e.clock)
    return p.day_point(base - back * DAY, e.clock)


def shift(e: TimeExpression, scene: Scene) -> Point | None:
    """A calendar unit, so many on or back from the one that holds the anchor."""
    unit, base = e.unit or "day", scene.base
    if e.name == "vague":
        return None
    if base is None:
        if scene.anchor is not None and scene.anchor.year is not None and unit in ("year", "decade", "century"):
            size = {"year": 1, "decade": 10, "century": 100}[unit]
            return p.year_point(scene.anchor.year + size * int(e.amount or 0))
        return None
    if e.name == "nearest":
        return nearest_weekend(e, base)
    amount = e.amount or 0.0
    if e.name == "latest":
        return p.quarter_point(base.year, (base.month + 2) // 3) if scene.anchor else by_quarter(base, -1, e)
    if unit in ("hour", "minute", "second"):
        return Point(e.value or f"{base.isoformat()}TXX", e.value, Interval.day(base), "hour", base.year)
    if e.name == "step" and scene.anchor is not None and scene.anchor.grain in ("quarter", "month") and unit == "year":
        return same_part(scene.anchor, int(amount))
    if unit == "day" and scene.anchor is not None and scene.anchor.grain in COARSE:
        return Point(scene.anchor.timex[:7] + COARSE[scene.anchor.grain] + (f"T{e.clock}" if e.clock else ""), None, scene.anchor.days, "month", scene.anchor.year)
    return STEPS[unit](base, amount, e) if unit in STEPS else None


COARSE = {"month": "-XX", "year": "-XX-XX"}
"""What a day within a month or a year looks like when the day is not known."""


def same_part(anchor: Point, years: int) -> Point | None:
    """The same quarter or month so many years on."""
    if anchor.day is None:
        return None
    year = anchor.day.year + years
    if anchor.grain == "quarter":
        return p.quarter_point(year, (anchor.day.month + 2) // 3)
    return p.month_point(year, anchor.day.month)


def nearest_weekend(e: TimeExpression, base: dt.date) -> Point:
    """"The weekend": the one that is on or just over, or the next one, by the tense."""
    if e.direction == "future" or base.weekday() >= 5:
        return p.weekend_point(base)
    return p.weekend_point(base - 7 * DAY)


def by_days(size: int) -> Callable[[dt.date, float, TimeExpression], Point]:
    """Steps of so many days, to the day."""
    return lambda base, amount, e: p.day_point(base + DAY * round(size * amount), e.clock)


def by_week(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Weeks: the calendar week."""
    return p.week_point(base + 7 * DAY * round(amount))


def by_weekend(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Weekends: "last weekend" said on a weekday is the one just over, "this weekend" the one ahead."""
    if amount < 0 and base.weekday() >= 5:
        return p.weekend_point(base - 7 * DAY)
    return p.weekend_point(base + 7 * DAY * round(amount))


def by_month(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Months."""
    return p.month_point(*p.months_on(base, round(amount)))


def by_quarter(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Quarters."""
    year, month = p.months_on(base, 3 * round(amount))
    return p.quarter_point(year, (month + 2) // 3)


def by_year(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Years."""
    return p.year_point(base.year + round(amount))


def by_decade(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Decades: "a decade earlier" is the year ten before, "last decade" the ten years."""
    return p.year_point(base.year + 10 * round(amount)) if e.name == "step" else p.decade_point(base.year + 10 * round(amount))


def by_century(base: dt.date, amount: float, e: TimeExpression) -> Point:
    """Centuries."""
    return p.century_point(base.year // 100 + round(amount))


STEPS: dict[str, Callable[[dt.date, float, TimeExpression], Point]] = {
    "day": by_days(1), "night": by_days(1), "week": by_week, "fortnight": by_days(14), "weekend": by_weekend,
    "month": by_month, "quarter": by_quarter, "year": by_year, "decade": by_decade, "century": by_century,
}


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


def night(e: TimeExpression, scene: Scene) -> Point | None:
    """The night into a day."""
    base = scene.base
    if base is None:
        return None
    days = Interval(base - DAY, base)
    return Point(f"{(base - DAY).isoformat()}TNI", days.edtf(), days, "day", base.year)


SIZES = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36525, "hour": 1 / 24, "minute": 0, "second": 0, "weekend": 7}


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
    return Point(value, value)


OPS: dict[str, Callable[[TimeExpression, Scene], Point | None]] = {
    "date": date, "weekday": weekday, "shift": shift, "season": season, "part": part, "night": night, "rolling": rolling,
    "duration": fixed, "set": fixed, "ref": fixed, "fixed": fixed,
}


def narrowed(point: Point, e: TimeExpression, scene: Scene) -> Point:
    """The days of "early", "late", "earlier", "later" within a unit; only a week's half shows in the value."""
    days = point.days
    if days is None or days.first is None or days.last is None or point.grain == "day":
        return point
    size, third = (days.last - days.first).days + 1, ((days.last - days.first).days + 1) // 3
    first, last = days.first, days.last
    if point.grain == "week":
        cut = {"early": (0, 2), "start": (0, 1), "mid": (1, 3), "late": (3, 4), "end": (4, 6)}.get(e.mod or "")
        if cut:
            days = Interval(first + cut[0] * DAY, first + cut[1] * DAY)
            return replace(point, value=days.edtf(), days=days)
    cuts = {"early": (0, third), "start": (0, third), "mid": (third, size - third - 1), "late": (size - third - 1, size - 1), "end": (size - third - 1, size - 1)}
    if e.mod in cuts:
        a, b = cuts[e.mod]
        return replace(point, days=Interval(first + a * DAY, first + b * DAY))
    base = scene.report
    if base is not None and first <= base <= last and e.mod in ("earlier", "later"):
        return replace(point, days=Interval(first, base) if e.mod == "earlier" else Interval(base, last))
    return point
