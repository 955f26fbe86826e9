"""The day of publication in a line over a report that says other things as well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.dates import WEEKDAY, PrintedDate, printed_dates
from onrecord.read.genre import BY_TITLE
from onrecord.read.lexicon import any_of, has_any
from onrecord.types import Block, Span

ON_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b\.?,?\s*$", re.IGNORECASE)
LABEL = r"[A-Z][\w &#№°.,'’-]{0,30}"
SECTION = re.compile(rf"{LABEL}(?:\s*[|•·/]\s*[\w .,&'’-]{{1,30}})*\s*[|•·/–—-]\s*")
"""What stands before the date in a line that holds nothing else: the names of sections, of a column or a series."""
NAMED_SECTION = re.compile(rf"{any_of('furniture', 'section')}\s*:\s*")
"""A colon is of a section only after a section's own name: after other words the day is one of the story ("Next hearing: 3 June")."""
SET_OFF = re.compile(r"[,|•·:;(–—-]\s*$")
HOLDS = re.compile(r"\b(?:as (?:of|at)|(?<=[;,|(] )published(?: on)?)\s*:?\s*$", re.IGNORECASE)
"""Until when a report's figures hold, or when it came out, said over it."""
BRACKET = re.compile(r"\(\s*$")
NUMBERED = re.compile(r"\d\S*\s+(?:of|dated)\s+$")
"""A document's number before its day."""
LINE_END = re.compile(r"[\s)|.·•–—-]*+(?:,?\s*\(?\d{1,2}[:.]\d\d.{0,12})?$")
BAR = re.compile(r"\s*[|•·]\s*[A-Z][\w &'’-]{1,30}$")
HEADED = re.compile(r"\s*(?::|\s[–—-])\s+[A-Z“\"‘]")
"""A headline behind the day of its own document."""
HEADS = 3
"""Blocks among which the lines over a report are looked for."""
LONGEST = 14
"""Words of a line that says until when its report holds."""


def heading_date(text: str, blocks: Sequence[Block]) -> PrintedDate | None:
    """The day that ends a line over the report: after a section's name, or set off in a heading that has a weekday or names its kind of document.

    "Trial set for June 3, 2025" ends in a day of the story; a comma, bar or dash before it is what tells the two apart.
    """
    for block in blocks[:HEADS]:
        start = text.rfind("\n", 0, block.span.start) + 1
        end = text.find("\n", start)
        line = Span(start, end if end >= 0 else len(text))
        found = next((date for date in printed_dates(text, *line) if is_own(text, line, date)), None)
        if found is not None:
            return found
    return None


def is_own(text: str, line: Span, date: PrintedDate) -> bool:
    """Whether a day in a line over a report is that of the report."""
    lead, tail = text[line.start : date.span.start], text[date.span.end : line.end]
    day = ON_WEEKDAY.search(lead)
    if day and not agrees(day[0], date):
        return False
    before = lead[: day.start()] if day else lead
    ends = LINE_END.fullmatch(tail) is not None
    if SECTION.fullmatch(before) or NAMED_SECTION.fullmatch(before):
        return ends or BAR.fullmatch(tail) is not None
    kind = names_its_kind(lead.strip())
    if kind and SET_OFF.search(before) and HEADED.match(tail):
        return len(lead.split()) <= LONGEST // 2
    if not ends:
        return False
    if HOLDS.search(before) or (BRACKET.search(before) and tail.strip().startswith(")")):
        return len(text[line.start : line.end].split()) <= LONGEST
    return bool((SET_OFF.search(before) and (day or kind)) or (kind and NUMBERED.search(before)))


def names_its_kind(lead: str) -> bool:
    """Whether words over a report name what kind of document it is."""
    return has_any(lead, "genre", "dated") or any(has_any(lead, "genre", f"titles.{genre}") for genre in BY_TITLE)


def agrees(weekday: str, date: PrintedDate) -> bool:
    """Whether a weekday as printed is that of the date."""
    return date.day.strftime("%A").lower().startswith(weekday.strip(" .,\n").lower()[:3])
