"""Which attribution holds a span."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.types import Attribution, Span


def holder(attributions: Iterable[Attribution], span: Span, *, outside: Span | None = None) -> Attribution | None:
    """The innermost attribution one of whose content spans holds *span*, or None for the report's own voice.

    *outside*: leaves out attributions whose cue overlaps it: a speech act's own event stands in the outer attribution.
    """
    best: Attribution | None = None
    size = 0
    for attribution in attributions:
        if outside is not None and any(c.overlaps(outside) for c in attribution.cue_spans):
            continue
        for content in attribution.content_spans:
            if content.holds(span) and (best is None or content.end - content.start < size):
                best, size = attribution, content.end - content.start
    return best
