"""Reads how the talks stand, as the report tells it."""

from __future__ import annotations

from onrecord.annotate.clauses.syntax import verb_of
from onrecord.annotate.clauses.when import carried_time, own_time, said_time
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.positions.read import negotiating
from onrecord.annotate.status.cues import Cue, cues_of
from onrecord.annotate.status.sense import about_talks, real, top, turned
from onrecord.annotate.status.words import status_span
from onrecord.types import Attribution, Confidence, Problem, Span, Status, Token, When


def read_status(draft: Draft) -> tuple[tuple[Status, ...], tuple[Problem, ...]]:
    """The status of one report in the order of the text, and what was not understood."""
    found: list[tuple[Span, Cue]] = []
    talked = negotiating(draft)
    if not talked:
        return (), ()
    for sentence in draft.parsed.sentences:
        taken: list[tuple[Span, Cue]] = []
        for cue in cues_of(draft.parsed, sentence):
            if not about_talks(draft, sentence, cue, talked) or not real(draft, cue):
                continue
            span = status_span(draft, cue)
            if not any(same_words(span, other) and (cue.status == first.status or cue.noun == first.noun) for other, first in taken):
                taken.append((span, cue))
        found.extend(taken)
    found.sort(key=lambda pair: (pair[0], pair[1].span))
    made: list[Status] = []
    for number, (span, cue) in enumerate(found, 1):
        made.append(status(draft, (span, cue), number, made[-1] if made else None))
    return tuple(made), ()


def same_words(one: Span, other: Span) -> bool:
    """Whether two spans carry the same clause; the first rule that found it has named it."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= 0.5 * min(one.end - one.start, other.end - other.start)


def status(draft: Draft, told: tuple[Span, Cue], number: int, last: Status | None) -> Status:
    """The status that a cue becomes, with whose account it is."""
    span, cue = told
    by = holder(draft.attributions, span) or holder(draft.attributions, cue.span)
    value = 0.8 if cue.anchor in ("talks", "none") else 0.7 if cue.anchor == "deal" else 0.6
    reasons = (f"words: {cue.span.of(draft.parsed.report.text)}",)
    return Status(f"s{number}", span, turned(draft, cue), date(draft, told, by, last), by.id if by else None, "talks", Confidence(value, reasons))


def told_with(draft: Draft, verb: Token, span: Span) -> When | None:
    """The time of the words at *span*; what a present tense tells ("gaps remain in the deal") has not that of something told in it, but one that it names."""
    found = own_time(draft, span)
    named = found is not None and any(t.id == found.time and span.holds(t.span) for t in draft.times)
    return found if named or verb.tag not in ("VBZ", "VBP") else None


def date(draft: Draft, told: tuple[Span, Cue], by: Attribution | None, last: Status | None) -> When:
    """When it stood so: its own time, when it was said, for a past tense the last meeting or the state told just before, else the report's date."""
    span, cue = told
    verb = verb_of(top(draft, cue.span))
    found = carried_time(draft, verb, span) or told_with(draft, verb, span) or said_time(draft, by)
    if found is not None:
        return found
    past = verb.tag in ("VBD", "VBN") and not any(c.lower in ("has", "have", "is", "are", "will", "'s", "’s") for c in verb.children)
    if past and last is not None and last.date is not None and last.date.time is not None:
        first, second = draft.parsed.within(last.span)[0], draft.parsed.within(span)[0]
        if second.sent - first.sent <= 1:
            return last.date
    return When(None, reason="told as of the report's own date")
