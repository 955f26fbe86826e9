"""Chains: which attribution stands inside the content of which, and what the outer one tells of the inner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.types import Attribution, Span


def nest(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with `inside` set to the innermost one whose content holds cue and content of the inner."""
    out = []
    for inner in attributions:
        best: Attribution | None = None
        size = 0
        for outer in attributions:
            if outer.id == inner.id or not holds(outer, inner):
                continue
            length = sum(s.end - s.start for s in outer.content_spans)
            if best is None or length < size:
                best, size = outer, length
        if best is None:
            out.append(inner)
            continue
        audience = inner.audience
        if audience is None and best.source_class == "outlet":
            audience = best.source
        out.append(replace(inner, inside=best.id, audience=audience))
    return tuple(out)


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the cue and the first content of *inner* stand in the content of *outer*."""
    return any(c.holds(inner.cue_spans[0]) for c in outer.content_spans) and any(grown(c).holds(inner.content_spans[0]) for c in outer.content_spans)


def grown(span: Span) -> Span:
    """A span with a character to spare on either side, for quotation marks that were cut off."""
    return Span(span.start - 2, span.end + 2)
