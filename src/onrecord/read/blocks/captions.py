"""Captions and photo credits, which stand between paragraphs and speak of another day than they do."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.blocks.furniture import matches
from onrecord.read.blocks.pieces import Piece
from onrecord.read.lexicon import any_of

LONGEST = 90
"""Words of the longest caption; wire captions reach 70."""
NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w.'’-]*){0,4}"


@cache
def credit() -> re.Pattern[str]:
    """A credit at the end of a line that can be nothing else, in any of its printed forms."""
    agency = f"(?i:{any_of('photo', 'agency')})"
    tail = rf"{agency}(?:\s+(?:Images?|Photos?|News|Pool|File))?"
    forms = (
        rf"[(\[]?\s*(?:(?:Screen ?grab|File |Handout |Stock )?(?i:photos?|photograph(?:s|ed)?|images?|pictures?|video|screen ?(?:shot|grab)|illustration|credits?))(?:\s+(?:by|credit|courtesy(?: of)?|from|via)\b)?\s*:?\s+(?:by\s+)?{NAME}(?:\s*[/,|]\s*{NAME}|\s+(?:via|for)\s+{NAME}){{0,3}}\s*[)\]]?\.?",
        rf"[(\[]?\s*{NAME}(?:,\s*{NAME})?\s*/\s*(?:{NAME}\s*/\s*)?{tail}(?:\s+via\s+{NAME})?(?:,? (?:File|file)(?: photo)?)?\s*[)\]]?\.?",
        rf"[(\[]?\s*(?:{NAME}\s*(?:/\s*{NAME}\s*)*)?\bvia\s+{tail}(?:\s*/\s*{NAME})?\s*[)\]]?\.?",
        r"[(\[]\s*(?:AP|Reuters|AFP|EPA)?\s*(?:[Ff]ile |[Hh]andout )?(?:[Pp]hoto|[Ii]mage|[Cc]redit|[Pp]icture)\b\s*[:/]?\s*[^()\[\]]{0,80}[)\]]\.?",
        rf"(?:©|\(c\)|Copyright)\s*(?:(?:19|20)\d\d\s+)?{NAME}(?:\s*/\s*{NAME})*(?:,?\s+(?:19|20)\d\d)?\.?",
        rf"(?i:courtesy(?: of)?|handout by|provided by)\s*:?\s+{NAME}(?:\s*/\s*{NAME})*\.?",
    )
    return re.compile(r"(?:^|(?<=[\s.!?”\"’)]))(?:" + "|".join(forms) + r")\s*$")


@cache
def lone() -> re.Pattern[str]:
    """An agency's name alone after the end of a sentence."""
    return re.compile(rf"(?:^|(?<=[.!?”\"’)])\s*)(?:[–—-]+\s*)?[(\[]?(?i:{any_of('photo', 'lone')})[)\]]?\.?\s*$")


def mark_captions(pieces: list[Piece]) -> list[Piece]:
    """Captions, credits on their own line, and the agency's name with which the last paragraph of a wire report is signed."""
    last = max((i for i, p in enumerate(pieces) if p.kind is None), default=-1)
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        out += caption(piece, is_last=i == last, first=i == 0) if piece.kind is None and piece.words <= LONGEST else [piece]
    return out


def caption(piece: Piece, *, is_last: bool, first: bool) -> list[Piece]:
    """The piece as a caption or a credit, cut where its last words sign a report, or as it was."""
    if matches(piece, "photo", "credit_line"):
        return [piece.as_kind("credit")]
    if not first and matches(piece, "photo", "opening"):
        return [piece.as_kind("caption")]
    sure, alone = credit().search(piece.text), lone().search(piece.text)
    match = sure or alone
    if match is None:
        return [piece]
    before = piece.text[: match.start()].strip(" .,|–—-([")
    if not before:
        return [piece.as_kind("credit")]
    if alone and is_last and not first and not sure:
        head, tail = piece.cut(match.start(), "paragraph", then="credit")
        return [head, tail]
    if first or len(before.split()) < 3:
        return [piece]
    return [piece.as_kind("caption")]
