"""Text → blocks: every character that prints lies in exactly one block."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.blocks.body import mark_labels, mark_lists, mark_marks, mark_quotations
from onrecord.read.blocks.captions import mark_captions
from onrecord.read.blocks.endless import mark_endless
from onrecord.read.blocks.furniture import mark_corrections, mark_furniture
from onrecord.read.blocks.head import mark_dateline, mark_head
from onrecord.read.blocks.pieces import BLANK, Pass, Piece, cut_lines, to_block
from onrecord.read.blocks.turns import mark_turns
from onrecord.types import Block

# The order matters: what is surely no report text goes first, so that the head and the body are judged by what is left.
PASSES: tuple[Pass, ...] = (mark_marks, mark_corrections, mark_captions, mark_furniture, mark_turns)
BODY: tuple[Pass, ...] = (mark_dateline, mark_lists, mark_quotations, mark_labels, mark_endless)

__all__ = ["BLANK", "segment"]


def segment(text: str, title: str | None = None, hints: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of *text* in their order; *title* and *hints* are what the form's own markup says, and win."""
    known = {h.span.start: h.kind for h in hints}
    pieces: list[Piece] = [p.as_kind(known[p.span.start]) if p.span.start in known else p for p in cut_lines(text)]
    for mark in PASSES:
        pieces = mark(pieces)
    pieces = mark_head(pieces, title)
    for mark in BODY:
        pieces = mark(pieces)
    return tuple(to_block(p) for p in pieces)
