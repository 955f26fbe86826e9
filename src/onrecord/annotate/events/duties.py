"""What somebody is bound to do by a demand, a promise, a threat or the terms of a deal, where no entry of the lexicon knows the verb."""

from __future__ import annotations

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import verb_frame
from onrecord.annotate.events.kinds import fits
from onrecord.annotate.events.lexicons import Rule, word_class
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Parsed, Token

BINDING: frozenset[EventType] = frozenset({"demand", "agree", "appeal", "propose", "threaten"})
"""Types whose clause says what is to be done."""
BOUND = Rule("other", 0, (), not_factuality=frozenset({"happened", "ongoing", "denied", "possible"}))
OWING = frozenset({"due", "bound", "obliged", "set", "scheduled", "supposed"})
"""Adjectives and participles under "be" that tell a duty or a plan."""
PLAYERS = ("party", "people", "forces", "envoys", "captives", "both_sides")
"""Classes of those who can be bound to something."""


def duties(parsed: Parsed, verbs: list[Trigger], cast: Cast) -> list[Trigger]:
    """The triggers of what is asked, promised or threatened under one of *verbs*, and of what a main clause says is owed."""
    told = {id(w) for t in verbs for w in t.words}
    found = [bare(child) for t in verbs if t.rule.type in BINDING for child in t.head.children if below(child, t.head) and plain(child, told)]
    told |= {id(t.head) for t in found}
    return found + [bare(t) for t in parsed.tokens if t.pos == "VERB" and t.lemma not in word_class("light") and plain(t, told) and owed(t) and borne(t, cast)]


def bare(verb: Token) -> Trigger:
    """The trigger of a verb of which only that somebody is bound to it tells an event."""
    return Trigger(verb, (verb,), BOUND, verb_frame(verb), False)


def below(verb: Token, over: Token) -> bool:
    """Whether *verb* is the complement of *over*."""
    return verb.pos == "VERB" and verb.dep in ("xcomp", "ccomp") and verb.i > over.i and verb.tag in ("VB", "VBN")


def plain(verb: Token, told: set[int]) -> bool:
    """Whether a verb says enough by itself and tells no event yet."""
    return id(verb) not in told and verb.lemma not in word_class("empty")


def owed(verb: Token) -> bool:
    """Whether *verb* stands under "is to", "has to" or "is due to"."""
    up = verb.head
    if verb.dep != "xcomp" or not any(c.lower == "to" and c.dep == "aux" for c in verb.children):
        return False
    if up.pos in ("VERB", "AUX") and up.lemma in ("be", "have"):
        return up.tag in ("VBZ", "VBP", "VBD") and up.has("attr", "acomp", "dobj") is None
    return up.lower in OWING and (up.head.lemma == "be" or up.has("auxpass") is not None)


def borne(verb: Token, cast: Cast) -> bool:
    """Whether somebody who can be bound is to do it, or it is to be done."""
    frame = verb_frame(verb)
    return any(fits(t, PLAYERS, cast) for t in frame.subjects) or frame.passive
