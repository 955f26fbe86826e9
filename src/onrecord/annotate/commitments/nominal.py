"""Duties that nouns and documents tell: "its obligation to open the road", "the handover of the bodies, due on Friday", "the text says that X will"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, subject, verb_of
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.acts import about_talks, deed_noun, idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.provisions import doer_of_deed
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.commitments.terms import act_span, agreement_near, binding_subject, tentative, thought_of, to_do, words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

FAR = 150
"""Words before a deed that is due in which the agreement must be named."""
BINDING = frozenset({"will", "shall", "must", "would", "should", "'ll"})


def named_at(draft: Draft, token: Token) -> Found | None:
    """The duty that a noun names, or that the words of an agreement state."""
    if token.pos == "NOUN":
        return duty_noun(draft, token) or due_deed(draft, token)
    return stated(draft, token) if token.pos == "VERB" else None


def duty_noun(draft: Draft, noun: Token) -> Found | None:
    """ "Its obligation under the accord to free them", "gave an undertaking to pay", "guarantees from Kerch that its ports will not be attacked"."""
    if noun.lemma not in words("nominal", "duties") or (noun.dep == "pobj" and noun.head.lower in ("despite", "against", "in", "by")):
        return None
    above = verb_of(noun)
    act = act_of(noun)
    if act is None or idle(act) or about_talks(act) or any(c.lower in ("no", "any", "without") for c in noun.children):
        return None
    governs = noun.dep in ("dobj", "attr", "pobj") and above.pos in ("VERB", "AUX")
    if governs and (negated(above) or unmade(above) or above.lemma in words("nominal", "wanting")):
        return None
    if noun.dep == "nsubjpass" and above.lemma in words("nominal", "wanting"):  # "its pledge was never kept" is an account
        return None
    who = giver_of(noun) or (subject(above) if noun.dep == "dobj" and above.lemma in words("nominal", "making") else None)
    party = (actor(draft, who) if who is not None else None) or got_from(draft, noun, above)
    if party is None:
        return None
    own = act.dep in ("acl", "relcl", "ccomp") and act.has("nsubj", "nsubjpass") is not None
    what = right_span(draft.parsed, [act]) if own else act_span(draft, act)
    start = np_span(draft.parsed, noun).start if noun.dep != "dobj" else clause_span(draft.parsed, above, owner=subject(above)).start
    return Found(noun, Span(min(start, noun.start), max(what.end, noun.end)), party, "owed", what, rule="duty", act=act)


def got_from(draft: Draft, noun: Token, above: Token) -> str | None:
    """Who gave a promise that somebody only got ("left with a promise that nobody would press charges"): the other side."""
    got = noun.dep == "dobj" and above.lemma in words("nominal", "getting")
    got |= noun.dep == "pobj" and noun.head.lower in ("with", "after") and above.lemma in words("nominal", "leaving")
    receiver = subject(above) if got and above.tag in ("VBD", "VBN", "VBZ", "VBP") else None
    own = actor(draft, receiver) if receiver is not None else None
    return next((p for p in main_parties(draft) if p != own), None) if own is not None else None


def unmade(verb: Token) -> bool:
    """Whether a duty is only thought of: under "would", "could", "if"."""
    return any(c.lower in ("would", "could", "might", "may", "if", "unless", "whether") for c in verb.children if c.dep in ("aux", "mark"))


def act_of(noun: Token) -> Token | None:
    """What a duty is to do: its infinitive, also where the parse hung it on the agreement named between, its gerund, or its clause with "will"."""
    below = [noun, *(g for c in noun.children if c.dep == "prep" for g in c.children if g.dep == "pobj")]
    for word in below:
        for child in word.children:
            if child.i > noun.i and child.dep in ("acl", "xcomp", "relcl", "ccomp") and to_do(child):
                return child
            if child.i > noun.i and child.dep in ("acl", "ccomp", "relcl") and any(c.lower in BINDING for c in child.children if c.dep == "aux"):
                return child if any(c.lower == "that" for c in child.children) and child.has("mark") is not None else None
    gerund = next((g for c in noun.children if c.dep == "prep" and c.lower in ("of", "on") for g in c.children if g.dep == "pcomp"), None)
    return gerund


def giver_of(noun: Token) -> Token | None:
    """Whose duty a noun names: its possessor, or "by" or "from" whom it comes."""
    owner = noun.has("poss")
    if owner is not None:
        return owner
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from") and child.has("pobj") is not None:
            return child.has("pobj")
    source = noun.head
    if noun.dep == "dobj" and source.lemma in words("nominal", "getting"):
        prep = next((c for c in source.children if c.dep == "prep" and c.lower == "from"), None)
        return prep.has("pobj") if prep is not None else None
    return None


def due_deed(draft: Draft, noun: Token) -> Found | None:
    """ "The handover of the bodies, due on Friday", "the next release is set for Sunday": a deed that an agreement has fall due."""
    deed = deed_noun(noun)
    if deed is not noun or noun.lemma in words("hostile", "truces") or noun.lemma in ("exchange", "swap", "period", "extension", "return"):
        return None
    top = awaited(noun)
    if top is None or any(c.lower in ("no", "any") for c in noun.children):
        return None
    bound = agreement_near(draft, noun, FAR)
    if bound is None or bound is noun or tentative(bound) or thought_of(bound):
        return None
    party = doer_of_deed(draft, noun)
    if party is None:
        return None
    end = max(t.end for t in top.subtree() if t.sent == noun.sent and t.i < noun.i + 25)
    span = np_span(draft.parsed, noun)
    return Found(noun, Span(span.start, max(span.end, end if top.i > noun.i else span.end)), party, "owed", np_span(draft.parsed, noun), rule="due")


def awaited(noun: Token) -> Token | None:
    """The word that says when a deed falls due: "due on Friday", "is scheduled for", "planned for"; None where none does."""
    late = words("nominal", "awaiting")
    for child in noun.children:
        if child.i > noun.i and (child.lemma in late or child.lower in late) and child.dep in ("amod", "acl", "appos", "relcl"):
            return child
        if child.dep == "relcl" and any(c.lower == "due" and c.dep == "acomp" for c in child.children):
            return child
    verb = noun.head
    if noun.dep not in ("nsubj", "nsubjpass") or negated(verb) or verb.tag not in ("VBZ", "VBP", "VBN", "VBD"):
        return None
    if verb.lemma == "be" and (due := next((c for c in verb.children if c.lower == "due" and c.dep == "acomp"), None)) is not None:
        return due
    return verb if verb.lemma in late and verb.has("auxpass") is not None and any(c.dep == "prep" and c.lower in ("for", "on") for c in verb.children) else None


def stated(draft: Draft, verb: Token) -> Found | None:
    """ "The roadmap sets out that the Houthis will stop", "it says both armies must pull back": what an agreement states that a side will do."""
    who = verb.has("nsubj")
    if verb.lemma not in words("nominal", "stating") or who is None or who.pos == "PRON" or negated(verb):
        return None
    source = binding_subject(draft, who)
    act = next((c for c in verb.children if c.dep == "ccomp" and any(a.lower in BINDING for a in c.children if a.dep == "aux")), None)
    doer = act.has("nsubj") if act is not None else None
    party = actor(draft, doer) if doer is not None else None
    if source is None or act is None or party is None or idle(act) or tentative(who):
        return None
    span = clause_span(draft.parsed, act, owner=doer)
    return Found(act, span, party, "owed", act_span(draft, act), rule="stated", agreement=np_span(draft.parsed, source), act=act)
