"""Places inside a content where people may end it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate import phrases
from onrecord.annotate.attributions.cues import acts
from onrecord.types import Parsed

BREAKS = frozenset({",", "—", "–", "-", "--", ";", ":"})
JOINTS = frozenset({"and", "but", "while", "as", "because", "if", "when", "after", "before", "since"})
MOST_CUTS = 4


def cuts(parsed: Parsed, first: int, last: int) -> Iterator[int]:
    """Places inside a stretch where people may end the content: before a comma, a dash, a late conjunction, a final time or occasion."""
    seen = 0
    for i in range(first + 2, last - 1):
        token = parsed.tokens[i]
        if token.text in BREAKS or token.lower == "according" or (token.lower in JOINTS and token.dep in ("cc", "mark")):
            seen += 1
            if seen <= MOST_CUTS:
                yield i
        elif token.pos == "ADP" and last - i <= 6 and occasion(parsed, i, last):
            yield i
    tail = last - 1
    while tail > first + 2 and parsed.tokens[tail].ent == "DATE" and tail > last - 4:
        tail -= 1
    if first + 2 < tail < last - 1 and parsed.tokens[tail].pos != "ADP":
        yield tail + 1


def occasion(parsed: Parsed, at: int, last: int) -> bool:
    """Whether a preposition begins a time or an occasion of telling ("on Sunday", "in a statement") that ends the stretch."""
    noun = parsed.tokens[at].has("pobj")
    if noun is None or phrases.stretch(noun)[1] < last - 1:
        return False
    return noun.ent in ("DATE", "TIME") or noun.lemma in acts("occasions")
