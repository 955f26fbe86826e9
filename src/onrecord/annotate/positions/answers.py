"""Answers in few words: "they should never be part of a bargain", "an extension is under discussion", "will have to wait"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Span, Token


def answer(draft: Draft, verb: Token) -> Found | None:
    """The stance of a short answer."""
    return never_part(draft, verb) or discussed(draft, verb) or put_off(draft, verb)


def never_part(draft: Draft, verb: Token) -> Found | None:
    """ "Our staff should never be part of a swap": refused by who says so."""
    modal = {c.lower for c in verb.children if c.dep == "aux"} & {"should", "must", "can", "will", "would", "ca"}
    who = verb.has("nsubj")
    if verb.lemma != "be" or not modal or who is None or not any(c.dep == "neg" for c in verb.children):
        return None
    parts = [c for c in verb.children if c.i > verb.i and c.dep in ("attr", "prep") and c.lower in lexicon("positions")["answers"]["parts"]]
    party = speaker_at(draft, Span(verb.start, verb.end))
    if not parts or party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "refuses", party, span, span, 2, "own will")


def discussed(draft: Draft, verb: Token) -> Found | None:
    """ "An extension by 45 days is under discussion": weighed by both sides."""
    thing = verb.has("nsubj", "nsubjpass")
    pair = main_parties(draft)
    if thing is None or len(pair) != 2 or negated(verb):
        return None
    under = verb.lemma == "be" and any(c.lower == "under" and (p := c.has("pobj")) is not None and p.lemma == "discussion" for c in verb.children)
    deed = thing.lemma in {*lexicon("commitments")["acts"]["deeds"], *lexicon("positions")["abstract"]["objects"]}
    if not under or not deed:
        return None
    return Found(verb, "considers", " and ".join(pair), clause_span(draft.parsed, verb, owner=thing), right_span(draft.parsed, [thing]), 2, "idiom")


def put_off(draft: Draft, verb: Token) -> Found | None:
    """ "The eleventh name would have to wait": refused for now by who says so."""
    top = verb.head
    who = top.has("nsubj")
    if verb.lemma != "wait" or verb.dep != "xcomp" or top.lemma != "have" or who is None or negated(top):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or party_at(draft, who) == party or not {c.lower for c in top.children if c.dep == "aux"} & {"will", "would", "'ll"}:
        return None
    return Found(verb, "refuses", party, clause_span(draft.parsed, top, owner=who), right_span(draft.parsed, [who]), 2, "own will")
