"""Quotations that go on: after the cue, in the next sentences, in the next paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.quotations import Quotation, touching
from onrecord.types import Parsed

GAP = frozenset(",.;:-–—") | {"--", "...", "…"}


def go_on(parsed: Parsed, candidate: Candidate, quotations: Sequence[Quotation]) -> Candidate:
    """The candidate with the quotations that follow its first one without a new cue between them."""
    held = [q for a, b in candidate.content for q in touching(quotations, a, b) if a <= q.first and q.last <= b]
    if not held:
        return candidate
    content = list(candidate.content)
    end = max(b for _, b in content)
    end = max(end, cue_end(parsed, candidate, end))
    open_still = not held[-1].closed
    for q in quotations[bisect_left(quotations, end, key=lambda q: q.first) :]:
        if q.single or q.first < end:
            continue
        if not follows(parsed, end, q.first, open_still) or not begins(parsed, q.first):
            break
        content.append((q.first, tail(parsed, q)))
        end, open_still = content[-1][1], not q.closed
        if parsed.tokens[end - 1].sent == parsed.tokens[min(end, len(parsed.tokens) - 1)].sent and end != q.last:
            break
    return replace(candidate, content=merged(parsed, content)) if len(content) > len(candidate.content) else candidate


def cue_end(parsed: Parsed, candidate: Candidate, end: int) -> int:
    """Where the words of cue and source end: the next quotation mark or the end of the sentence."""
    if candidate.cue.i < end:
        return end
    at = candidate.cue.i
    last = parsed.sentence_of(parsed.tokens[at]).last
    while at < last and parsed.tokens[at].text not in ("“", '"', "''", "``"):
        at += 1
    return at


def follows(parsed: Parsed, end: int, start: int, open_still: bool) -> bool:
    """Whether nothing but marks stands between *end* and a quotation at *start*, in the same block (or the next, when one runs on)."""
    between = parsed.tokens[end:start]
    if any(t.text not in GAP and t.text.strip() for t in between):
        return False
    return open_still or parsed.tokens[max(end - 1, 0)].block == parsed.tokens[start].block


def begins(parsed: Parsed, start: int) -> bool:
    """Whether a quotation at *start* begins a sentence or follows a mark ("…," he said, "…"), so that it goes on and is no part of another clause."""
    if start == 0:
        return False
    before = parsed.tokens[start - 1]
    return before.sent != parsed.tokens[start].sent or before.text in GAP or before.text in (".", "!", "?")


def tail(parsed: Parsed, quotation: Quotation) -> int:
    """The end of a quotation with the rest of its sentence, where that holds no verb of its own."""
    sentence = parsed.sentence_of(parsed.tokens[quotation.last - 1])
    rest = parsed.tokens[quotation.last : sentence.last]
    if not rest or any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.text in ("“", '"', ":") for t in rest):
        return quotation.last
    last = sentence.last
    while last > quotation.last and parsed.tokens[last - 1].text in GAP:
        last -= 1
    return last


def merged(parsed: Parsed, content: list[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in order, joined where they touch."""
    out: list[Stretch] = []
    for first, last in sorted(content):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return tuple(out)
