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


@lru_cache(4096)
def counted(name: str) -> bool:
    """Whether a name is that of some people out of more ("47 soldiers", "all the captives", "neither party"): they are bargained over, or are nobody."""
    opening = name.split()[0].lower()
    return opening[0].isdigit() or opening in lexicon("parties")["counted"]["openers"]


@lru_cache(4096)
def beside(name: str) -> bool:
    """Whether a name is that of helpers, courts or watchers, who are a side only where there is no other."""
    lower, table = name.lower(), lexicon("parties")
    head = lower.split(" of ")[0].split(" for ")[0].split(" to ")[0].split()[-1]
    return any(w in lower for w in table["beside"]["names"]) or head in table["beside"]["heads"] or head in table["witnesses"]["nouns"]


@lru_cache(4096)
def armed(name: str) -> bool:
    """Whether the name of a group is that of people who negotiate (gunmen, rebels, strikers), not of those who are bargained over."""
    last = name.split(" of ")[0].split()[-1].lower()
    table = lexicon("parties")
    forms = {last, last.rstrip("s"), last.replace("men", "man")}
    private = set(table["private"]["nouns"]) - {"worker", "striker"}
    return bool(forms & set(table["actors"]["nouns"])) and not forms & private


def both_sides(token: Token) -> bool:
    """Whether a noun means the two sides together: "both sides", "the parties", "the two armies"."""
    if token.lemma.lower() not in (
        "side",
        "party",
        "army",
        "government",
        "delegation",
        "country",
        "state",
        "neighbour",
        "neighbor",
        "combatant",
    ) or token.tag not in ("NNS", "NNPS"):
        return token.lower in lexicon("parties")["sides"]["nouns"] and any(c.lower in ("each", "neither", "either") for c in token.children)
    marks = {c.lower for c in token.children if c.ent not in ("DATE", "TIME")}
    if marks - {"the", "both", "two", "warring", "opposing", "rival", ",", "all", "of"}:
        return False
    return bool(marks & {"both", "two", "warring", "opposing", "rival"}) or token.lemma.lower() in ("side", "party")
