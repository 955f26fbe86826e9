"""Turns of speakers in transcripts and interviews."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.read.blocks.pieces import Piece
from onrecord.read.lexicon import words

CAPITALS = re.compile(r"^[“\"']?(?P<speaker>[A-Z][A-Z.'’-]*(?:[ ,]+[A-Z(][A-Z.,'’()/-]*){0,7})(?:\s*\([^)]{1,40}\))?\s*[:：](?:\s+|$)")
TITLED = re.compile(r"^[“\"']?(?P<speaker>(?:[A-Z][\w.'’-]*)(?: (?:of|the|for|de|al|bin|van|von|[A-Z][\w.'’-]*)){0,5})(?:\s*\([^)]{1,40}\))?\s*[:：](?:\s+|$)")
QUESTION = re.compile(r"^(?P<speaker>Q|A|QUESTION|ANSWER)(?:\s*[:.)]\s*|\s{2,}|\s+(?=[A-Z]))(?=\S|$)")
FEWEST = 3
"""Turn-shaped lines that make a transcript: reports print one or two such openings as headings."""


def mark_turns(pieces: list[Piece]) -> list[Piece]:
    """Cuts speakers off their turns as labels, and gives each turn its speaker, in a text that has turns."""
    found = {i: m for i, p in enumerate(pieces) if p.kind is None and (m := opening(p))}
    found = kept(found)
    if len(found) < FEWEST:
        return pieces
    dense = transcript_like(pieces, found)
    out: list[Piece] = []
    speaker: str | None = None
    for i, piece in enumerate(pieces):
        if i in found:
            speaker = tidy(found[i]["speaker"])
            parts = piece.cut(found[i].end(), "label", then="turn")
            out += [replace(p, speaker=speaker) for p in parts]
        elif piece.kind is None and speaker and dense:
            out.append(replace(piece, kind="turn", speaker=speaker))
        else:
            out.append(piece)
    return out


def opening(piece: Piece) -> re.Match[str] | None:
    """The speaker's name before a turn: capitals, Q and A, or a name and a colon."""
    match = QUESTION.match(piece.text) or CAPITALS.match(piece.text)
    if match is None and (named := TITLED.match(piece.text)) and len(piece.text[named.end() :].split()) > 2:
        match = named
    if match is None or match["speaker"].casefold().strip(" .") in words("labels", "not_speaker") | words("labels", "label"):
        return None
    return match


def kept(found: dict[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """Openings in capitals, and those in small letters whose speaker speaks again; single letters need a partner."""
    counts = Counter(surname(m) for m in found.values())
    if len(counts) < 2 and not {"q", "question"} & set(counts):
        return {}
    return {i: m for i, m in found.items() if m["speaker"].isupper() or counts[surname(m)] > 1}


def surname(match: re.Match[str]) -> str:
    """The last word of a speaker's name, which offices and first names are dropped before."""
    return tidy(match["speaker"]).split()[-1].casefold()


def transcript_like(pieces: list[Piece], found: dict[int, re.Match[str]]) -> bool:
    """Whether turns make up the text, so that a paragraph without a speaker goes on with the last one's."""
    rest = [i for i, p in enumerate(pieces) if p.kind is None and i >= min(found)]
    return len(found) * 4 >= len(rest)


def tidy(speaker: str) -> str:
    """The speaker's name as it will be shown: without brackets and marks at its ends."""
    return re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", speaker)).strip(" ,:.“\"'") or speaker
