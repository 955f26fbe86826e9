"""When something that a clause says holds: by its own time, by the event in it, or by when it was said."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Span, Time, When

VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


def own_time(draft: Draft, span: Span) -> When | None:
    """The time that the words at *span* name, else the date of an event whose trigger they hold; None where they tell none."""
    named = next((t for t in draft.times if span.holds(t.span) and dates(t)), None)
    if named is not None:
        return When(named.id, "on", reason="named in the same words")
    for event in draft.events:
        if span.holds(event.trigger_span) and event.date is not None:
            return event.date
    return None


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
