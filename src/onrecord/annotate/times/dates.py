"""Rules for expressions that name a place in the calendar: dates, months, years, weekdays, seasons, quarters, decades."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.found import Found, Lean
from onrecord.types import Direction, Span, TimeExpression, TimexType

RELATIVE: dict[str, int] = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "same": 0, "that": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1, "ensuing": 1}
REL = r"(?:(?:this|the|his|her|its|their)\s+)?(?:last|past|previous|preceding|prior|next|coming|following|upcoming|ensuing|same|current)|this|that"
TAIL_PART = rf"(?:\s+(?P<part>{w.PART})\b)?"

ISO = r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<mo>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?:[T ](?P<c>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
NUMERIC = r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)?\d\d)(?![\d/.]\d)"
DATE = rf"""(?:(?:the\s+)?(?P<part0>{w.PART}|day)\s+of\s+)?(?:(?P<clock>{w.CLOCK}),?\s+)?(?:(?P<mod>{w.MOD})[\s-]+)?
(?:(?P<wd>{w.WEEKDAY}|{w.SHORT_WEEKDAY})(?:\s+(?P<part1>{w.PART})(?:\s+of)?)?,?\s+(?:the\s+)?)?(?:(?P<rel0>last|next|this(?:\s+(?:past|coming))?|the\s+(?:previous|following|same|preceding)|that(?:\s+same)?)\s+(?={w.MONTH}))?
(?:(?P<m1>{w.MONTH})\s*(?P<d1>{w.DAY}|{w.ORDINAL}\b)(?:(?:\s*,\s*|\s+)(?P<y1>{w.YEAR}|{w.SPOKEN_YEAR}\b))?
|(?:the\s+(?=\d+(?:st|nd|rd|th)))?(?P<d2>{w.DAY}|{w.ORDINAL})\s+(?:of\s+)?(?P<m2>{w.MONTH})(?:(?:\s*,\s*|\s+)(?P<y2>{w.BC_YEAR}|{w.YEAR}))?
|(?P<m3>{w.MONTH})(?:\s+of|,)?\s+(?P<y3>{w.ANY_YEAR})|(?P<m4>{w.MONTH})(?![\w-]))
(?:,?\s+(?:of\s+)?(?P<rel>last|this|next|that|the\s+same|the\s+following|the\s+previous)\s+year)?{TAIL_PART}""".replace("\n", "")
WEEKDAY = rf"(?:(?P<clock>{w.CLOCK}),?\s+(?:on\s+)?)?(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?P<rel>{REL})\s+)?(?P<wd>{w.WEEKDAY}\b(?!s)){TAIL_PART}(?:,?\s+(?P<clock2>at\s+{w.CLOCK}))?(?P<week>\s+(?:of\s+)?(?:last|next|this)\s+week)?"
YEAR = rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:the\s+(?:(?:calendar|fiscal|financial)\s+)?years?\s+|(?:fiscal|financial|calendar)(?:\s+year)?\s+)?(?P<y>{w.BC_YEAR}|(?:{w.YEAR}(?!s\b)|{w.SPOKEN_YEAR}\b))(?:(?P<dash>[-–])(?P<y2>\d\d)(?![\d-]))?(?:\s+AD\b)?"
SEASON = rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?:(?P<rel>{REL})|the|in|by|since|during|until|through)\s+)?(?:(?P<y0>{w.YEAR})\s+)?(?P<s>{w.SEASON})(?!\w)(?:(?:\s+of|,)?\s+(?P<y>{w.ANY_YEAR})|\s+(?:of\s+)?(?P<yrel>last|this|next|that)\s+year)?"
QUARTER = rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?:(?P<yrel>this|last|next)\s+year['’]s|(?P<det>the)(?:\s+(?P<ago>(?:comparable\s+)?year[- ](?:ago|earlier)|corresponding|same))?(?:\s+(?P<y0>{w.YEAR}))?|(?P<y00>{w.YEAR}))\s+)?(?:fiscal[\s-])?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last)[\s-](?:fiscal\s+)?(?P<u>quarter|half)(?P<pl>s)?(?:\s+of\s+(?:fiscal\s+)?(?:(?P<y>{w.YEAR})|(?P<yrel2>this|last|next|the)\s+year)|,?\s+(?P<y2>{w.YEAR}))?"
DECADE = rf"(?:(?:the\s+)?(?:(?P<mod>{w.MOD}|(?:first|last|second)\s+half\s+of(?:\s+the)?)[\s-]+)?(?P<dec>(?:(?:1[0-9]|20)\d0|['’]\d0)['’]?s|(?:nineteen\s+)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b"
CENTURY = rf"(?:the\s+)?(?:(?P<mod>{w.MOD})[\s-]+(?:the\s+)?)?(?P<n>\d{{1,2}}(?:st|nd|rd|th)|{w.ORDINAL})[\s-]centur(?:y|ies)(?P<bc>\s*BCE?\b)?"
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}


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
    part = m["part"] or m["part1"] or (m["part0"] if m["part0"] and m["part0"].lower() != "day" else None)
    clock = w.clock(m["clock"]) if m["clock"] else w.PARTS[part.lower()] if part else None
    rel = step(m["rel"])
    near = step(m["rel0"])
    told = lean_of(m["rel0"]) == "previous"
    if told:
        rel = near
    lean: Lean = "previous" if told or (m["rel"] or "").lower() not in ("", "last", "this", "next") else "report"
    e = TimeExpression("date", year=year, month=w.month(name), day=day, mod=w.modifier(m["mod"]), clock=clock, amount=0 if near == 0 else rel, unit="month" if told else "year" if rel is not None else None, direction=way(near) if near else None, name="said" if near else None)
    return Found(span_of(m), "TIME" if clock else "DATE", e, lean)


MONTH_BEFORE = re.compile(r"(?:\b(?:in|last|next|this|since|until|till|by|of|from|to|and|or|early|mid|late|through|between|during|before|after|for|each|every|past)|mid-|[,(–-])\s*$", re.IGNORECASE)


def month_stands(m: Match[str]) -> bool:
    """Whether "May" or "Mar" is the month: after a preposition or early/late, or with a year's or part's words."""
    return bool(m["mod"] or m["rel"] or m["wd"] or MONTH_BEFORE.search(m.string, max(0, m.start() - 12), m.start()))


def weekday(m: Match[str]) -> Found:
    """Friday, last Friday, late Friday, Friday night, 10 p.m. Wednesday, Tuesday of last week."""
    rel = step(m["rel"])
    at = m["clock"] or m["clock2"]
    clock = w.clock(re.sub(r"^at\s+", "", at, flags=re.IGNORECASE)) if at else w.PARTS[m["part"].lower()] if m["part"] else None
    week = step((m["week"] or "").replace("week", "")) if m["week"] else None
    e = TimeExpression(
        "weekday", weekday=w.WEEKDAYS[m["wd"].lower()], amount=week if m["week"] else rel, unit="week" if m["week"] else None,
        direction=way(rel), clock=clock, mod=w.modifier(m["mod"]),
    )
    return Found(span_of(m), "TIME" if clock else "DATE", e, lean_of(m["rel"]))


def year(m: Match[str]) -> Found | tuple[Found, ...] | None:
    """1998, fiscal 1989, mid-1996, the year two thousand, 490 BC; 1915-17 is two years."""
    text = m["y"]
    value = w.spoken_year(text)
    if value is None:
        return None
    if not re.search(r"bc", text, re.IGNORECASE) and re.fullmatch(r"\d+", text) and re.match(r"\s*(?:[-–]|to)\s*\d{1,4}\s*BCE?\b", m.string[m.end("y") : m.end("y") + 14]):
        value = -value
    first = Found(Span(m.start(), m.end("y")) if m["y2"] else span_of(m), "DATE", TimeExpression("date", year=value, mod=w.modifier(m["mod"])))
    if not m["y2"]:
        return first
    second = value // 100 * 100 + int(m["y2"])
    if second <= value:
        return Found(span_of(m), "DATE", first.expression)
    return first, Found(Span(m.start("y2"), m.end("y2")), "DATE", TimeExpression("date", year=second))


RANGE = rf"(?:(?P<d1>{w.DAY})\s*(?:[-–]|and|to|or)\s*(?:the\s+)?(?P<d2>{w.DAY})\s+(?:of\s+)?(?P<m2>{w.MONTH})(?:,?\s+(?P<y2>{w.YEAR}))?|(?P<m1>{w.MONTH})\s+(?P<d3>{w.DAY})\s*(?:[-–]|and\b|to\b|or\b)\s*(?P<d4>{w.DAY})(?!\s+{w.MONTH})(?!\s+(?:[a-z]+s|people|men|dead)\b)(?:,?\s+(?P<y1>{w.YEAR}))?)"


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


CAMPAIGN = re.compile(r"\s+(?:offensives?|fighting|campaign)\b", re.IGNORECASE)
"""A "spring offensive" is one of spring."""


def season(m: Match[str]) -> Found | None:
    """The summer of 1955, last fall, this summer; a bare "fall" or "spring" is no season."""
    said = m["y"] or m["y0"]
    bare = not (m["rel"] or said or m["yrel"] or m["mod"] or CAMPAIGN.match(m.string, m.end()))
    lead = m.group(0).lower().split()[0]
    if not (said or m["yrel"]) and re.match(r"\s+of\s+", m.string[m.end() : m.end() + 5]):
        return None
    if bare and lead in ("fall", "spring"):
        return None
    rel = step(m["rel"]) if m["rel"] else step(m["yrel"])
    start = m.start()
    if lead in ("in", "by", "since", "during", "until", "through"):
        start += len(lead) + 1
        start += len(m.string[start:]) - len(m.string[start:].lstrip())
    e = TimeExpression(
        "season", name=w.SEASONS[m["s"].lower()], year=w.spoken_year(said) if said else None, amount=rel,
        unit="year" if m["yrel"] else None, mod=w.modifier(m["mod"]),
    )
    return Found(Span(start, m.end()), "DATE", e, lean_of(m["rel"]))


def quarter(m: Match[str]) -> Found:
    """The third quarter, next year's first quarter, the second half of 2023, the year-ago quarter."""
    n = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}.get(m["n"].lower(), 2 if m["u"] == "half" else 4)
    y = m["y"] or m["y2"] or m["y0"] or m["y00"]
    rel = step(m["yrel"] or m["yrel2"])
    start = m.start()
    if m["det"] and not m["ago"] and not y and "-" in m.group(0)[m.group(0).lower().index(m["n"].lower()) :]:
        start = m.start("n")
    if m["ago"] and m["ago"].lower().startswith(("year", "comparable")):
        rel = -1
    e = TimeExpression("part", unit=m["u"].lower(), day=n, year=int(y) if y else None, amount=rel, mod=w.modifier(m["mod"]))
    return Found(Span(start, m.end()), "DATE", e)


