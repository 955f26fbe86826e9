"""What came of a duty told before: the same deed by the same party, done, done in part, or not done ("was to move 20 … has moved only four")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.clauses import clause_span, negated, right_span, subject
from onrecord.annotate.commitments.accounts import unreal
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.commitments.terms import words
from onrecord.annotate.draft import Draft
from onrecord.types import Token

FAR = 5
"""Sentences after a duty in which what came of it is looked for; set on invented reports."""


def followed_commitments(draft: Draft, found: Sequence[Found]) -> Iterator[Found]:
    """An account for every deed that answers one of the duties in *found*."""
    duties = [f for f in found if f.account == "owed" and not f.ultimatum]
    for token in draft.parsed.tokens if duties else ():
        if token.pos == "VERB" and token.tag in ("VBD", "VBN", "VB"):
            account = answer(draft, token, duties)
            if account is not None:
                yield account


def answer(draft: Draft, verb: Token, duties: Sequence[Found]) -> Found | None:
    """What *verb* tells of the last duty before it that asks for the same deed of the same party, or None."""
    undone = verb.has("nsubjpass") if verb.has("agent") is None else None  # "not one gate has been opened"
    thing = verb.has("dobj") or (undone if undone is not None and short(undone) else None)
    if thing is None or unreal(verb) or verb.dep in ("acl", "xcomp", "relcl", "advcl") or not past(verb):
        return None
    who = subject(verb) if thing is not undone else thing
    party = actor(draft, who) if who is not None and thing is not undone else None
    if who is None or (party is None and thing is not undone):
        return None
    for duty in reversed(duties):
        near = 0 < verb.sent - duty.trigger.sent <= FAR
        owes = thing is undone or duty.obligor == party or party in duty.obligor.split(" and ")
        if near and owes and kind(verb) in deed(draft, duty) and same_thing(draft, duty, thing):
            span = clause_span(draft.parsed, verb, owner=who)
            made = Found(verb, span, party or duty.obligor, "kept", duty.what, rule="followed", in_part=True)
            wanting = negated(verb) or short(thing)
            return replace(made, account="breached", in_part=False, what=told(draft, verb, thing)) if wanting else made
    return None


def same_thing(draft: Draft, duty: Found, thing: Token) -> bool:
    """Whether a deed is done to what the duty names, or to a number, none or "it" of that."""
    if thing.pos in ("NUM", "PRON") or any(c.dep == "nummod" for c in thing.children) or short(thing):
        return True
    named = {t.lemma for t in draft.parsed.within(duty.span) if t.pos == "NOUN"}
    return bool(named & {t.lemma for t in thing.subtree() if t.pos == "NOUN"})


def past(verb: Token) -> bool:
    """Whether a verb tells of what has happened: a past or perfect tense."""
    return verb.tag == "VBD" or any(c.lower in ("has", "have", "had", "did", "'ve", "’ve") for c in verb.children if c.dep == "aux")


def short(thing: Token) -> bool:
    """Whether nothing is told of what was due: "none", "not one page"; a part of it ("only four") is kept in part (GUIDE.md)."""
    beside = {t.lower for t in thing.subtree()}
    nobody = thing.lower in ("none", "nothing", "nobody") or (thing.dep == "nsubjpass" and thing.lower == "neither")
    return nobody or ("not" in beside and bool(beside & {"one", "a", "single"}))


def told(draft: Draft, verb: Token, thing: Token) -> str:
    """The deed in a few words."""
    return f"{verb.lemma} {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}"


def deed(draft: Draft, duty: Found) -> set[str]:
    """The kinds of deed that a duty asks for."""
    verbs = [duty.act] if duty.act is not None else []
    if not isinstance(duty.what, str):
        verbs += [t for t in draft.parsed.within(duty.what) if t.pos == "VERB"][:1]
    return {kind(v) for v in verbs}


def kind(verb: Token) -> str:
    """A deed by what it comes to: to free, to leave, to pay; else the verb itself."""
    for name, lemmas in (("free", words("hostile", "captive")), ("leave", words("followed", "leaving")), ("pay", words("followed", "paying"))):
        if verb.lemma in lemmas:
            return name
    return verb.lemma
