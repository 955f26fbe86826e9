"""How full a text is of the words of the trade: those that only reports of negotiations and of the conflict around them use, and those beside them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.topics import plain_words

CHOICE = re.compile(r"\\b\(([^()]*)\)(\??)(.*)")
"""A pattern that begins with a choice, which may be left out."""


@cache
def trade_words(name: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The patterns of the words of the trade, or of those `beside` them, each with its openings."""
    return tuple((openings(p), re.compile(p)) for p in lexicon("parties")["trade"][name])


def openings(pattern: str) -> tuple[str, ...]:
    """Letters of which some stand wherever *pattern* meets, since it begins with them; they are looked for first, which costs far less.

    Empty where none are sure.
    """
    found: list[str] = []
    for half in halves(pattern):
        choice = CHOICE.match(half)
        begun = [rf"\b{way}{choice[3]}" for way in (*choice[1].split("|"), *([""] if choice[2] else []))] if choice else [half]
        found += [opening(one) for one in begun]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def halves(pattern: str) -> list[str]:
    """The parts between the bars that stand in no brackets."""
    parts, depth = [""], 0
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def opening(pattern: str) -> str:
    """The plain letters with which a pattern without a choice at its head begins."""
    begun = re.match(r"\\b([a-z' ]*)(?![?*{a-z' ])", pattern) or re.match(r"\\b([a-z' ]*)[a-z' ][?*{]", pattern)
    return begun[1] if begun else ""


@lru_cache(2)
def trade_in(text: str) -> tuple[int, int]:
    """How many different words of the trade, and of those beside it, a text has; four layers ask for the same report."""
    words = plain_words(text)
    core, beside = (sum(stands_in(words, starts, p) for starts, p in trade_words(name)) for name in ("patterns", "beside"))
    return core, beside


def stands_in(words: str, starts: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    """Whether *pattern* meets something in *words*; tried only where one of its openings stands."""
    if not starts:
        return pattern.search(words) is not None
    for start in starts:
        at = words.find(start)
        while at >= 0:
            if pattern.match(words, at):
                return True
            at = words.find(start, at + 1)
    return False
