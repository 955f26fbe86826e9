"""Quotations: words in quotation marks, paired within a block, with those that run on over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Block, Parsed, Problem, Span

CLOSERS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "``": "''", "''": "''", "‘": "’", "'": "'"}
MARK = re.compile("[“„«\"`'‘]")
SINGLE = frozenset("‘'")
SHORTEST = 4
"""Words of a quotation that must have a source; shorter ones may be names and scare quotes."""
LONGEST_SINGLE = 300
"""Characters; a single mark further from its partner is an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: *span* and tokens `[first, last)` with the marks; *closed* is False where the next paragraph goes on."""

    span: Span
    first: int
    last: int
    words: int
    closed: bool = True
    single: bool = False

    @property
    def claimable(self) -> bool:
        """Whether its words must have a source: it is no scare quote and hardly a name."""
        return not self.single and self.words >= SHORTEST


def find_quotations(parsed: Parsed) -> tuple[tuple[Quotation, ...], tuple[Problem, ...]]:
    """The quotations of a report in order, and one Problem for every mark that has no partner."""
    text = parsed.report.text
    blocks = parsed.report.blocks or (Block(Span(0, len(text)), "paragraph"),)
    read = sorted({s.block for s in parsed.sentences})
    spans: list[tuple[Span, bool, bool]] = []
    problems: list[Problem] = []
    for n, number in enumerate(read):
        follower = blocks[read[n + 1]].span if n + 1 < len(read) else None
        found, unpaired = pair_marks(text, blocks[number].span)
        spans += [(s, True, one) for s, one in found]
        if unpaired is None:
            continue
        if follower is not None and text[follower.start : follower.start + 2].startswith(("“", '"', "''")):
            spans.append((Span(unpaired.start, blocks[number].span.end), False, False))
        else:
            message = "a quotation mark without its partner; the words after it were read as the report's own"
            problems.append(Problem("unpaired_quotation", message, parsed.report.id, unpaired))
    return tuple(sorted((make(parsed, *s) for s in spans), key=lambda q: q.span)), tuple(problems)


def touching(quotations: Sequence[Quotation], first: int, last: int) -> Sequence[Quotation]:
    """The quotations, of many in order, that share a token with `[first, last)`."""
    low = bisect_right(quotations, first, key=lambda q: q.last)
    high = bisect_left(quotations, last, key=lambda q: q.first)
    return quotations[low:high]


def make(parsed: Parsed, span: Span, closed: bool, single: bool) -> Quotation:
    """The quotation at *span* with its tokens."""
    first, last = bisect_left(parsed.starts, span.start), bisect_left(parsed.starts, span.end)
    words = sum(t.text[0].isalnum() for t in parsed.tokens[first:last])
    return Quotation(span, first, last, words, closed, single)


def pair_marks(text: str, block: Span) -> tuple[list[tuple[Span, bool]], Span | None]:
    """Spans of the outermost quotations of one block (and whether by single marks), and the mark left open at its end."""
    found: list[tuple[Span, bool]] = []
    unpaired: Span | None = None
    at = block.start
    while (place := MARK.search(text, at, block.end)) is not None:
        at = place.start()
        mark = opening(text, at, block)
        if mark is None:
            at += 1
            continue
        end = closing(text, at + len(mark), block, mark)
        if end is None:
            if mark not in SINGLE:
                unpaired = Span(at, at + len(mark))
            at += len(mark)
            continue
        found.append((Span(at, end), mark in SINGLE))
        at = end
    return found, unpaired


def opening(text: str, at: int, block: Span) -> str | None:
    """The quotation mark that opens at *at*, or None."""
    two = text[at : at + 2]
    mark = two if two in ("''", "``") else text[at]
    if mark not in CLOSERS:
        return None
    before = text[at - 1] if at > block.start else " "
    after = text[at + len(mark)] if at + len(mark) < block.end else " "
    if mark in SINGLE:
        return mark if (before.isspace() or before in "(—–-[:,") and not after.isspace() and (after.isalnum() or after in '…[$“"') else None
    if mark in ('"', "''"):
        return mark if not before.isalnum() and not (after.isspace() and not before.isspace()) and not after.isspace() else None
    return mark


def closing(text: str, at: int, block: Span, mark: str) -> int | None:
    """The end of the mark that closes *mark* after *at*, or None when the block ends first."""
    closers = CLOSERS[mark]
    limit = min(block.end, at + LONGEST_SINGLE) if mark in SINGLE else block.end
    for place in range(at, limit):
        if mark in ("''", "``"):
            if text.startswith("''", place):
                return place + 2
        elif text[place] in closers:
            after = text[place + 1] if place + 1 < block.end else " "
            before = text[place - 1]
            if mark in SINGLE and (
                after.isalnum() or before.isspace() or (before == "s" and not after.strip(" ") and "'" not in mark and closes_later(text, place, limit))
            ):
                continue
            if mark == '"' and before.isspace() and not after.isspace() and after not in ".,;:?!)":
                continue
            return place + 1
    return None


def closes_later(text: str, place: int, limit: int) -> bool:
    """Whether another closing single mark follows before the next opening one, so that this one is a possessive."""
    rest = text[place + 1 : limit]
    close, reopen = rest.find("’ "), rest.find("‘")
    return close >= 0 and (reopen < 0 or close < reopen)
