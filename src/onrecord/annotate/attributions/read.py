"""Reads the layer of attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.attributions.audience import audience_of
from onrecord.annotate.attributions.choice import choose
from onrecord.annotate.attributions.conventions import GUIDE, Conventions
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.extent import content_spans, kind_of
from onrecord.annotate.attributions.gather import gather
from onrecord.annotate.attributions.nesting import nest
from onrecord.annotate.attributions.quotations import Quotation, find_quotations
from onrecord.annotate.attributions.sources import read_source
from onrecord.annotate.attributions.weighing import Weighed, weigh
from onrecord.annotate.cast import Cast
from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Confidence, Parsed, Problem, Span


def read_attributions(draft: Draft) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of one report in the order of the text, and what was not understood."""
    kept, quotations, problems = extract(draft.parsed, GUIDE)
    made = [a for item in kept if (a := make(draft.parsed, draft.cast, item, quotations)) is not None]
    return nest([replace(a, id=f"a{n}") for n, a in enumerate(made, 1)]), problems


def extract(parsed: Parsed, conventions: Conventions) -> tuple[list[Weighed], tuple[Quotation, ...], tuple[Problem, ...]]:
    """What is kept under *conventions*, with the quotations of the report and the marks that have no partner."""
    quotations, problems = find_quotations(parsed)
    weighed = weigh(parsed, gather(parsed, quotations), quotations)
    return choose(weighed, conventions), quotations, problems


def make(parsed: Parsed, who: Cast, item: Weighed, quotations: Sequence[Quotation]) -> Attribution | None:
    """One attribution of what was kept; None where nothing is left of its source or content."""
    candidate = item.candidate
    if candidate.source is None or candidate.source_words is None or candidate.source_words[0] >= candidate.source_words[1]:
        return None
    kind = kind_of(parsed, candidate.content, quotations)
    content = content_spans(parsed, candidate, kind)
    if not content:
        return None
    source = read_source(parsed, who, *candidate.source_words, candidate.source)
    text = parsed.report.text
    words = span_of(parsed, *candidate.source_words)
    cue = span_of(parsed, *candidate.cue_words)
    audience = audience_of(parsed, candidate)
    known = cue_of(candidate.cue)
    first = content[0]
    return Attribution(
        id="", span=Span(min(words.start, cue.start, first.start), max(words.end, cue.end, first.end)), kind=kind, source=source.words,
        source_class=source.source_class, resolved=source.resolved, cue=cue.of(text), content=first.of(text), source_spans=(words,),
        cue_spans=(cue,), content_spans=content, affiliation=source.affiliation, access=source.access,
        audience=audience.of(text) if audience else None, number=source.number, office=source.office,
        cue_class=class_of_cue(known.kind_with(candidate.form) if known else "reporting"), confidence=Confidence(round(item.chance, 2), (f"{candidate.form}: {candidate.variant}",)),
    )


def class_of_cue(kind: str) -> str:
    """The class that the record shows: appraisals and words of another trade are reporting, intentions a promise."""
    return {"appraisal": "reporting", "other": "reporting", "intention": "promise"}.get(kind, kind)


def span_of(parsed: Parsed, first: int, last: int) -> Span:
    """The characters of tokens `[first, last)`."""
    return Span(parsed.tokens[first].start, parsed.tokens[last - 1].end)
