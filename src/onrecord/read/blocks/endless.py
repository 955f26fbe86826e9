"""Pieces in which no sentence ends for thousands of characters: no language that could be read, and costly to try."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.read.blocks.pieces import Piece

ENDLESS = 4_000
"""Characters without an end of a sentence; a roster of 200 names in one sentence has fewer."""
END = re.compile(r"[.!?…;:]\W?\W?\s")


def mark_endless(pieces: list[Piece]) -> list[Piece]:
    """Marks pieces with a stretch of ENDLESS characters in which no sentence ends; they are kept and shown, not read."""
    return [p.as_kind("endless") if len(p.text) > ENDLESS and longest_stretch(p.text) > ENDLESS else p for p in pieces]


def longest_stretch(text: str) -> int:
    """Characters of the longest stretch in which no sentence ends."""
    ends = [0, *(m.end() for m in END.finditer(text)), len(text)]
    return max(after - before for before, after in pairwise(ends))
