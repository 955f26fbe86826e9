"""Contents cut where another attribution of the same sentence begins: a final "according to", a relay, ", saying"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.weighing import Weighed
from onrecord.types import Parsed

COMMAS = frozenset({",", "—", "–", "--", ";"})


def refine(parsed: Parsed, kept: Sequence[Weighed]) -> list[Weighed]:
    """The attributions with each content cut at the words of an outer or following one."""
    out = []
    for item in kept:
        candidate = item.candidate
        for other in kept:
            if other is not item and other.candidate.cue.sent == candidate.cue.sent:
                candidate = cut(parsed, candidate, other.candidate)
        out.append(replace(item, candidate=candidate))
    return out


def cut(parsed: Parsed, candidate: Candidate, other: Candidate) -> Candidate:
    """The candidate without the source and cue of *other*, where these frame it or follow it as a participle."""
    phrase = phrase_of(parsed, other)
    content: list[Stretch] = []
    changed = False
    for first, last in candidate.content:
        if first <= phrase[0] and phrase[1] <= last and not phrase[0] <= candidate.cue.i < phrase[1]:
            if (frames(candidate, other) or (candidate.form != "according" and trailing(parsed, candidate, other, phrase))) and phrase[0] - first >= 2:
                first, last = phrases.trim(parsed.tokens, first, phrase[0])
                changed = True
            elif frames(candidate, other) and phrase[0] - first < 2 and phrase[1] < last:
                first, last = phrases.trim(parsed.tokens, phrase[1], last)
                changed = True
        if first < last:
            content.append((first, last))
    return replace(candidate, content=tuple(content)) if changed and content else candidate


def phrase_of(parsed: Parsed, other: Candidate) -> Stretch:
    """The words of source and cue, or of the cue alone where the source stands elsewhere; with "with" and "while" before them."""
    first, last = other.cue_words
    words = other.source_words
    if words is not None and not any(words[0] >= a and words[1] <= b for a, b in other.content) and abs(words[0] - first) < 25:
        between = parsed.tokens[min(words[1], last) : max(words[0], first)]
        if not any(t.text in COMMAS or t.tag in ("VBD", "VBZ") for t in between) or other.variant == "final":
            first, last = min(first, words[0]), max(last, words[1])
    head = other.source.head if other.source is not None else other.cue
    if other.cue.tag == "VBG" and head.lower == "with" and head.dep == "prep" and head.i < other.cue.i and other.source is not None and other.source.i > head.i:
        first = min(first, head.i)
    while (
        first > 0
        and parsed.tokens[first - 1].lower in ("with", "while", "also", "then", "and", "but", "as", "by")
        and parsed.tokens[first - 1].sent == other.cue.sent
    ):
        first -= 1
    return first, last


def frames(candidate: Candidate, other: Candidate) -> bool:
    """Whether *other* has the whole of the candidate, its cue too, as its content."""
    if other.form not in ("according", "before", "after", "inside", "quotation"):
        return False
    return any(a <= candidate.cue.i < b for a, b in other.content)


def trailing(parsed: Parsed, candidate: Candidate, other: Candidate, phrase: Stretch) -> bool:
    """Whether *other* is ", saying …" or ", with NP saying …" at the end of the candidate's clause, told by the same source or its own."""
    if other.cue.dep == "conj" and other.source is not None and candidate.source is not None and other.source.i == candidate.source.i:
        return (
            phrase[0] > candidate.cue.i
            and other.content[0][0] > other.cue.i
            and other.cue.tag in ("VBD", "VBZ", "VBP")
            and candidate.content[0][0] > candidate.cue.i
        )
    if other.cue.tag != "VBG" or parsed.tokens[phrase[0] - 1].text not in COMMAS or other.form.startswith(("noun:", "adj:")):
        return False
    source = other.source
    if source is None or candidate.source is None or other.content[0][0] < other.cue.i:
        return False
    same = source.i == candidate.source.i
    own = phrase[0] <= source.i < phrase[1]
    return same or own
