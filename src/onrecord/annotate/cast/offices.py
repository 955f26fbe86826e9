"""Offices, ranks and titles: where such a phrase begins and ends, whose office it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.annotate.cast.gazetteer import look_up, pieces, words
from onrecord.types import Token

LONGEST = 7
"""Most words that an office's phrase has before its complement."""


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens `[first, last)` (places in the sequence searched) of an office's phrase; *head* is its noun."""

    first: int
    last: int
    head: str
    side: str | None = None


@cache
def heads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Office nouns by their first word, longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for head in words("offices", "offices", "heads"):
        out.setdefault(pieces(head)[0], []).append(pieces(head))
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in out.items()}


def head_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens an office noun takes at *at*; 0 where there is none."""
    for head in heads().get(tokens[at].lower, ()):
        window = tokens[at : at + len(head)]
        if len(window) == len(head) and all(t.lower == w for t, w in zip(window, head, strict=True)):
            return len(head)
    return 0


def begins_office(token: Token) -> bool:
    """Whether an office's phrase may begin with *token*."""
    return token.lower in heads() or token.lower in words("offices", "offices", "modifiers")


def noun(token: Token) -> bool:
    """Whether *token* is used as a noun here; a capital inside a phrase counts as one."""
    return token.pos in ("NOUN", "PROPN") or token.text[0].isupper()


def office_at(tokens: Sequence[Token], at: int) -> Office | None:
    """The longest office phrase that begins at *at* ("deputy foreign minister", "Minister of Defence"), or None."""
    if at >= len(tokens) or not begins_office(tokens[at]):
        return None
    modifiers = words("offices", "offices", "modifiers")
    end, last, head = at, 0, ""
    while end < len(tokens) and end - at < LONGEST:
        size = head_at(tokens, end)
        if size and noun(tokens[end + size - 1]):
            end += size
            last, head = end, " ".join(t.lower for t in tokens[end - size : end])
        elif tokens[end].lower in modifiers or (tokens[end].text == "-" and end > at):
            end += 1
        else:
            break
    if not last:
        return None
    last = complement(tokens, last)
    if last + 1 < len(tokens) and tokens[last].lower == "and" and head_at(tokens, last + 1) and tokens[last].text == "and":
        more = office_at(tokens, last + 1)
        if more is not None and tokens[at].text[0].isupper() and tokens[last + 1].text[0].isupper():
            last = more.last
    return Office(at, last, head)


def complement(tokens: Sequence[Token], at: int) -> int:
    """Where a portfolio after "of" or "for" ends ("of Foreign Affairs", "of state"); *at* itself where there is none."""
    if at >= len(tokens) or tokens[at].lower not in ("of", "for"):
        return at
    portfolio = words("offices", "offices", "modifiers")
    end = at + 1
    if end < len(tokens) and tokens[end].lower == "the":
        end += 1
    start = end
    while end < len(tokens) and (tokens[end].lower in portfolio or (tokens[end].lower == "and" and end > start and follows(tokens, end, portfolio))):
        end += 1
    return end if end > start and not look_up(tokens, start) else at


def follows(tokens: Sequence[Token], at: int, portfolio: frozenset[str]) -> bool:
    """Whether the word after *at* belongs to a portfolio and is no office."""
    return at + 1 < len(tokens) and tokens[at + 1].lower in portfolio and not head_at(tokens, at + 1)


def rank_at(tokens: Sequence[Token], at: int) -> int:
    """The end of titles and ranks that begin at *at* and stand before a name, 0 where there are none."""
    if at >= len(tokens) or not tokens[at].text[0].isupper():
        return 0
    ranks = words("offices", "ranks", "words")
    end = at
    while end < len(tokens) and tokens[end].text[0].isupper():
        two = f"{tokens[end].lower} {tokens[end + 1].lower}" if end + 1 < len(tokens) else ""
        if two in ranks:
            end += 2
        elif tokens[end].lower in ranks:
            end += 1
        else:
            break
    named = end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].pos in ("PROPN", "NOUN", "ADJ", "X", "VERB")
    return end if end > at and named else 0
