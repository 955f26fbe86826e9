"""To whom it was told: "told Reuters", "informed the mediators that", "said on the channel's morning programme"."""

from __future__ import annotations

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate
from onrecord.types import Parsed, Span, Token

TELLING = frozenset({"tell", "inform", "assure", "warn", "notify", "ask", "urge", "advise", "remind", "reassure", "brief", "scold", "email", "call"})


def audience_of(parsed: Parsed, candidate: Candidate) -> Span | None:
    """The noun phrase of those who were told, or None."""
    cue = candidate.cue
    if cue.lemma in TELLING or "object+" in candidate.form:
        for child in cue.children:
            if child.dep in ("dobj", "dative") and child.i > cue.i and not held(candidate, child):
                return phrase_span(parsed, child, candidate)
    if cue.lemma == "call" or cue.lemma == "appeal":
        for child in cue.children:
            if child.lower in ("on", "upon", "to") and child.dep == "prep" and child.has("pobj") is not None:
                noun = child.has("pobj")
                if noun is not None:
                    return phrase_span(parsed, noun, candidate)
    for child in cue.children:
        if child.dep in ("prep", "dative") and child.lower == "to" and not held(candidate, child):
            noun = child.has("pobj")
            if noun is not None and noun.pos in ("PROPN", "NOUN", "PRON"):
                return phrase_span(parsed, noun, candidate)
    return None


def held(candidate: Candidate, token: Token) -> bool:
    """Whether *token* stands in the content."""
    return any(a <= token.i < b for a, b in candidate.content)


def phrase_span(parsed: Parsed, noun: Token, candidate: Candidate) -> Span:
    """The noun phrase of *noun*, cut where the content begins."""
    first, last = phrases.noun_phrase(noun, relative=True)
    for low, high in candidate.content:
        if low > noun.i:
            last = min(last, low)
        elif high <= noun.i:
            first = max(first, high)
    first, last = phrases.trim(parsed.tokens, first, last)
    return Span(parsed.tokens[first].start, parsed.tokens[last - 1].end)
