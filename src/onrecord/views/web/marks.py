"""A report's text cut into pieces that know which statements they belong to."""

from __future__ import annotations

import itertools
from collections.abc import Container
from dataclasses import dataclass

from onrecord.types import Attribution, Block, EventMention, Layer, Report, Span, Statement

SHORT = {"attributions": "A", "figures": "F", "events": "E", "positions": "P", "commitments": "C", "proposals": "D", "status": "S"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of text that plays a part in one statement."""

    span: Span
    statement: str
    layer: Layer
    part: str
    """whole, source, cue, content, trigger or gone."""
    last: bool = False
    """Whether the statement's letter stands at its end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that no mark begins or ends within."""

    text: str
    classes: str
    """Names of layers and parts, for the style sheet; empty for plain text."""
    link: str | None
    """The narrowest statement that holds the piece."""
    depth: int
    """In how many contents of attributions it stands."""
    ends: tuple[tuple[str, str], ...] = ()
    """(letter of the layer, statement id) of the statements that end with this piece."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of the page with its pieces."""

    kind: str
    pieces: tuple[Piece, ...]
    speaker: str | None = None
    start: int = 0


def marks_of(statement: Statement, *, gone: bool = False) -> list[Mark]:
    """The stretches of a statement that the page shows; one more over all of it where a later version withdrew it."""
    if gone:
        return [*marks_of(statement), Mark(statement.span, statement.id, statement.layer, "gone")]
    item = statement.item
    if isinstance(item, Attribution):
        parts = (("source", item.source_spans), ("cue", item.cue_spans), ("content", item.content_spans))
        end = item.content_spans[-1] if item.content_spans else statement.span
        return [Mark(span, statement.id, "attributions", part, part == "content" and span == end) for part, spans in parts for span in spans]
    if isinstance(item, EventMention):
        return [Mark(item.trigger_span, statement.id, "events", "trigger", last=True)]
    return [Mark(statement.span, statement.id, statement.layer, "whole", last=True)]


def marked_blocks(report: Report, statements: list[Statement], gone: Container[str] = ()) -> list[MarkedBlock]:
    """The report block by block, in the order of the text, nothing left out; statements in *gone* were withdrawn by a later version."""
    marks = [m for s in statements for m in marks_of(s, gone=s.id in gone)]
    blocks = report.blocks or (Block(Span(0, len(report.text)), "paragraph"),)
    out = []
    for block in blocks:
        inside = [m for m in marks if m.span.overlaps(block.span)]
        out.append(MarkedBlock(block.kind, tuple(pieces(report.text, block.span, inside)), block.speaker, block.span.start))
    return out


def pieces(text: str, span: Span, marks: list[Mark]) -> list[Piece]:
    """*span* cut at every beginning and end of *marks*."""
    cuts = {span.start, span.end}
    for mark in marks:
        cuts.update(c for c in mark.span if span.start < c < span.end)
    places = sorted(cuts)
    return [piece(text, Span(a, b), [m for m in marks if m.span.start <= a and b <= m.span.end]) for a, b in itertools.pairwise(places)]


def piece(text: str, span: Span, over: list[Mark]) -> Piece:
    """One piece under the marks *over* it."""
    names = sorted({f"m-{m.layer}" for m in over} | {f"p-{m.part}" for m in over})
    narrow = min(over, key=lambda m: (m.span.end - m.span.start, m.statement), default=None)
    ends = sorted({(SHORT[m.layer], m.statement) for m in over if m.last and m.span.end == span.end})
    depth = sum(m.part == "content" for m in over)
    return Piece(span.of(text), " ".join(names), narrow.statement if narrow else None, min(depth, 4), tuple(ends))
