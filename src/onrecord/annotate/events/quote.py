"""The words that are shown for an event: its clause, cut where it stops being about the event."""

from __future__ import annotations

from onrecord.annotate.events.trigger import Trigger
from onrecord.types import Parsed, Span, Token

CUT = frozenset({"ccomp", "relcl", "parataxis", "cc", "conj", "punct", "mark", "appos"})
SPOKEN = frozenset({"accuse", "reject", "demand", "propose", "appeal", "warn", "threaten", "accept", "agree", "message"})
"""Types of which the clause that says what is demanded, warned or agreed is a main argument."""
LONGEST = 260
"""Characters; a longer clause is cut back to the trigger with its nearest arguments."""


def quote(trigger: Trigger, parsed: Parsed) -> Span:
    """The shortest clause with the trigger and its main arguments; trailing punctuation is left out."""
    head = trigger.head
    sentence = parsed.sentence_of(head)
    kept = list(trigger.words)
    if trigger.is_noun:
        kept += small(head)
        verb = trigger.frame.verb
        if verb is not None:
            kept += [verb, *around(verb, head)]
    else:
        kept += around(head, None, clauses=trigger.rule.type in SPOKEN)
        kept += [t for t in trigger.frame.subjects if t.sent == head.sent and t.i < head.i and head.i - t.i < 14 and not trigger.frame.implied]
    inside = [t for t in kept if sentence.first <= t.i < sentence.last]
    span = parsed.span(inside)
    if span.end - span.start > LONGEST:
        plain = [t for t in around(head, None) if sentence.first <= t.i < sentence.last] if not trigger.is_noun else []
        span = parsed.span([*trigger.words, *plain])
    if span.end - span.start > LONGEST:
        span = parsed.span([*trigger.words, *[c for c in head.children if abs(c.i - head.i) < 6]])
    return trimmed(span, parsed)


def around(verb: Token, keep: Token | None, *, clauses: bool = False) -> list[Token]:
    """The arguments of a verb with their own words, without other clauses; *clauses*: what is demanded, warned or agreed is kept."""
    found: list[Token] = []
    for child in verb.children:
        if child is keep:
            found += small(child)
        elif child.dep == "ccomp" and clauses and child.i > verb.i:
            found += child.subtree()
        elif (child.dep == "prep" and child.lower == "according") or child.dep in CUT or (child.dep == "advcl" and child.i > verb.i) or child.dep == "advcl":
            continue
        else:
            found += small(child)
    return found


def small(token: Token) -> list[Token]:
    """A phrase without the clauses in it."""
    found = [token]
    for child in token.children:
        if child.dep in ("relcl", "acl", "advcl", "punct", "appos", "parataxis"):
            continue
        found += small(child)
    return found


def trimmed(span: Span, parsed: Parsed) -> Span:
    """*span* without blanks and stray punctuation at its ends."""
    text = parsed.report.text
    start, end = span
    while start < end and text[start] in " ,;:—–-\n\t":
        start += 1
    while end > start and text[end - 1] in " ,;:—–-\n\t.":
        end -= 1
    return Span(start, end)
