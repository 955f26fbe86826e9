"""What came of a duty told before: the same deed by the same party, done, done in part, or not done ("was to move 20 … has moved only four")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import ranked_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import unreal
from onrecord.annotate.commitments.deeds import meets, past, people
from onrecord.annotate.commitments.doing import held_kind
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.outcomes import FAR, accused, names, outcome
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.commitments.terms import words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

KINDS = ("free", "leave", "pay", "open", "remove", "stop", "give", "rehire")
"""Deeds that have several words, in the lexicon."""


def followed_commitments(draft: Draft, found: Sequence[Found]) -> Iterator[Found]:
    """An account for every deed that answers one of the duties in *found*."""
    owed = [f for f in found if f.account == "owed"]
    duties = [f for f in owed if not f.ultimatum]
    for token in draft.parsed.tokens if owed else ():
        if token.pos not in ("VERB", "AUX"):
            continue
        account = did_so(draft, token, owed) or moved(draft, token, duties) or went(draft, token, duties) or remained(draft, token, duties)
        account = account or to_follow(draft, token, duties) or nothing_came(draft, token, owed)
        if account is None and token.pos == "VERB" and token.tag in ("VBD", "VBN", "VB"):
            account = answer(draft, token, duties)
        account = account or outcome(draft, token, owed) or accused(draft, token, duties)
        if account is not None:
            yield account


def before(verb: Token, duties: Sequence[Found]) -> list[Found]:
    """The duties told in the few sentences before *verb*, the last first."""
    return [d for d in reversed(duties) if 0 <= verb.sent - d.trigger.sent <= FAR and d.trigger.i < verb.i]


def did_so(draft: Draft, verb: Token, owed: Sequence[Found]) -> Found | None:
    """ "They did so with four hours to spare", "he did both": whoever was last told to owe something did it."""
    thing = next((c for c in verb.children if c.dep in ("dobj", "advmod") and c.lower in ("so", "both", "that", "this")), None)
    if verb.lemma != "do" or verb.dep in ("aux", "relcl", "xcomp") or thing is None or thing.i < verb.i:
        return None
    if negated(verb) or unreal(verb) or verb.tag not in ("VBD", "VBN"):
        return None
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    if who is None or (party is None and who.pos != "PRON"):
        return None
    for duty in before(verb, owed):
        if verb.sent > duty.trigger.sent and (who.pos == "PRON" or party == duty.obligor):
            return Found(verb, clause_span(draft.parsed, verb, owner=who), duty.obligor, "kept", duty.what, rule="did so")
    return None


def to_follow(draft: Draft, verb: Token, duties: Sequence[Found]) -> Found | None:
    """ "The other five were to follow on Sunday but did not": the rest of what was last told to be owed, and whether it came."""
    top = verb.head
    who = top.has("nsubj")
    if verb.lemma != "follow" or verb.dep != "xcomp" or top.lemma != "be" or who is None or negated(top):
        return None
    duty = next(iter(before(verb, duties)), None)
    if duty is None:
        return None
    tail = next((c for c in top.children if c.dep == "conj" and c.i > verb.i and negated(c) and c.lower in ("did", "have", "has", "were")), None)
    span = clause_span(draft.parsed, top, owner=who)
    what = f"{duty.act.lemma if duty.act is not None else 'deliver'} {np_span(draft.parsed, who).of(draft.parsed.report.text)}"
    made = Found(verb, span, duty.obligor, "owed", what, rule="to follow")
    end = max((c.end for c in tail.children if c.dep == "neg"), default=span.end) if tail is not None else span.end
    return made if tail is None else replace(made, span=Span(span.start, max(span.end, end)), account="breached")


def nothing_came(draft: Draft, verb: Token, owed: Sequence[Found]) -> Found | None:
    """ "The rebels said nothing had arrived": what was owed to who says so was not sent."""
    thing = verb.has("nsubj")
    if verb.lemma not in ("arrive", "come") or thing is None or thing.lower not in ("nothing", "none") or not past(verb) or verb.has("dobj") is not None:
        return None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    sent = [d for d in before(verb, owed) if d.obligor != speaker and deed(draft, d) & {"pay", "send", "deliver", "supply", "give", "provide", "free"}]
    if speaker is None or not sent:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=thing), sent[0].obligor, "breached", sent[0].what, rule="never came", obligee=speaker)


def moved(draft: Draft, verb: Token, duties: Sequence[Found]) -> Found | None:
    """ "Some 400 fighters left in trucks", "the guns had gone", "began pulling out": a duty to leave, answered without an object."""
    begun = verb.dep == "xcomp" and verb.tag == "VBG" and verb.head.lemma in ("begin", "start", "finish", "complete") and past(verb.head)
    top = verb.head if begun else verb
    who = top.has("nsubj")
    if verb.lemma not in words("followed", "leaving") | {"go"} or not (begun or past(verb)) or who is None:
        return None
    if verb.has("dobj", "xcomp") is not None or unreal(top):
        return None
    if verb.dep in ("acl", "relcl", "advcl") or (verb.lemma == "move" and not (negated(top) or any(c.lower in ("out", "back") for c in verb.children))):
        return None
    party = actor(draft, who)
    for duty in before(verb, duties):
        own = duty.owed_by(party) or (who.lemma in words("followed", "arms") and party_of_none(draft, party))
        if own and "leave" in deed(draft, duty):
            span = clause_span(draft.parsed, top, owner=who)
            mover = party if party is not None and party in duty.obligor.split(" and ") else duty.obligor
            made = Found(verb, span, mover, "kept", duty.what, rule="followed", in_part=True)
            return replace(made, account="breached", in_part=False) if negated(top) else made
    return None


def party_of_none(draft: Draft, party: str | None) -> bool:
    """Whether arms or fighters are of no party by their words."""
    return party is None or party not in ranked_parties(draft)


def went(draft: Draft, verb: Token, duties: Sequence[Found]) -> Found | None:
    """ "Ten walked free on Sunday": those whom a duty was to free."""
    thing = verb.has("nsubj", "nsubjpass")
    if not (meets(verb, "freed") or meets(verb, "going")) or thing is None or not people(thing) or negated(verb) or unreal(verb) or not past(verb):
        return None
    if verb.dep in ("relcl", "acl", "advcl"):
        return None
    for duty in before(verb, duties):
        if verb.sent > duty.trigger.sent and "free" in deed(draft, duty) and (" and " not in duty.obligor) and same_people(draft, duty, thing):
            span = clause_span(draft.parsed, verb, owner=thing)
            return Found(verb, span, duty.obligor, "kept", duty.what, rule="followed", in_part=True)
    return None


def same_people(draft: Draft, duty: Found, thing: Token) -> bool:
    """Whether those who went are of the kind that the duty names; a bare number is of any."""
    kind_of, named = held_kind(thing), {k for t in draft.parsed.within(duty.span) if (k := held_kind(t)) is not None}
    return thing.pos == "NUM" or kind_of in named or (kind_of is None and not named)


def remained(draft: Draft, verb: Token, duties: Sequence[Found]) -> Found | None:
    """ "The remaining 56 are still behind bars", "Eritrea's troops are still in Badme": what was to be freed or to leave, and is not."""
    thing = verb.has("nsubj", "nsubjpass")
    still = verb.lemma == "remain" or any(c.lower == "still" for c in verb.children)
    if thing is None or not still or negated(verb) or unreal(verb) or verb.tag not in ("VBP", "VBZ", "VBD", "VBN"):
        return None
    after = {t.lower for c in verb.children if c.i > verb.i for t in c.subtree()}
    jailed = bool(after & words("followed", "jailed")) or verb.lemma in ("hold", "detain", "jail")
    there = verb.lemma in ("be", "remain") and any(c.dep in ("prep", "advmod") and c.lower in ("in", "at", "on", "inside", "there") for c in verb.children)
    party = actor(draft, thing)
    told = [d for d in reversed(duties) if 0 <= verb.sent - d.trigger.sent <= 2 * FAR and d.trigger.i < verb.i]
    for duty in (*told, *(d for d in duties if d.trigger.sent == verb.sent and d.trigger.i > verb.i)):
        held = jailed and people(thing) and "free" in deed(draft, duty)
        if held or (there and not jailed and "leave" in deed(draft, duty) and party == duty.obligor):
            return Found(verb, clause_span(draft.parsed, verb, owner=thing), duty.obligor, "breached", duty.what, rule="remained")
    return None


def answer(draft: Draft, verb: Token, duties: Sequence[Found]) -> Found | None:
    """What *verb* tells of the last duty before it that asks for the same deed of the same party, or None."""
    undone = verb.has("nsubjpass") if verb.has("agent") is None else None  # "not one gate has been opened", "so far four have been freed"
    freed = next((c.has("nsubj") for c in verb.children if c.dep == "ccomp" and c.lemma == "go"), None) if verb.lemma == "let" else None
    passive = undone is not None and (short(undone) or verb.lemma in words("hostile", "captive") or any(names(draft, d, undone) for d in duties))
    thing = verb.has("dobj") or freed or (undone if passive else None)
    if thing is None or unreal(verb) or verb.dep in ("acl", "xcomp", "relcl", "advcl") or not past(verb):
        return None
    who = subject(verb) if thing is not undone else thing
    party = actor(draft, who) if who is not None and thing is not undone else None
    if who is None or (party is None and thing is not undone):
        return None
    for duty in reversed(duties):
        near = 0 < verb.sent - duty.trigger.sent <= FAR
        owes = thing is undone or duty.owed_by(party)
        if near and owes and kind(verb) in deed(draft, duty) and same_thing(draft, duty, thing):
            span = clause_span(draft.parsed, verb, owner=who)
            made = Found(verb, span, party or duty.obligor, "kept", duty.what, rule="followed", in_part=True)
            wanting = negated(verb) or short(thing)
            return replace(made, account="breached", in_part=False, what=told(draft, verb, thing)) if wanting else made
    return None


def same_thing(draft: Draft, duty: Found, thing: Token) -> bool:
    """Whether a deed is done to what the duty names, or to a number, none or "it" of that."""
    if thing.dep == "nsubjpass" and thing.pos == "NOUN" and not short(thing):
        return names(draft, duty, thing) or held_kind(thing) is not None
    if thing.pos in ("NUM", "PRON") or any(c.dep == "nummod" for c in thing.children) or short(thing):
        return True
    named = {t.lemma for t in draft.parsed.within(duty.span) if t.pos == "NOUN"}
    return bool(named & {t.lemma for t in phrase(thing) if t.pos == "NOUN"})


def phrase(thing: Token) -> list[Token]:
    """The words of a noun phrase, clauses in it left out."""
    return [thing, *(t for c in thing.children if c.pos not in ("VERB", "AUX") for t in phrase(c))]


def short(thing: Token) -> bool:
    """Whether nothing is told of what was due: "none", "not one page"; a part of it ("only four") is kept in part (GUIDE.md)."""
    beside = {t.lower for t in phrase(thing)}
    nobody = thing.lower in ("none", "nothing", "nobody") or (thing.dep == "nsubjpass" and thing.lower == "neither")
    return nobody or ("not" in beside and bool(beside & {"one", "a", "single"}))


def told(draft: Draft, verb: Token, thing: Token) -> str:
    """The deed in a few words."""
    return f"{verb.lemma} {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}"


def deed(draft: Draft, duty: Found) -> set[str]:
    """The kinds of deed that a duty asks for."""
    verbs = [duty.act] if duty.act is not None else []
    if not isinstance(duty.what, str):
        below = [t for t in draft.parsed.within(duty.what) if t.pos == "VERB"]
        verbs += [*below[:1], *(t for t in below[1:] if t.dep == "conj" and t.tag in ("VB", "VBG"))]
    named = [t for t in draft.parsed.within(duty.span) if t.pos == "NOUN" and t.lemma in words("acts", "deeds")] if duty.act is None else []
    return {kind(v) for v in (*verbs, *named)}


def kind(deed: Token) -> str:
    """A deed by what it comes to: to free, to leave, to pay, to open; else the word itself."""
    if deed.lemma in ("let", "set") and any(c.lower in ("go", "free", "leave") for c in deed.children):
        return "free"
    thing = deed.has("dobj", "nsubjpass") if deed.pos == "VERB" else None
    if thing is not None and deed.lemma in words("hostile", "captive") and (thing.ent == "MONEY" or thing.lemma in words("outcomes", "money")):
        return "pay"  # "handed over 80,000 dollars"
    for name, lemmas in (("free", words("hostile", "captive")), ("leave", words("followed", "leaving")), ("pay", words("followed", "paying"))):
        if deed.pos == "VERB" and deed.lemma in lemmas:
            return name
    return next((name for name in KINDS if deed.lemma in words("kinds", name)), deed.lemma)
