"""What the verb around a figure tells of when it holds: a happening, a state, a length that is over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

DIRECT = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
"""Places in a clause of which its verb speaks directly; a time beside the verb is theirs."""
BRIEF = frozenset({"second", "minute", "hour"})
"""Units of what is over within a day, so that the running day is its day."""


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that holds *token*; itself when it is one."""
    if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound", "aux", "auxpass"):
        return token
    return next((t for t in token.ancestors() if t.pos in ("VERB", "AUX") and t.dep not in ("amod", "compound", "aux", "auxpass")), None)


def spent(anchor: Token, under: tuple[str, ...]) -> Token | None:
    """The past verb that a duration measures ("sat for five hours", "lasted 112 days"); None for terms, offers and rates.

    *under*: the prepositions that measure a verb.
    """
    verb = anchor.head.head if anchor.dep == "pobj" and anchor.head.lower in under else anchor.head if anchor.dep in ("dobj", "npadvmod", "attr") else None
    if verb is None or verb.pos != "VERB" or verb.lemma in lexicon("figures_measures")["planned"]["verbs"]:
        return None
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    gone = verb.tag == "VBD" or (verb.tag == "VBN" and not helpers & set(lexicon("figures_measures")["planned"]["modals"]))
    return verb if gone else None


def standing_aside(clause: Token, home: Token) -> bool:
    """Whether a relative clause tells in the present what the past verb around it does not date ("the rebels, who have 5,800 men, rose in 1964")."""
    if clause.dep != "relcl" or clause.tag not in ("VBP", "VBZ"):
        return False
    return home.tag == "VBD"


def at_present(anchor: Token) -> bool:
    """Whether a set is or does something now ("the militia occupies nine clinics", "40 ships lie at anchor")."""
    verb = anchor.head
    if anchor.dep not in DIRECT or verb.pos not in ("VERB", "AUX") or verb.lemma in lexicon("figures_measures")["planned"]["verbs"]:
        return False
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    now = verb.tag in ("VBZ", "VBP") or bool(helpers & {"is", "are", "has", "have", "'s", "'re", "'ve"})
    return now and not helpers & set(lexicon("figures_measures")["planned"]["modals"])


def happened(anchor: Token) -> bool:
    """Whether a set did something or had it done to it ("some 120 fighters left in buses", "140 people got out"), which has a day."""
    verb = anchor.head
    if anchor.dep not in ("nsubj", "nsubjpass") or verb.pos != "VERB" or verb.lemma in lexicon("figures_measures")["planned"]["verbs"]:
        return False
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    return (verb.tag == "VBD" and not helpers) or (verb.tag == "VBN" and bool(helpers & {"was", "were", "had"}))


def earlier(verb: Token | None) -> bool:
    """Whether "before …", "prior to …" hangs on the verb."""
    below = verb.children if verb is not None else []
    return any((c.dep in ("prep", "advmod", "mark") and c.lower in ("before", "prior")) for c in below)


def perfect(verb: Token) -> bool:
    """Whether the verb is in the present perfect ("have been freed"): counted up to now."""
    return any(c.lower in ("have", "has", "'ve", "'s") and c.dep == "aux" and c.lemma == "have" for c in verb.children)


def so_far(words: Sequence[Token]) -> bool:
    """Whether a sentence counts up to the day on which it is told: "so far", "thus far", "to date", "until now"."""
    pairs = {(a.lower, b.lower) for a, b in pairwise(words)}
    return bool(pairs & UP_TO_NOW)


UP_TO_NOW = frozenset({("so", "far"), ("thus", "far"), ("to", "date"), ("until", "now"), ("till", "now")})
