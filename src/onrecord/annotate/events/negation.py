"""Whether a verb is denied: by a word on it, on its subject or on its object."""

from __future__ import annotations

from onrecord.types import Token

EMPTY = frozenset({"neither", "none", "nothing", "nobody"})
BOUNDING = frozenset({"fewer", "less", "more", "than", "but", "except", "save", "other"})
"""Words by which "no" or "nobody" only bounds how many."""


def is_negated(verb: Token) -> bool:
    """Whether a negation hangs on *verb*, its subject or its object ("freed none of them")."""
    if any(c.dep == "neg" or c.lower in ("never", "neither") or (c.dep == "dobj" and is_empty(c)) for c in verb.children):
        return True
    return any(nobody(c) for c in verb.children if c.dep.startswith("nsubj"))


def nobody(subject: Token) -> bool:
    """Whether a subject is nobody: "no soldier", "none of them", "not one soldier"."""
    near = (subject, *subject.children, *(g for c in subject.children if c.pos == "NUM" for g in c.children))
    return any(d.lower in ("no", *EMPTY) or (d.lower == "not" and d.i < subject.i) for d in near)


def is_empty(noun: Token) -> bool:
    """Whether *noun* names nobody and nothing: "none of them", "no one"; not "no fewer than ten" or "nobody but the sick"."""
    bare = noun.lower in EMPTY or any(c.dep == "det" and c.lower in ("no", "neither") for c in noun.children)
    return bare and not any(t.lower in BOUNDING for t in noun.subtree())
