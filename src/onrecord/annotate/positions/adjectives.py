"""Stances said by adjectives: "is ready to", "unwilling to discuss", "open to a pause"; and what negation and "only after" make of a stance."""

from __future__ import annotations

from typing import cast

from onrecord.annotate.clauses import clause_span, complements, negated, party_at, right_span, subject
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Stance, Token

STANCES: tuple[Stance, ...] = ("demands", "offers", "refuses", "accepts", "considers")
COPULAS = frozenset({"be", "remain", "seem", "appear", "stay", "become", "stand", "declare", "sound"})


def denied(stance: Stance, *, times: bool) -> Stance | None:
    """The stance after negation, if *times* says that it is negated; None where nothing is left of it."""
    if not times:
        return stance
    return cast("Stance | None", lexicon("positions")["negated"][stance] or None)


def hedged(draft: Draft, verb: Token) -> bool:
    """Whether what is offered or accepted hangs on something that the same sentence names later ("but only after")."""
    words = " ".join(t.lower for t in draft.parsed.of(draft.parsed.sentence_of(verb)) if t.i > verb.i)
    return any(f" {w} " in f" {words} " for w in lexicon("positions")["conditions"]["after_only"])


def talks_of(words: list[Token]) -> bool:
    """Whether a journey leads to the table: "willing to return to the talks"."""
    return any(t.lemma in lexicon("positions")["abstract"]["objects"] or t.lemma in ("table", "dialogue", "work") for t in words)


def by_adjective(draft: Draft, word: Token) -> Found | None:
    """ "Is ready to", "unwilling to discuss", "open to a pause", "receptive to"."""
    table = lexicon("positions")["adjectives"]
    stance = next((s for s in STANCES if word.lemma in table.get(s, []) or word.lower in table.get(s, [])), None)
    if stance is None and word.lower in table["denied"] and (negated(word) or negated(word.head)):  # "is not interested in a partial exchange"
        stance = "offers"
    verb = word.head if word.dep in ("acomp", "attr", "oprd", "conj") else word
    if stance is None or (verb is not word and verb.lemma not in COPULAS and word.dep != "conj"):
        return None
    objects = complements(word, frozenset({"to", "on", "in", "for", "with"})) or complements(verb, frozenset({"to"}))
    objects = [o for o in objects if o is not word]
    who = subject(verb)
    turned = denied(stance, times=negated(verb) or negated(word))
    if who is None or not objects or turned is None:
        return None
    journey = any(o.lemma in lexicon("positions")["senses"]["travelling"] for o in objects)  # "was ready to leave for the coast"
    if journey and not talks_of([t for o in objects for t in o.subtree()]):
        return None
    party = party_at(draft, who)
    if party is None:
        return None
    if turned == "offers" and any(c.lower in ("might", "may", "could") for c in verb.children if c.dep == "aux"):
        turned = "considers"
    if turned == "offers" and any(o.lemma in lexicon("positions")["verbs"]["considers"] for o in objects):
        turned = "considers"
    if turned in ("offers", "accepts", "considers") and hedged(draft, verb):
        turned = "conditions"
    span = clause_span(draft.parsed, verb, owner=who, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    return Found(word, turned, party, span, right_span(draft.parsed, objects), 2 if turned == "refuses" else 1, "adjective", holder=who)
