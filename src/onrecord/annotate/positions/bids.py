"""Sums that are asked or bid: "the captors' first figure was $2m", "the gang has come down to 300,000", "the owners put up half a million"."""

from __future__ import annotations

import re

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, subject
from onrecord.annotate.clauses.actors import acts, ranked_parties
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Span, Stance, Token

SUM = re.compile(r"\d{1,3}(?:,\d{3})+|\d{4,}|\$.*|\d+(?:\.\d+)?(?:m|k|bn)")
BACK = 40
"""Words before "it" in which a sum must have been bid for the pronoun to mean who bid it."""


def words(name: str) -> frozenset[str]:
    """A list of the lexicon of bids."""
    return frozenset(lexicon("positions")["bids"][name])


def bid(draft: Draft, verb: Token) -> Found | None:
    """The sum that a party asks or offers, where a verb or "to be" names it."""
    return figure_named(draft, verb) or stands_at(draft, verb) or put_up(draft, verb) or moved_to(draft, verb)


def is_sum(token: Token) -> bool:
    """Whether the words under *token* name a sum of money or a share of pay."""
    return any(t.ent in ("MONEY", "PERCENT") or t.lower in ("million", "thousand") or SUM.fullmatch(t.text) is not None for t in token.subtree())


def stance_of(party: str) -> Stance:
    """What a sum named by *party* is: who takes captives asks for it, any other side offers it."""
    takers = set(lexicon("commitments")["people"]["takers"])
    last = party.lower().split()[-1]
    return "demands" if last in takers or last in words("asking") else "offers"


def figure_named(draft: Draft, verb: Token) -> Found | None:
    """ "The pirates' opening figure was $15m", "the family's last price had been 200,000"."""
    noun = verb.has("nsubj")
    if verb.lemma != "be" or noun is None or noun.lemma not in words("figures") or negated(verb):
        return None
    said = next((c for c in verb.children if c.i > verb.i and c.dep in ("attr", "acomp", "nummod", "dobj") and is_sum(c)), None)
    owner = noun.has("poss")
    first = any(c.lower in words("order") for c in noun.children)
    if said is None or (owner is None and not first):
        return None
    party = party_at(draft, owner) if owner is not None else next((p for p in ranked_parties(draft) if stance_of(p) == "demands"), None)
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=noun)
    return Found(verb, stance_of(party), party, span, right_span(draft.parsed, [said]), 2, "bid", holder=owner)


def stands_at(draft: Draft, verb: Token) -> Found | None:
    """ "The gang stood at half a million", "it had come down to $6m": where a bidder has got to."""
    step = verb.lemma in words("steps") or any(f"{verb.lemma} {c.lower}" in words("steps") for c in verb.children if c.dep in ("prt", "advmod"))
    if not step or negated(verb) or verb.has("dobj") is not None:
        return None
    sums = [g for c in verb.children if c.dep == "prep" and c.lower in ("at", "to") for g in c.children if g.dep == "pobj" and is_sum(g)]
    sums += [h for c in verb.children if c.dep in ("advmod", "prt") for g in c.children if g.lower in ("at", "to") for h in g.children if is_sum(h)]
    who = verb.has("nsubj")
    if not sums or who is None or not bidder(draft, who):
        return None
    party = bidding_before(draft, who) if who.lower == "it" else None
    party = party or party_at(draft, who)
    if party is None:
        return None
    return Found(verb, stance_of(party), party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, sums[:1]), 2, "bid", holder=who)


def moved_to(draft: Draft, verb: Token) -> Found | None:
    """ "The pirates have lowered their price to $4m": the sum that a party now asks or bids."""
    noun = verb.has("dobj")
    if verb.lemma not in lexicon("positions")["light"]["moving"] or noun is None or negated(verb):
        return None
    if noun.lemma not in words("figures") - {"offer", "demand", "bid"}:
        return None
    to = next((p for c in (*verb.children, *noun.children) if c.dep == "prep" and c.lower in ("to", "by") and (p := c.has("pobj")) is not None), None)
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if to is None or who is None or party is None or not (is_sum(to) or any(t.text == "$" for t in to.subtree())) or not bidder(draft, who):
        return None
    return Found(verb, stance_of(party), party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, [to]), 2, "bid", holder=who)


def bidder(draft: Draft, who: Token) -> bool:
    """Whether *who* may bid: a body or group, or a pronoun after a sum was bid."""
    return who.pos == "PRON" or acts(who) or draft.cast.at(who) is not None


def bidding_before(draft: Draft, it: Token) -> str | None:
    """Whose figure "it" takes up: the owner of the figure named just before."""
    sentence = draft.parsed.sentence_of(it)
    for word in reversed(draft.parsed.tokens[max(sentence.first - BACK, 0) : it.i]):
        owner = word.has("poss") if word.lemma in words("figures") else None
        if owner is not None:
            return party_at(draft, owner)
    return None


def put_up(draft: Draft, verb: Token) -> Found | None:
    """ "The insurers had authorised up to $600,000": money that is made ready is offered."""
    thing = verb.has("dobj")
    who = subject(verb)
    ready = verb.lemma in words("readying") or any(f"{verb.lemma} {c.lower}" in words("readying") for c in verb.children if c.dep == "prt")
    if not ready or thing is None or who is None or negated(verb) or not any(t.ent == "MONEY" or t.text == "$" for t in thing.subtree()):
        return None
    party = party_at(draft, who)
    if party is None or not bidder(draft, who):
        return None
    about = right_span(draft.parsed, [thing])
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "offers", party, Span(span.start, max(span.end, about.end)), about, 2, "bid", holder=who)
