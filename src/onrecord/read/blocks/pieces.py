"""A text cut into lines, before anything is known of their roles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.types import Block, BlockKind, Span

LINE = re.compile(r"[^\n\r\u2028\u2029\f\v]+")
# Zero-width marks and the byte-order mark are no white space to Python, but print nothing.
BLANK = "".join(chr(i) for i in range(0x3001) if chr(i).isspace()) + "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
WRAPPED = range(45, 101)
"""Characters of a line in hard-wrapped text: agencies and e-mail break at 60 to 80, and a word may be long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One line, or a few hard-wrapped ones, and the role that it has so far."""

    span: Span
    text: str
    gap: bool
    """Whether an empty line (or the text's start) comes before."""
    indent: int = 0
    kind: BlockKind | None = None
    speaker: str | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def as_kind(self, kind: BlockKind) -> Piece:
        """The same piece with a role."""
        return replace(self, kind=kind)

    def cut(self, place: int, first: BlockKind, *, then: BlockKind | None = None) -> list[Piece]:
        """Two pieces, parted at *place* (characters of this piece), the first with a role; one when either is empty."""
        head, tail = part(self, 0, place), part(self, place, len(self.text))
        parts = ([replace(head, kind=first)] if head else []) + ([replace(tail, kind=then, gap=False)] if tail else [])
        return parts

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(re.search(r"[.!?…][\"'”’)\]]*$", self.text))


Pass = Callable[[list[Piece]], list[Piece]]


def part(piece: Piece, start: int, end: int) -> Piece | None:
    """The stretch of *piece* without blanks at its ends, or None when nothing is left."""
    text = piece.text[start:end]
    left = start + len(text) - len(text.lstrip(BLANK))
    text = text.strip(BLANK)
    if not text:
        return None
    at = piece.span.start + left
    return replace(piece, span=Span(at, at + len(text)), text=text)


def cut_lines(text: str) -> list[Piece]:
    """The lines of *text* that are not blank, without the blanks at their ends; hard-wrapped lines are one piece."""
    pieces: list[Piece] = []
    last = 0
    for match in LINE.finditer(text):
        line = match.group()
        bare = line.strip(BLANK)
        if not bare:
            continue
        left = len(line) - len(line.lstrip(BLANK))
        start = match.start() + left
        breaks = text[last : match.start()].replace("\r\n", "\n")
        gap = not pieces or len(re.findall(r"[\n\r\u2028\u2029]", breaks)) > 1
        indent = sum(4 if c == "\t" else 1 for c in line[:left] if c in " \t\u00a0")
        pieces.append(Piece(Span(start, start + len(bare)), bare, gap, indent))
        last = start + len(bare)
    return unwrap(text, pieces)


def unwrap(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with hard-wrapped lines of one paragraph joined."""
    out: list[Piece] = []
    runs = chunks(pieces)
    several = [c for c in runs if len(c) > 1]
    wrapped = [c for c in several if is_wrapped(c)]
    # One pair of lines may be a heading in two parts; a width shows in several paragraphs or in a long one.
    is_set = len(wrapped) * 2 > len(several) and (len(wrapped) > 1 or len(wrapped[0]) > 3)
    for chunk in runs:
        if is_set and is_wrapped(chunk):
            span = Span(chunk[0].span.start, chunk[-1].span.end)
            out.append(replace(chunk[0], span=span, text=span.of(text)))
        else:
            out += chunk
    return out


def chunks(pieces: list[Piece]) -> list[list[Piece]]:
    """Runs of lines with no empty line between them."""
    out: list[list[Piece]] = []
    for piece in pieces:
        if piece.gap or not out:
            out.append([])
        out[-1].append(piece)
    return out


def is_wrapped(chunk: list[Piece]) -> bool:
    """Whether the lines of a chunk are one paragraph broken by width: all but the last are nearly full, and most break in mid-sentence."""
    if len(chunk) < 2:
        return False
    full = chunk[:-1]
    if any(len(p.text) not in WRAPPED for p in full) or len(chunk[-1].text) >= WRAPPED.stop:
        return False
    return sum(not p.ends_sentence for p in full) * 2 > len(full)


def to_block(piece: Piece) -> Block:
    """The block of a piece; what has no role by now is a paragraph."""
    return Block(piece.span, piece.kind or "paragraph", piece.speaker)
