"""When an event was: the time that hangs on its trigger, or on what tells it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotate.events.triggers import Trigger
from onrecord.types import Parsed, Time, Token, When

VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


def usable(time: Time, text: str) -> bool:
    """Whether a time can date an event: dates, clock times and anchored spans, not plain durations or vague words."""
    if time.type == "SET" or time.expression.value in VAGUE:
        return False
    if time.type == "DURATION":
        words = time.span.of(text).lower()
        return any(w in words for w in ("past", "last", "previous", "coming", "next", "ago", "final"))
    return True


def attach(parsed: Parsed, times: Iterable[Time], triggers: tuple[Trigger, ...]) -> dict[int, When]:
    """Dates by the number of the trigger's head token."""
    heads = {t.head.i: t for t in triggers}
    carriers = {t.frame.verb.i: t for t in triggers if t.is_noun and t.frame.verb is not None}
    found: dict[int, When] = {}
    for time in times:
        if not usable(time, parsed.report.text):
            continue
        tokens = parsed.within(time.span)
        if not tokens:
            continue
        top = top_of(tokens)
        for up in (top, *top.ancestors()):
            trigger = heads.get(up.i) or carriers.get(up.i)
            if trigger is not None:
                found.setdefault(trigger.head.i, When(time.id, reason="time in the clause of its trigger"))
                break
            if up.pos in ("VERB", "AUX") and up is not top:
                break
    return spread_dates(triggers, found)


def top_of(tokens: tuple[Token, ...]) -> Token:
    """The token of a time that hangs on a word outside it."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head is t or t.head.i not in inside), tokens[0])


def spread_dates(triggers: tuple[Trigger, ...], found: dict[int, When]) -> dict[int, When]:
    """Also dates those that share a clause with a dated one: coordinated verbs, a noun under a dated verb, nouns of a dated noun."""
    by_head = {t.head.i: t for t in triggers}
    for trigger in triggers:
        head = trigger.head
        if head.i in found:
            continue
        up = head.head
        if trigger.is_noun and trigger.frame.verb is not None and trigger.frame.verb.i in found:
            found[head.i] = found[trigger.frame.verb.i]
        elif head.dep == "conj" and up.i in found and up.i in by_head:
            found[head.i] = found[up.i]
    for trigger in triggers:
        for child in trigger.head.children:
            if child.dep == "conj" and child.i in found and trigger.head.i not in found and trigger.head.pos in ("VERB",):
                found[trigger.head.i] = found[child.i]
    return found
