"""When something that a clause says holds: by its own time, by the event in it, or by when it was said."""

from __future__ import annotations

from onrecord.annotate.clauses.syntax import subject
from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Span, Time, Token, When

MOVES = frozenset({"travel", "meet", "message", "call"})
VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


def own_time(draft: Draft, span: Span) -> When | None:
    """The time that the words at *span* name, else the date of an event whose trigger they hold; None where they tell none.

    What stands in a clause below ("… the people who were taken on Monday") dates that clause, not this one.
    """
    named = next((t for t in draft.times if span.holds(t.span) and dates(t) and main(draft, span, t.span)), None)
    if named is not None:
        return When(named.id, "on", reason="named in the same words")
    for event in draft.events:
        if span.holds(event.trigger_span) and event.date is not None and main(draft, span, event.trigger_span):
            return event.date
    return None


def main(draft: Draft, span: Span, part: Span) -> bool:
    """Whether *part* belongs to the main clause of *span*."""
    tokens = draft.parsed.within(part)
    at = tokens[0] if tokens else None
    while at is not None and at.head is not at and span.start <= at.head.start < span.end:
        if at.dep in ("relcl", "acl", "advcl"):
            return False
        at = at.head
    return at is not None


def carried_time(draft: Draft, verb: Token, span: Span) -> When | None:
    """The date of the last journey, meeting or message of whoever is the subject of *verb*, for a past tense that names no time of its own."""
    if verb.tag not in ("VBD", "VBN"):
        return None
    who = subject(verb)
    known = draft.cast.at(who) if who is not None else None
    if known is None:
        return None
    before = [e for e in draft.events if e.trigger_span.end <= span.start and e.date is not None and e.type in MOVES and known.name in e.actors]
    return max(before, key=lambda e: e.trigger_span).date if before else None


def said_time(draft: Draft, attribution: Attribution | None) -> When | None:
    """The time at which a source spoke ("told X on Sunday"): in the attribution's sentence, outside of what was said."""
    if attribution is None or not attribution.cue_spans:
        return None
    cue = draft.parsed.within(attribution.cue_spans[0])
    if not cue:
        return None
    words = draft.parsed.of(draft.parsed.sentence_of(cue[0]))
    sentence = Span(words[0].start, words[-1].end)
    for time in draft.times:
        if sentence.holds(time.span) and dates(time) and not any(c.overlaps(time.span) for c in attribution.content_spans):
            return When(time.id, "on", reason="when it was said")
    return None


def dates(time: Time) -> bool:
    """Whether a time names days, not a length, a habit or something vague."""
    return time.type in ("DATE", "TIME") and time.expression.value not in VAGUE
