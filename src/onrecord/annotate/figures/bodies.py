"""The bodies of the dead: given back, kept, or only told of."""

from __future__ import annotations

from onrecord.annotate.figures.frames import given_back
from onrecord.annotate.figures.measures import above
from onrecord.annotate.figures.tense import to_come
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Measure, Token

BODIES = frozenset({"body", "remains", "remain", "corpse"})
STEPS = 4
"""Words from a number up to the bodies that it counts ("the remains of 61 of its men")."""


def body_of(core: Token, head: Token | None) -> Token | None:
    """The noun of bodies that a number counts: its own, or the one before "of"; None where it counts the living."""
    if head is not None and head.lemma.lower() in BODIES:
        return head
    at = core
    for _ in range(STEPS):
        if at.head is at or at.dep not in ("pobj", "prep", "nummod", "compound", "quantmod", "conj"):
            return None
        at = at.head
        if at.pos in ("NOUN", "PROPN") and at.lemma.lower() in BODIES:
            return at
    return None


def bodily(body: Token) -> Measure:
    """`released` for bodies that are given back or fetched (`to_release` before that), `held` for those kept, `missing` for those not found, else `dead`."""
    book = lexicon("figures_measures")["bodies"]
    verb = body.head if body.dep in ("dobj", "nsubjpass") else None
    if verb is not None and verb.pos == "VERB":
        denied = any(c.dep == "neg" for c in verb.children)
        if verb.lemma in book["found"]:
            return "missing" if denied else "released" if verb.lemma in book["fetched"] else "dead"
        if (verb.lemma in book["given"] or given_back(verb)) and not denied:
            return "to_release" if to_come(verb) else "released"
        if verb.lemma in book["kept"] or denied:
            return "held"
    frame = above(body)
    if frame is None or frame.by is None or frame.measure not in ("released", "freed", "held"):
        return "dead"
    return "held" if frame.measure == "held" else "to_release" if to_come(frame.by) else "released"
