"""Whether an event happened, from tense, modality, negation and the words that govern its trigger."""

from __future__ import annotations

from onrecord.annotate.events.modality import conditioned, of_verb, progressive
from onrecord.annotate.events.needs import dated
from onrecord.annotate.events.nominal import SPEECH, of_noun
from onrecord.annotate.events.triggers import Trigger
from onrecord.types import EventType, Factuality

STANCES: frozenset[EventType] = frozenset({"accuse", "demand", "reject", "warn"})
"""Types whose simple present in running text tells of a stance that is kept ("the rebels refuse to disarm")."""


def factuality(trigger: Trigger, *, title: bool = False, is_dated: bool = False) -> Factuality:
    """The factuality of a trigger; *title*: its words stand in a headline, where the present tense tells of the past."""
    if trigger.is_noun:
        return of_noun(trigger, is_dated or dated(trigger.head))
    found = of_verb(trigger.head, negated=trigger.rule.negated)
    if trigger.rule.needs == "expected_at" and found in ("happened", "ongoing"):
        return "planned"  # "is expected in Doha on Friday"
    if found == "ongoing" and trigger.rule.type == "release" and trigger.head.lemma == "be":
        return "happened"  # "all seven are out": a state that tells of what led to it
    if trigger.rule.type == "reject" and trigger.rule.negated and found in ("possible", "planned", "conditional", "denied") and not conditioned(trigger.head):
        return "happened"  # "will not accept", "could not accept any fine": said now
    if found == "ongoing" and trigger.rule.type in STANCES and not title:
        return "ongoing"
    if found == "ongoing" and (trigger.rule.type in SPEECH or title) and not progressive(trigger.head):
        return "happened"
    return found
