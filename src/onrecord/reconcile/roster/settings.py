"""The rules of lexicons/roster.toml, ready to be used."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.types import CaptiveStatus, Factuality

NAME = "¤"
"""Stands for a person's name in a sentence that rules look at."""
MACROS = {
    "BE": (
        r"(?:,? who|,? and)?(?: (?:was|were|is|are|has|have|had|been|be|being|will|would|could|may|might|must|should|to|not|never|still|also|later|then|"
        r"again|first|both|all|reportedly|allegedly|believed|presumed|feared|thought|said|known|confirmed|due|expected|set|scheduled|about|among those|"
        r"among the|one of those)){1,7} "
    ),
    "DESC": r"(?:(?:the|a|an|his|her|their|its) (?:[a-z][\w-]* ){0,3})?(?:[A-Z][\w.-]* )*$",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Words around a name that tell one status."""

    status: CaptiveStatus
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    sentence: re.Pattern[str] | None


@cache
def book() -> dict[str, Any]:
    """The lexicon as plain dicts; read once, not to be changed."""
    return tomllib.loads((files("onrecord.reconcile") / "lexicons" / "roster.toml").read_text(encoding="utf-8"))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in their order; the first that fits a name is taken for each status."""
    return tuple(Rule(r["status"], made(r.get("before")), made(r.get("after")), made(r.get("sentence"))) for r in book()["rules"])


def made(pattern: str | None) -> re.Pattern[str] | None:
    """A pattern with its macros filled in."""
    if pattern is None:
        return None
    for name, words in MACROS.items():
        pattern = pattern.replace(name, words)
    return re.compile(pattern)


@cache
def stems() -> re.Pattern[str]:
    """What a sentence must hold to be looked at."""
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in book()["stems"]["words"]) + ")", re.I)


@cache
def moods() -> tuple[tuple[Factuality, re.Pattern[str]], ...]:
    """The words that make of a status something else than a fact."""
    return tuple((f, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, w)) + r")(?!\w)|n['’]t\b" if f == "denied" else
                 r"\b(?:" + "|".join(map(re.escape, w)) + r")\b", re.I)) for f, w in book()["factuality"].items() if f != "note")


@cache
def denying() -> re.Pattern[str]:
    """A verb of denial in the clause that ends at the words of a status."""
    return re.compile(r"\b(?:" + "|".join(book()["denying"]["words"]) + r")\b[^,.;]*$")


@cache
def saying() -> re.Pattern[str]:
    """A verb of saying: whoever stands beside it speaks of those counted."""
    return re.compile(r"\b(?:" + "|".join(book()["saying"]["words"]) + r")\b")


@cache
def genitive() -> re.Pattern[str]:
    """What ends before a name that is no subject: "the body of ", "with the engineer "."""
    words, but = "|".join(book()["genitive"]["words"]), "|".join(book()["genitive"]["but"])
    return re.compile(rf"(?!\b(?:{but}) )\b\w+ (?:{words}) (?:[\w-]+ ){{0,3}}$")


def making(status: CaptiveStatus) -> bool:
    """Whether a status makes somebody a captive."""
    return status in book()["making"]["statuses"]


@cache
def naming() -> re.Pattern[str]:
    """What ends at names that are given to people told of before."""
    return re.compile("(?:" + "|".join(book()["naming"]["before"]) + r") (?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}, )*" + MACROS["DESC"])
