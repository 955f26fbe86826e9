"""Durations that a unit of time tells without a number of its own ("a week-long truce", "within a month"), and the noun that a compound one stands before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

HYPHENS = frozenset({"-", "–", "—", "‑"})
SPANNING = frozenset({"within", "by", "for"})
"""Behind these "a week" is a length; behind others it is a rate ("500 lorries a week") or tells when."""
REACH = 4
"""How many words the noun behind a compound may have ("30-day cooling-off period")."""


def lone_word(words: Sequence[Token], i: int) -> float | None:
    """The number that a word which is none by itself says here ("a score of miners", "none of the captives", "week-long"); None for none."""
    text = words[i].lower
    behind = [w.lower for w in words[i + 1 : i + 3]]
    if text == "score" and i and words[i - 1].lower == "a" and behind[:1] == ["of"]:
        return 20.0
    if text == "none" and behind[:1] == ["of"] and behind[-1] in ("the", "its", "their", "our", "these", "those"):
        return 0.0
    return 1.0 if single(words, i) else None


def single(words: Sequence[Token], i: int) -> bool:
    """Whether "a" of "within a week" or "week" of "week-long" means one of the unit."""
    times = lexicon("figures_units")["time"]["words"]
    text = words[i].lower
    if text in times:
        return long_behind(words, i + 1) and not (i and words[i - 1].lower in HYPHENS)
    if text not in ("a", "an") or i + 1 >= len(words) or words[i + 1].lower not in times or not i:
        return False
    behind = words[i + 2].lower if i + 2 < len(words) else ""
    return words[i - 1].lower in SPANNING and behind not in ("or", "and", *HYPHENS)


def long_behind(words: Sequence[Token], at: int) -> bool:
    """Whether "-long" stands at *at*; "a week-old truce" tells an age."""
    return at + 1 < len(words) and words[at].lower in HYPHENS and words[at + 1].lower == "long"


def qualified(words: Sequence[Token], at: int) -> int:
    """The index behind the noun that a compound duration ending at *at* stands before; *at* where none does."""
    end = at
    for i in range(at, min(at + REACH, len(words))):
        token = words[i]
        if token.pos in ("NOUN", "PROPN") and token.ent not in ("GPE", "PERSON"):
            end = i + 1
        elif token.lower in HYPHENS and i + 1 < len(words):
            continue
        elif token.pos not in ("ADJ", "VERB", "ADP", "NOUN") or end > at or (token.pos in ("VERB", "ADP") and not joined(words, i)):
            break
    return end


def joined(words: Sequence[Token], i: int) -> bool:
    """Whether a hyphen binds the word ("cooling-off")."""
    return (i + 1 < len(words) and words[i + 1].lower in HYPHENS) or (i > 0 and words[i - 1].lower in HYPHENS)
