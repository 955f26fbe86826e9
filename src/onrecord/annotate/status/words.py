"""The shortest words that carry a status: the clause of its cue, or its noun phrase."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, np_span, subject, verb_of
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.status.cues import Cue, plain, word_pattern
from onrecord.annotate.status.sense import telling_clause, top
from onrecord.types import Span, Token

KEEP = frozenset({"until", "unless"})


def status_span(draft: Draft, cue: Cue) -> Span:
    """The quoted words of a status: a noun phrase with its article, else the clause, cut to the attribution that holds the cue."""
    head = top(draft, cue.span)
    if cue.noun and head.pos == "NOUN":
        return union(np_span(draft.parsed, head), cue.span)
    own = telling_clause(head, cue.span)
    if own is not None:
        return union(np_span(draft.parsed, head), clause_span(draft.parsed, own))
    verb = finite(verb_of(head))
    if verb.pos not in ("VERB", "AUX"):
        sentence = draft.parsed.of(draft.parsed.sentence_of(head))
        return Span(sentence[0].start, sentence[-1].end) if len(sentence) <= 25 else cue.span
    span = union(clause_span(draft.parsed, verb, owner=brief(verb, cue), keep=KEEP), cue.span)
    if len(draft.parsed.within(span)) < SHORT:
        span = with_talks(draft, span, head)
    return within_content(draft, cut(draft, span, cue), cue)


def brief(verb: Token, cue: Cue) -> Token | None:
    """The subject of *verb*, unless it is a long name of who acts, which says nothing of how talks stand ("X, known as Y, broke off contact")."""
    who = subject(verb)
    if who is None or who.start >= cue.span.start:
        return who
    words = [t for t in who.subtree() if t.i < verb.i]
    named = any(word_pattern(name).search(plain(" ".join(t.text for t in words))) for name in ("T", "D", "S"))
    return who if named or len(words) < NAMED else None


def with_talks(draft: Draft, span: Span, head: Token) -> Span:
    """*span* from the word for talks that stands before it in its sentence, so that a bare adjective says of what it tells."""
    for token in reversed(draft.parsed.of(draft.parsed.sentence_of(head))):
        if token.end <= span.start and word_pattern("T").fullmatch(token.lower):
            return union(np_span(draft.parsed, token), span)
    return span


SHORT = 3
"""Words; less than that does not say what stands still."""


NAMED = 7
"""Words of a subject from which on it is left out where it names no talks."""


LONG = 22
"""Words; a longer clause is cut at the first comma after its cue, since parsers join what a comma parts."""


def cut(draft: Draft, span: Span, cue: Cue) -> Span:
    """*span*, without what follows a comma after the cue where it is long."""
    words = draft.parsed.within(span)
    if len(words) <= LONG:
        return span
    comma = next((w for w in words if w.start >= cue.span.end and w.text in (",", ";", "—", "–")), None)
    return Span(span.start, draft.parsed.tokens[comma.i - 1].end) if comma is not None else span


def finite(verb: Token) -> Token:
    """The verb that carries the clause of *verb*: infinitives and participles go with their governor unless that is a verb of saying."""
    at = verb
    while at.dep in ("xcomp", "pcomp", "aux", "auxpass") and at.head is not at and at.head.pos in ("VERB", "AUX", "ADP", "ADJ", "NOUN"):
        at = verb_of(at.head) if at.dep == "pcomp" else at.head
    while at.pos in ("ADJ", "NOUN", "ADP") and at.head is not at:
        at = at.head
    return at


def within_content(draft: Draft, span: Span, cue: Cue) -> Span:
    """*span* cut to the content of the attribution that holds the cue, so that the source is not quoted with it."""
    held = holder(draft.attributions, cue.span)
    if held is None:
        return span
    for content in held.content_spans:
        if content.holds(cue.span):
            return Span(max(span.start, content.start), min(span.end, content.end))
    return span


def union(one: Span, other: Span) -> Span:
    """The words from the first to the last of both."""
    return Span(min(one.start, other.start), max(one.end, other.end))
