"""Further tests that a lexicon entry may name under `needs`, one function each."""

from __future__ import annotations

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.kinds import fits, is_party, is_people
from onrecord.annotate.events.lexicons import Rule, factual, governors, word_class
from onrecord.annotate.events.noun_frame import light_verb
from onrecord.annotate.events.told_needs import TOLD_NEEDS
from onrecord.annotate.events.verb_needs import VERB_NEEDS
from onrecord.types import Token

SAYING = frozenset(
    {
        "make",
        "trade",
        "exchange",
        "issue",
        "voice",
        "reiterate",
        "repeat",
        "renew",
        "raise",
        "deliver",
        "level",
        "give",
        "send",
        "receive",
        "put",
        "present",
        "table",
        "launch",
        "follow",
        "accept",
        "reject",
    }
)
DATING = frozenset({"on", "in", "since", "during", "last", "before", "after"})
"""Prepositions whose date tells when, not how long."""
HELD = frozenset(
    {"hold", "have", "host", "attend", "conduct", "lead", "pay", "be", "broker", "arrange", "mediate", "organise", "organize", "convene", "join", "chair"}
)
"""Verbs by which talks are told as a meeting that is held."""
INDEFINITE = frozenset({"a", "an", "another", "any", "some", "one"})


def verb_need(token: Token, rule: Rule, frame: Frame, cast: Cast) -> bool:
    """Whether the further test of a verb entry holds."""
    if rule.needs is None:
        return True
    if rule.needs not in VERB_NEEDS:
        raise ValueError(f"events_verbs.toml: unknown need {rule.needs!r} at entry {rule.order}")
    return VERB_NEEDS[rule.needs](token, frame, cast)


def noun_need(token: Token, rule: Rule, frame: Frame, cast: Cast) -> bool:
    """Whether the further test of a noun entry holds."""
    if rule.needs is None:
        return True
    if rule.needs == "told":
        return (
            bool(frame.subjects)
            or frame.verb is not None
            or any(c.dep == "expl" for c in token.head.children)
            or token.has("nummod") is not None
            or dated(token)
            or aimed(token)
            or any(p in ("on", "in", "against", "into", "from", "by", "of") for p, _ in frame.oblique)
        )
    if rule.needs == "event":
        up = token.head
        idiom = token.dep == "pobj" and up.lower == "in" and not any(c.dep in ("det", "poss", "amod") for c in token.children)
        return not idiom
    if rule.needs == "with":
        return bool(frame.subjects) or any(p in ("with", "between") for p, _ in frame.oblique) or frame.verb is not None
    if rule.needs == "partner":
        return meets(token, frame, cast)
    if rule.needs == "erupting":
        return erupting(token)
    if rule.needs == "made":
        return made(token, frame, cast)
    if rule.needs == "new":
        return is_new(token, frame)
    if rule.needs == "carried":
        return token.dep in ("dobj", "nsubjpass") and token.head.lemma in word_class("linking")
    if rule.needs == "at_request":
        return token.dep == "pobj" and token.head.lower in ("at", "upon") and (bool(frame.subjects) or any(p in ("of", "by", "from") for p, _ in frame.oblique))
    if rule.needs == "written_to":
        return token.dep == "pobj" and token.head.lower == "in" and any(p == "to" and fits(t, ("party", "envoys"), cast) for p, t in frame.oblique)
    if rule.needs == "going_on":
        return token.dep == "nsubj" and (token.head.lemma == "continue" or any(c.lower in ("way", "underway", "ongoing") for c in token.head.subtree()))
    if rule.needs in TOLD_NEEDS:
        return TOLD_NEEDS[rule.needs](token, frame, cast)
    raise ValueError(f"events_nouns.toml: unknown need {rule.needs!r} at entry {rule.order}")


def dated(token: Token) -> bool:
    """Whether a date hangs on the noun or its light verb."""
    near = [token, *[c for c in (light_verb(token),) if c is not None]]
    hung = [g for n in near for c in n.children if c.dep != "prep" or c.lower in DATING for g in (c, *c.children)]
    return any(g.ent == "DATE" and g is not token for g in hung)


