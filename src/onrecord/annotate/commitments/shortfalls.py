"""Duties done too slowly or too little: "is dragging its feet on the release", "only 60 of the 200 trucks promised are let in"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, subject
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import denied, unreal
from onrecord.annotate.commitments.acts import deed_noun
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, owing
from onrecord.annotate.commitments.terms import bound_near, is_agreement, to_do, words
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token

NEAR = 100
"""Words before a deed that is delayed in which the agreement must be named."""


def dragging(draft: Draft, verb: Token) -> Found | None:
    """ "Dragging its feet on the release", "stopped short of freeing the last four", where an agreement or promise is spoken of."""
    about = dragged(verb)
    if about is None or negated(verb) or unreal(verb):
        return None
    pledged = next((t for t in about.subtree() if t.pos == "VERB" and t.lemma in words("binding", "own")), None)
    promiser = subject(pledged) if pledged is not None else None
    owner = actor(draft, promiser) if promiser is not None else None
    if owner is not None:  # "the gesture fell short of what he had pledged"
        what = right_span(draft.parsed, [about])
        return Found(verb, clause_span(draft.parsed, verb, owner=subject(verb)), owner, "breached", what, rule="delayed")
    if bound_near(draft, verb, NEAR) is None:
        return None
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    act = about if about.tag == "VBG" and about.lemma in words("delivering", "verbs") else deed_noun(about)
    if party is None or act is None:
        return None
    what = right_span(draft.parsed, [act]) if act.pos == "VERB" else np_span(draft.parsed, act)
    account: Account = "disputed" if denied(verb) else "breached"
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, account, what, rule="delayed")


def long_owed(draft: Draft, verb: Token) -> Found | None:
    """ "The list it had owed since May": what is owed since a day that is past was not given."""
    thing = verb.head if verb.dep == "relcl" else verb.has("dobj")
    who = verb.has("nsubj")
    since = any(c.dep in ("prep", "mark") and c.lower == "since" for c in verb.children)
    party = actor(draft, who) if verb.lemma == "owe" and who is not None and since and not negated(verb) else None
    if party is None or thing is None or to_do(thing.head) or bound_near(draft, verb, NEAR) is None:  # "agreed to pay the wages it has owed since May"
        return None
    name = np_span(draft.parsed, thing, bare=True).of(draft.parsed.report.text)
    own = clause_span(draft.parsed, verb, owner=who)
    start = np_span(draft.parsed, thing).start if verb.dep == "relcl" else own.start
    return Found(verb, Span(start, own.end), party, "breached", f"give {name}", rule="delayed")


def dragged(verb: Token) -> Token | None:
    """What is put off: after a verb of the lexicon with its noun and preposition ("drag foot on", "stop short of")."""
    after = [c for c in verb.children if c.i > verb.i]
    for first in (verb, *after):
        for prep in (c for c in first.children if c.dep == "prep" and c.i > verb.i):
            middle = f" {first.lemma}" if first is not verb else ""
            if f"{verb.lemma}{middle} {prep.lower}" in words("hostile", "dragging"):
                return prep.has("pobj", "pcomp")
            beside = next((f" {c.lemma}" for c in after if c.i < prep.i and c.dep in ("dobj", "advmod", "prt", "acomp")), "")
            if first is verb and f"{verb.lemma}{beside} {prep.lower}" in words("hostile", "dragging"):
                return prep.has("pobj", "pcomp")
    return None


def too_few(draft: Draft, verb: Token) -> Found | None:
    """ "Only 60 of the 200 trucks a day promised under the truce are being let in by the army"."""
    thing = verb.has("nsubjpass", "nsubj")
    if thing is None or verb.tag not in ("VBN", "VBD", "VBG", "VBZ", "VBP") or unreal(verb) or negated(verb):
        return None
    below = thing.subtree()
    scant = any(t.lower in ("only", "just", "barely", "merely", "fewer") for t in (*below, *verb.children) if t.i < thing.i + 1)
    due = any((t.lower in words("breaking", "promised") and t.dep in ("acl", "relcl")) or provided(t) for t in below)
    counted = thing.pos == "NUM" or any(c.dep == "nummod" for c in thing.children)
    party = owing(draft, verb, done=True) if scant and due and counted else None
    if party is None:
        return None
    base = clause_span(draft.parsed, verb)
    start = np_span(draft.parsed, thing).start
    return Found(verb, Span(min(base.start, start), base.end), party, "breached", np_span(draft.parsed, thing), rule="too few")


def provided(verb: Token) -> bool:
    """Whether a clause says that an agreement asks for so much: "the 20 trucks a day for which the truce provides"."""
    who = verb.has("nsubj")
    return verb.dep == "relcl" and verb.lemma in words("frames", "binding") and who is not None and is_agreement(who)


RULES = (dragging, too_few, long_owed)
"""Every account that a duty was put off or done in too small a part."""
