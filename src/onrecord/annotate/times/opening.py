"""With which words a pattern can begin, told from the pattern itself, so that it is tried at no others.

Python's own parser of patterns says what a pattern is made of. One that could begin with any word is refused, so that no match is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

DIGIT = "0"
"""Stands for all digits."""
CLASSES = {"CATEGORY_DIGIT": DIGIT, "CATEGORY_SPACE": " "}
WIDE = 13
"""Letters that one place of a pattern may have; a range of more is any letter."""
LONG = 3
"""Repetitions of letters that are followed."""
LETTER = re.compile(r"[^\W\d_]")


class Endless(ValueError):
    """A pattern that can begin with any word."""


def openings(pattern: str) -> frozenset[str]:
    """The first words of whatever *pattern* meets, in lower case, a digit or a sign for itself; Endless where they cannot be counted."""
    found: set[str] = set()
    found |= follow(import_module("re._parser").parse(pattern, re.IGNORECASE), {""}, found)
    if "" in found:
        raise Endless(f"a pattern that meets nothing at all can stand anywhere: {pattern}")
    return frozenset(found)


def follow(parts: Iterable[Any], begun: set[str], found: set[str]) -> set[str]:
    """What the word looks like behind *parts* where it goes on, *begun* being that before them; words that end on the way are put into *found*."""
    for kind, of in parts:
        begun = step(str(kind), of, begun, found)
        if not begun:
            break
    return begun


def step(kind: str, of: Any, begun: set[str], found: set[str]) -> set[str]:
    """The same behind one part."""
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return begun
    if kind == "LITERAL":
        return grown(begun, {chr(of).lower()}, found)
    if kind == "IN":
        return grown(begun, signs(of), found)
    if kind == "BRANCH":
        return set().union(*(follow(way, begun, found) for way in of[1]))
    if kind == "SUBPATTERN":
        return follow(of[3], begun, found)
    if kind.endswith("_REPEAT"):
        return repeated(of, begun, found)
    raise Endless(f"{kind} may be any word")


def repeated(of: Any, begun: set[str], found: set[str]) -> set[str]:
    """The same behind what may be repeated."""
    least, most, part = of
    reached, at = set(begun) if least == 0 else set[str](), begun
    for turn in range(1, min(most, LONG) + 1):
        at = follow(part, at, found)
        reached |= at if turn >= least else set()
    if at and most > LONG:
        raise Endless("letters that come again and again may be any word")
    return reached


def signs(of: Any) -> set[str]:
    """The letters and signs of a choice of them, digits and blanks each as one."""
    had: set[str] = set()
    for kind, value in of:
        if str(kind) == "LITERAL":
            had.add(chr(value).lower())
        elif str(kind) == "RANGE" and value[1] - value[0] < WIDE:
            had |= {chr(n).lower() for n in range(value[0], value[1] + 1)}
        elif str(value) in CLASSES:
            had.add(CLASSES[str(value)])
        else:
            raise Endless(f"a choice of {kind} {value} may be any letter")
    return had


def grown(begun: set[str], letters: set[str], found: set[str]) -> set[str]:
    """*begun* with each letter behind it; a sign or a digit ends a word, and at its head is one for itself."""
    ends = {sign for sign in letters if LETTER.fullmatch(sign) is None}
    if ends:
        found |= {word for word in begun if word}
    if "" in begun:
        found |= {DIGIT if sign.isdigit() else sign for sign in ends}
    return {word + letter for word in begun for letter in letters - ends}