def decade(m: Match[str]) -> Found:
    """The 1990s, the early '80s, the nineties."""
    text = m["dec"].lower()
    digits = re.search(r"\d+", text)
    if digits:
        value = digits[0][:-1] if len(digits[0]) == 4 else ("19" if int(digits[0]) > 10 else "20") + digits[0][0]
    else:
        value = f"19{DECADES[text.split()[-1]]}"
    return Found(span_of(m), "DATE", TimeExpression("fixed", value=value, mod=w.modifier(m["mod"])))


def century(m: Match[str]) -> Found | None:
    """The 20th century (TIMEX3 19), the ninth century BC (BC08)."""
    n = w.ordinal(m["n"])
    if n is None or n > 30:
        return None
    return Found(span_of(m), "DATE", TimeExpression("fixed", value=f"BC{n - 1:02d}" if m["bc"] else f"{n - 1:02d}", mod=w.modifier(m["mod"])))


def each(m: Match[str]) -> Found | None:
    """Each July, every Thursday, every two weeks, daily, Tuesday nights, Mondays."""
    text = m.group(0).lower()
    kind: TimexType = "SET"
    if m["wd"]:
        value = f"XXXX-WXX-{w.WEEKDAYS[m['wd'].lower()] + 1}" + (f"T{w.PARTS[m['part'].lower()]}" if m["part"] else "")
    elif m["mo"]:
        value = f"XXXX-{w.month(m['mo']):02d}"
    elif m["se"]:
        value = f"XXXX-{w.SEASONS[m['se'].lower()]}"
    elif m["pt"]:
        value = f"XXXX-XX-XXT{w.PARTS[m['pt'].lower()]}"
    elif m["u2"]:
        value = duration(1, m["u2"].lower())
    elif m["u"]:
        amount = w.number(m["n"]) if m["n"] else 2 if "other" in text else 1
        value = duration(amount, w.unit(m["u"]))
    else:
        return Found(span_of(m), kind, TimeExpression("set", value=SETS.get(text, ADVERBS[text]), name=ADVERBS[text]))
    return Found(span_of(m), kind, TimeExpression("set", value=value))


