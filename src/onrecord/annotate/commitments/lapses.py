"""Duties told as not done by how things stand: fire across a line of truce, troops "still there", a deadline that passed, a ransom that freed nobody."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import denied, unreal
from onrecord.annotate.commitments.acts import deed_noun
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, other_party, takes_captives
from onrecord.annotate.commitments.terms import in_force, is_agreement, is_duty, observe, stands, words
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token

NEAR = 60
"""Words before fire or a delay in which the truce or agreement must be named."""
WIDE = 300
"""Words before a delay or deadline in which the agreement must be named."""


def truce_near(draft: Draft, token: Token) -> Token | None:
    """The truce that is in force at *token*."""
    sentence = draft.parsed.sentence_of(token)
    before = draft.parsed.tokens[max(sentence.first - NEAR, 0) : sentence.last]
    found = [t for t in before if t.lemma in words("hostile", "truces") and t.pos in ("NOUN", "PROPN")]
    return next((t for t in reversed(found) if stands(t)), None)


def firing(verb: Token) -> bool:
    """Whether a verb tells of fire or attack, alone or with its object ("open fire")."""
    return verb.lemma in words("lapses", "firing") or any(f"{verb.lemma} {c.lemma}" in words("lapses", "firing") for c in verb.children if c.dep == "dobj")


def fired_on(draft: Draft, verb: Token) -> Found | None:
    """ "Delhi said that Pakistani guns had fired across the line": one side's fire in a truce, by the other side's account."""
    if not firing(verb) or negated(verb) or unreal(verb) or verb.tag not in ("VBD", "VBN") or verb.dep in ("acl", "advcl", "pcomp"):
        return None
    who = verb.has("nsubj")
    party = actor(draft, who) if who is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    truce = truce_near(draft, verb)
    if party is None or speaker is None or truce is None or party == speaker or who is None:
        return None
    if party not in list(ranked_parties(draft))[:4] or not (speaker in main_parties(draft) or party in main_parties(draft)) or not in_truce(draft, verb, truce):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, span, party, "breached", observe(draft, truce), rule="fired", agreement=np_span(draft.parsed, truce))


def in_truce(draft: Draft, verb: Token, truce: Token) -> bool:
    """Whether the fire is laid to a truce: by its number ("14 times"), or by words that put it into one ("hours after the truce took effect")."""
    sentence = draft.parsed.of(draft.parsed.sentence_of(verb))
    line = {t.lower for t in sentence}
    if truce.sent == verb.sent and line & words("lapses", "earlier"):
        return False
    number = any(t.lower in words("lapses", "times") for t in verb.subtree())
    return number or (truce.sent == verb.sent and bool({t.lower for t in verb.subtree()} & words("lapses", "within")))


def first_shot(draft: Draft, verb: Token) -> Found | None:
    """ "Denied that his men had fired first": who denies fire in a truce disputes a breach of its own."""
    if verb.lemma not in words("breaking", "denying") or negated(verb) or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    below = next((c for c in verb.children if c.dep in ("ccomp", "xcomp") and firing(c) and any(t.lower == "first" for t in c.subtree())), None)
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    sentence = draft.parsed.of(draft.parsed.sentence_of(verb))
    truce = truce_near(draft, verb) or next((t for t in sentence if t.lemma in words("hostile", "truces")), None)
    if below is None or who is None or party is None or truce is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "disputed", observe(draft, truce), rule="denied fire")


def put_off(draft: Draft, verb: Token) -> Found | None:
    """ "Kept putting off the handover", "is holding up the release of the bodies": a deed of the agreement that a side delays."""
    entry = verb.lemma in words("lapses", "delaying") or any(f"{verb.lemma} {c.lower}" in words("lapses", "delaying") for c in verb.children if c.dep == "prt")
    thing, who = verb.has("dobj"), subject(verb)
    if not entry or thing is None or who is None or negated(verb) or unreal(verb) or verb.tag == "VB":
        return None
    deed = deed_noun(thing)
    deed = thing if deed is None and thing.lemma in ("operation", "delivery", "handover", "convoy") else deed
    party = actor(draft, who)
    if deed is None or party is None or is_agreement(deed) or party not in ranked_parties(draft) or in_force(draft, verb, WIDE) is None:
        return None
    top = verb.head if verb.dep == "xcomp" and verb.head.lemma in ("keep", "continue", "start", "begin") else verb
    account: Account = "disputed" if denied(top) else "breached"
    return Found(verb, clause_span(draft.parsed, top, owner=who), party, account, np_span(draft.parsed, deed), rule="delayed")


def deadline_passed(draft: Draft, verb: Token) -> Found | None:
    """ "Oslo said the deadline for Juba to withdraw had passed", "passed without a deal": a breach only where somebody says that it was not met."""
    finite = verb.dep == "acl" and verb.tag == "VBN" and verb.head.dep == "ROOT"  # "the deadline passed", taken for a participle
    noun = verb.has("nsubj") or (verb.head if finite else None)
    over = verb.lemma in words("lapses", "passing") or any(f"{verb.lemma} {c.lower}" in words("lapses", "passing") for c in verb.children)
    if noun is None or noun.lemma not in words("threats", "deadlines") | {"date", "timetable"} or not over or negated(verb) or unreal(verb):
        return None
    unmet = any(c.dep == "prep" and (c.lower == "without" or (c.lower == "with" and any(t.lower == "no" for t in c.subtree()))) for c in verb.children)
    told = unmet or speaker_at(draft, Span(verb.start, verb.end)) is not None
    if not told or verb.tag not in ("VBD", "VBN", "VBZ") or in_force(draft, verb, WIDE) is None:
        return None
    party = set_to(draft, noun)
    if party is None:
        return None
    what = f"meet {np_span(draft.parsed, noun).of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, verb, owner=noun), party, "breached", what, rule="passed")


def set_to(draft: Draft, deadline: Token) -> str | None:
    """By whom a deadline was to be met: whom "for" or "to" names, who was to do the deed; an agreement takes both sides."""
    pair = main_parties(draft)
    for child in deadline.children:
        below = child.has("pobj") if child.dep == "prep" and child.lower in ("for", "to") else child if child.dep in ("acl", "relcl", "advcl") else None
        who = below.has("nsubj") if below is not None and below.pos == "VERB" else below
        if who is not None and (party := actor(draft, who)) is not None:
            return party
        if below is not None and is_agreement(below) and len(pair) == 2:
            return " and ".join(pair)
    return None


def kept_the_boy(draft: Draft, verb: Token) -> Found | None:
    """ "The kidnappers took the ransom and kept the boy": paid, and nobody let go."""
    paid = verb.has("dobj")
    if verb.lemma not in words("lapses", "pocketing") or paid is None or paid.lemma not in words("people", "goods") or verb.tag not in ("VBD", "VBN"):
        return None
    after = next((c for c in verb.children if c.dep == "conj" and c.lemma in words("lapses", "keeping") and c.has("dobj") is not None), None)
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    if after is None or party is None or not takes_captives(draft, party) or negated(verb) or negated(after):
        return None
    kept = after.has("dobj") or after
    span = Span(clause_span(draft.parsed, verb, owner=who).start, right_span(draft.parsed, [after]).end)
    return Found(verb, span, party, "breached", f"release {np_span(draft.parsed, kept).of(draft.parsed.report.text)}", rule="kept the boy")


def never_promised(draft: Draft, verb: Token) -> Found | None:
    """ "No such undertaking was given", "it has promised nothing of the kind": that anything is owed is disputed."""
    thing = verb.has("nsubjpass", "dobj")
    if thing is None or verb.tag not in ("VBD", "VBN") or verb.dep in ("relcl", "advcl"):
        return None
    nothing = verb.lemma in words("binding", "own") and thing.lower in ("nothing",) and verb.has("xcomp") is None
    duty = is_duty(thing) or is_agreement(thing) or thing.lemma in words("nominal", "duties")
    given = verb.lemma in ("give", "make", "reach", "strike", "sign", "enter") and duty
    such = any(c.lower == "such" for c in thing.children) and any(c.lower == "no" for c in thing.children)
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    who = subject(verb) if thing.dep == "dobj" else None
    party = speaker or (actor(draft, who) if who is not None else None)
    if not (nothing or (given and such)) or party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=thing if thing.dep == "nsubjpass" else who)
    return Found(verb, span, party, "disputed", span, rule="never promised")


def blamed_alone(draft: Draft, verb: Token) -> Found | None:
    """ "Shells fell on the town, and the army blamed the rebels": who is blamed for fire in a truce."""
    whom, who = verb.has("dobj"), subject(verb)
    if verb.lemma != "blame" or whom is None or who is None or negated(verb) or any(c.dep == "prep" for c in (*verb.children, *whom.children)):
        return None
    sentence = draft.parsed.sentence_of(verb)
    fire = [t for t in draft.parsed.tokens[max(sentence.first - 20, 0) : verb.i] if firing(t) or t.lemma in words("tallies", "attacks")]
    truce = truce_near(draft, verb)
    party, own = actor(draft, whom), actor(draft, who)
    party = other_party(draft, verb, own) if party is None and own is not None and whom.lower in ("other", "enemy") else party
    if not fire or truce is None or party is None or party == own or truce.i > fire[-1].i:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "breached", observe(draft, truce), rule="blamed")


RULES = (fired_on, first_shot, put_off, deadline_passed, kept_the_boy, never_promised, blamed_alone)
"""Every breach or dispute of this kind."""
