"""From tokens to characters: where GUIDE.md has a content begin and end, and what kind of content it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.quotations import Quotation
from onrecord.annotate.attributions.sources import nouns
from onrecord.types import Parsed, Span

MARKS = frozenset("“”\"'‘’„«»") | {"''", "``"}
Kind = Literal["direct", "indirect", "mixed"]


def kind_of(parsed: Parsed, candidate: Candidate, quotations: Sequence[Quotation]) -> Kind:
    """direct where all words stand in quotation marks and make a clause, mixed where some do or paragraphs are quoted, else indirect."""
    content = candidate.content
    if len({parsed.tokens[a].block for a, _ in content}) > 1 and not any(q.first <= content[0][0] < q.last for q in quotations):
        return "mixed"
    if any(q.first < candidate.cue.i < q.last and (candidate.source is None or not q.first <= candidate.source.i < q.last) for q in quotations):
        return "mixed"
    words = [i for a, b in content for i in range(a, b) if parsed.tokens[i].text[0].isalnum()]
    held = [q for q in quotations if any(a < q.last and q.first < b for a, b in content)]
    inside = sum(any(q.first <= i < q.last for q in held) for i in words)
    if not inside:
        return "indirect"
    framed = candidate.form in ("before", "inside", "after", "colon") or (candidate.form == "quotation" and candidate.variant in ("after", "colon", "previous"))
    if inside >= len(words) - 1 and (framed or any(is_clause(parsed, q) for q in held)):
        return "direct"
    return "mixed"


def is_clause(parsed: Parsed, quotation: Quotation) -> bool:
    """Whether the words of a quotation hold a finite verb or a command, or are several sentences."""
    tokens = parsed.tokens[quotation.first : quotation.last]
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return True
    words = [t for t in tokens if t.text[0].isalnum()]
    return bool(words) and (words[0].tag == "VB" or (words[-1].i + 1 < len(parsed.tokens) and tokens[-2].text in (".", "!", "?")))


def content_spans(parsed: Parsed, candidate: Candidate, kind: Kind) -> tuple[Span, ...]:
    """The characters of the content: without "that", the writer's own connectives, the marks around direct speech, and stops."""
    spans = []
    content = candidate.content[1:] if candidate.form == "which" else candidate.content
    for number, (first, last) in enumerate(content):
        if number == 0:
            first = after_opening(parsed, candidate, first, last)
        first, last = bare(parsed, first, last, direct=kind == "direct")
        if first < last:
            spans.append(Span(parsed.tokens[first].start, parsed.tokens[last - 1].end))
    return tuple(spans)


def after_opening(parsed: Parsed, candidate: Candidate, first: int, last: int) -> int:
    """Past "that" and, at the start of a sentence, past "But", "However," and "Yes, but:"."""
    tokens = parsed.tokens
    if candidate.form not in ("according", "before", "after", "inside", "cited by"):
        while first < last - 1 and tokens[first].text in (",", ":", "—", "–"):
            first += 1
        complementizer = first < last - 1 and tokens[first].lower == "that" and (tokens[first].dep == "mark" or tokens[first + 1].pos not in ("VERB", "AUX"))
        return first + 1 if complementizer and tokens[first].dep != "det" else first
    opening = nouns("conjoined") | {"yes", ",", ":"}
    at = first
    while at < last - 2 and tokens[at].lower in opening and tokens[at].i - first < 4:
        at += 1
    comma = at > first and tokens[at - 1].text in (",", ":")
    single = at == first + 1 and tokens[first].dep in ("cc", "advmod") and tokens[first].lower in ("but", "and", "yet", "so", "or")
    return at if comma or single else first


def bare(parsed: Parsed, first: int, last: int, *, direct: bool) -> Stretch:
    """The range without stops and commas at its end and, for direct speech, without the quotation marks."""
    tokens = parsed.tokens
    drop = {",", ";", ":", "—", "–", "--", "-", "…"}
    while first < last:
        text = tokens[last - 1].text
        if text in drop or (text == "." and not direct) or (direct and (text in MARKS or text == ".")) or not text.strip():
            last -= 1
        else:
            break
    while first < last and (
        tokens[first].text in {",", ";", ":", "—", "–", "--"} or (direct and tokens[first].text in MARKS) or not tokens[first].text.strip()
    ):
        first += 1
    return first, last
