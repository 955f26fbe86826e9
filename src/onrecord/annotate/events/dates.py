"""When an event was: the time in the clause of its trigger, or the date of the same event told elsewhere in the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from onrecord.annotate.events.clause_days import by_clause, continued
from onrecord.annotate.events.nominal import given_up
from onrecord.annotate.events.occasions import entries, led_to, of_readout, verb_of
from onrecord.annotate.events.roles import claimed
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Parsed, Time, Token, When

VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
ANCHORING = frozenset({"past", "last", "previous", "coming", "next", "ago", "final", "later", "earlier", "within"})
"""Words that turn a duration into a stretch of the calendar."""
DURING = frozenset({"during", "in", "amid"})
Relation = Literal["on", "before", "after", "since", "until"]
STARTING = frozenset({"from", "starting", "beginning", "effective"})
"""Words after which a time says when what was agreed begins, not when it was agreed."""
SAID: frozenset[EventType] = frozenset({"agree", "accept", "propose", "demand", "appeal", "reject", "threaten", "warn"})
CALLED = frozenset({"demand", "call", "appeal", "request", "plea", "push", "bid", "insistence"})
"""Nouns over a wished-for event; a day behind it is that of the verb ("dropped its demand for a withdrawal on Monday")."""
TELLING = frozenset({"statement", "message", "letter", "speech", "interview", "call", "video", "recording", "broadcast", "meeting", "address", "post"})
"""Nouns of one occasion: what somebody did in it was done then."""
RELATIONS: dict[str, Relation] = {"since": "since", "until": "until", "till": "until", "by": "until", "before": "before", "after": "after"}
VISIT = frozenset({"meet", "travel", "resume_talks"})
"""Types that are steps of one visit."""
LEADING = 2
"""Words before a time that still stands at the head of its sentence ("In the early hours of …")."""
STORY = 2
"""Sentences over which a visit's date holds."""
Names = tuple[tuple[str, ...], ...]
SOUGHT = frozenset({"release", "exchange", "agree", "truce_start", "truce_extend"})
"""Types whose nouns mostly name what is sought, not what was; they do not lean on a dated mention."""
DEFINITE = frozenset({"the", "this", "its", "their", "his", "her", "that"})


def dates_of(parsed: Parsed, times: Iterable[Time], triggers: tuple[Trigger, ...], actors: Names, sides: Names) -> dict[int, When]:
    """Dates by the number of the trigger's head token; *actors* and their *sides* are those of each trigger."""
    times = tuple(times)
    found = placed(parsed, [t for t in times if usable(t, parsed.report.text)], triggers)
    shared(triggers, found)
    by_clause(triggers, found, fronted(parsed, times, found))
    shared(triggers, found)
    led_to(triggers, found)
    if parsed.report.genre == "live_blog":
        entries(parsed, times, triggers, found)
    if parsed.report.genre == "readout":
        of_readout(triggers, sides, found)
    during(triggers, found)
    parts(triggers, found)
    same_event(triggers, actors, found)
    one_story(triggers, sides, found)
    continued(parsed, triggers, found)
    headlines(parsed, triggers, sides, found)
    return found


def usable(time: Time, text: str) -> bool:
    """Whether a time can date an event: dates, clock times and anchored spans, not sets, plain durations or vague words."""
    if time.type == "SET" or time.expression.value in VAGUE:
        return False
    return time.type != "DURATION" or not ANCHORING.isdisjoint(time.span.of(text).lower().split())


def placed(parsed: Parsed, times: list[Time], triggers: tuple[Trigger, ...]) -> dict[int, When]:
    """Each time given to the trigger or carrying verb nearest above it; a day wins over a time of day."""
    heads = {t.head.i for t in triggers if not (t.is_noun and (wished(t.head) or given_up(t.head)))}
    nouns = {t.head.i: t for t in triggers if t.is_noun and t.head.i in heads}
    starts = {t.head.i for t in triggers if t.rule.type in SAID}
    of_phrase = {w.i: t.head.i for t in triggers if not t.is_noun for w in t.words}
    found: dict[int, When] = {}
    kinds: dict[int, str] = {}
    named: dict[int, When] = {}
    for time in times:
        tokens = parsed.within(time.span)
        if not tokens or any(t.i in heads for t in tokens):
            continue
        at = carrier(tokens, heads, nouns, parsed)
        at = of_phrase.get(at, at) if at is not None else None
        if at in starts and parsed.tokens[tokens[0].i - 1].lower in STARTING:
            continue
        named |= {t.i: When(time.id, "on", reason="the time that its clause hangs on") for t in tokens}
        if at is not None and (at not in found or (kinds[at] == "TIME" and time.type == "DATE")):
            found[at], kinds[at] = When(time.id, relation(tokens, parsed), reason="time in the clause of its trigger"), time.type
    on_times(triggers, named, found)
    return found


