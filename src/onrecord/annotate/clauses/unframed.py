"""Who speaks in a quotation that nothing frames: the source of the words just before it in its paragraph."""

from __future__ import annotations

import re

from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Span

MARKS = re.compile("[\"“”]")
"""Double quotation marks; single ones are apostrophes too."""


def told_before(draft: Draft, span: Span) -> Attribution | None:
    """The last attribution in the paragraph of *span* to end before it, where *span* stands in quotation marks that no attribution holds.

    A paragraph has one voice: "said his men had never asked for buses. \"What we demand is bread.\"" None where the quotation opens it.
    """
    block = draft.parsed.report.block_at(span.start)
    if block is None:
        return None
    before = MARKS.findall(draft.parsed.report.text[block.span.start : span.start])
    if not before or len(before) % 2 == 0 or before[-1] == "”":
        return None
    wholes = [(Span(a.content_spans[0].start, a.content_spans[-1].end), a) for a in draft.attributions if a.content_spans]
    near = [(w, a) for w, a in wholes if block.span.start <= w.start and w.end <= span.start]
    outer = [(w, a) for w, a in near if not any(b is not a and v.holds(w) for v, b in near)]
    return max(outer, key=lambda pair: pair[0].end)[1] if outer else None
