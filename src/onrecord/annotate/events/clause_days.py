"""Days that the structure of a sentence gives: a time at its head, a clause beside it, a purpose, a deadline, a deal "reached in May"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.trigger import Trigger
from onrecord.annotate.events.triggers import MADE
from onrecord.types import Parsed, Token, When

ALONGSIDE = frozenset({"when", "as", "while"})
"""Words of a clause that tells of the same hour."""


OPENING = 5
"""Words at the head of a sentence that may say how soon it followed."""


def by_clause(triggers: tuple[Trigger, ...], found: dict[int, When], fronted: frozenset[int]) -> None:
    """Dates what stands beside a dated verb; *fronted*: verbs whose time stands at the head of the sentence and holds for all of it."""
    for trigger in triggers:
        if trigger.head.i in found:
            continue
        day = of_noun(trigger, found, fronted) if trigger.is_noun else of_verb(trigger.head, found, fronted)
        if day is not None:
            found[trigger.head.i] = day


def of_noun(trigger: Trigger, found: dict[int, When], fronted: frozenset[int]) -> When | None:
    """The day of what a noun tells: of the clause that says it was made, or of the verb whose subject it is."""
    noun = trigger.head
    made = next((c for c in noun.children if c.dep in ("acl", "relcl") and c.i in found and c.tag in ("VBN", "VBD") and (c.lemma in MADE or light(c))), None)
    if made is not None:
        return replace(found[made.i], reason="the time at which it is said to have been made")
    verb = noun.head
    acted = noun.dep == "nsubj" or (noun.dep == "dobj" and verb.i in fronted and verb.lemma in ("win", "secure", "bring"))
    if acted and verb.i in found and verb.tag == "VBD" and verb.lemma != "be" and found[verb.i].relation == "on":
        return replace(found[verb.i], reason="the time of the clause whose subject it is")
    return None


def light(verb: Token) -> bool:
    """Whether *verb* only says that its noun took place."""
    return verb.lemma in word_class("light") or verb.lemma in ("sign", "declare", "announce", "hold", "begin", "start")


def of_verb(verb: Token, found: dict[int, When], fronted: frozenset[int]) -> When | None:
    """The day of what a verb tells, from the clauses above and below it."""
    up = verb.head
    if verb.dep == "conj" and up.i in fronted and up.i in found and verb.tag == up.tag == "VBD":
        return replace(found[up.i], reason="the time at the head of its sentence")
    if verb.dep == "advcl" and up.i in found and verb.tag == "VBD" and subordinate(verb) in ALONGSIDE and up.tag == "VBD":
        return replace(found[up.i], reason="told as of the same hour as the clause above it")
    if verb.dep in ("advcl", "xcomp") and any(c.lower == "to" for c in verb.children) and up.i in found:
        if up.lemma in ("give", "have", "allow") and found[up.i].relation == "until":
            return replace(found[up.i], reason="the time that is given for it")
        if up.lemma in word_class("setting_out") and found[up.i].relation == "on":
            return replace(found[up.i], reason="what the dated journey is for")
    below = [c for c in verb.children if c.dep == "advcl" and c.i in found and c.tag == "VBD" and not measured(c)]
    plain = verb.tag in ("VBD", "VBN") and not any(c.lower in ("had", "has", "have", "will", "would") for c in verb.children)
    beside = next((c for c in below if subordinate(c) in ALONGSIDE | {"after"}), None)
    if beside is not None and plain:
        return replace(found[beside.i], reason="told as of the same day as the clause below it")
    return None


def subordinate(verb: Token) -> str | None:
    """The word that opens a clause."""
    return next((c.lower for c in verb.children if c.dep in ("mark", "advmod") and c.i < verb.i), None)


def measured(clause: Token) -> bool:
    """Whether a length of time parts a clause from the one above it: "two days after"."""
    before = [c for c in clause.children if c.dep in ("npadvmod", "advmod") and c.i < clause.i]
    return any(c.ent in ("DATE", "TIME") or c.lower in ("shortly", "soon", "long") for c in before)


def continued(parsed: Parsed, triggers: tuple[Trigger, ...], found: dict[int, When]) -> None:
    """Dates what is told as following within hours on what the sentence before told: "An hour later the truce broke down"."""
    for trigger in triggers:
        head = trigger.head
        if head.i in found or trigger.is_noun or head.tag != "VBD" or head.sent == 0 or below(head) or not follows(head, parsed):
            continue
        before = [t.head.i for t in triggers if t.head.sent == head.sent - 1 and t.head.i in found and found[t.head.i].relation == "on"]
        if before:
            found[head.i] = replace(found[before[-1]], reason="told as following within hours on what was told before it")


def below(verb: Token) -> bool:
    """Whether a verb stands in a clause on another: "minutes later a rocket fell, the first since the truce began"."""
    at = verb
    while at.head is not at:
        if at.dep in ("advcl", "relcl", "acl", "pcomp"):
            return True
        at = at.head
    return False


def follows(verb: Token, parsed: Parsed) -> bool:
    """Whether the sentence of *verb* opens with "soon after", "minutes later", "not long after that"."""
    first = parsed.sentence_of(verb).first
    opening = {t.lower for t in parsed.tokens[first : min(first + OPENING, verb.i)]}
    later = bool(opening & {"later", "after", "afterwards", "afterward", "thereafter"})
    return later and bool(opening & word_class("hours")) and not opening & {"day", "days", "week", "weeks", "month", "months", "year", "years"}
