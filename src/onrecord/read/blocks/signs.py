"""Surface signs that several passes look for."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.blocks.pieces import Piece
from onrecord.read.lexicon import any_of

QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?|‘[^’]{12,}’|''.*?(?:''|$)")
OPENS_QUOTED = re.compile(r"^(?:[“\"«„]|''|‘)")
SMALL = re.compile(r"\b(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|the|to|via|vs|with|after|amid|is|if|than)\b", re.IGNORECASE)


@cache
def saying() -> re.Pattern[str]:
    """Words of saying."""
    return re.compile(rf"\b{any_of('labels', 'saying')}\b", re.IGNORECASE)


@cache
def reporting() -> re.Pattern[str]:
    """Words that tell of speech and that no appeal to readers uses."""
    return re.compile(rf"\b{any_of('labels', 'reporting')}\b", re.IGNORECASE)


def is_reported(piece: Piece) -> bool:
    """Whether a line tells what somebody said: then no word of it makes it an appeal of the publisher's."""
    return bool(reporting().search(QUOTED.sub(" ", piece.text)) and (QUOTED.search(piece.text) or piece.words > 8))


def is_prose(piece: Piece) -> bool:
    """Whether a line is long enough, and ends as prose does, to be a paragraph of a report."""
    return piece.words >= 20 or (piece.words >= 8 and piece.ends_sentence)


def is_headline(piece: Piece) -> bool:
    """Whether a line may be a headline: one short sentence at most, with or without its full stop."""
    if not 2 <= piece.words <= 25 or piece.text[-1] in ":,;" or not re.search(r"[^\W\d_]", piece.text):
        return False
    inner = re.findall(r"[.!?]['”’\")]*\s+[“\"‘A-Z]", piece.text)
    return len(inner) == 0 or (len(inner) == 1 and piece.words <= 14)


def title_case(text: str) -> float:
    """Share of capitalised words among those that prose would print small; 0 for a text of names or small words only."""
    words = list(re.findall(r"[^\W\d_][\w'’-]*", SMALL.sub(" ", text)))[1:]
    return sum(w[0].isupper() for w in words) / len(words) if words else 0.0


def quoted_share(text: str) -> float:
    """Share of the characters that stand in quotation marks."""
    return sum(len(m) for m in QUOTED.findall(text)) / len(text) if text else 0.0
