"""What is to be done where an agreement is spoken of: "is to", "is due to", "must", "neither navy may cross", a headline with "to"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, speaker_at
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.commitments.acts import idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, other_party, owing
from onrecord.annotate.commitments.terms import (
    act_span,
    agreement_near,
    anywhere,
    in_force,
    is_agreement,
    named_beside,
    phrase_after,
    to_do,
    under,
    without,
    words,
)
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.types import Span, Token

HEADING = 14
"""Words from which on a block is no heading."""
FAR = 150
"""Words before a term in which the agreement must be named that binds."""


def bound_above(verb: Token) -> Token:
    """The "is" of "is to free", "is due to free", "is supposed to free", "still has to free"; the verb itself without one."""
    head = verb.head
    if verb.dep not in ("xcomp", "acl", "ccomp") or not to_do(verb):
        return verb
    duties = {"due", *words("binding", "passive")} - {"expect", "schedule"}
    if head.lemma in duties and verb.lemma in words("delivering", "verbs") and (head.has("auxpass") or head.dep == "acomp"):
        return head.head if head.dep == "acomp" else head
    if head.lemma == "have" and head.has("dobj") is None and head.tag in ("VBZ", "VBP", "VBD") and not any(c.lower == "yet" for c in head.children):
        return head
    return head if head.lemma == "be" and head.tag in ("VBZ", "VBP", "VBD") and verb.dep == "xcomp" else verb


def is_to(draft: Draft, verb: Token) -> Found | None:
    """ "Thailand is to free 18 soldiers", where an agreement is spoken of; "must" in the report's own voice binds as well."""
    top = bound_above(verb)
    must = "must" in {c.lower for c in verb.children if c.dep == "aux"} and not negated(verb)
    barred = forbidden_here(draft, verb)
    headed = headline(draft, verb)
    if (top is verb and not (must or barred or headed)) or (idle(verb) and not headed):
        return None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    asked = top.lemma == "have" and not any(c.lower == "still" for c in top.children)
    if speaker is not None and (asked or (top is verb and not (barred or headed))):
        return None
    bound = in_force(draft, verb, FAR) or (anywhere(draft) if explained(draft, verb) else None) if barred else agreement_near(draft, verb, FAR)
    if bound is None and (barred or named_beside(draft, verb) is None):
        return None
    who = top.has("nsubj", "nsubjpass") or verb.has("nsubj")
    wished = verb.has("auxpass") is not None and top.tag != "VBD" and speaker is not None
    if who is None or wished:
        return None  # "the salaries are to be paid in full", says a party: a demand
    part = who.has("poss") if who.lemma in ("side", "part", "end", "share") else None  # "Kyiv's side of the bargain is to free 390"
    party = owing(draft, verb) if verb.has("auxpass") else actor(draft, part or who)
    if party is not None and verb.lemma in ("get", "receive"):  # "Dolvania is to get back 212 soldiers"
        party = other_party(draft, verb, party)
    if party is None or (verb.has("auxpass") is not None and verb.lemma not in words("hostile", "captive")):
        return None
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    what: Span | str = without(act_span(draft, verb), exchange, draft)
    if barred and isinstance(what, Span):
        what = f"not {what.of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, top, owner=who), party, "owed", what, exchange, rule="term", act=None if barred else verb)


def forbidden_here(draft: Draft, verb: Token) -> bool:
    """Whether the report itself says what nobody may do: "neither navy may cross the line"."""
    may = {c.lower for c in verb.children if c.dep == "aux"} & {"may", "can", "must"}
    return bool(may) and negated(verb) and holder(draft.attributions, Span(verb.start, verb.end)) is None


def explained(draft: Draft, token: Token) -> bool:
    """Whether *token* stands where a text lists the terms of an agreement in its own words."""
    return heading_over(draft, token) and holder(draft.attributions, Span(token.start, token.end)) is None


def heading_over(draft: Draft, token: Token) -> bool:
    """Whether *token* stands under a heading of terms: "What has been agreed?", "What each side must do", "Key points of the ceasefire"."""
    text, blocks = draft.parsed.report.text, draft.parsed.report.blocks
    own = next((n for n, b in enumerate(blocks) if b.span.holds(Span(token.start, token.end))), 0)
    heads = [b for b in blocks[:own] if len(b.span.of(text).split()) < HEADING and not b.span.of(text).rstrip().endswith((".", ",", '"', "”"))]
    for head in {*heads[:1], *heads[-1:]}:
        lower = head.span.of(text).lower()
        agreed = any(is_agreement(t) for t in draft.parsed.within(head.span)) or "agreed" in lower or "must do" in lower
        if agreed and any(mark in lower for mark in words("listed", "explains")):
            return True
    return False


def spelled(draft: Draft, verb: Token) -> Found | None:
    """A term in a text that explains an agreement: "Maravel will pay $350,000", "Sarmat resumes paying pensions", "Howitzers go back 30 km"."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    who = verb.has("nsubj")
    now = verb.tag in ("VBZ", "VBP") and not aux
    ahead = bool(aux & {"will", "shall", "must"}) or (verb.dep == "ROOT" and to_do(verb))
    if who is None or not (now or ahead) or verb.dep in ("advcl", "relcl", "acl") or negated(verb) or not explained(draft, verb):
        return None
    if any(c.dep == "advcl" and c.has("mark") is not None and c.i < verb.i for c in verb.children) or (now and verb.lemma not in words("listed", "deeds")):
        return None
    pair = main_parties(draft)
    both = " and ".join(pair) if len(pair) == 2 and who.lemma in words("followed", "arms") | {"fighting", "hostility", "fire", "rocket", "launcher"} else None
    party = both or actor(draft, who)
    known = party is not None and (both is not None or party in ranked_parties(draft) or " and " in party)
    if party is None or not known or (idle(verb) and verb.lemma not in ("stay", "remain")):
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", act_span(draft, verb), rule="spelled", act=verb)


def headline(draft: Draft, verb: Token) -> bool:
    """Whether a title or list item says by "to" what an agreement that it names has somebody do: "Navies to stay 12 miles apart under truce"."""
    block = draft.parsed.report.block_at(verb.start)
    short = block is not None and not block.span.of(draft.parsed.report.text).rstrip().endswith(".")
    return short and verb.dep == "ROOT" and to_do(verb) and verb.has("nsubj") is not None and under(draft, verb, done=True) is not None
