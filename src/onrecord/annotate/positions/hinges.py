"""Stances told by what something hangs on or by what is left: "made X conditional on Y", "when … and not before", "nothing left to discuss", "could free"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.annotate.clauses import clause_span, negated, party_at, speaker_at, subject
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Span, Token

FUTURE = frozenset({"will", "would", "wo", "shall", "'ll", "’ll", "'d", "’d"})


def goes_on(verb: Token) -> bool:
    """Whether "go on" or "carry on" says that something stays as it is."""
    return verb.lemma in ("go", "carry") and any(c.lower == "on" and c.dep in ("prt", "advmod", "prep") for c in verb.children)


def none_of(verb: Token) -> bool:
    """Whether a verb is denied by what stands after it: "will withdraw from none of the towns", "would wait for nobody"."""
    after = [c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "prep")]
    return any(t.lower in ("none", "nobody", "nothing") for c in after for t in (c, *(g for g in c.children if g.dep == "pobj")))


def not_before(verb: Token) -> bool:
    """Whether "and not before", "not a day earlier" closes the clause of *verb*."""
    after = [t.lower for t in sorted(verb.subtree(), key=lambda t: t.i) if t.i > verb.i and t.sent == verb.sent]
    return any(a == "not" and b in ("before", "earlier", "sooner") for a, b in pairwise(after))


def lacking(verb: Token) -> Token | None:
    """What *verb* will not be done without ("will not leave without a court order"), or None."""
    if not negated(verb) or not {c.lower for c in verb.children if c.dep == "aux"} & FUTURE:
        return None
    idle = lexicon("positions")["conditions"]["unhinged"]
    for child in verb.children:
        noun = child.has("pobj") if child.dep == "prep" and child.lower == "without" and child.i > verb.i else None
        if noun is not None and noun.lemma not in idle:
            return noun
    return None


def made_conditional(draft: Draft, verb: Token) -> Found | None:
    """ "The rebels made the release conditional on a halt to the raids"."""
    if verb.lemma not in ("make", "render", "keep"):
        return None
    bound = lexicon("positions")["conditions"]["bound"]
    if not any(t.lower in bound for t in verb.subtree() if t.i > verb.i and t.sent == verb.sent and t.head.i >= verb.i):
        return None
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None or negated(verb):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "conditions", party, span, span, 2, "condition", holder=who)


def first_then(draft: Draft, verb: Token) -> Found | None:
    """ "First the prisoners come home, then we can talk about the border": what must come first is the condition."""
    then = any(c.lower == "then" and c.dep == "advmod" and c.i < verb.i for c in verb.children)
    clause = next((c for c in verb.children if c.i < verb.i and c.dep in ("ccomp", "advcl", "parataxis", "dep")), None)
    if not then or clause is None or not any(t.lower in ("first", "let") for t in clause.subtree()):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or not {t.lower for t in verb.subtree()} & {"can", "will", "could", "would", "may", "'ll", "must"}:
        return None
    base = clause_span(draft.parsed, verb, owner=subject(verb))
    span = Span(min(t.start for t in clause.subtree()), base.end)
    return Found(verb, "conditions", party, span, span, 2, "condition")


def otherwise(draft: Draft, verb: Token) -> Found | None:
    """ "Otherwise the nine will stay our guests": what was asked just before is the condition, set by who says so."""
    first = draft.parsed.sentence_of(verb).first
    opened = any(t.lower == "otherwise" for t in draft.parsed.tokens[first : first + 2]) or any(c.lower == "otherwise" and c.i < verb.i for c in verb.children)
    if not opened or not {c.lower for c in verb.children if c.dep == "aux"} & FUTURE or verb.dep in ("relcl", "advcl"):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=subject(verb))
    return Found(verb, "conditions", party, span, span, 2, "condition")


def nothing_left(draft: Draft, verb: Token) -> Found | None:
    """ "There is nothing left to discuss": talks are refused by who says so."""
    if verb.lemma != "be" or verb.has("expl") is None:
        return None
    thing = verb.has("attr", "nsubj")
    if thing is None or thing.lower != "nothing":
        return None
    said = {t.lemma for t in thing.subtree()} | {t.lemma for c in verb.children if c.i > thing.i for t in c.subtree()}
    if not said & set(lexicon("positions")["conditions"]["talking"]):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=None)
    return Found(verb, "refuses", party, span, span, 2, "own will")


def could_give(draft: Draft, verb: Token) -> Found | None:
    """ "The government could free ten rebels, its envoy said": what a party's own voice says it could give is an offer."""
    if "could" not in {c.lower for c in verb.children if c.dep == "aux"} or negated(verb) or verb.lemma not in lexicon("positions")["conditions"]["giving"]:
        return None
    if any(c.dep == "advcl" for c in verb.children) or verb.dep in ("advcl", "relcl") or verb.has("dobj") is None:
        return None
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None or speaker_at(draft, Span(verb.start, verb.end)) != party:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "offers", party, span, span, 2, "own will", holder=who)