def fronted(parsed: Parsed, times: tuple[Time, ...], found: dict[int, When]) -> frozenset[int]:
    """The verbs whose time stands at the head of the sentence: "Last month, a strike shut the port and police arrested 31"."""
    heads: set[int] = set()
    for time in times:
        tokens = parsed.within(time.span)
        if tokens and tokens[0].i - parsed.sentence_of(tokens[0]).first <= LEADING:
            heads |= {i for i, when in found.items() if when.time == time.id and i > tokens[-1].i}
    return frozenset(heads)


def wished(noun: Token) -> bool:
    """Whether a noun tells what a demand or call is for, not what was."""
    return noun.dep == "pobj" and noun.head.lower == "for" and noun.head.head.lemma in CALLED


def on_times(triggers: tuple[Trigger, ...], named: dict[int, When], found: dict[int, When]) -> None:
    """Dates what is told in a clause on a time: "on Friday, when they walked out", "in 2020, in which 46 were killed"."""
    for trigger in triggers:
        verb = verb_of(trigger)
        if trigger.head.i in found or verb is None or verb.dep not in ("relcl", "advcl") or verb.head.i not in named:
            continue
        if any(c.lower in ("when", "in", "on", "during") and c.i < verb.i for c in verb.children):
            found[trigger.head.i] = named[verb.head.i]


def relation(tokens: tuple[Token, ...], parsed: Parsed) -> Relation:
    """How the event lies to the time, by the preposition before it: since, before or by, after."""
    before = parsed.tokens[tokens[0].i - 1].lower if tokens[0].i else ""
    return RELATIONS.get(before, RELATIONS.get(tokens[0].lower, "on"))


def carrier(tokens: tuple[Token, ...], heads: set[int], nouns: dict[int, Trigger], parsed: Parsed) -> int | None:
    """The number of the trigger or verb that a time hangs on; None where the time belongs to no verb."""
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head is t or t.head.i not in inside), tokens[0])
    first = tokens[0].i
    before = parsed.tokens[first - 1] if first else top
    left = parsed.tokens[before.i - 1] if before.pos == "ADP" and before.i else before
    if left.i in nouns and left.sent == top.sent and before.lower in ("in", "on", "of", left.lower) and not of_its_verb(left, before, heads):
        return left.i
    for up in (top, *top.ancestors()):
        if up.i in heads:
            return up.i
        if up.pos in ("VERB", "AUX") and up is not top:
            below = [n for n in nouns if up.i < n < first and parsed.tokens[n].sent == up.sent]
            return below[-1] if up.lemma == "be" and below and up.i not in heads else up.i
    return None


def of_its_verb(noun: Token, prep: Token, heads: set[int]) -> bool:
    """Whether the parse hung a time behind a noun on the verb whose argument it is, and that verb tells of an event ("agreed to a truce in July")."""
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    return prep.head is verb and verb.i in heads and prep.lower != "of"


def shared(triggers: tuple[Trigger, ...], found: dict[int, When]) -> None:
    """Dates those whose verb shares a clause with a dated verb: coordination under one subject, "scheduled to meet", "Friday, when …"."""
    for trigger in triggers:
        verb = verb_of(trigger)
        if trigger.head.i in found or verb is None:
            continue
        when = clause_date(verb, found)
        if when is not None:
            found[trigger.head.i] = when


def clause_date(verb: Token, found: dict[int, When], depth: int = 0) -> When | None:
    """The date of the clause of *verb*: its own, that of a sister verb with the same subject, or of the verb over it."""
    if verb.i in found:
        return found[verb.i]
    up = verb.head
    if depth > 3 or up is verb:
        return sister_date(verb, found)
    if verb.dep == "relcl" and up.lemma in TELLING and verb.tag == "VBD" and within_it(verb):
        return next((found[t.i] for t in up.ancestors() if t.i in found), None)  # "on Monday, in a statement in which it offered …"
    if any(c.lower == "when" and c.dep == "advmod" for c in verb.children) and up.i in found:
        return found[up.i]
    if verb.dep == "conj" and up.pos in ("VERB", "AUX") and not has_subject(verb):
        return clause_date(up, found, depth + 1)
    if verb.dep == "advcl" and verb.tag == "VBG" and up.pos == "VERB" and not has_subject(verb) and verb.has("mark", "aux") is None:
        return clause_date(up, found, depth + 1)  # "walked out, accusing them of …"
    if verb.dep == "xcomp" and up.lemma in ("schedule", "set", "due", "plan", "go", "begin", "start", "expect", "manage", "be", "slate"):
        return clause_date(up, found, depth + 1)
    return sister_date(verb, found)


def within_it(verb: Token) -> bool:
    """Whether a relative clause says what was done in or during its noun."""
    return any(c.dep == "prep" and c.lower in ("in", "during", "at") and any(g.lower == "which" for g in c.children) for c in verb.children)


def sister_date(verb: Token, found: dict[int, When]) -> When | None:
    """The date of a verb coordinated to *verb* under the same subject ("was seized and taken away on Friday")."""
    return next((found[c.i] for c in verb.children if c.dep == "conj" and c.i in found and not has_subject(c)), None)


def has_subject(verb: Token) -> bool:
    """Whether *verb* has a subject of its own."""
    return verb.has("nsubj", "nsubjpass") is not None


