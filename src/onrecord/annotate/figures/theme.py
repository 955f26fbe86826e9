"""What a report is about, as far as its numbers need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

PRISON_WORDS = frozenset({"prison", "jail", "pow", "prisoner", "detainee", "inmate"})
CAPTIVE_WORDS = frozenset({"hostage", "captive", "captivity", "captor", "abduct", "abduction", "kidnap", "kidnapping", "kidnapper", "abductee", "ransom"})
NEUTRAL = frozenset({"captive", "captivity", "captor"})
"""Words for the captives of either kind: they do not say which."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Counts of the words that decide a unit: hostages or prisoners; whether rescues are spoken of; whether numbers count at all."""

    hostages: int = 0
    prisoners: int = 0
    rescues: bool = False
    relevant: bool = True


def theme_of(parsed: Parsed) -> Theme:
    """The theme of one report."""
    book = lexicon("figures_units")["relevant"]
    # Two words, one of them strong, or four weak ones: no sports or weather report of tests/gold reaches that, every report on talks does.
    lemmas = [t.lemma.lower() for t in parsed.tokens]
    seen = set(lemmas) & set(book["words"])
    strong = seen - set(book["weak"])
    return Theme(
        hostages=sum(w in CAPTIVE_WORDS and w not in NEUTRAL for w in lemmas), prisoners=sum(w in PRISON_WORDS for w in lemmas),
        rescues=any(w == "rescue" for w in lemmas),
        relevant=len(seen) >= (2 if strong else 4) or all(seen & set(group) for group in book["together"]),
    )


def held_as(theme: Theme, words: Sequence[Token], noun: str, before: str | None = None) -> str:
    """Whether persons who are held here are hostages or prisoners.

    By the words of the sentence, else by the report's, else by the captives counted *before*, else by the noun's lemma.
    """
    near = {t.lemma.lower() for t in words}
    hostage, prisoner = bool(near & (CAPTIVE_WORDS - NEUTRAL)), bool(near & PRISON_WORDS)
    if hostage != prisoner:
        return "hostages" if hostage else "prisoners"
    if theme.prisoners == theme.hostages:
        if before is not None:
            return before
        return "prisoners" if noun in lexicon("figures_units")["combatants"]["words"] else "hostages"
    return "prisoners" if theme.prisoners > theme.hostages else "hostages"
