"""The body of a report: list items, block quotations, labels."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.read.blocks.pieces import Piece
from onrecord.read.blocks.signs import OPENS_QUOTED, QUOTED, quoted_share, saying, title_case
from onrecord.read.lexicon import words

BULLET = re.compile(r"^(?:[•·▪‣◦●■►➤✓]|[–—*-](?=\s))\s*(?=\S)")
HEADING_MARK = re.compile(r"^#{1,6}\s+(?=\S)")
NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|\([a-z\d]{1,2}\)|[a-z]\))\s+(?=\S)")
LABEL = re.compile(r"^(?:\*\*|__|\*)?(?P<label>[A-Z][\w'’]*(?:,?[ -][\w'’]+){0,4})(?:\*\*|__|\*)?:(?:\*\*|__|\*)?\s+(?=[“\"‘'A-Z\d])")
OWN_VOICE = re.compile(r"\b(?:we|our|us|my|I|let’s|let's)\b")
POINTS_BACK = re.compile(r"^(?:That|This|These|Those|Which|Instead,|And|But|So|Still,|Yet|Well,|In other words)\b")
TELLING = re.compile(r"\b(?:report\w*|stat\w+|follow\w*|post\w*|letter|text|memo|e-?mail|note|article|excerpt\w*|announce\w*|version)\b", re.IGNORECASE)
LONGEST_QUOTATION = 6
"""Paragraphs that a quotation without marks may run on: longer ones were the writer's own text in every report looked at."""


def mark_marks(pieces: list[Piece]) -> list[Piece]:
    """Cuts Markdown's heading marks off, so that the heading is judged and parsed by its words."""
    out: list[Piece] = []
    for piece in pieces:
        mark = HEADING_MARK.match(piece.text)
        out += piece.cut(mark.end(), "label", then=piece.kind) if mark else [piece]
    return out


def mark_lists(pieces: list[Piece]) -> list[Piece]:
    """Lines after a bullet or a number, which is cut off; a dash or a number counts when a second line has one."""
    dashes = sum(bool(re.match(r"[–—-]\s", p.text)) for p in pieces)
    numbers = sum(bool(NUMBERED.match(p.text)) for p in pieces)
    out: list[Piece] = []
    for piece in pieces:
        bullet, number = BULLET.match(piece.text), NUMBERED.match(piece.text)
        if piece.kind == "list_item" or (bullet and (piece.text[0] not in "–—-" or dashes > 1)):
            mark = bullet
        else:
            mark = number if numbers > 1 else None
        out += piece.cut(mark.end(), "label", then="list_item") if mark and piece.kind in (None, "list_item") else [piece]
    return out


def mark_quotations(pieces: list[Piece]) -> list[Piece]:
    """Paragraphs quoted as a block: after `>`, indented where others are not, or introduced by a paragraph that ends with a colon."""
    flush = sum(p.indent == 0 for p in pieces) * 2 > len(pieces)
    out = [p.as_kind("quotation") if p.kind is None and (p.text.startswith(">") or (flush and p.indent >= 4)) else p for p in pieces]
    leads = [i for i, p in enumerate(out) if p.kind is None and p.words >= 3 and p.text.endswith(":")]
    unmarked = [i for i in leads if i + 1 < len(out) and not OPENS_QUOTED.match(out[i + 1].text)]
    for lead in leads:
        for i in run_after(out, lead, excerpts=len(unmarked) > 1):
            out[i] = out[i].as_kind("quotation")
    return out


def run_after(pieces: list[Piece], lead: int, *, excerpts: bool) -> list[int]:
    """Numbers of the paragraphs quoted after *lead*: those in quotation marks, else one; more in a report that strings *excerpts* together."""
    names = set(re.findall(r"\b[A-Z][a-z]{3,}\b", pieces[lead].text)) if excerpts else set()
    found: list[int] = []
    for i in range(lead + 1, min(lead + 1 + LONGEST_QUOTATION, len(pieces))):
        piece = pieces[i]
        if piece.kind is not None or (piece.text.endswith(":") and piece.words >= 3) or piece.words < 4:
            break
        marked = bool(OPENS_QUOTED.match(piece.text))
        # Who strings excerpts together has the last word: the closing paragraph is the writer's.
        closing = not any(p.kind is None and p.words >= 20 for p in pieces[i + 1 :])
        if found and not marked and (not excerpts or closing or is_own_voice(piece, names)):
            break
        if not found and not marked and not is_quotable(pieces[lead], piece, excerpts=excerpts):
            break
        found.append(i)
        if marked and not excerpts and quoted_share(piece.text) < 0.9:
            found.pop()
            break
        if marked and not excerpts and re.search(r"(?:[”\"]|'')\W*$", piece.text):
            break
    return found


def is_quotable(lead: Piece, piece: Piece, *, excerpts: bool) -> bool:
    """Whether an unmarked paragraph after a colon is quoted: the lead tells of words, and the paragraph is a sentence."""
    telling = excerpts or saying().search(lead.text) or TELLING.search(lead.text)
    return bool(telling) and piece.ends_sentence and piece.words >= 8


def is_own_voice(piece: Piece, names: set[str]) -> bool:
    """Whether the writer speaks again: of the one quoted, of "us", or back to what was quoted."""
    own = QUOTED.sub(" ", piece.text)
    first = re.match(r"[\W]*([A-Z][a-z]{3,})['’]?s?\b", piece.text)
    named = bool(first and first[1] in names and title_case(first[1]) == 0 and re.match(r"\W*\w+\s+[a-z]", piece.text))
    return named or bool(OWN_VOICE.search(own)) or (bool(POINTS_BACK.match(own)) and not saying().search(own))


def mark_labels(pieces: list[Piece]) -> list[Piece]:
    """Cuts set openings (`State of play:`) off their paragraphs; one that no list knows counts when the report has three of its shape."""
    shaped = {i: m for i, p in enumerate(pieces) if p.kind in (None, "quotation", "paragraph") and (m := label_of(p))}
    unknown = Counter(not is_known(m["label"]) for m in shaped.values())
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        if i in shaped and (is_known(shaped[i]["label"]) or unknown[True] + unknown[False] >= 3):
            out += piece.cut(shaped[i].end(), "label", then=piece.kind)
        elif piece.kind is None and is_known(piece.text.strip(":*_")):
            out.append(replace(piece, kind="label"))
        else:
            out.append(piece)
    return out


def label_of(piece: Piece) -> re.Match[str] | None:
    """The opening of a piece if it has a label's shape: up to five words, a colon, then a sentence that nobody is cued to say."""
    match = LABEL.match(piece.text)
    if match is None:
        return None
    label, rest = match["label"], piece.text[match.end() :]
    if is_known(label):
        return match if len(rest.split()) >= 3 else None
    speech = OPENS_QUOTED.match(rest) or saying().search(label)
    name_like = " " not in label or all(w[0].isupper() for w in re.findall(r"[^\W\d]\w*", label))
    return None if speech or name_like or len(rest.split()) < 6 else match


def is_known(label: str) -> bool:
    """Whether the opening is one of the set ones."""
    return label.replace("’", "'").casefold() in words("labels", "label")
