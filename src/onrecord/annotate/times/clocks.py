"""Rules for clock times and parts of the day."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.dates import span_of
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.spans import DAY_OFFSET
from onrecord.types import Span, TimeExpression

CLOCK = (
    rf"(?:(?:{w.APPROX}|shortly\s+(?:after|before)|just\s+(?:after|before))\s+)?(?P<clock>{w.CLOCK})(?:\s+(?P<d>today|yesterday"
    rf"|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)))?(?:\s+in\s+the\s+(?:morning|evening|afternoon))?"
)
DOTTED = (
    r"(?:(?<=\bat )|(?<=\n)(?=\d\d\.\d\d(?:\s+[A-Z“\"]|\s*$)))(?P<clock>(?:[01]?\d|2[0-3])\.[0-5]\d)(?![\d.,%])"
    r"(?!\s+(?:per\s?cent|percent|points?|million|billion|met(?:re|er)s?|k?m|knots?|rupees?|dollars?|euros?|cents?|on\s+the|in\s+the\s+(?:final|race))\b)"
)
"""A clock time with a dot: after "at", or at the head of an entry."""
PART_OF_DAY = rf"(?:(?P<mod>{w.MOD}|mid)[\s-]+)?(?:(?:the|one|in\s+the|at)\s+)?(?P<part>{w.PART})\b"


DAY_BEHIND = re.compile(rf"\s++(?:on\s++)?(?:{w.WEEKDAY}|\d{{1,2}}\s++{w.MONTH}|{w.MONTH}\s++\d)", re.IGNORECASE)
"""A day right behind a clock time belongs to it; words before the time ("about 4:00 on Friday") are then left off."""


def clock(m: Match[str]) -> Found | None:
    """10:30 p.m., noon, 9 o'clock yesterday; the day is the report's or that of the time before."""
    value = w.clock(m["clock"])
    if value is None:
        return None
    if m.start() < m.start("clock") and DAY_BEHIND.match(m.string, m.end()):
        return None
    amount = DAY_OFFSET[m["d"].lower().split()[0]] if m["d"] else 0
    return Found(span_of(m), "TIME", TimeExpression("shift", unit="day", amount=amount, clock=value), "report" if m["d"] else "day")


def dotted(m: Match[str]) -> Found:
    """ "At 11.52", "13.20 The bridge is open": a clock time written with a dot."""
    e = TimeExpression("shift", unit="day", amount=0, clock=w.clock(m["clock"]))
    return Found(Span(m.start("clock"), m.end("clock")), "TIME", e, "day")


def part_of_day(m: Match[str]) -> Found | None:
    """The morning, mid-afternoon, one evening, at night."""
    named = m["part"][0].isupper() and m.start("part") > 0 and m.string[m.start("part") - 2 : m.start("part")] not in (". ", "\n")
    if named or m.string[m.end() : m.end() + 1] == "-":
        return None
    skip = re.match(r"(?:in|at)\s+", m.group(0), re.IGNORECASE)
    if skip and re.match(rf"\s+on\s+{w.WEEKDAY}", m.string[m.end() :], re.IGNORECASE):
        return None
    start = m.start() + (skip.end() if skip else 0)
    e = TimeExpression("shift", unit="day", amount=0, clock=w.PARTS[m["part"].lower()], mod=w.modifier(m["mod"]))
    return Found(Span(start, m.end()), "TIME", e, "day")