SETS = {"daily": "XXXX-XX-XX", "annually": "XXXX", "yearly": "XXXX", "nightly": "XXXX-XX-XXTNI", "weekly": "XXXX-WXX", "monthly": "XXXX-XX"}
"""TIMEX3 values of words that say how often; the guide's are durations."""


ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W", "day after day": "P1D", "hour by hour": "PT1H", "day by day": "P1D", "week by week": "P1W", "year after year": "P1Y"}
EACH = rf"(?:(?:each|every)\s+(?:(?:(?P<n>other|{w.NUMBER})\s+)?(?P<u>{w.UNIT})\b|(?P<wd>{w.WEEKDAY})(?:\s+(?P<part>{w.PART}))?|(?P<mo>{w.MONTH})|(?P<se>{w.SEASON})|(?P<pt>{w.PART}))|per\s+(?P<u2>day|night|week|month|year|hour)\b|(?:daily|weekly|monthly|annually|yearly|hourly|nightly|biweekly|fortnightly|day\s+after\s+day|hour\s+by\s+hour|day\s+by\s+day|week\s+by\s+week|year\s+after\s+year)\b)"
PLURAL = rf"(?P<wd>{w.WEEKDAY})(?:s|\s+(?P<part>{w.PART})s)\b"


def plural(m: Match[str]) -> Found:
    """Tuesday nights, on Mondays."""
    value = f"XXXX-WXX-{w.WEEKDAYS[m['wd'].lower()] + 1}" + (f"T{w.PARTS[m['part'].lower()]}" if m["part"] else "")
    return Found(span_of(m), "SET", TimeExpression("set", value=value))


def duration(amount: float | None, unit: str) -> str:
    """The ISO duration of an amount of a unit; X where no number is said. A decade is ten years, a fortnight two weeks."""
    letter = w.UNITS[unit]
    if amount is None and letter == "CE":
        return "PXC"
    if letter in ("DE", "CE"):
        amount, letter = (amount * (10 if letter == "DE" else 100) if amount is not None else None), "Y"
    elif letter == "F":
        amount, letter = (amount * 2 if amount is not None else None), "W"
    elif letter in ("N", "E"):
        letter = "D" if letter == "N" else "WE"
    if amount is not None and amount % 1:
        smaller = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}.get(letter)
        if smaller:
            whole, rest = int(amount), round((amount % 1) * smaller[1])
            head = f"{whole}{letter.lstrip('T')}" if whole else ""
            time = letter.startswith("T")
            return f"P{'T' if time else ''}{head}{'T' if smaller[0].startswith('T') and not time else ''}{rest}{smaller[0].lstrip('T')}"
    count = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    return f"PT{count}{letter[1:]}" if letter.startswith("T") else f"P{count}{letter}"
