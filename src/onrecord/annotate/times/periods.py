"""Rules for parts of the calendar larger than a month: seasons, quarters, decades, centuries."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.dates import REL, lean_of, span_of, step
from onrecord.annotate.times.found import Found
from onrecord.types import Span, TimeExpression

SEASON = (
    rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?:(?P<rel>{REL})|the|in|by|since|during|until|through)\s+)?(?:(?P<y0>{w.YEAR})\s+)?"
    rf"(?P<s>{w.SEASON})(?!\w)(?:(?:\s+of|,)?\s+(?P<y>{w.ANY_YEAR})|\s+(?:of\s+)?(?P<yrel>last|this|next|that)\s+year)?"
)


QUARTER = (
    rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?:(?P<yrel>this|last|next)\s+year['’]s|(?P<det>the)(?:\s+(?P<ago>(?:comparable\s+)?year[- ](?:ago"
    rf"|earlier)|corresponding|same))?(?:\s+(?P<y0>{w.YEAR}))?|(?P<y00>{w.YEAR}))\s+)?(?:fiscal[\s-])?(?P<n>first|second|third|fourth"
    rf"|1st|2nd|3rd|4th|last)[\s-](?:fiscal\s+)?(?P<u>quarter|half)(?!\s+of\s+{w.MONTH})(?P<pl>s)?(?:\s+of\s+(?:fiscal\s+)?(?:(?P<y>{w.YEAR})|(?P<yrel2>this"
    rf"|last|next|the)\s+year)|,?\s+(?P<y2>{w.YEAR}))?"
)


DECADE = (
    rf"(?:(?:the\s+)?(?:(?P<mod>{w.MOD}|(?:first|last|second)\s+half\s+of(?:\s+the)?)[\s-]+)?(?P<dec>(?:(?:1[0-9]|20)\d0|['’]\d0)['’]?s"
    rf"|(?:nineteen\s+)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b"
)


CENTURY = rf"(?:the\s+)?(?:(?P<mod>{w.MOD})[\s-]+(?:the\s+)?)?(?P<n>\d{{1,2}}(?:st|nd|rd|th)|{w.ORDINAL})[\s-]centur(?:y|ies)(?P<bc>\s*BCE?\b)?"


DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}


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
    lean = "previous" if (m["yrel"] or "").lower() == "that" else lean_of(m["rel"])
    return Found(Span(start, m.end()), "DATE", e, lean)


SHORT_QUARTER = rf"(?-i:Q)(?P<n>[1-4])(?:\s+(?:of\s+)?(?P<y>{w.YEAR}))?(?!\w)"


def short_quarter(m: Match[str]) -> Found:
    """Q1 2024."""
    return Found(Span(m.start(), m.end()), "DATE", TimeExpression("part", unit="quarter", day=int(m["n"]), year=int(m["y"]) if m["y"] else None))


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
