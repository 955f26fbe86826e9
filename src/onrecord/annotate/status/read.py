"""Reads how the talks stand, as the report tells it."""

from __future__ import annotations

from onrecord.annotate.clauses.when import own_time, said_time
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.status.cues import Cue, cues_of
from onrecord.annotate.status.sense import about_talks, real, turned
from onrecord.annotate.status.words import status_span
from onrecord.types import Confidence, Problem, Span, Status, When


def read_status(draft: Draft) -> tuple[tuple[Status, ...], tuple[Problem, ...]]:
    """The status of one report in the order of the text, and what was not understood."""
    found: list[tuple[Span, Cue]] = []
    for sentence in draft.parsed.sentences:
        taken: list[tuple[Span, Cue]] = []
        for cue in cues_of(draft.parsed, sentence):
            if not about_talks(draft, sentence, cue) or not real(draft, cue):
                continue
            span = status_span(draft, cue)
            if not any(same_words(span, other) and (cue.status == first.status or cue.noun == first.noun) for other, first in taken):
                taken.append((span, cue))
        found.extend(taken)
    found.sort(key=lambda pair: (pair[0], pair[1].span))
    return tuple(status(draft, span, cue, number) for number, (span, cue) in enumerate(found, 1)), ()


def same_words(one: Span, other: Span) -> bool:
    """Whether two spans carry the same clause; the first rule that found it has named it."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= 0.5 * min(one.end - one.start, other.end - other.start)


def status(draft: Draft, span: Span, cue: Cue, number: int) -> Status:
    """The status that a cue becomes, with whose account it is."""
    by = holder(draft.attributions, span) or holder(draft.attributions, cue.span)
    value = 0.8 if cue.anchor in ("talks", "none") else 0.7 if cue.anchor == "deal" else 0.6
    date = own_time(draft, span) or said_time(draft, by) or When(None, reason="told as of the report's own date")
    return Status(
        f"s{number}", span, turned(draft, cue), date, by.id if by else None, "talks", Confidence(value, (f"words: {cue.span.of(draft.parsed.report.text)}",))
    )
