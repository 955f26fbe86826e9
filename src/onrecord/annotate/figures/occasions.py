"""The day of a happening that a figure is told of by its noun ("killed in the riot", "freed before the offensive"), where the report dates it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.figures.verbs import clause_verb
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Time, Token, When

WITHIN = frozenset({"in", "during", "at", "of"})
BEFORE = frozenset({"before", "to"})
NAMING = frozenset({"poss", "compound", "nmod", "amod", "npadvmod", "nummod"})
"""How a time hangs on the noun of what happened then ("last Friday's riot", "the May 4 raid")."""


def occasion(parsed: Parsed, times: Sequence[Time], heads: Sequence[Token]) -> When | None:
    """When the happening named under one of *heads* was, by the time that hangs on the same noun elsewhere or beside its beginning; None where none is told."""
    for prep, noun in named(heads):
        for time in times:
            if time.type in ("DATE", "TIME") and time.expression.direction != "future" and dates(parsed, time, noun):
                return When(time.id, "before" if prep.lower in BEFORE else "on", reason=f"the day of the {noun.lower}")
    return None


def named(heads: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """The prepositions under *heads* with the happening behind them ("in the riot", "prior to the offensive")."""
    for head in heads:
        for child in head.children:
            prep = next((c for c in child.children if c.lower == "to"), child) if child.lower == "prior" else child
            noun = prep.has("pobj")
            if noun is None or kind_of(noun) is None:
                continue
            if prep.lower in WITHIN or prep.lower == "before" or child.lower == "prior":
                yield prep, noun


def dates(parsed: Parsed, time: Time, noun: Token) -> bool:
    """Whether a time tells when the happening of *noun* was, in words elsewhere."""
    words = parsed.within(time.span)
    top = next((t for t in words if t.head not in words or t.head is t), None)
    if top is None:
        return False
    over = top.head.head if top.dep == "pobj" and top.head.lower in ("on", "of", "in") else top.head
    if over is not noun and over.pos in ("NOUN", "PROPN") and (top.dep in NAMING or top.dep == "pobj") and same(over, noun):
        return True
    verb = clause_verb(top)
    if verb is None or verb.lemma not in lexicon("figures_units")["occasions"]["beginning"]:
        return False
    begun = verb.has("nsubj", "nsubjpass") if verb.lemma not in lexicon("figures_units")["occasions"]["begun"] else verb.has("dobj") or verb.has("nsubj")
    return begun is not None and begun is not noun and same(begun, noun)


def same(one: Token, other: Token) -> bool:
    """Whether two nouns tell of one happening: the same noun, or two of one kind with a word before them in common ("ground incursion", "ground operation")."""
    if one.lemma == other.lemma:
        return True
    told = kind_of(one)
    return told is not None and told == kind_of(other) and bool(before(one) & before(other))


def before(noun: Token) -> set[str]:
    """The common words that stand before a noun in its phrase."""
    return {c.lower for c in noun.children if c.dep in ("compound", "amod", "nmod") and c.ent not in ("DATE", "TIME", "GPE", "NORP", "ORG")}


def kind_of(noun: Token) -> str | None:
    """The kind of happening that a noun names, or None."""
    kinds: dict[str, list[str]] = lexicon("figures_units")["occasions"]["kinds"]
    return next((kind for kind, words in kinds.items() if noun.lemma.lower() in words), None)
