"""When a report was published, as far as it or its finder says; never today, never a date out of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.read.dates import MONTH, PrintedDate, given_date, printed_dates, url_date
from onrecord.read.heading import heading_date
from onrecord.types import Block, Problem, Span

Basis = Literal["printed", "given", "metadata", "url"]
NOTICE = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted|issued|released|filed)|(?<!load-)(?<!load )date)\b(?:\s+(?:on|at))?\s*[:|]?\s*\W{0,3}$", re.IGNORECASE
)
"""The day when a database loaded a text is another."""
UPDATED = re.compile(r"\b(?:updated|modified|edited)\b(?:\s+(?:on|at))?\s*[:|]?\s*\W{0,3}$", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*$", re.IGNORECASE)
SOURCE = re.compile(r"^\W*(?:source|via|from)\s*:.*,\s*$", re.IGNORECASE)
"""The paper that a text was taken from, before its day."""
FIRST_OF_TWO = re.compile(rf"(?:[\w ]+:\s*)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+{MONTH})?(?:,?\s+\d{{4}})?\s*(?:[–—-]|to|until)\s*", re.IGNORECASE)
"""A day before a day: the two bound a time that the report is about."""
ONWARD = re.compile(rf"\s*(?:[–—-]\s*\d{{1,2}}\s+{MONTH}|(?:to|until|through)\s+\d)", re.IGNORECASE)
WEEKDAY_BEFORE = re.compile(r"\w+,?\s*$")


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
            lead, tail = text[block.span.start : date.span.start], text[date.span.end : block.span.end]
            if FIRST_OF_TWO.fullmatch(lead) or ONWARD.match(tail):
                continue
            if NOTICE.search(lead) or NOTICE.search(before):
                found.append((0, date))
            elif UPDATED.search(lead) or UPDATED.search(before) or COPYRIGHT.search(lead):
                found.append((2, date))
            elif (block.kind in ("dateline", "byline") or SOURCE.fullmatch(lead)) and (number < 12 or number >= len(blocks) - 3):
                found.append((1, date))
    if not found:
        return heading_date(text, blocks)
    return min(found, key=lambda f: f[0])[1]
