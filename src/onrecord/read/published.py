"""When a report was published, as far as it or its finder says; never today, never a date out of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.read.dates import PrintedDate, given_date, printed_dates, url_date
from onrecord.read.genre import BY_TITLE
from onrecord.read.lexicon import has_any
from onrecord.types import Block, Problem, Span

Basis = Literal["printed", "given", "metadata", "url"]
NOTICE = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted|issued|released|filed)|(?<!load-)(?<!load )date)\b(?:\s+(?:on|at))?\s*[:|]?\s*\W{0,3}$", re.IGNORECASE
)
"""The day when a database loaded a text is another."""
UPDATED = re.compile(r"\b(?:updated|modified|edited)\b(?:\s+(?:on|at))?\s*[:|]?\s*\W{0,3}$", re.IGNORECASE)
WEEKDAY_BEFORE = re.compile(r"\w+,?\s*$")
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*$", re.IGNORECASE)
SECTION = re.compile(r"[A-Z][\w &'’-]{0,30}(?:\s*[|•·/]\s*[\w .&'’-]{1,30})*\s*[|•·/:–—-]\s*")
"""What stands before the date in a line that holds nothing else: the names of sections or of a column."""
SET_OFF = re.compile(r"[,|•·:;(–—-]\s*$")
LINE_END = re.compile(r"[\s)|.·•–—-]*+(?:,?\s*\d{1,2}[:.]\d\d.{0,12})?$")
HEADS = 3
"""Blocks among which the lines over a report are looked for."""


@dataclass(frozen=True, slots=True)
class Published:
    """EDTF date with the ground it stands on, and what was wrong or at odds."""

    date: str | None = None
    basis: Basis | None = None
    span: Span | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """The dates that came with a text, as they came."""

    field: str | None = None
    option: str | None = None
    metadata: str | None = None
    url: str | None = None


def published(text: str, blocks: Sequence[Block], offered: Offered, where: str) -> Published:
    """The date by the first that gives one of: the line's own field, the run's option, print, metadata, the address."""
    problems: list[Problem] = []
    printed = printed_date(text, blocks)
    given = given_date(offered.field) if offered.field else None
    if offered.field and given is None:
        problems.append(Problem("broken_date", f"{where}: published {offered.field!r} is no date and was left out; give it as 2024-03-02", where=where))
    given = given or (given_date(offered.option) if offered.option else None)
    if given:
        if printed and len(given) == 10 and given != printed.day.isoformat():
            message = f"{where}: published {given} was given, but the text prints {printed.day}; the given date is used"
            problems.append(Problem("date_conflict", message, where=where, span=printed.span))
        return Published(given, "given", printed.span if printed else None, tuple(problems))
    if printed:
        return Published(printed.day.isoformat(), "printed", printed.span, tuple(problems))
    metadata = given_date(offered.metadata) if offered.metadata else None
    by_url = url_date(offered.url)
    return Published(metadata or by_url, ("metadata" if metadata else "url") if metadata or by_url else None, None, tuple(problems))


def printed_date(text: str, blocks: Sequence[Block]) -> PrintedDate | None:
    """The day of publication that the text prints: in a dateline, else in a byline or page line that says `Published`; an update last."""
    found: list[tuple[int, PrintedDate]] = []
    # A day under a note of correction is the correction's.
    mended = next((n for n, b in enumerate(blocks) if b.kind == "correction"), len(blocks))
    for number, block in enumerate(blocks[:mended] if mended > 1 else blocks):
        if block.kind not in ("dateline", "byline", "furniture", "credit", "label"):
            continue
        for date in printed_dates(text, *block.span):
            before = WEEKDAY_BEFORE.sub("", text[block.span.start : date.span.start]) if date.span.start > block.span.start else ""
            lead = text[block.span.start : date.span.start]
            if NOTICE.search(lead) or NOTICE.search(before):
                found.append((0, date))
            elif UPDATED.search(lead) or UPDATED.search(before):
                found.append((2, date))
            elif block.kind in ("dateline", "byline") and (number < 12 or number >= len(blocks) - 3):
                found.append((1, date))
    if not found:
        return heading_date(text, blocks[:HEADS])
    return min(found, key=lambda f: f[0])[1]


def heading_date(text: str, heads: Sequence[Block]) -> PrintedDate | None:
    """The day that ends a line over the report: after a section's name, or set off in a heading that has a weekday or names its genre.

    "Trial set for June 3, 2025" ends in a day of the story; a comma, bar or dash before it is what tells the two apart.
    """
    for block in heads:
        start = text.rfind("\n", 0, block.span.start) + 1
        end = text.find("\n", start)
        line = Span(start, end if end >= 0 else len(text))
        for date in printed_dates(text, *line):
            lead = text[line.start : date.span.start]
            day = WEEKDAY.search(lead)
            before = lead[: day.start()] if day else lead
            if not LINE_END.fullmatch(text[date.span.end : line.end]) or (day and not agrees(day[0], date)):
                continue
            genre = any(has_any(lead.strip(), "genre", f"titles.{g}") for g in BY_TITLE)
            if SECTION.fullmatch(before) or (SET_OFF.search(before) and (day or genre)):
                return date
    return None


def agrees(weekday: str, date: PrintedDate) -> bool:
    """Whether a weekday as printed is that of the date."""
    return date.day.strftime("%A").lower().startswith(weekday.strip(" .,\n").lower()[:3])
