"""Conditions: what a clause or phrase makes hang on something else ("if", "once", "in return for"), and what stands in such a clause itself."""

from __future__ import annotations

from onrecord.annotate.events.lexicons import factual, word_class
from onrecord.types import Factuality, Token


def agreed(verb: Token) -> bool:
    """Whether what must be done is told as a term of an agreement ("under the deal, both sides must …")."""
    near = [c for v in (verb, verb.head) for c in v.children if c.dep == "prep" and c.lower in ("under", "according", "by")]
    first = [c for c in verb.children if c.dep == "prep" and c.i < verb.i and c.text == "In"]
    if any(g.lemma in factual("returns", "words") for p in first for g in p.children):
        return any(a.lower == "must" for a in verb.children)  # "In exchange, the same number must be let out"
    return any(g.lemma in word_class("deal") | word_class("truce") | word_class("terms") for p in near for g in p.subtree() if g is not p)


def hedged(verb: Token) -> bool:
    """Whether a condition stands in the clause of *verb*: an if-clause, "any …", "in return for"."""
    below = [*verb.children, *(g for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj") for g in c.children)]
    if any(c.lower in ("any", "if", "unless", "until", "provided") for c in below):
        return True
    return conditioned(verb)


def in_return(verb: Token) -> bool:
    """Whether something is named that is to be given for what *verb* tells."""
    return any(c.dep == "prep" and c.lower == "in" and any(g.lemma in factual("returns", "words") for g in c.children) for c in verb.children)


def conditioned(verb: Token) -> bool:
    """Whether an if-clause hangs on *verb*."""
    clauses = [c for c in verb.children if c.dep == "advcl"]
    given = any(c.lower in ("provided", "providing", "supposing") and c.has("ccomp") for c in verb.children)
    return given or any(m.lower in factual("markers", "conditional") for c in clauses for m in c.children)


def awaited(verb: Token) -> bool:
    """Whether *verb* waits for something else ("will come only when the army has left")."""
    later = [c for c in verb.children if c.dep == "advcl" and c.tag in ("VBZ", "VBP", "VBN", "VBD")]
    return any(m.lower in ("when", "once") and m.dep in ("advmod", "mark") for c in later for m in c.children)


def over(verb: Token) -> bool:
    """Whether a clause and the one that it hangs on both tell of the past, without denial or modal."""
    up = verb.head
    words = [c for c in (*up.children, *verb.children) if c.dep in ("aux", "auxpass", "neg")]
    past = all(v.tag == "VBD" or any(c.tag == "VBD" for c in v.children if c.dep in ("aux", "auxpass")) for v in (verb, up))
    return past and not any(c.tag == "MD" or c.dep == "neg" or c.lower == "to" for c in words)


def marked(verb: Token) -> Factuality | None:
    """What a subordinator makes of its clause: "if", "unless", "until"; "when" and "once" only before a present tense."""
    subject = verb.has("nsubj", "nsubjpass")
    turned = [c for c in verb.children if c.dep == "aux" and c.lower in ("should", "had", "were") and subject is not None and c.i < subject.i]
    if turned and verb.dep in ("advcl", "ccomp", "conj"):
        return "conditional"  # "should the talks fail"
    for child in verb.children:
        if child.dep in ("mark", "advmod") and child.i < verb.i:
            if child.lower in ("until", "till", "once") and over(verb):
                return None  # "had balked until they were given assurances"
            if child.lower in factual("markers", "conditional"):
                return "conditional" if child.lower != "whether" else "possible"
            if child.lower in factual("markers", "future") and verb.tag in ("VBZ", "VBP") and not verb.has("aux"):
                return "conditional"
    return None


REACH = 14
"""Words behind a verb within which "only when" still speaks of it, whatever the parse hung it on."""
CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis"})
"""Relations that lead into another clause."""


def rests(verb: Token) -> bool:
    """Whether a condition hangs on *verb*: a clause, "only when", "as long as", "on condition", "for every", "otherwise"."""
    if conditioned(verb) or awaited(verb) or any(sets_terms(c, verb) for c in verb.children):
        return True
    if any(c.dep in ("advcl", "parataxis") and c.i < verb.i and conditioned(c) for c in verb.children):
        return True  # "if nothing comes of it, they warned, there will be a blockade"
    behind = [t for t in verb.subtree() if verb.i < t.i <= verb.i + REACH]
    if any(t.lower == "only" and t.head.lower in ("when", "after", "once", "if") for t in behind):
        return True
    return any(t.lower == "long" and t.has("advcl") and inside(t, verb) for t in behind)


def sets_terms(child: Token, verb: Token) -> bool:
    """Whether a word or phrase beside *verb* says what it hangs on."""
    if child.lower in factual("markers", "otherwise") and child.i < verb.i:
        return True
    if child.lower == "long" and child.has("advcl"):
        return True
    if child.dep != "prep":
        return False
    below = [g for g in child.children if g.dep in ("pobj", "pcomp")]
    return child.lower == "on" and any(g.lemma == "condition" for g in below) and verb.lemma not in ("speak", "say", "tell")


def traded(verb: Token) -> bool:
    """Whether something is named behind *verb* that is to be given for it: "in return for", "for every soldier", "against the release of"."""
    return verb.pos == "VERB" and any(t.dep == "prep" and t.i > verb.i and inside(t, verb) and names_price(t) for t in verb.subtree())


def names_price(prep: Token) -> bool:
    """Whether a preposition brings what is given in return."""
    below = [g for g in prep.children if g.dep == "pobj"]
    if prep.lower == "for":
        return any(c.lower in ("every", "each") and g.ent not in ("DATE", "TIME") for g in below for c in g.children)
    if prep.lower == "against":
        return any(g.lemma in ("release", "freedom", "return", "payment") for g in below)
    return prep.lower == "in" and any(g.lemma in factual("returns", "words") and g.has("prep") for g in below)


def inside(token: Token, verb: Token) -> bool:
    """Whether *token* stands in the clause of *verb*, not in one below it."""
    for up in (token, *token.ancestors()):
        if up is verb:
            return True
        if up.dep in CLAUSES:
            return False
    return False
