"""What a name or noun says by itself of those it names: whether they speak for themselves, stand by, or are a side."""

from __future__ import annotations

from functools import lru_cache

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token


@lru_cache(4096)
def stands_by(name: str) -> bool:
    """Whether a name is only that of those who watch, carry or speak ("mediators", "monitors", "diplomats"): no side of a conflict."""
    return all(w.rstrip("s") in lexicon("parties")["witnesses"]["nouns"] for w in name.lower().replace(" and ", " ").split())


def civil(noun: str) -> bool:
    """Whether a noun names a body that speaks for itself and not for the country in its name ("Canadian Flight Crew Union")."""
    return noun.lower() in lexicon("parties")["civil"]["nouns"]


def private(token: Token) -> bool:
    """Whether a noun names people who hold no office and speak for themselves (families, residents)."""
    return token.lemma in lexicon("parties")["private"]["nouns"]


def bare(name: str) -> str:
    """*name* without its article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else name


def names_agreement(words: str) -> bool:
    """Whether a document is an agreement: the place in the name of one has no army in it."""
    table = lexicon("commitments")["agreement"]
    return any(w.lower() in table["nouns"] or w.lower() in table["texts"] for w in words.split())
