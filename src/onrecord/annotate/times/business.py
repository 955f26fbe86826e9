"""Rules of two trades: the periods that company news compares (the quarter, fiscal years), and the date-time groups of armies."""

from __future__ import annotations

from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.dates import span_of
from onrecord.annotate.times.found import Found
from onrecord.types import TimeExpression

PERIOD = (
    r"(?:(?:the\s+)?(?:comparable\s+|same\s+)?(?P<ago>year[- ](?:ago|earlier))(?:\s+(?P<au>quarter|period))?\b|the\s+(?P<adj>latest"
    r"|current|full|fiscal|current\s+fiscal|latest\s+fiscal)\s+(?P<u>quarter|period|year|month|week)\b|the\s+(?P<b>quarter|year"
    r"|week)\b(?=\s+(?:ended|ending)|['’]s|\s*[.,;)]|\s+(?:to|from|on|with|was|were|of)\b))"
)


def period(m: Match[str]) -> Found:
    """The quarter before, the latest period, the full year; "the year ended June 30" is a duration."""
    if m["ago"]:
        return Found(span_of(m), "DATE", TimeExpression("shift", unit="year", amount=-1, name="step"), "quarter")
    unit = (m["u"] or m["b"]).lower()
    after = m.string[m.end() : m.end() + 8].strip().lower()
    if unit == "year" and after.startswith(("ended", "ending")):
        return Found(span_of(m), "DURATION", TimeExpression("duration", unit="year", amount=1, value="P1Y"))
    if unit in ("quarter", "period"):
        current = (m["adj"] or "").lower() == "current"
        e = TimeExpression("shift", unit="quarter", amount=0, name=None if current else "latest")
        return Found(span_of(m), "DATE", e, "report" if current else "quarter")
    latest = (m["adj"] or "").lower() == "latest fiscal"
    return Found(span_of(m), "DATE", TimeExpression("shift", unit=unit, amount=-1 if latest else 0))


GROUP = (
    r"(?P<d>0[1-9]|[12]\d|3[01])(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)"
    rf"(?:Z|[A-IK-Y](?=\s*{w.MONTH}))(?:\s*(?P<mo>{w.MONTH})(?:\s*(?P<y>(?:20)?\d\d))?)?(?!\w)"
)
"""A military date-time group: day of the month, hours, minutes, letter of the zone, then month and year where they are told."""


def group(m: Match[str]) -> Found:
    """141200Z, 141200Z MAY 24."""
    month, year = w.month(m["mo"]) if m["mo"] else None, int(m["y"]) if m["y"] else None
    year = 2000 + year if year is not None and year < 100 else year
    e = TimeExpression("date", year=year, month=month, day=int(m["d"]), clock=f"{m['h']}:{m['min']}")
    return Found(span_of(m), "TIME", e)
