"""What a time says when nothing is known to count it from."""

from __future__ import annotations

from onrecord.reconcile.calendar.point import Point
from onrecord.types import TimeExpression

WORD = {"past": "PAST_REF", "future": "FUTURE_REF", "same": "PRESENT_REF"}
UNIT_MASK = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX",
    "decade": "XXX", "century": "XX",
}


def floating(e: TimeExpression) -> Point:
    """A TIMEX3 value with X for what is unknown; GUIDE.md's value only where it needs no date."""
    clock = f"T{e.clock}" if e.clock else ""
    if e.op == "date":
        year = f"{e.year:04d}" if e.year and e.year > 0 else "XXXX"
        rest = f"-{e.month:02d}" if e.month else "-XX" if e.day else ""
        rest += f"-{e.day:02d}" if e.day else ""
        return Point(year + rest + clock)
    if e.op == "weekday" and e.weekday is not None:
        return Point(f"XXXX-WXX-{e.weekday + 1}{clock}")
    if e.op == "season":
        return Point(f"XXXX-{e.name}")
    if e.op == "holiday":
        return Point(f"{e.year or 'XXXX'}-XX-XX")
    if e.op == "part":
        return Point(f"XXXX-{'H' if e.unit == 'half' else 'Q'}{e.day}")
    if e.op == "shift" and (e.unit in ("hour", "minute", "second")) and e.value:
        return Point(e.value, e.value)
    if e.op == "shift" and e.name == "vague":
        word = WORD[e.direction or "past"]
        return Point(word, word)
    if e.op in ("shift", "night"):
        return Point(UNIT_MASK.get(e.unit or "day", "XXXX-XX-XX") + clock)
    return Point(e.value or "XXXX")
