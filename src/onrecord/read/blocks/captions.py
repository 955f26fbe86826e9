"""Captions and photo credits, which stand between paragraphs and speak of another day than they do."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.blocks.pieces import Piece
from onrecord.read.dates import printed_dates
from onrecord.read.lexicon import any_of, has_any, words

LONGEST = 90
"""Words of the longest caption; wire captions reach 70."""
LONGEST_LONE = 36
"""Words of a caption that an agency's name alone ends: longer lines are paragraphs of a digest that names its source."""
TAIL = 170
"""Characters at a line's end in which a credit is looked for."""
NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w.'’-]*){0,4}"
NAMES = rf"{NAME}(?:\s*[/,|]\s*{NAME}|\s+(?:via|for)\s+{NAME}){{0,3}}"
PICTURE = r"(?i:(?:screen ?grab|file |handout |stock )?(?:photos?|photograph(?:s|ed)?|images?|pictures?|video|screen ?(?:shot|grab)|illustration|credits?))"
END = r"(?:^|(?<=[a-z\d)’”\"\]][.!?])|(?<=[.!?][”\"’)])|(?<=[”\"]))\s*"
"""Where a sentence has ended: no initial before a surname."""

MARKS = ("photo", "image", "picture", "video", "screen", "credit", "illustration", "/", "via ", "©", "(c)", "copyright", "courtesy", "handout", "provided by")


@cache
def credit() -> re.Pattern[str]:
    """A credit at the end of a line that can be nothing else, in any of its printed forms."""
    agency = f"(?i:{any_of('photo', 'agency')})"
    tail = rf"{agency}(?:\s+(?:Images?|Photos?|News|Pool|File))?"
    anywhere = (
        rf"{PICTURE}(?:\s+(?:by|credit|courtesy(?:\s+of)?|from|via)\b\s*:?|\s*:)\s*(?:by\s+)?{NAMES}",
        rf"{NAME}(?:,\s*{NAME})?\s*/\s*(?:{NAME}\s*/\s*)?{tail}(?:\s+via\s+{NAME})?(?:,? (?i:file)(?: photo)?)?",
        rf"(?:{NAME}\s*(?:/\s*{NAME}\s*)*)?\bvia\s+(?:AFP/)?(?:Getty|{agency}\s+Images?)(?:\s+Images)?",
        rf"(?:©|\(c\)|Copyright)\s*(?:(?:19|20)\d\d\s+)?{NAME}(?:\s*/\s*{NAME})*(?:,?\s+(?:19|20)\d\d)?",
    )
    after_end = (
        rf"(?:{NAME}\s*(?:/\s*{NAME}\s*)*)?\bvia\s+{tail}(?:\s*/\s*{NAME})?",
        rf"(?i:courtesy(?: of)?|handout by|provided by)\s*:?\s+{NAME}(?:\s*/\s*{NAME})*",
        rf"{PICTURE}\s+{NAMES}",
    )
    bracketed = r"[(\[]\s*(?:AP|Reuters|AFP|EPA)?\s*(?i:file |handout )?(?i:photo|image|credit|picture)\b\s*[:/]?\s*[^()\[\]]{0,80}[)\]]\.?"
    here, ended = "|".join(anywhere), "|".join(after_end)
    return re.compile(rf"(?:(?:^|(?<=[\s.!?”\"’)]))[(\[]?\s*(?:{here})\s*[)\]]?\.?|{END}[(\[]?\s*(?:{ended})\s*[)\]]?\.?|{bracketed})\s*$")


@cache
def lone() -> re.Pattern[str]:
    """An agency's name alone after the end of a sentence."""
    return re.compile(rf"{END}(?:[–—-]+\s*)?[(\[]?(?i:{any_of('photo', 'lone')})[)\]]?\.?\s*$")


@cache
def lone_ends() -> tuple[str, ...]:
    """The names that may stand alone, in small letters."""
    return tuple(words("photo", "lone"))


def may_credit(text: str) -> bool:
    """Whether a line's end holds a mark that every credit has; to look closer at each line would take longer than all other passes."""
    end = text[-TAIL:].lower()
    return end.rstrip(" .)]").endswith(lone_ends()) or any(mark in end for mark in MARKS)


def mark_captions(pieces: list[Piece]) -> list[Piece]:
    """Captions, credits on their own line, and the agency's name with which the last paragraph of a wire report is signed."""
    last = max((i for i, p in enumerate(pieces) if p.kind is None), default=-1)
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        may_be = piece.kind is None and piece.words <= LONGEST and not is_page_line(piece)
        out += caption(piece, is_last=i == last, first=i == 0) if may_be else [piece]
    return [p.as_kind("caption") if is_credited(out, i) else p for i, p in enumerate(out)]


def is_page_line(piece: Piece) -> bool:
    """Whether a short line opens with a full day: a page's line of day, hour and agency, as no caption begins."""
    return piece.words <= LONGEST_LONE and any(d.span.start == 0 for d in printed_dates(piece.text, 0, 40))


def is_credited(pieces: list[Piece], place: int) -> bool:
    """Whether a short line has a photo credit right under it, with no empty line between."""
    piece, after = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
    if piece.kind is not None or after is None or after.kind != "credit" or after.gap:
        return False
    return piece.words <= LONGEST_LONE and not has_any(after.text, "photo", "credit_line")


def caption(piece: Piece, *, is_last: bool, first: bool) -> list[Piece]:
    """The piece as a caption or a credit, cut where its last words sign a report, or as it was."""
    if has_any(piece.text, "photo", "credit_line"):
        return [piece.as_kind("credit")]
    opens = not first and has_any(piece.text, "photo", "opening")
    if not may_credit(piece.text):
        return [piece.as_kind("caption")] if opens else [piece]
    base = max(0, len(piece.text) - TAIL)
    tail = piece.text[base:]
    sure, alone = credit().search(tail), lone().search(tail)
    match = sure or alone
    if match is None:
        return [piece.as_kind("caption")] if opens else [piece]
    before = len(piece.text[: base + match.start()].strip(" .,|–—-([").split())
    if not before:
        return [piece.as_kind("credit")]
    if alone and not sure and not first and (is_last or piece.words > LONGEST_LONE):
        return piece.cut(base + alone.start(), "paragraph", then="credit")
    return [piece] if first or before < 3 else [piece.as_kind("caption")]
