"""Rules for expressions that name a place in the calendar: dates, months, years, weekdays, seasons, quarters, decades."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.found import Found, Lean
from onrecord.types import Direction, Span, TimeExpression

RELATIVE: dict[str, int] = {k: int(v) for k, v in w.table("relative").items()}
REL = r"(?:(?:this|the|his|her|its|their)\s+)?(?:last|past|previous|preceding|prior|next|coming|following|upcoming|ensuing|same|current)|this|that"
TAIL_PART = rf"(?:\s+(?P<part>{w.PART})\b)?"

ISO = (
    r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<mo>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?:[T ](?P<c>[0-2]\d:[0-5]\d)(?::[0-5]\d"
    r"(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
NUMERIC = r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)?\d\d)(?![\d/.]\d)"
TWILIGHT = r"(?:dawn|dusk|sunset|sunrise|nightfall|daybreak)"
HOURS = r"(?:(?:the\s+)?(?:early|small)\s+hours\s+of\s+)?"
DATE = (
    rf"{HOURS}(?:(?P<part2>{TWILIGHT})\s+on\s+(?={w.WEEKDAY},?\s+(?:\d|{w.MONTH})))?(?:(?:the\s+)?(?P<part0>{w.PART}|day)\s+of\s+)?(?:(?P<clock>{w.CLOCK}),?\s+(?:on\s+)?)?(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?P<wd>{w.WEEKDAY}"
    rf"|{w.SHORT_WEEKDAY})(?:\s+(?P<part1>{w.PART})(?:\s+of)?)?,?\s+(?:the\s+)?)?(?:(?P<rel0>last|next|this(?:\s+(?:past|coming))?"
    rf"|the\s+(?:previous|following|same|preceding)|that(?:\s+same)?)\s+(?={w.MONTH}))?(?:(?P<m1>{w.MONTH})\s*(?P<d1>{w.DAY}"
    rf"|{w.ORDINAL}\b)(?:(?:\s*,\s*|\s+)(?P<y1>{w.YEAR}|{w.SPOKEN_YEAR}\b))?|(?:the\s+(?=\d+(?:st|nd|rd|th)))?(?P<d2>{w.DAY}"
    rf"|{w.ORDINAL})\s+(?:of\s+)?(?P<m2>{w.MONTH})(?:(?:\s*,\s*|\s+)(?P<y2>{w.BC_YEAR}|{w.YEAR}))?|(?P<m3>{w.MONTH})(?:\s+of|,)?\s+"
    rf"(?P<y3>{w.ANY_YEAR})|(?P<m4>{w.MONTH})(?![\w-]))(?:,?\s+(?:of\s+)?(?P<rel>last|this|next|that|the\s+same|the\s+following"
    rf"|the\s+previous)\s+year)?{TAIL_PART}"
)
WEEKDAY = (
    rf"{HOURS}(?:(?P<clock>{w.CLOCK}),?\s+(?:on\s+)?|(?P<part0>{TWILIGHT})\s+on\s+)?(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?P<rel>{REL})\s+)?(?P<wd>{w.WEEKDAY}\b(?!s)){TAIL_PART}"
    rf"(?:,?\s+(?P<clock2>(?:at\s+)?{w.CLOCK}))?(?P<week>\s+(?:of\s+)?(?:last|next|this)\s+week)?"
)
YEAR = (
    rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:the\s+(?:(?:calendar|fiscal|financial)\s+)?years?\s+|(?:fiscal|financial|calendar)"
    rf"(?:\s+year)?\s+)?(?P<y>{w.BC_YEAR}|(?:{w.YEAR}(?!s\b)|{w.SPOKEN_YEAR}\b))(?:(?P<dash>[-–])(?P<y2>\d\d)(?![\d-]))?(?:\s+AD\b)?"
)


NTH = (
    r"(?P<d>(?:on|by|until|since|from|before|after)\s+)the\s+(?P<n>(?:[12]?\d|3[01])(?:st|nd|rd|th))"
    r"(?!\w|-|\s+(?!(?:and|or|but|to|for|in|at|with|when|while|as|it|he|she|they|the)\b)[A-Za-z])"
)
AGO = rf"(?P<n>{w.NUMBER})\s+(?P<wd>{w.WEEKDAY})s\s+ago\b"


def nth(m: Match[str]) -> Found | None:
    """"On the 15th": a day of the month that is on, or the one before or ahead."""
    day = w.ordinal(m["n"])
    return Found(Span(m.end("d"), m.end()), "DATE", TimeExpression("date", day=day)) if day and day <= 31 else None


def sundays_ago(m: Match[str]) -> Found | None:
    """Two Sundays ago."""
    n = w.number(m["n"])
    return Found(span_of(m), "DATE", TimeExpression("weekday", weekday=w.WEEKDAYS[m["wd"].lower()], amount=-n, direction="past")) if n else None


def span_of(m: Match[str]) -> Span:
    """Where the match stands."""
    return Span(m.start(), m.end())


def step(phrase: str | None) -> int | None:
    """-1, 0 or 1 for "the previous", "this", "next"; None without such a word."""
    if not phrase:
        return None
    return next((RELATIVE[t] for t in reversed(phrase.lower().split()) if t in RELATIVE), None)


def lean_of(phrase: str | None) -> Lean:
    """"The previous", "the following", "that" and "the same" count from the time before, "last" and "next" from the report."""
    tokens = (phrase or "").lower().split()
    if {"previous", "preceding", "prior", "following", "same", "that", "ensuing"} & set(tokens):
        return "previous"
    return "previous" if tokens == ["the", "next"] else "report"


WAYS: tuple[Direction, Direction, Direction] = ("past", "same", "future")


def way(amount: int | None) -> Direction | None:
    """The direction that a step says."""
    return None if amount is None else WAYS[amount + 1]


def iso(m: Match[str]) -> Found | None:
    """2024-02-11, 2024-02, 2024-02-11T14:30Z; 2007-08 is two years."""
    if not m["d"] and int(m["mo"]) == (int(m["y"]) + 1) % 100:
        return None
    e = TimeExpression("date", year=int(m["y"]), month=int(m["mo"]), day=int(m["d"]) if m["d"] else None, clock=m["c"])
    return Found(span_of(m), "TIME" if m["c"] else "DATE", e)


def numeric(m: Match[str]) -> Found | None:
    """10/31/89 (month first unless impossible), 31.10.2023 (day first)."""
    a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
    if y < 100:
        y += 1900 if y > 45 else 2000
    month, day = (b, a) if m["sep"] == "." or a > 12 else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Found(span_of(m), "DATE", TimeExpression("date", year=y, month=month, day=day))


def date(m: Match[str]) -> Found | None:
    """A month with what stands around it: weekday, day, year, part of the day, clock, early or late."""
    name = m["m1"] or m["m2"] or m["m3"] or m["m4"]
    if not name[0].isupper() or (m["m4"] and name.lower().rstrip(".") in ("mar", "may") and not month_stands(m)):
        return None
    if m["m4"] and "." not in name and len(name) <= 4 and name.lower() not in ("june", "july", "may"):
        return None
    day = w.ordinal(m["d1"] or m["d2"]) if m["d1"] or m["d2"] else None
    if day is not None and day > 31:
        return None
    year = w.spoken_year(m["y1"] or m["y2"] or m["y3"]) if m["y1"] or m["y2"] or m["y3"] else None
    part = m["part"] or m["part1"] or m["part2"] or (m["part0"] if m["part0"] and m["part0"].lower() != "day" else None)
    clock = w.clock(m["clock"]) if m["clock"] else w.PARTS[part.lower()] if part else None
    stamp = STAMP.match(m.string, m.end()) if year is not None and day is not None and clock is None else None
    if stamp is not None and (at := w.clock(stamp["c"])) is not None:
        clock, part = at, None
    else:
        stamp = None
    rel = step(m["rel"])
    near = step(m["rel0"])
    told = lean_of(m["rel0"]) == "previous"
    if told:
        rel = near
    lean: Lean = "previous" if told or (m["rel"] or "").lower() not in ("", "last", "this", "next") else "report"
    named = m["wd"].lower().rstrip(".") if m["wd"] else None
    e = TimeExpression(
        "date", year=year, month=w.month(name), day=day, weekday=w.WEEKDAYS[named] if named else None, mod=w.modifier(m["mod"]),
        clock=clock, amount=0 if near == 0 else rel,
        unit="month" if told else "year" if rel is not None else None, direction=way(near) if near else None, name="said" if near else None,
    )
    return Found(Span(m.start(), stamp.end() if stamp is not None else m.end()), "TIME" if clock else "DATE", e, lean)


STAMP = re.compile(
    rf"[ \t]*(?:[,•·][ \t]*)?(?:at[ \t]+)?(?P<c>{w.CLOCK}|(?:[01]?\d|2[0-3])\.[0-5]\d(?=[ \t]+\(?{w.ZONE}\b))(?:[ \t]*\(?{w.ZONE}\b\)?)?(?=[ \t.)]*(?:\n|$))",
    re.IGNORECASE,
)
"""The clock time behind a full date at the end of a line, as outlets stamp their reports ("18 November 2022 • 11:20am", "4 May 2019 06.00 BST")."""
MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|last|next|this|since|until|till|by|of|from|to|and|or|early|mid|late|through|between|during|before|after|for|each|every|past)"
    r"|mid-|[,(–-])\s*$",
    re.IGNORECASE,
)


def month_stands(m: Match[str]) -> bool:
    """Whether "May" or "Mar" is the month: after a preposition or early/late, or with a year's or part's words."""
    return bool(m["mod"] or m["rel"] or m["wd"] or MONTH_BEFORE.search(m.string, max(0, m.start() - 12), m.start()))


def weekday(m: Match[str]) -> Found:
    """Friday, last Friday, late Friday, Friday night, 10 p.m. Wednesday, Tuesday of last week."""
    rel = step(m["rel"])
    at = m["clock"] or m["clock2"]
    clock = w.clock(re.sub(r"^at\s+", "", at, flags=re.IGNORECASE)) if at else w.PARTS[(m["part"] or m["part0"]).lower()] if m["part"] or m["part0"] else None
    clock = afternoon(clock, m["part"]) if m["clock"] and m["part"] else clock
    week = step((m["week"] or "").replace("week", "")) if m["week"] else None
    e = TimeExpression(
        "weekday", weekday=w.WEEKDAYS[m["wd"].lower()], amount=week if m["week"] else rel, unit="week" if m["week"] else None,
        direction=way(rel), clock=clock, mod=w.modifier(m["mod"]),
    )
    return Found(span_of(m), "TIME" if clock else "DATE", e, lean_of(m["rel"]))


def afternoon(clock: str | None, part: str) -> str | None:
    """"11.20 on Thursday night", "8.15 on Monday evening": a clock time before noon that a later part of the day moves on."""
    hour = int(clock[:2]) if clock else 24
    late = w.PARTS[part.lower()] in ("AF", "EV") or (w.PARTS[part.lower()] == "NI" and hour >= EVENING)
    return f"{hour + 12}{clock[2:]}" if clock and late and hour < NOON else clock


EVENING = 6
"""Hours of a clock at night that are before midnight begin here."""
NOON = 12
TO_BC = re.compile(r"\s*(?:[-–]|to)\s*\d{1,4}\s*BCE?\b")


def year(m: Match[str]) -> Found | tuple[Found, ...] | None:
    """1998, fiscal 1989, mid-1996, the year two thousand, 490 BC; 1915-17 is two years."""
    text = m["y"]
    value = w.spoken_year(text)
    if value is None:
        return None
    if text.isdigit() and TO_BC.match(m.string, m.end("y")):
        value = -value
    first = Found(Span(m.start(), m.end("y")) if m["y2"] else span_of(m), "DATE", TimeExpression("date", year=value, mod=w.modifier(m["mod"])))
    if not m["y2"]:
        return first
    second = value // 100 * 100 + int(m["y2"])
    if second <= value:
        return Found(span_of(m), "DATE", first.expression)
    return first, Found(Span(m.start("y2"), m.end("y2")), "DATE", TimeExpression("date", year=second))


RANGE = (
    rf"(?:(?P<d1>{w.DAY})\s*(?:[-–]|and|to|or)\s*(?:the\s+)?(?P<d2>{w.DAY})\s+(?:of\s+)?(?P<m2>{w.MONTH})(?:,?\s+(?P<y2>{w.YEAR}))?|"
    rf"(?P<m1>{w.MONTH})\s+(?P<d3>{w.DAY})\s*(?:[-–]|and\b|to\b|or\b)\s*(?P<d4>{w.DAY})(?!\s+{w.MONTH})(?!\s+(?:[a-z]+s|people|men"
    rf"|dead)\b)(?:,?\s+(?P<y1>{w.YEAR}))?)"
)


def days(m: Match[str]) -> tuple[Found, ...] | None:
    """Two days of one month: 6-7 January 1916, March 5-9, May 4 and 5."""
    name = m["m1"] or m["m2"]
    if not name[0].isupper():
        return None
    said = m["y1"] or m["y2"]
    year = int(said) if said else None
    first = TimeExpression("date", year=year, month=w.month(name), day=w.ordinal(m["d1"] or m["d3"]))
    second = TimeExpression("date", year=year, month=w.month(name), day=w.ordinal(m["d2"] or m["d4"]))
    if (first.day or 99) > 31 or (second.day or 99) > 31:
        return None
    if m["m1"]:
        return Found(Span(m.start(), m.end("d3")), "DATE", first), Found(Span(m.start("d4"), m.end()), "DATE", second)
    return Found(Span(m.start(), m.end("d1")), "DATE", first), Found(Span(m.start("d2"), m.end()), "DATE", second)