def aimed(token: Token) -> bool:
    """Whether somebody seeks, prevents or plans what the noun tells."""
    up = token.head if token.head.pos in ("VERB", "NOUN", "ADJ") else token.head.head
    return up is not token and any(up.lemma in governors(k) for k in ("possible", "planned", "called_for", "happened"))


def meets(token: Token, frame: Frame, cast: Cast) -> bool:
    """Whether the talks have a partner named after "with" or "between" and are told as held, not as a topic."""
    partner = any(p in ("with", "between") and (fits(t, ("party", "people", "envoys"), cast)) for p, t in frame.oblique)
    if any(c.dep == "acl" and c.lemma == "hold" and c.tag == "VBN" for c in token.children):
        return True
    held = frame.verb is not None and frame.verb.lemma in HELD
    for_talks = token.dep == "pobj" and token.head.lower == "for" and token.head.head.pos in ("VERB", "AUX")
    return (partner and (held or for_talks)) or (held and bool(frame.subjects))


def made(token: Token, frame: Frame, cast: Cast) -> bool:
    """Whether the speech act is told as done: by a verb of making, a relative clause with one, or a possessor."""
    relative = any(c.dep in ("relcl", "acl") and c.lemma in SAYING for c in token.children)
    verb = token.head if token.dep in ("dobj", "nsubjpass") and token.head.lemma in SAYING else None
    owner = any(c.dep == "poss" and (is_party(c, cast) or is_people(c, cast)) for c in token.children)
    owner = owner or any(p == "by" and (is_party(t, cast) or is_people(t, cast)) for p, t in frame.oblique)
    subject = owner and token.dep in ("nsubj", "nsubjpass")
    kept = owner and token.lemma == "demand" and token.dep in ("dobj", "pobj")  # "maintains its demand for a rise"
    return relative or subject or kept or (verb is not None and verb.lemma not in ("accept", "reject", "follow"))


def erupting(noun: Token) -> bool:
    """Whether fighting is the subject of a verb of breaking out or going on ("fighting erupted", "a battle raged"), not of what starts it again."""
    up = noun.head
    if noun.dep != "nsubj" or up.pos != "VERB":
        return False
    out = any(c.lower in ("out", "on") for c in up.children if c.dep in ("prt", "advmod"))
    again = any(c.lower in ("again", "anew") for c in up.children)
    return not again and (up.lemma in word_class("erupting") or (up.lemma in ("break", "go", "drag") and out))


def concluded(noun: Token) -> bool:
    """Whether what stands after a deal or truce says that it was made: "the agreement they reached", "a truce brokered by Oman", "the accord of 10 March"."""
    days = [g for c in noun.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj" and g.ent == "DATE"]
    if any(t.tag == "CD" for g in days for t in g.subtree()):
        return True
    return any(c.dep in ("relcl", "acl") and c.lemma in word_class("concluding") and c.tag in ("VBD", "VBN") for c in noun.children)


def is_new(token: Token, frame: Frame) -> bool:
    """Whether a deal or truce is spoken of as one to come, one being made, or one bound to a date."""
    before = [c for c in token.children if c.i < token.i]
    words = {c.lower for c in before}
    if concluded(token) or ("no" in words and any(c.dep == "expl" for c in token.head.children)):
        return True
    if words & {"this", "that", "such", "these", "those", "previous", "original", "existing", "current", "temporary", "first"}:
        return False
    if any(c.lower in factual("noun_modifiers", k) for c in before for k in ("possible", "planned")):
        return True
    if words & INDEFINITE and token.dep == "nsubj" and token.head.lemma in ("be", "remain", "seem", "look", "appear", "stay") and token.head.tag != "VB":
        return True  # "a larger deal remains out of reach"
    if words & INDEFINITE:
        return aimed(token) or dated(token) or (token.dep in ("dobj", "pobj") and not any(w in ("the",) for w in words))
    return not words & {"the", "its", "their"} and aimed(token)
