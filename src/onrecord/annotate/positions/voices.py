"""Stances that a party tells of itself in plain words: "we are not leaving", "I can pay four hundred thousand", "the ships would not be withdrawn"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import first_person
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.hinges import FUTURE
from onrecord.annotate.positions.senses import senses
from onrecord.types import Span, Token


def told_of_self(draft: Draft, verb: Token) -> Found | None:
    """What the source of the words says that its side does not do, can give, will not let be done, or has agreed to for something."""
    if verb.dep in ("relcl", "advcl"):
        return None
    return not_doing(draft, verb) or can_give(draft, verb) or not_done(draft, verb) or agreed_for(draft, verb)


def own_party(draft: Draft, who: Token, verb: Token) -> str | None:
    """The party of *who* where the words around *verb* are its own."""
    party, speaker = party_at(draft, who), speaker_at(draft, Span(verb.start, verb.end), unnamed=True)
    return party if party is not None and party == speaker else None


def not_doing(draft: Draft, verb: Token) -> Found | None:
    """ "We are not leaving", "I'm not going to sign", "they are never getting the keys"."""
    going = verb.dep == "xcomp" and verb.head.lemma == "go" and verb.head.tag == "VBG" and verb.head.has("nsubj") is not None
    top = verb.head if going else verb
    who = top.has("nsubj")
    if who is None or top.tag != "VBG" or not negated(top) or not any(c.lemma == "be" and c.dep == "aux" for c in top.children):
        return None
    if verb.lemma in senses("unwilled") or (verb.lemma in senses("undertaken") and not going):
        return version(draft, verb, who)
    party = own_party(draft, who, top) if first_person(who) or going else None
    if party is None:
        return None
    span = clause_span(draft.parsed, top, owner=who)
    return Found(verb, "refuses", party, span, right_span(draft.parsed, [verb]), 1 if not first_person(who) else 2, "own will", holder=who)


def version(draft: Draft, verb: Token, who: Token) -> Found | None:
    """ "We are not going to a fourth version": something on the table that is not gone to is refused."""
    goal = next((p for c in verb.children if c.dep == "prep" and c.lower in ("to", "beyond", "above", "below") and (p := c.has("pobj")) is not None), None)
    named = {*lexicon("positions")["abstract"]["objects"], *lexicon("positions")["anaphora"]["nouns"], *senses("goals")}
    party = own_party(draft, who, verb)
    if verb.lemma != "go" or goal is None or goal.lemma not in named or party is None:
        return None
    return Found(verb, "refuses", party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, [goal]), 2, "own will", holder=who)


def can_give(draft: Draft, verb: Token) -> Found | None:
    """ "I can pay four hundred thousand", "she could offer $90,000": what a party says that it can give it offers."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    who, thing = subject(verb), verb.has("dobj")
    giving = verb.lemma in ("offer", "give") or verb.lemma in lexicon("positions")["conditions"]["giving"]
    if who is None or thing is None or not aux & {"can", "could"} or not giving or negated(verb) or thing.lemma in ("nothing", "guarantee", "detail"):
        return None
    if any(c.dep == "advcl" for c in verb.children):
        return None
    party = own_party(draft, who, verb)
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "offers", party, span, right_span(draft.parsed, [thing]), 2, "own will", holder=who)


def not_done(draft: Draft, verb: Token) -> Found | None:
    """ "The ships would not be withdrawn", "the two will never be extradited": refused by who says so."""
    thing = verb.has("nsubjpass")
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    giving = verb.lemma in lexicon("positions")["conditions"]["giving"] or verb.lemma in senses("bargained")
    if thing is None or first_person(thing) or not aux & FUTURE or "shall" in aux or not negated(verb) or not giving or verb.has("agent") is not None:
        return None
    if thing.lower in ("it", "that", "this", "there") or thing.has("relcl") is not None or any(c.dep == "advcl" for c in verb.children):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or party_at(draft, thing) == party:
        return None
    span = clause_span(draft.parsed, verb, owner=thing)
    return Found(verb, "refuses", party, span, span, 2, "own will")


def agreed_for(draft: Draft, verb: Token) -> Found | None:
    """ "Agreed to let two go in exchange for water", "agreed only to have a commission decide": accepted at a price or in part; else it is a deal."""
    act = verb.has("xcomp")
    who = verb.has("nsubj")
    if verb.lemma not in ("agree", "consent") or act is None or who is None or negated(verb):
        return None
    words = " ".join(t.lower for t in verb.subtree() if t.i > verb.i)
    only = any(c.lower == "only" for v in (verb, act) for c in v.children if verb.i < c.i < act.i)
    party = party_at(draft, who)
    if party is None or not (only or any(p in words for p in (" in exchange for ", " in return for "))):
        return None
    return Found(verb, "accepts", party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, [act]), 2, "own will", holder=who)
