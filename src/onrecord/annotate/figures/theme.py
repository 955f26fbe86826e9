"""What a report is about, as far as its numbers need it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

PRISON_WORDS = frozenset({"prison", "jail", "pow", "prisoner", "detainee", "inmate"})
CAPTIVE_WORDS = frozenset({
    "hostage", "captive", "captivity", "captor", "abduct", "abduction", "kidnap", "kidnapping", "kidnapper", "abductee", "ransom", "hijacker", "pirate",
})
NEUTRAL = frozenset({"captive", "captivity", "captor"})
"""Words for the captives of either kind: they do not say which."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Counts of the words that decide a unit: hostages or prisoners; whether rescues are spoken of; whether numbers count at all."""

    hostages: int = 0
    prisoners: int = 0
    captives: int = 0
    """Words for captives of either kind."""
    of_war: int = 0
    """Prisoners of war."""
    rescues: bool = False
    inmates: bool = False
    """Prisoners hold somebody themselves: whoever is no prisoner is their hostage."""
    relevant: bool = True

    @property
    def captive(self) -> bool:
        """Whether the report is about captives at all: one word for hostages or two for captives of any kind."""
        return self.hostages >= 1 or self.prisoners + self.captives + self.of_war >= 2

    @property
    def two_kinds(self) -> bool:
        """Whether hostages stand against prisoners; one word for hostages among many for prisoners does not set them apart."""
        return self.hostages >= 2 and self.hostages * 3 >= self.prisoners


def theme_of(parsed: Parsed) -> Theme:
    """The theme of one report."""
    book = lexicon("figures_units")["relevant"]
    # Two words, one of them strong, or four weak ones: no sports or weather report of tests/gold reaches that, every report on talks does.
    lemmas = [t.lemma.lower() for t in parsed.tokens]
    counts = Counter(lemmas)
    seen = counts.keys() & set(book["words"])
    strong = seen - set(book["weak"])
    return Theme(
        hostages=sum(counts[w] for w in CAPTIVE_WORDS if w not in NEUTRAL), prisoners=sum(counts[w] for w in PRISON_WORDS),
        captives=sum(counts[w] for w in NEUTRAL),
        of_war=counts["pow"] + sum(w == "prisoner" and lemmas[i : i + 3] == ["prisoner", "of", "war"] for i, w in enumerate(lemmas)),
        rescues="rescue" in counts, inmates=any(holds(t) for t in parsed.tokens),
        relevant=len(seen) >= (2 if strong else 4) or all(seen & set(group) for group in book["together"]),
    )


def holds(token: Token) -> bool:
    """Whether prisoners are the doers of a taking or holding."""
    if token.lemma.lower() not in lexicon("figures_measures")["captor"]["inmates"]:
        return False
    verb = token.head.head if token.dep == "pobj" and token.head.dep == "agent" else token.head
    return (token.dep == "nsubj" or verb is not token.head) and verb.lemma in lexicon("figures_measures")["captor"]["seizing"]


def held_as(theme: Theme, noun: str, trigger: str, before: str | None = None) -> str:
    """Whether persons who are held are hostages or prisoners, when their noun does not say it.

    By the verb that took or holds them (*trigger*, a lemma), then by the *noun*'s lemma, then by the words of the report; *before*: what the
    captives counted before were, which decides for those of whom no noun tells anything.
    """
    book = lexicon("figures_units")
    for unit in ("prisoners", "hostages"):
        if trigger in book["holding"][unit]:
            return unit
    if noun == "civilian" and not theme.hostages:
        return "civilians"
    if noun in book["combatants"]["words"]:
        return "hostages" if theme.hostages > theme.prisoners else "prisoners"
    if noun and noun not in book["anybody"]["words"]:
        return "hostages"
    if theme.of_war or before is not None:
        return "prisoners" if theme.of_war else before or "hostages"
    return "prisoners" if theme.prisoners > theme.hostages + theme.captives else "hostages"
