"""Whether an event happened, from tense, modality, negation and the words that govern its trigger."""

from __future__ import annotations

from onrecord.annotate.events.conditions import conditioned
from onrecord.annotate.events.contingent import contingent
from onrecord.annotate.events.modality import governor_kind, of_verb, progressive
from onrecord.annotate.events.needs import dated
from onrecord.annotate.events.nominal import SPEECH, of_noun
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Factuality, Token

STANCES: frozenset[EventType] = frozenset({"demand", "reject", "warn"})
"""Types whose simple present in running text tells of a stance that is kept ("the rebels refuse to disarm")."""


def factuality(trigger: Trigger, *, title: bool = False, is_dated: bool = False) -> Factuality:
    """The factuality of a trigger; *title*: its words stand in a headline, where the present tense tells of the past."""
    return contingent(trigger.head, trigger.frame.verb if trigger.is_noun else None, by_itself(trigger, title=title, is_dated=is_dated))


def by_itself(trigger: Trigger, *, title: bool, is_dated: bool) -> Factuality:
    """The same without regard to what it hangs on."""
    if trigger.is_noun:
        return of_noun(trigger, is_dated or dated(trigger.head))
    if trigger.head.dep == "amod" and not trigger.frame.passive:
        return misread(trigger.head)
    found = of_verb(trigger.head, negated=trigger.rule.negated)
    if trigger.rule.needs == "expected_at" and found in ("happened", "ongoing"):
        return "planned"  # "is expected in Doha on Friday"
    if trigger.rule.needs in ("held_since", "held_now") and found == "happened" and not any(c.lower == "had" for c in trigger.head.children):
        return "ongoing"  # "held by masked men since Tuesday"
    if found == "ongoing" and trigger.rule.type == "release" and trigger.head.lemma == "be":
        return "happened"  # "all seven are out": a state that tells of what led to it
    if trigger.rule.type == "reject" and trigger.rule.negated and found in ("possible", "planned", "conditional", "denied") and not conditioned(trigger.head):
        return "happened"  # "will not accept", "could not accept any fine": said now
    kept = trigger.rule.type in STANCES or (trigger.rule.type == "accuse" and any(t.lower in ("each", "both") or t.lemma == "side" for t in both_of(trigger)))
    if found == "ongoing" and kept and not title and not any(t.lower in ("i", "we") for t in trigger.frame.subjects):
        return "ongoing"
    if found == "ongoing" and (trigger.rule.type in SPEECH or title) and not progressive(trigger.head):
        return "happened"
    return found


def both_of(trigger: Trigger) -> tuple[Token, ...]:
    """The subjects of a trigger with their determiners, by which a quarrel is told as mutual."""
    return tuple(t for s in trigger.frame.subjects for t in (s, *s.children))


def misread(verb: Token) -> Factuality:
    """The factuality of a bare verb that was tagged as an adjective: "Inmates free 12 guards" happened, "obliges them to free prisoners" is governed."""
    to = verb.head.head
    if to.lower != "to":
        return "happened"
    return governor_kind(to.head, nominal=False) or "possible"
