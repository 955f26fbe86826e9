"""Candidates of a heading kept within its part: a semicolon in a heading parts two reports of different people."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.types import Parsed


def within_part(parsed: Parsed, candidate: Candidate) -> Candidate | None:
    """*candidate* with its content cut to the part of the heading that its cue stands in; None where nothing is left, itself elsewhere."""
    block = parsed.report.block_at(candidate.cue.start)
    if block is None or block.kind not in ("title", "standfirst"):
        return candidate
    first, last = part(parsed, candidate)
    if candidate.source is not None and not first <= candidate.source.i < last:
        return None
    content = tuple((max(a, first), min(b, last)) for a, b in candidate.content if max(a, first) < min(b, last))
    if not content:
        return None
    words = candidate.source_words
    held = (max(words[0], first), min(words[1], last)) if words is not None else None
    return candidate if content == candidate.content and held == words else replace(candidate, content=content, source_words=held)


def part(parsed: Parsed, candidate: Candidate) -> Stretch:
    """The words between the semicolons around the cue."""
    sentence = parsed.sentence_of(candidate.cue)
    marks = [t.i for t in parsed.tokens[sentence.first : sentence.last] if t.text == ";"]
    first = max((i + 1 for i in marks if i < candidate.cue.i), default=sentence.first)
    return first, min((i for i in marks if i > candidate.cue.i), default=sentence.last)
