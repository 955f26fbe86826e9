"""Whether a verb is denied: by a word on it, on its subject or on its object."""

from __future__ import annotations

from onrecord.types import Token

EMPTY = frozenset({"neither", "none", "nothing", "nobody"})
WITHIN = frozenset({"to", "in", "from", "for", "on", "of"})
"""Prepositions whose empty object denies the verb ("let in no food", "withdrew from none of the towns"); "ended with no deal" does not."""
BOUNDING = frozenset({"fewer", "less", "more", "than", "but", "except", "save", "other"})
"""Words by which "no" or "nobody" only bounds how many."""


def is_negated(verb: Token) -> bool:
    """Whether a negation hangs on *verb*, its subject or its object ("freed none of them")."""
    if any(c.dep == "neg" or c.lower in ("never", "neither") or no_longer(c) or (c.dep == "dobj" and is_empty(c)) for c in verb.children):
        return True
    if any(c.dep == "prep" and c.lower in WITHIN and c.i > verb.i and any(g.dep == "pobj" and is_empty(g) for g in c.children) for c in verb.children):
        return True
    return any(nobody(c) for c in verb.children if c.dep.startswith("nsubj"))


def no_longer(word: Token) -> bool:
    """Whether *word* is the "longer" of "no longer"."""
    return word.lower == "longer" and any(c.lower == "no" for c in word.children)


def nobody(subject: Token) -> bool:
    """Whether a subject is nobody: "no soldier", "none of them", "not one soldier"."""
    near = (subject, *subject.children, *(g for c in subject.children if c.pos == "NUM" for g in c.children))
    return any(d.lower in ("no", *EMPTY) or (d.lower == "not" and d.i < subject.i) for d in near)


def is_empty(noun: Token) -> bool:
    """Whether *noun* names nobody and nothing: "none of them", "no one"; not "no fewer than ten" or "nobody but the sick"."""
    bare = noun.lower in EMPTY or any(c.dep == "det" and c.lower in ("no", "neither") for c in noun.children)
    return bare and not any(t.lower in BOUNDING for t in noun.subtree())


DUE = frozenset({"due", "set", "schedule", "scheduled", "slate", "mean", "suppose", "plan", "expect"})
"""What was "due", "set" or "meant" to happen."""


def unfulfilled(up: Token, below: Token) -> bool:
    """Whether *below* did not come about: "was to have met", "had been due to leave", "were to follow but did not"."""
    if below.dep != "xcomp":
        return False
    carrier = up if up.pos in ("VERB", "AUX") else up.head
    due = up.lemma in DUE or up.lower in DUE
    if up.lemma == "be" and up.tag == "VBD" and any(c.lower == "have" and c.dep == "aux" for c in below.children):
        return True
    past = carrier.tag == "VBD" or any(c.lower in ("was", "were") for c in carrier.children)
    earlier = any(c.lower == "had" and c.dep == "aux" for c in carrier.children)
    if due and earlier and carrier.pos in ("VERB", "AUX"):
        return True
    return past and (due or up.lemma == "be") and any(refuted(c) for t in (carrier, below) for c in t.children)


def refuted(clause: Token) -> bool:
    """Whether *clause* is one behind "but" that denies something: "but did not", "but the rebels have not let it go"."""
    but = clause.dep == "conj" and any(c.lower == "but" for c in clause.head.children)
    return but and clause.pos in ("VERB", "AUX") and any(c.dep == "neg" for c in clause.children)
