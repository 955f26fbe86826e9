"""The factuality of what a noun tells, from its modifiers and the words over it."""

from __future__ import annotations

from onrecord.annotate.events.lexicons import factual, governors
from onrecord.annotate.events.modality import HYPOTHETICAL, governor_kind, of_verb
from onrecord.annotate.events.needs import concluded
from onrecord.annotate.events.negation import is_negated
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import Factuality, Token

SPEECH = frozenset({"accuse", "reject", "demand", "warn", "threaten", "accept", "appeal", "propose", "publish", "agree"})
"""Types whose simple present tells of one act ("rejects"), not of a habit."""
PAST_OF = frozenset(
    {"be", "come", "follow", "bring", "end", "mark", "raise", "spark", "prompt", "cause", "trigger", "draw", "open", "clear", "boost", "cap", "complete"}
    | {"conclude", "precede", "coincide", "take", "last", "begin", "start", "shock", "surprise", "delight", "anger", "ease"}
)
"""Verbs whose past tells of their subject as of something that was."""
CONSIDERED = frozenset({"consider", "plan", "discuss", "expect", "schedule", "agree", "envisage", "foresee"})
"""Verbs whose negated passive says that an event is not to be."""


def of_noun(trigger: Trigger, is_dated: bool) -> Factuality:
    """The factuality of what a noun tells."""
    noun = trigger.head
    verb = trigger.frame.verb
    if given_up(noun):
        return "denied"
    before = {c.lower for c in noun.children if c.i < noun.i}
    if verb is None and (trigger.rule.type in SPEECH - {"agree"} or trigger.rule.type == "other"):
        return "conditional" if "any" in before else "happened"
    if "no" in before:
        return "denied"
    if "any" in before and verb is not None and of_verb(verb) in ("planned", "possible"):
        return "conditional"  # "any breach will be met with force"
    if existing(noun) is not None:
        return existing(noun) or "happened"
    met = trigger.rule.type in ("call", "meet") and noun.dep == "pobj" and noun.head.lower in ("in", "at", "during", "on")
    if met and noun.head.head.tag in ("VBD", "VBN"):
        return "happened"  # "agreed in a telephone call"
    if returned(noun):
        return "conditional"
    for kind in ("planned", "ongoing"):
        if before & factual("noun_modifiers", kind):
            return kind
    if in_its_week(noun) or (noun.dep == "nsubj" and noun.head.lemma == "continue" and of_verb(noun.head) in ("happened", "ongoing")):
        return "ongoing"
    if verb is not None:
        return light(noun, verb)
    if trigger.rule.needs == "new" and concluded(noun) and not before & factual("noun_modifiers", "possible"):
        return "happened"
    if trigger.rule.needs == "new" and is_dated and not before & factual("noun_modifiers", "possible"):
        return from_head(noun, "happened")  # "hope for a deal by Friday" is still hoped for
    if not before & factual("noun_modifiers", "possible") and part_of_past(noun):
        return "happened"
    if before & factual("noun_modifiers", "happened") and not before & factual("noun_modifiers", "possible"):
        return from_head(noun, "happened")
    if before & factual("noun_modifiers", "possible") and "the" not in before - {"potential", "possible"}:
        return from_head(noun, "possible")
    if before & {"potential", "possible", "any"}:
        return "conditional" if "any" in before else "possible"
    return from_head(noun, usual(trigger))


def in_its_week(noun: Token) -> bool:
    """Whether the predicate counts how long it has gone on: "the strike is in its third week", "entered a ninth day"."""
    up = noun.head
    if noun.dep != "nsubj" or up.lemma not in ("be", "enter"):
        return False
    spans = [c for c in up.children if c.dep == "dobj"] + [g for c in up.children if c.lower == "in" for g in c.children if g.dep == "pobj"]
    return any(s.lemma in ("day", "week", "month", "year", "hour") for s in spans)


def part_of_past(noun: Token) -> bool:
    """Whether what the noun tells is the frame of something that happened ("freed in an exchange"), or is spoken of as past ("the swap was the third")."""
    up = noun.head
    if noun.dep == "pobj" and up.lower in ("in", "during", "under", "at", "since", "following") and up.head.pos == "VERB" and up.head.tag in ("VBD", "VBN"):
        return up.head.has("nsubj", "nsubjpass") is not None and of_verb(up.head) == "happened"
    plain = noun.dep == "nsubj" and up.lemma in PAST_OF and up.tag == "VBD"
    return plain and of_verb(up) == "happened" and any(c.lower in ("the", "that", "this", "its", "their") for c in noun.children)


def given_up(noun: Token) -> bool:
    """Whether somebody is told to have dropped what the noun tells: "dropped its demand", "withdrew the threat"."""
    return noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in ("drop", "abandon", "withdraw", "waive", "shelve", "retract", "relinquish")


def existing(noun: Token) -> Factuality | None:
    """What "there is", "there had been" says of a noun, also under a denial; None elsewhere."""
    up = noun.head
    if noun.dep not in ("attr", "nsubj") or up.lemma != "be" or not any(c.dep == "expl" for c in up.children):
        return None
    if up.head.lemma == "deny" and up.dep == "ccomp":
        return "denied"
    own = of_verb(up)
    return own if own in ("denied", "planned") else None


def returned(noun: Token) -> bool:
    """Whether the event is what would be given in return: "in return for", "in exchange for"."""
    prep = noun.head
    if noun.dep != "pobj" or prep.lower != "for" or prep.head.lemma not in factual_returns():
        return False
    verb = next((t for t in prep.head.ancestors() if t.pos in ("VERB", "AUX")), None)
    return verb is None or verb.lemma in governors("planned") or verb.tag == "VBG" or of_verb(verb) != "happened"


