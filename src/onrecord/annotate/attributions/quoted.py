"""Candidates from quotations: the verb beside the marks, and contents that must not cut a quotation in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.clauses import cue_words, sentence_of, source_words
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.quotations import Quotation, touching
from onrecord.annotate.attributions.speakers import after_mark, inverted, speaker
from onrecord.types import Parsed, Token

DASHES = frozenset({"―", "—", "–", "--", "-", "~"})
NEAR = 14
"""Tokens between a quotation and the verb that may introduce it."""


def close_over(candidate: Candidate, quotations: Sequence[Quotation]) -> Candidate:
    """The candidate with every stretch grown to whole quotations, or cut to the quotation that its cue stands in."""
    if not any(touching(quotations, first, last) for first, last in candidate.content):
        return candidate
    grown: list[Stretch] = []
    for first, last in candidate.content:
        for q in touching(quotations, first, last):
            if q.first <= candidate.cue.i < q.last:
                candidate = candidate if q.single or "quoted" in candidate.marks else replace(candidate, marks=(*candidate.marks, "quoted"))
                first, last = max(first, q.first + 1), min(last, q.last - 1 if q.closed else q.last)
            elif candidate.source is not None and q.first <= candidate.source.i < q.last:
                continue
            else:
                first, last = min(first, q.first), max(last, q.last)
        if first < last:
            grown.append((first, last))
    merged: list[Stretch] = []
    for first, last in sorted(grown):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    if any(a <= candidate.cue.i < b for a, b in merged):
        return candidate
    return replace(candidate, content=tuple(merged)) if merged else candidate


def quotation_candidates(parsed: Parsed, quotation: Quotation) -> Iterator[Candidate]:
    """Every verb near *quotation*, outside it, as its cue."""
    for cue, place in beside(parsed, quotation):
        source = after_mark(parsed, quotation.last, cue) if place == "after" else None
        surface = source is not None
        for find in (speaker, inverted):
            if source is None or quotation.first <= source.i < quotation.last:
                source = find(parsed, cue)
        if source is None or quotation.first <= source.i < quotation.last:
            continue
        content = ((quotation.first, quotation.last),)
        words = source_words(parsed, source, cue, content)
        yield Candidate(cue, cue_words(cue), source, words, content, "quotation", place, ("next to the marks",) if surface else ())


def signed_candidates(parsed: Parsed, quotation: Quotation) -> Iterator[Candidate]:
    """Candidates of a quotation that is signed at the end of its line ("…" — Jane Roe, a teacher)."""
    at = quotation.last
    if at + 1 >= len(parsed.tokens) or not quotation.closed or parsed.tokens[at].text not in DASHES or parsed.tokens[at].block != parsed.tokens[at - 1].block:
        return
    end = at + 1
    while end < len(parsed.tokens) and parsed.tokens[end].block == parsed.tokens[at].block:
        end += 1
    words = parsed.tokens[at + 1 : end]
    if not 1 <= len(words) <= 14 or words[0].pos != "PROPN" or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return
    first, last = phrases.trim(parsed.tokens, at + 1, end)
    head = next((t for t in words if t.pos == "PROPN" and t.dep != "compound"), words[0])
    yield Candidate(parsed.tokens[at], (at, at + 1), head, (first, last), ((quotation.first, quotation.last),), "colon", "signed")


def beside(parsed: Parsed, quotation: Quotation) -> Iterator[tuple[Token, str]]:
    """Verbs after and before a quotation within its sentences, nearest first, with their place."""
    if quotation.first >= quotation.last:
        return
    after = behind(parsed, quotation)
    if after is not None:
        yield after, "after"
    before = parsed.tokens[quotation.first - 1] if quotation.first else None
    here = parsed.tokens[quotation.first]
    if before is None or before.sent != here.sent:
        cue = introducing(parsed, before) if before is not None and (before.text == ":" or before.block == here.block) else None
        if cue is not None and before is not None:
            yield cue, "colon" if before.text == ":" else "previous"
        return
    begin = sentence_of(parsed, here)[0]
    for token in reversed(parsed.tokens[max(begin, quotation.first - NEAR) : quotation.first]):
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            yield token, "before"
            break


def behind(parsed: Parsed, quotation: Quotation) -> Token | None:
    """The verb after a quotation: of its sentence, or of "he said." that the parser took for a sentence of its own after "?"."""
    last = parsed.tokens[quotation.last - 1]
    end = sentence_of(parsed, last)[1]
    apart = quotation.last == end and end < len(parsed.tokens) and parsed.tokens[end].block == last.block
    if apart:
        end = sentence_of(parsed, parsed.tokens[end])[1]
    for token in parsed.tokens[quotation.last : min(end, quotation.last + NEAR)]:
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            if not apart:
                return token
            cue = cue_of(token)
            told = (
                cue is not None
                and cue.kind not in ("other", "intention", "belief")
                and not any(c.dep in ("ccomp", "xcomp") and c.i > token.i for c in token.children)
            )
            follower = parsed.tokens[token.i + 1].text if token.i + 1 < len(parsed.tokens) else ""
            return token if told and follower not in (":", "“", '"', "''") else None
    return None


def introducing(parsed: Parsed, colon: Token) -> Token | None:
    """The verb of saying nearest to the end of the sentence before a quotation."""
    first, _ = sentence_of(parsed, colon)
    for token in reversed(parsed.tokens[first : colon.i]):
        cue = cue_of(token)
        if colon.text != ":" and (token.text in ("”", '"', "''") or (token.pos == "VERB" and any(c.dep == "ccomp" for c in token.children))):
            return None
        if token.pos == "VERB" and cue is not None and cue.kind in ("reporting", "factive", "denial", "threat", "promise", "appraisal", "demand"):
            return token
    return None
