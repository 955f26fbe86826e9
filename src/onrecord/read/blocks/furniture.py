"""The publisher's shop: walls, appeals, share buttons, lists of other reports, notes of correction."""

from __future__ import annotations

import itertools
import re

from onrecord.read.blocks.pieces import Piece
from onrecord.read.blocks.signs import is_prose, is_reported
from onrecord.read.blocks.turns import opening
from onrecord.read.lexicon import has_any

PRINTS = re.compile(r"[^\W_]")
LONGEST_CUE = 70
"""Words: no appeal seen was longer, while a paragraph may well mention a newsletter or a donation."""
BETWEEN = 3
"""Lines without a cue that a foot may hold between two lines that have one."""


def is_strong(piece: Piece) -> bool:
    """Whether the line is an appeal or a wall."""
    cued = piece.words <= LONGEST_CUE and (has_any(piece.text, "furniture", "strong") or has_any(piece.text, "furniture", "strong_inside"))
    return cued and not is_reported(piece)


def is_weak(piece: Piece) -> bool:
    """Whether the line is furniture that may stand anywhere: a known one, or one without a letter or figure."""
    return not PRINTS.search(piece.text) or (piece.words <= 30 and has_any(piece.text, "furniture", "weak") and not is_reported(piece))


def mark_corrections(pieces: list[Piece]) -> list[Piece]:
    """Notes in which the outlet mends its own report."""
    out: list[Piece] = []
    headed = False
    for piece in pieces:
        is_note = piece.words <= 120 and has_any(piece.text, "labels", "correction")
        out.append(piece.as_kind("correction") if piece.kind is None and (is_note or headed) else piece)
        headed = is_note and piece.text.endswith(":")
    return out


def mark_furniture(pieces: list[Piece]) -> list[Piece]:
    """Lines with a cue, a foot of such lines with what stands between them, lists of headlines, and second copies of a line."""
    strong = {i for i, p in enumerate(pieces) if p.kind is None and is_strong(p)}
    weak = {i for i, p in enumerate(pieces) if p.kind is None and is_weak(p)}
    marked = strong | weak | foot(pieces, strong, weak) | listed(pieces) | copies(pieces)
    return [p.as_kind("furniture") if i in marked and p.kind is None else p for i, p in enumerate(pieces)]


def foot(pieces: list[Piece], strong: set[int], weak: set[int]) -> set[int]:
    """Short lines between two cues of the page's foot, and after its last: the foot begins at the first cue that no long prose follows."""
    if not strong:
        return set()
    prose = [i for i, p in enumerate(pieces) if i not in strong | weak and (is_reported(p) or p.words > 45)]
    start = min((i for i in strong if i > max(prose, default=-1)), default=None)
    if start is None:
        return set()
    cues = sorted(i for i in strong | weak if i >= start)
    found: set[int] = set()
    for before, after in itertools.pairwise(cues):
        if after - before - 1 <= BETWEEN:
            found |= set(range(before + 1, after))
    if len(cues) >= 3 and len(pieces) - cues[-1] - 1 <= BETWEEN:
        found |= {i for i in range(cues[-1] + 1, len(pieces)) if pieces[i].words <= 12}
    return found


def listed(pieces: list[Piece]) -> set[int]:
    """Headlines under `Read more` and the like, up to the next line of prose; at most eight."""
    found: set[int] = set()
    for i, piece in enumerate(pieces):
        if not has_any(piece.text, "furniture", "headlines_follow"):
            continue
        for j in range(i + 1, min(i + 9, len(pieces))):
            if (pieces[j].ends_sentence and not pieces[j].text.endswith("?")) or is_prose(pieces[j]):
                break
            found.add(j)
    return found


def copies(pieces: list[Piece]) -> set[int]:
    """A line of six words or more printed again within three lines, as pages do with captions; live pages tell a fact again further down."""
    found: set[int] = set()
    for i, piece in enumerate(pieces):
        before = {p.text for p in pieces[max(0, i - 3) : i]}
        if piece.text in before and piece.words >= 6 and not is_reported(piece) and opening(piece) is None:
            found.add(i)
    return found
