"""Rules for the periods that company news compares: the quarter, the year-ago period, fiscal years."""

from __future__ import annotations

from re import Match

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
