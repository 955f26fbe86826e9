"""The sentences of a report by its signs alone, for rules over words that need no parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.types import SILENT_BLOCKS, Report, Span

END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|\n+")
SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
"""What ends in a full stop without ending a sentence: titles, months, initials."""
UNREAD = SILENT_BLOCKS | {"caption", "dateline"}


def sentences(report: Report) -> Iterator[Span]:
    """The spans of the sentences of a report's running text, blocks that yield no statement left out."""
    for block in report.blocks:
        if block.kind not in UNREAD:
            yield from within(report.text, block.span)


def within(text: str, block: Span) -> Iterator[Span]:
    """The sentences of one block, without the blanks around them."""
    start = block.start
    for found in END.finditer(text, block.start, block.end):
        if SHORT.search(text, max(start, found.start() - 8), found.end()):
            continue
        yield from trimmed(text, start, found.end())
        start = found.end()
    yield from trimmed(text, start, block.end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without blanks at its ends; nothing where only blanks are left."""
    words = text[start:end]
    first, last = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    if first < last:
        yield Span(first, last)
