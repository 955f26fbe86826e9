"""Breaches told by their number: "47 breaches, 31 of them by the separatists", "put the number of violations at 80", "listed nine attacks"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, subject
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, side_of_people
from onrecord.annotate.commitments.terms import agreement_near, observe, tentative, thought_of, words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

NEAR = 150
"""Words before a count in which the agreement must be named."""


def tallied_at(draft: Draft, token: Token) -> Found | None:
    """A side's share of counted breaches, or a count of one side's attacks where an agreement is in force."""
    if token.pos == "NUM" or token.lemma in ("most", "rest", "half", "majority"):
        return share(draft, token)
    if token.pos == "NOUN" and token.lemma in words("breaking", "nouns"):
        return numbered(draft, token)
    return listed(draft, token) if token.pos == "VERB" and token.lemma in words("tallies", "listing") else None


def bound(draft: Draft, token: Token) -> Token | None:
    """The agreement that is in force where breaches are counted."""
    noun = agreement_near(draft, token, NEAR)
    return noun if noun is not None and not tentative(noun, done=True) and not thought_of(noun) else None


def share(draft: Draft, number: Token) -> Found | None:
    """ "31 of them by the separatists", "14 by the MNDAA": a part of breaches counted in the same sentence."""
    if number.ent in ("DATE", "TIME", "MONEY"):
        return None
    by = by_whom(draft, number)
    if by is None:
        return None
    sentence = draft.parsed.of(draft.parsed.sentence_of(number))
    counted = [t for t in sentence if t.lemma in words("breaking", "nouns") or (t.pos == "VERB" and t.lemma in ("breach", "violate", "break"))]
    counted += [t for t in sentence if t.lemma in words("tallies", "incidents")]
    agreement = bound(draft, number)
    if not counted or agreement is None or counted[0].i > number.i:
        return None
    party = actor(draft, by)
    if party is None:
        return None
    last = share_end(draft, number)
    return Found(number, Span(number.start, max(last.end, by.end)), party, "breached", observe(draft, agreement), rule="share")


def share_end(draft: Draft, number: Token) -> Token:
    """The last word of what is told of a share: up to the next share or the end of the sentence."""
    sentence = draft.parsed.sentence_of(number)
    later = draft.parsed.tokens[number.i + 1 : sentence.last]
    stop = next((t.i for t in later if t.text == ";" or (t.pos == "NUM" and by_whom(draft, t) is not None)), sentence.last)
    at = stop - 1
    while at > number.i and (draft.parsed.tokens[at].pos in ("PUNCT", "CCONJ", "SPACE") or not draft.parsed.tokens[at].text.strip()):
        at -= 1
    return draft.parsed.tokens[at]


def by_whom(draft: Draft, number: Token) -> Token | None:
    """Who stands after "by" right behind a number or its "of them"."""
    sentence = draft.parsed.sentence_of(number)
    after = draft.parsed.tokens[number.i + 1 : min(number.i + 5, sentence.last)]
    for word in after:
        if word.lower == "by":
            return word.has("pobj")
        if word.lower not in ("of", "them", "these", "those", "all"):
            return None
    return None


def numbered(draft: Draft, noun: Token) -> Found | None:
    """ "Put the number of Israeli violations at 80", "counted 17 Houthi breaches": by the side that stands before the noun."""
    party = side_of_people(draft, noun)
    verb = noun.head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    agreement = bound(draft, noun)
    if party is None or agreement is None or verb.pos != "VERB" or negated(verb) or verb.tag == "VB":
        return None
    sums = any(t.pos == "NUM" and t.ent not in ("DATE", "TIME") for t in verb.subtree())
    if not sums:
        return None
    return Found(noun, clause_span(draft.parsed, verb, owner=subject(verb)), party, "breached", observe(draft, agreement), rule="counted")


def listed(draft: Draft, verb: Token) -> Found | None:
    """ "It listed nine attacks on its troops": a side that counts attacks where an agreement is in force lays them to the other."""
    thing, who = verb.has("dobj"), subject(verb)
    if thing is None or who is None or negated(verb) or verb.tag not in ("VBD", "VBN", "VBZ", "VBP") or thing.lemma not in words("tallies", "attacks"):
        return None
    agreement = bound(draft, verb)
    own = actor(draft, who)
    pair = main_parties(draft)
    if agreement is None or own not in pair or not any(c.dep == "nummod" or c.lower in ("several", "dozens") for c in thing.children):
        return None
    party = next(p for p in pair if p != own) if len(pair) == 2 else None
    if party is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "breached", observe(draft, agreement), rule="listed", obligee=own)
