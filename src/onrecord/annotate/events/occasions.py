"""Dates that the occasion gives: an entry of a live blog, the end of a journey, the call that a readout is of."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.annotate.events.trigger import Trigger
from onrecord.types import Parsed, Time, Token, When

WITHIN = frozenset({"in", "during", "at", "under"})
"""Prepositions under which a noun tells what its verb's deed was part of ("freed on Monday in an exchange")."""
CLOCK = re.compile(r"\s*\d{1,2}[.:h]\d{2}\b")
SAID_THERE = frozenset({"propose", "accept", "reject", "demand", "appeal", "warn", "threaten", "accuse", "message", "call", "meet", "agree"})
"""Types that are done by speaking, as those who meet do."""


def verb_of(trigger: Trigger) -> Token | None:
    """The verb that carries the trigger's time."""
    if not trigger.is_noun:
        return trigger.head
    if trigger.frame.verb is not None:
        return trigger.frame.verb
    up = trigger.head.head
    if trigger.head.dep == "pobj" and up.lower in WITHIN and up.head.pos == "VERB":
        return up.head
    return up.head if trigger.head.dep == "pobj" and up.lower == "for" and up.head.lemma == "be" else None


def led_to(triggers: tuple[Trigger, ...], found: dict[int, When]) -> None:
    """Dates a journey from what was done where it led: "flew to the capital, where she met them late on Tuesday"."""
    for trigger in triggers:
        if trigger.head.i in found or trigger.rule.type != "travel" or trigger.is_noun:
            continue
        below = [v for v in trigger.head.subtree() if v.dep == "relcl" and v.i in found and any(c.lower == "where" for c in v.children)]
        if below:
            found[trigger.head.i] = replace(found[below[0].i], reason="dated by what was done where it led")


def entries(parsed: Parsed, times: tuple[Time, ...], triggers: tuple[Trigger, ...], found: dict[int, When]) -> None:
    """Dates what a live blog's entry tells as news by the clock time at its head; what had happened before stays as it is."""
    text = parsed.report.text
    heads = [t for t in times if t.type == "TIME" and CLOCK.match(text, t.span.start) and text[t.span.start - 1 : t.span.start] in ("", "\n")]
    for trigger in triggers:
        verb = verb_of(trigger)
        head = next((t for t in reversed(heads) if t.span.start < trigger.head.start), None)
        if head is None or verb is None or trigger.head.i in found or any(c.lower == "had" for c in verb.children):
            continue
        if verb.dep in ("ROOT", "ccomp", "conj", "relcl") and verb.tag in ("VBD", "VBN", "VBZ", "VBP"):
            found[trigger.head.i] = When(head.id, "on", reason="told as news in the entry of this time")


def of_readout(triggers: tuple[Trigger, ...], sides: tuple[tuple[str, ...], ...], found: dict[int, When]) -> None:
    """Dates what a readout says that the same people said or did by that of the meeting or call that it opens with."""
    first = next((i for i, t in enumerate(triggers) if t.rule.type in ("meet", "call") and t.head.i in found), None)
    if first is None:
        return
    for i, trigger in enumerate(triggers):
        verb = verb_of(trigger)
        plain = verb is not None and verb.tag == "VBD" and verb.dep in ("ROOT", "conj") and not trigger.is_noun
        if i > first and plain and trigger.head.i not in found and trigger.rule.type in SAID_THERE and set(sides[i]) & set(sides[first]):
            found[trigger.head.i] = replace(found[triggers[first].head.i], reason="said in the meeting or call that the readout is of")