def during(triggers: tuple[Trigger, ...], found: dict[int, When]) -> None:
    """Dates a verb from a dated event noun after "during": "taken in a raid on 3 May"."""
    nouns = {t.head.i for t in triggers if t.is_noun}
    for trigger in triggers:
        verb = verb_of(trigger)
        for near in [v for v in (verb, *(c for c in (verb.children if verb else ()) if c.dep == "conj" and not has_subject(c))) if v is not None]:
            for child in near.children:
                if child.dep == "prep" and child.lower in DURING and trigger.head.i not in found:
                    hit = next((g for g in child.children if g.dep == "pobj" and g.i in found and g.i in nouns), None)
                    if hit is not None:
                        found[trigger.head.i] = replace(found[hit.i], reason="dated by the event it was part of")


def parts(triggers: tuple[Trigger, ...], found: dict[int, When]) -> None:
    """Dates an event from the one it is put beside: an apposition, and the attack somebody claims from the day of the claim."""
    for trigger in triggers:
        noun = trigger.head
        if noun.i in found or not trigger.is_noun:
            continue
        up = noun.head
        claim = claimed(noun)
        if claim is not None and claim.i in found:
            found[noun.i] = replace(found[claim.i], reason="dated by the claim of it")
        elif noun.dep == "appos" and up.i in found:
            found[noun.i] = found[up.i]


def one_story(triggers: tuple[Trigger, ...], sides: Names, found: dict[int, When]) -> None:
    """Dates a step of a visit from a dated step just before it: who travels and who then meets, on one side and in one tense."""
    for i, trigger in enumerate(triggers):
        if trigger.head.i in found or trigger.rule.type not in VISIT or trigger.is_noun:
            continue
        for j in range(i - 1, max(i - 6, -1), -1):
            other = triggers[j]
            near = trigger.head.sent - other.head.sent <= STORY and not (later(trigger) and trigger.head.sent != other.head.sent)
            if near and other.head.i in found and other.rule.type in VISIT and set(sides[i]) & set(sides[j]) and tense(trigger) == tense(other):
                found[trigger.head.i] = replace(found[other.head.i], reason="dated by the step of the same visit told before it")
                break


def later(trigger: Trigger) -> bool:
    """Whether the step is told as a later one: "then flew", "later met"."""
    return any(c.lower in ("then", "later", "afterwards", "next") and c.dep == "advmod" for c in trigger.head.children)


def tense(trigger: Trigger) -> bool:
    """Whether the trigger's verb speaks of what is to come."""
    verb = verb_of(trigger)
    return verb is not None and any(c.dep == "aux" and c.lower in ("will", "would", "shall") for c in verb.children)


def same_event(triggers: tuple[Trigger, ...], actors: Names, found: dict[int, When]) -> None:
    """Dates a definite noun ("the operation") from the nearest dated mention of the same type by the same actor."""
    known = [(i, t) for i, t in enumerate(triggers) if t.head.i in found]
    for i, trigger in enumerate(triggers):
        if trigger.head.i in found or not trigger.is_noun or trigger.rule.type in SOUGHT or not definite(trigger.head):
            continue
        alike = [j for j, other in known if one_type(trigger, other) and (not actors[i] or not actors[j] or set(actors[i]) & set(actors[j]))]
        if alike:
            nearest = min(alike, key=lambda j: (j > i, abs(i - j)))
            found[trigger.head.i] = replace(found[triggers[nearest].head.i], reason="dated by another mention of the same event")


def headlines(parsed: Parsed, triggers: tuple[Trigger, ...], sides: Names, found: dict[int, When]) -> None:
    """Dates what a headline tells from the first dated telling of it in the text: same type, and the same word or a shared side."""
    head = in_headlines(parsed, triggers)
    for i, trigger in enumerate(triggers):
        if trigger.head.i not in head or trigger.head.i in found:
            continue
        for j, other in enumerate(triggers):
            alike = other.head.i not in head and other.head.i in found and one_type(trigger, other) and tense(trigger) == tense(other)
            if alike and (other.head.lemma == trigger.head.lemma or set(sides[i]) & set(sides[j])):
                found[trigger.head.i] = replace(found[other.head.i], reason="dated by the same event told in the text")
                break


def in_headlines(parsed: Parsed, triggers: tuple[Trigger, ...]) -> frozenset[int]:
    """The head tokens of the triggers that stand in a headline."""
    blocks = ((t, parsed.report.block_at(t.head.start)) for t in triggers)
    return frozenset(t.head.i for t, b in blocks if b is not None and b.kind in ("title", "standfirst"))


def definite(noun: Token) -> bool:
    """Whether a noun is told as known."""
    before = {c.lower for c in noun.children if c.i < noun.i}
    if before & {"potential", "looming", "possible", "planned", "new", "another", "any", "next", "future"}:
        return False
    return not before.isdisjoint(DEFINITE) or noun.has("poss") is not None


def one_type(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers may tell of one event by their types; of type "other" only by the same stem."""
    if one.rule.type == "other":
        return other.rule.type == "other" and one.head.lemma[:4] == other.head.lemma[:4]
    return one.rule.type == other.rule.type
