"""Rates of exchange that were agreed: "30 rebel fighters for every soldier"."""

from __future__ import annotations

from onrecord.annotate.clauses import right_span
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import other_party, side_of_people
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token


def ratio(draft: Draft, noun: Token) -> Found | None:
    """ "30 rebel fighters for every soldier" as a rate that was agreed: owed by the side that does not count the freed among its own."""
    each = next(
        (
            b
            for c in noun.children
            if c.dep == "prep" and c.lower == "for" and (b := c.has("pobj")) is not None and any(g.lower in ("every", "each") for g in b.children)
        ),
        None,
    )
    if each is None or noun.dep in ("appos", "conj") or not any(c.pos == "NUM" for c in (noun, *noun.children)):
        return None
    sentence = draft.parsed.sentence_of(noun)
    near = {t.lemma for t in draft.parsed.tokens[max(sentence.first - 30, 0) : sentence.last]}
    if not near & {"agree", "settle", "ratio", "accept"} or any(
        p.span.holds(Span(noun.start, noun.end)) and p.stance in ("demands", "refuses") for p in draft.positions
    ):
        return None
    own, theirs = side_of_people(draft, noun), side_of_people(draft, each)
    pair = main_parties(draft)
    party = next((p for p in pair if p != own), None) if own in pair else theirs or (other_party(draft, noun, own) if own else None)
    if party is None:
        return None
    return Found(noun, right_span(draft.parsed, [noun]), party, "owed", right_span(draft.parsed, [noun]), rule="ratio")
