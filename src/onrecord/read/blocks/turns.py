"""Turns of speakers in transcripts and interviews."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.read.blocks.pieces import Piece
from onrecord.read.lexicon import words

LEAD = r"^(?P<lead>(?:[“\"'>*_\s]|[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?\s)*)"
"""What some layouts print before the speaker: marks of a caption or of bold letters, the time in the recording."""
NOTE = r"(?:\s*\([^)]{1,40}\))?"
NUMBER = r"(?: (?:No\. ?|#)?\d{1,2})?"
COLON = r"\s*[*_]{0,2}[:：][*_]{0,2}(?:\s+|(?<=：)|$)"
CAPITALS = re.compile(rf"{LEAD}(?P<speaker>[A-Z][A-Z.'’-]*(?:[ ,]+[A-Z(][A-Z.,'’()/-]*){{0,7}}{NUMBER}){NOTE}{COLON}")
SMALL = r"of|the|for|from|and|de|la|las|los|del|da|das|dos|di|al|el|bin|bint|ibn|van|von|der|den|ter|y|e|member|floor"
TITLED = re.compile(rf"{LEAD}(?P<speaker>(?:[^\W\d_a-z][\w.'’-]*)(?: (?:{SMALL}|[^\W\d_a-z][\w.'’-]*)){{0,6}}{NUMBER}){NOTE}{COLON}")
DASHED = re.compile(rf"{LEAD}(?P<speaker>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){{0,5}})\s+[—–]\s+(?=[A-Z“\"‘])")
"""A name in capitals and a dash: a dateline too, so that it counts only where such lines make up the text."""
QUESTION = re.compile(rf"{LEAD}(?P<speaker>Q|A|QUESTION|ANSWER)(?:\s*[:.)][*_]{{0,2}}\s*|\s{{2,}}|\s+(?=[A-Z]))(?=\S|$)")
NOBODY = re.compile(r"[\[(*][^\])]{1,40}[\])*]|(?:END|BEGIN|START)?\s*\d{1,2}[:.]\d\d\s*[AaPp]\.?[Mm]\.?(?:\s*\(?[A-Z]{1,4}\)?)?")
"""Lines of a transcript that nobody says: what happens in the room, when it began and ended."""
FEWEST = 3
"""Turn-shaped lines that make a transcript: reports print one or two such openings as headings."""
DENSE = 0.6
"""Share of turn-shaped lines in a text from which speakers who speak once are kept too."""


def mark_turns(pieces: list[Piece]) -> list[Piece]:
    """Cuts speakers off their turns as labels, and gives each turn its speaker, in a text that has turns."""
    found = kept({i: m for i, p in enumerate(pieces) if p.kind is None and (m := opening(p))}, pieces)
    if len(found) < FEWEST:
        found = dashed(pieces)
    if len(found) < FEWEST:
        return pieces
    dense = share(pieces, found) >= 0.25
    out: list[Piece] = []
    speaker: str | None = None
    for i, piece in enumerate(pieces):
        if i in found:
            speaker = tidy(found[i]["speaker"])
            out += said(piece, found[i], speaker)
        elif piece.kind is None and dense and NOBODY.fullmatch(piece.text):
            out.append(piece.as_kind("furniture"))
        elif piece.kind is None and speaker and dense:
            out.append(replace(piece, kind="turn", speaker=speaker))
        else:
            out.append(piece)
    return out


def said(piece: Piece, match: re.Match[str], speaker: str) -> list[Piece]:
    """What stands before the speaker as furniture, the speaker as label, the words as turn."""
    lead = len(match["lead"]) if match["lead"].strip("“\"' ") else 0
    before = piece.cut(lead, "furniture")[:-1] if lead else []
    rest = piece.cut(lead, "furniture")[-1] if lead else piece
    at = match.end() - (len(piece.text) - len(rest.text))
    return [*before, *(replace(p, speaker=speaker) for p in rest.cut(at, "label", then="turn"))]


def opening(piece: Piece) -> re.Match[str] | None:
    """The speaker's name before a turn: capitals, Q and A, or a name and a colon."""
    match = QUESTION.match(piece.text) or CAPITALS.match(piece.text)
    if match is None and (named := TITLED.match(piece.text)) and (len(piece.text[named.end() :].split()) > 2 or named.end() == len(piece.text)):
        match = named
    if match is None or match["speaker"].casefold().strip(" .") in words("labels", "not_speaker") | words("labels", "label"):
        return None
    return match


def kept(found: dict[int, re.Match[str]], pieces: list[Piece]) -> dict[int, re.Match[str]]:
    """Openings in capitals, and those in small letters whose speaker speaks again; all of them where they make up the text.

    Single letters need a partner.
    """
    counts = Counter(surname(m) for m in found.values())
    if len(counts) < 2 and not {"q", "question"} & set(counts):
        return {}
    again = {i: m for i, m in found.items() if m["speaker"].isupper() or counts[surname(m)] > 1}
    return found if again and max(counts.values()) > 1 and share(pieces, found) >= DENSE else again


def dashed(pieces: list[Piece]) -> dict[int, re.Match[str]]:
    """Names in capitals with a dash behind them, where two or more take turns through most of the text."""
    found = {i: m for i, p in enumerate(pieces) if p.kind is None and (m := DASHED.match(p.text))}
    counts = Counter(surname(m) for m in found.values())
    turns = len(counts) > 1 and sum(n > 1 for n in counts.values()) > 1
    return found if turns and share(pieces, found) >= DENSE else {}


def surname(match: re.Match[str]) -> str:
    """The last word of a speaker's name, which offices and first names are dropped before; a number is none."""
    return tidy(re.sub(r"\s*(?:No\. ?|#)?\d+$", "", match["speaker"])).split()[-1].casefold()


def share(pieces: list[Piece], found: dict[int, re.Match[str]]) -> float:
    """How large a part of the lines from the first opening on are openings of turns."""
    rest = [i for i, p in enumerate(pieces) if found and p.kind is None and i >= min(found)]
    return len(found) / len(rest) if rest else 0.0


def tidy(speaker: str) -> str:
    """The speaker's name as it will be shown: without brackets and marks at its ends."""
    return re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", speaker)).strip(" ,:.“\"'") or speaker
