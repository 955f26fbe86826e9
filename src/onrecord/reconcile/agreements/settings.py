"""The lexicon of agreements, ready to be used: patterns with their parts filled in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.types.agreements import RuleKind

PART = re.compile(r"\b(NUM|UNIT|DAY|WEEKDAYS?|ORD|CLOCK)(?:<(\w+)>)?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that tell a rule of one kind."""

    kind: RuleKind
    words: re.Pattern[str]
    alone: bool
    """Whether it is so wide that it counts only for words typed in as a rule."""


@cache
def book() -> dict[str, Any]:
    """The lexicon as plain dicts; read once, not to be changed."""
    return tomllib.loads((files("onrecord.reconcile") / "lexicons" / "agreements.toml").read_text(encoding="utf-8"))


@cache
def parts() -> dict[str, str]:
    """What each capital word of a pattern stands for."""
    numbers = "|".join(sorted(set(book()["numbers"]["words"]) - {"a", "an"}, key=len, reverse=True))
    scales = "|".join(book()["numbers"]["scales"])
    ordinal = "|".join(book()["numbers"]["ordinals"]) + r"|\d+(?:st|nd|rd|th)"
    known = sorted((re.escape(w) for n, words in book()["units"].items() if n != "note" for w in words), key=len, reverse=True)
    written = rf"(?:an? (?=hundred\b))?(?:{numbers})(?:[- ](?:{numbers}))*|an?\b(?! (?:{numbers})\b)"
    before, idle = "|".join(book()["before"]["words"]), "|".join(book()["not_units"]["words"])
    return {
        "NUM": rf"(?:[$€£] ?)?(?:\d[\d,]*(?:\.\d+)?|\b(?:{written})\b)(?: (?:{scales}))?",
        "UNIT": rf"(?:(?:{before}) )*(?:\b(?:{'|'.join(known)})\b|(?!(?:{numbers}|{idle})\b)[a-z][a-z-]+s\b)",
        "DAY": rf"(?:{'|'.join(sorted(book()['numbers']['days'], key=len, reverse=True))})\b",
        "WEEKDAY": rf"(?:{'|'.join(book()['numbers']['weekdays'])})\b",
        "WEEKDAYS": rf"(?:{'|'.join(book()['numbers']['weekdays'])})s\b",
        "ORD": rf"(?:{ordinal})(?:(?:, and|,| and)? (?:the )?(?:{ordinal}))*",
        "CLOCK": rf"(?:\d{{1,2}}(?:[:.]\d\d)?|{'|'.join(book()['hours']['words'])})(?: ?(?:{'|'.join(book()['hours']['behind'])}))*",
    }


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns in their order."""
    return tuple(Pattern(row["kind"], made(row["pattern"]), row.get("alone", False)) for row in book()["rules"])


@cache
def bare() -> tuple[re.Pattern[str], ...]:
    """Words that tell a count without what is counted as delivered on a day of the week."""
    return tuple(made(pattern) for pattern in book()["bare"]["patterns"])


def made(pattern: str) -> re.Pattern[str]:
    """A pattern with its parts filled in; a part in angle brackets becomes a named group."""

    def fill(found: re.Match[str]) -> str:
        inner = parts()[found[1]]
        return f"(?P<{found[2]}>{inner})" if found[2] else f"(?:{inner})"

    return re.compile(PART.sub(fill, pattern), re.I)


@cache
def unit_names() -> dict[str, str]:
    """The unit by each noun that names it, in lower case."""
    return {word.lower(): name for name, words in book()["units"].items() if name != "note" for word in words}


@cache
def persons() -> frozenset[str]:
    """Units of persons."""
    return frozenset(book()["held"]["persons"])


def any_of(words: list[str]) -> re.Pattern[str]:
    """A pattern for one of *words* as whole words, in either case."""
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b", re.I)


def any_stem(words: list[str]) -> re.Pattern[str]:
    """A pattern for a word that begins with one of *words*, in either case."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")", re.I)


def of_unit(amount: str, unit: str) -> str:
    """An amount with its unit in the right number: "8 captives", "1 body", "at least 1 prisoner"."""
    if amount.split()[-1] != "1":
        return f"{amount} {unit}"
    return f"{amount} {book()['singular'].get(unit, unit.removesuffix('s'))}"
