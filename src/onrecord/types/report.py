"""What is read: spans of a text, blocks, reports, and problems met on the way."""

from __future__ import annotations

import bisect
import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal[
    "title", "standfirst", "paragraph", "quotation", "list_item", "caption", "credit", "dateline", "byline",
    "label", "furniture", "correction", "turn", "endless",
]
Genre = Literal["news", "opinion", "statement", "readout", "transcript", "live_blog", "tracker"]

SILENT_BLOCKS: frozenset[str] = frozenset({"furniture", "credit", "label", "byline", "endless"})
"""Kinds of block that yield no statement at all; a caption or a dateline yields times only."""
QUIET_BLOCKS: frozenset[str] = SILENT_BLOCKS | {"caption", "dateline"}
"""Kinds of block that are not part of the running text."""


class Span(NamedTuple):
    """Half-open characters `[start, end)` of a report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed days from *first* to *last*; None is an open end; both None is never made (that is plain None)."""

    first: dt.date | None
    last: dt.date | None

    @classmethod
    def day(cls, day: dt.date) -> Interval:
        """The interval of one day."""
        return cls(day, day)

    def overlaps(self, other: Interval) -> bool:
        """Whether some day may lie in both."""
        before = self.last is not None and other.first is not None and self.last < other.first
        after = other.last is not None and self.first is not None and other.last < self.first
        return not (before or after)

    def meet(self, other: Interval) -> Interval | None:
        """The days in both, or None when there are none."""
        if not self.overlaps(other):
            return None
        firsts = [d for d in (self.first, other.first) if d is not None]
        lasts = [d for d in (self.last, other.last) if d is not None]
        return Interval(max(firsts, default=None), min(lasts, default=None))

    @property
    def days(self) -> int | None:
        """How many days the interval holds; None when an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def edtf(self) -> str:
        """EDTF (ISO 8601-2): a day, a whole month `2023-12`, a whole year, or `first/last` with `..` for an open end."""
        if self.first is None or self.last is None:
            return f"{self.first or '..'}/{self.last or '..'}"
        if self.first == self.last:
            return self.first.isoformat()
        after = self.last + dt.timedelta(days=1)
        if self.first.day == 1 and after.day == 1:
            if (self.first.year, self.first.month) == (self.last.year, self.last.month):
                return self.first.isoformat()[:7]
            if self.first.month == 1 and after.month == 1 and self.first.year == self.last.year:
                return self.first.isoformat()[:4]
        return f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a report's text that something rests on, whether or not a layer made a statement of it."""

    report: str
    span: Span
    quote: str
    """The text at *span*, exactly."""
    statement: str | None = None
    """Id of the statement at these words, where there is one."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report with one role on the page."""

    span: Span
    kind: BlockKind
    speaker: str | None = None
    """Whose turn it is, in a transcript (kind `turn`)."""


@dataclass(frozen=True, slots=True)
class Report:
    """One published text as extracted; *text* never changes after reading and all offsets are into it."""

    id: str
    """SHA-256 (hex) of text, outlet and canonical URL."""
    name: str
    """The name a person uses for it: the file's stem or the line's id, made safe."""
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
    genre: Genre = "news"
    published: str | None = None
    """The printed or given date of publication as EDTF; None when nothing prints one."""
    published_basis: Literal["printed", "given", "metadata", "url"] | None = None
    published_span: Span | None = None
    """Where the text prints the date, if it does."""
    blocks: tuple[Block, ...] = ()
    raw_hash: str = ""
    """SHA-256 (hex) of the bytes as they came."""
    pages: tuple[int, ...] = ()
    """Where each printed page begins in *text*, the first at 0; empty where the report came on no pages."""

    def page_at(self, place: int) -> int | None:
        """The number of the printed page that holds character *place*, from 1; None where there are no pages."""
        return bisect.bisect_right(self.pages, place) or None

    def pages_of(self, span: Span) -> str:
        """The printed pages of a stretch as a citation names them, `p. 3` or `pp. 3–4`; empty where there are no pages."""
        first, last = self.page_at(span.start), self.page_at(max(span.start, span.end - 1))
        if first is None:
            return ""
        return f"p. {first}" if first == last else f"pp. {first}–{last}"

    def block_at(self, place: int) -> Block | None:
        """The block that holds character *place*."""
        for block in self.blocks:
            if block.span.start <= place < block.span.end:
                return block
        return None


def report_id(text: str, outlet: str | None, url: str | None) -> str:
    """SHA-256 (hex) of text, outlet and canonical URL, parted by a character that none of them holds."""
    return hashlib.sha256("\x1f".join((text, outlet or "", url or "")).encode("utf-8", "surrogatepass")).hexdigest()


ProblemKind = Literal[
    "missing", "empty", "binary", "encoding", "too_large", "limit", "truncated", "same_id", "no_column", "no_sentence", "language", "no_text",
    "broken_line", "broken_date", "future_date", "unreadable", "unpaired_quotation", "unresolved_time", "unresolved_source", "date_conflict",
    "judgement_lost", "coding_lost", "not_understood", "pack", "set_aside",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or was not understood, kept as a row."""

    kind: ProblemKind
    message: str
    """What was seen and what to do about it, in one sentence."""
    report: str | None = None
    span: Span | None = None
    where: str | None = None
    """Path or `file:line` when no report could be made."""
    lost: bool = False
    """Whether input was lost by it (exit status 1)."""