def factual_returns() -> frozenset[str]:
    """The nouns of "in return for"."""
    return factual("returns", "words")


def light(noun: Token, verb: Token) -> Factuality:
    """The factuality of a noun whose tense is carried by a verb."""
    own = of_verb(verb)
    if own == "ongoing" and noun.dep == "dobj" and verb.tag in ("VBZ", "VBP"):
        return "ongoing"
    if own == "denied" and noun.dep == "nsubj":
        return "denied"
    if verb.lemma in ("plan", "prepare", "expect", "schedule", "arrange", "set", "due", "threaten") and own in ("happened", "ongoing"):
        return "planned"
    if own == "happened" and verb.lemma in ("convene", "call", "announce", "arrange", "fix", "set") and set_for(noun, verb):
        return "planned"
    if noun.dep in ("dobj", "nsubjpass") and own == "happened" and verb.lemma in ("cancel", "postpone"):
        return "denied" if verb.lemma == "cancel" else "planned"
    if verb.lemma in ("stop", "halt", "end", "cancel") and own in HYPOTHETICAL and noun.dep != "nsubj":
        return "ongoing"
    return own


def set_for(noun: Token, verb: Token) -> bool:
    """Whether a day stands after "for": "convened a fresh meeting for Friday"."""
    near = [c for t in (noun, verb) for c in t.children if c.dep == "prep" and c.lower == "for" and c.i > verb.i]
    return any(g.ent == "DATE" for p in near for g in p.children)


def usual(trigger: Trigger) -> Factuality:
    """What a noun of this type tells when nothing else speaks: releases, deals and truces are mostly sought, the rest happened."""
    if trigger.rule.needs == "given_then":
        return "happened"
    if trigger.rule.type in ("release", "exchange", "agree", "truce_start", "truce_extend", "resume_talks"):
        return "possible"
    if trigger.rule.type == "withdraw" and (trigger.head.dep != "nsubj" or any(c.lower in ("a", "an") for c in trigger.head.children)):
        return "possible"  # what papers and demands speak of; one that took place is dated, or told by a verb
    return "happened"


def from_head(noun: Token, default: Factuality) -> Factuality:
    """The factuality that the words over a noun give it, else *default*."""
    up, prep = noun.head, None
    if up is noun:
        return default
    if up.lower == "following":
        return "happened"
    if noun.dep in ("conj", "appos") and up.pos in ("NOUN", "PROPN"):
        return from_head(up, default)
    if up.pos == "ADP":
        prep, up = up, up.head
        if prep.lower in ("after", "during", "since", "following", "despite", "amid"):
            return "happened"
    if up.pos == "ADP":
        up = up.head
    if up is noun or (prep is None and noun.dep not in ("dobj", "nsubjpass", "pobj", "oprd", "nsubj")):
        return default
    if noun.dep == "nsubjpass" and is_negated(up) and up.lemma in CONSIDERED:
        return "denied"
    if noun.dep == "nsubj":
        return from_predicate(noun, up, default)
    return through(up, noun, prep, default)


def from_predicate(noun: Token, up: Token, default: Factuality) -> Factuality:
    """What the predicate says of the event that is its subject: "is due", "is ongoing", "would …"."""
    said = [c for c in up.children if c.dep in ("acomp", "attr", "xcomp", "oprd", "advmod")]
    for kind in ("planned", "ongoing"):
        if any(c.lower in factual("noun_modifiers", kind) or (kind == "planned" and c.lower in ("due", "set", "planned", "expected")) for c in said):
            return kind
    if any(c.dep == "acomp" and c.lower in ("possible", "likely", "unlikely", "conceivable") for c in up.children):
        return "possible"
    own = of_verb(up) if up.pos in ("VERB", "AUX") else "happened"
    if own == "conditional":
        return own
    indefinite = not any(c.lower in ("the", "this", "its", "their") or c.dep == "poss" for c in noun.children)
    return own if own in ("planned", "possible") and indefinite else default


def through(up: Token, noun: Token, prep: Token | None, default: Factuality) -> Factuality:
    """What the verb or noun *up* makes of the noun that it governs, over *prep* if there is one."""
    if up.lemma in ("lead", "result", "allow", "culminate", "end") and prep is not None and up.pos == "VERB":
        return of_verb(up)
    if up.lemma == "call" and any(c.lower == "off" for c in up.children):
        return "denied"
    if up.lemma == "call" and prep is not None and prep.lower == "for":
        return "called_for"
    if up.lemma in ("plan", "preparation", "schedule") or (up.lemma == "threat" and prep is not None):
        return "planned"
    if up.lemma in governors("factive") and up.pos == "VERB" and of_verb(up) not in HYPOTHETICAL:
        definite = any((c.i < noun.i and c.lower in ("the", "this", "yesterday", "today")) or c.dep == "poss" for c in noun.children)
        return "happened" if definite else default
    kind = governor_kind(up, nominal=True)
    if kind == "possible" and up.pos == "VERB" and of_verb(up) == "denied" and up.lemma in ("secure", "win", "obtain", "achieve", "get", "reach"):
        return "denied"
    if kind is None or kind == "happened":
        own: Factuality | None = of_verb(up) if up.pos == "VERB" else None
        return own if own in HYPOTHETICAL else ("happened" if kind == "happened" and own == "happened" else default)
    if kind == "called_for" and prep is None and up.lemma not in ("demand", "urge", "request", "order", "want", "need", "require"):
        return default
    return kind
