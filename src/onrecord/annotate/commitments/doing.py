"""Performance that a report itself puts under an agreement: "freed six as part of the deal", "has handed over two of the seven"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import unreal
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, giver, in_return_for_it, likely_keeper, other_party, owing, people_of, takes_captives
from onrecord.annotate.commitments.terms import (
    act_span,
    agreement_near,
    bound_near,
    hangs_on,
    is_agreement,
    phrase_after,
    tentative,
    thought_of,
    to_do,
    under,
    without,
    words,
)
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Span, Token

YEAR = re.compile(r"(?:19|20)\d\d")
FAR = 16
"""Words between who or what a deed is about and its verb that still make one quotation."""
NEAR = 150
"""Words before a partial delivery in which an agreement must be spoken of."""


def with_return(draft: Draft, found: Found) -> Iterator[Found]:
    """The account of each side's part, and of what was given for it."""
    yield from of_each_side(draft, found)
    back = given_back(draft, found)
    if back is not None:
        yield back


def delivered(draft: Draft, verb: Token) -> Found | None:
    """A duty done, in whole or part, under an agreement or in exchange for something."""
    if not (verb.lemma in words("delivering", "verbs") or as_promised(verb)) or negated(verb) or unreal(verb):
        return None
    if verb.tag not in ("VBD", "VBN") or verb.dep in ("acl", "amod") or (verb.dep == "advcl" and to_do(verb.head)):
        return None  # "promised to free them once the money was paid"
    if verb.lemma in ("agree", "hold", "leave", "end") or (verb.lemma in ("exchange", "swap") and under(draft, verb, done=True) is None):
        return None
    thing = verb.has("dobj", "nsubjpass")
    exchange = hangs_on(draft, phrase_after(draft, verb, words("frames", "exchange")), verb)
    if exchange is not None and long_ago(verb) and under(draft, verb, done=True) is None:  # an exchange of another year is another deal
        return None
    paid = verb.lemma == "pay" and thing is not None and thing.lemma == "ransom"
    doer = subject(verb.head) if verb.dep == "conj" and verb.head.has("nsubj") is not None else None  # "failed to send the list and the group was not freed"
    party = (actor(draft, doer) if doer is not None and subject(verb) is doer else None) or owing(draft, verb, done=True)
    if party is None or not (paid or exchange is not None or due_then(draft, verb, thing, party)):
        return None
    if paid and takes_captives(draft, party):
        party = next((p for p in ranked_parties(draft) if not takes_captives(draft, p)), None)
        if party is None:
            return None
    what = f"{verb.lemma} {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}" if thing is not None else act_span(draft, verb)
    owner = verb.has("nsubjpass") or (subject(verb) if verb.dep != "conj" else verb.has("nsubj"))
    span = clause_span(draft.parsed, verb, owner=owner)
    if owner is not None and 0 < verb.i - owner.i < FAR and owner.sent == verb.sent:  # "five of them, including one woman, were handed over"
        span = Span(min(span.start, np_span(draft.parsed, owner).start), span.end)
    tail = next((c for c in verb.children if c.dep == "advcl" and c.i > verb.i and any(t.lemma == "ransom" for t in c.children)), None)
    if tail is not None:  # "released the crew after a ransom was dropped"
        span = Span(span.start, max(span.end, right_span(draft.parsed, [tail]).end))
    return Found(verb, without(span, exchange, draft), party, "kept", what, exchange, rule="done", in_part=not paid)


def of_each_side(draft: Draft, found: Found) -> Iterator[Found]:
    """The account, and of "eight captives and 24 prisoners were freed", which nobody is said to have done, one for each side's people."""
    first = found.trigger.has("nsubjpass")
    second = next((c for c in first.children if c.dep == "conj"), None) if first is not None else None
    if found.rule != "done" or found.trigger.has("agent") is not None or first is None or second is None or not (held_kind(first) and held_kind(second)):
        yield found
        return
    if held_kind(first) == held_kind(second):
        yield found
        return
    captor = next((p for t in (first, second) if held_kind(t) == "captives" and (p := likely_keeper(draft, t)) is not None), found.obligor)
    jailer = next((p for p in main_parties(draft) if p != captor), found.obligor)
    for thing in (first, second):
        words, begins = np_span(draft.parsed, thing), min(t.start for t in second.subtree())
        end = min(words.end, begins) if thing is first else words.end
        named = Span(words.start, end).of(draft.parsed.report.text).strip().removesuffix(" and").removesuffix(",")
        party = captor if held_kind(thing) == "captives" else jailer
        span = found.span if thing is first else Span(words.start, found.span.end)
        yield replace(found, obligor=party, what=f"{found.trigger.lemma} {named}", span=span)


def held_kind(thing: Token) -> str | None:
    """Whether people are told of as captives of a group or prisoners of a state."""
    table = lexicon("commitments")["people"]
    nouns = people_of(thing)
    return "captives" if nouns & {*table["taken"], *table["captives"]} else "prisoners" if nouns & set(table["prisoners"]) else None


def as_promised(verb: Token) -> bool:
    """Whether a deed is told as one that had been promised: "as agreed", "as it had pledged"."""
    if verb.lemma in words("acts", "idle") or verb.dep == "xcomp":
        return False
    tail = [t for c in verb.children if c.i > verb.i and c.dep in ("advcl", "prep", "advmod") for t in c.subtree()]
    return any(a.lower == "as" for a in tail) and any(t.lower in words("breaking", "promised") for t in tail)


def under_promise(verb: Token) -> bool:
    """Whether a deed is measured by what had been promised: "freed 290, well short of the 681 that it had promised"."""
    return any(t.lower in ("short", "instead", "rather") and any(g.lower in words("breaking", "promised") for g in t.subtree()) for t in verb.subtree())


def long_ago(verb: Token) -> bool:
    """Whether a deed is dated by a year of its own ("in December 2023 he freed ten")."""
    return any(t.ent == "DATE" and YEAR.fullmatch(t.text) for t in verb.subtree())


def due_then(draft: Draft, verb: Token, thing: Token | None, party: str) -> bool:
    """Whether a deed is told as one that was due: under an agreement, in return, in time, as a part of more, or by the doer's own account."""
    joined = [c for c in verb.children if c.dep == "conj" and c.pos == "VERB" and c.tag == verb.tag]
    if any(under(draft, v, done=True) is not None for v in (verb, *joined)) or in_return_for_it(verb) or in_truce(verb):
        return True
    if as_promised(verb) or under_promise(verb):
        return True
    if gesture(draft, verb) or bound_near(draft, verb, NEAR) is None:
        return (partial(thing) and (bool(draft.positions) or of_captives(thing))) or after_ransom(draft, verb)
    if (
        (partial(thing) and verb.lemma in words("hostile", "captive") | words("hostile", "yielding"))
        or one_of_several(verb, thing)
        or punctual(draft, verb)
        or after_ransom(draft, verb)
    ):
        return True
    if verb.lemma in words("hostile", "captive") and fresh(draft, verb) and counted_people(thing):
        return True
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    counted = thing is not None and (thing.pos == "NUM" or any(c.dep == "nummod" for c in thing.children) or thing.ent == "MONEY")
    return speaker == party and counted and verb.lemma in words("hostile", "captive") | {"pay", "deliver", "withdraw", "remove", "lift"}


def of_captives(thing: Token | None) -> bool:
    """Whether the many of whom some are told are captives ("three of the five hostages")."""
    return thing is not None and any(t.lemma in words("people", "taken") | words("people", "captives") for t in thing.subtree())


def after_ransom(draft: Draft, verb: Token) -> bool:
    """Whether captives are let go in a sentence that tells of a ransom that was paid."""
    if verb.lemma not in words("hostile", "captive") and not (verb.lemma == "let" and any(c.lemma == "go" for c in verb.children)):
        return False
    before = draft.parsed.of(draft.parsed.sentence_of(verb))
    paying = ("pay", "deliver", "drop", "receive")
    return any(t.lemma == "ransom" and t.dep in ("nsubjpass", "dobj") and t.head.lemma in paying and not negated(t.head) for t in before)


def fresh(draft: Draft, verb: Token) -> bool:
    """Whether an agreement that is in force is named in the sentence of *verb* or just before it; a tally ("have been freed so far") is no act."""
    if verb.lemma in ("exchange", "swap") or verb.has("nsubj") is None or any(c.lower in ("has", "have", "had") for c in verb.children if c.dep == "aux"):
        return False
    noun = agreement_near(draft, verb, 25)
    return noun is not None and not tentative(noun) and not thought_of(noun)


def counted_people(thing: Token | None) -> bool:
    """Whether a number of people is the object."""
    return thing is not None and (thing.pos == "NUM" or any(c.dep == "nummod" for c in thing.children))


def gesture(draft: Draft, verb: Token) -> bool:
    """Whether a deed is told as one of grace or of arms ("as a gesture of goodwill", "in a raid")."""
    return bool({t.lower for t in draft.parsed.of(draft.parsed.sentence_of(verb))} & words("frames", "gestures"))


def one_of_several(verb: Token, thing: Token | None) -> bool:
    """Whether one of a row of deliveries is told: "the second batch was handed over", "released eight more workers", "only 180"."""
    if thing is None or verb.lemma not in words("hostile", "captive") | {"pay", "deliver", "withdraw"} or verb.lemma in ("exchange", "swap"):
        return False
    beside = {t.lower for c in thing.children for t in (c, *c.children)}
    instead = next((c for c in (*verb.children, *thing.children) if c.lower in ("instead", "rather")), None)
    if instead is not None and any(t.pos == "NUM" for t in instead.subtree()):  # "12 instead of the 300 it had promised"
        return True
    if thing.lemma in words("people", "groups") and beside & words("people", "ordinals"):
        return True
    return "more" in beside or (thing.pos == "NUM" and beside & {"only", "just", "barely"} != set())


def punctual(draft: Draft, verb: Token) -> bool:
    """Whether it was done when it was due ("on time", "to the letter")."""
    line = " ".join(t.lower for t in verb.subtree())
    return any(f" {p} " in f" {line} " for p in words("frames", "punctual"))


def short(draft: Draft, verb: Token) -> Found | None:
    """ "Has received only 61": what one side is owed by the other came in part, by its own account a breach."""
    thing = verb.has("dobj")
    if verb.lemma not in ("receive", "get", "see") or thing is None or negated(verb) or unreal(verb) or bound_near(draft, verb, NEAR) is None:
        return None
    counted = thing if thing.pos == "NUM" else next((c for c in thing.children if c.dep == "nummod"), None)
    if counted is None or not any(t.lower in ("only", "just", "barely", "merely") for t in (*counted.children, *thing.children)):
        return None
    who = subject(verb)
    own = actor(draft, who) if who is not None else None
    party = other_party(draft, verb, own) if own is not None and own in ranked_parties(draft) else None
    if party is None:
        return None
    what = f"give {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}"
    span = right_span(draft.parsed, [verb]) if verb.dep == "conj" else clause_span(draft.parsed, verb, owner=who)
    return Found(verb, span, party, "breached", what, rule="short", obligee=own)


def in_truce(verb: Token) -> bool:
    """Whether captives were freed while a truce ran: "eight captives were freed on the first day of the truce"."""
    if any(c.lower in ("has", "have", "had") for c in verb.children if c.dep == "aux"):
        return False  # a tally so far, not one act
    preps = [c for c in verb.children if c.dep == "prep" and c.lower in ("during", "in", "on", "within", "under")]
    below = [t for p in preps for t in p.subtree()]
    return verb.lemma in words("hostile", "captive") and any(t.lemma in words("hostile", "truces") and not tentative(t) for t in below)


def partial(thing: Token | None) -> bool:
    """Whether a number out of more is told: "two of the seven", "five of the detainees", "31 of the 40 howitzers"."""
    if thing is None or not (thing.pos == "NUM" or thing.lower in ("some", "most", "half", "part", "many")):
        return False
    return any(c.dep == "prep" and c.lower == "of" for c in thing.children)


def held(draft: Draft, verb: Token) -> Found | None:
    """ "The truce has mostly held": kept by both sides, in the words of who says so."""
    noun = verb.has("nsubj") or (verb.head if verb.dep == "acl" and verb.tag == "VBG" and verb.head.i == 0 else None)  # a headline: "Truce holding"
    if verb.lemma != "hold" or noun is None or not is_agreement(noun) or tentative(noun) or verb.has("dobj") is not None or negated(verb):
        return None
    if any(c.lower in ("would", "will", "could", "may", "might", "can", "should", "if") for c in verb.children if c.dep in ("aux", "mark")):
        return None
    pair = main_parties(draft)
    if len(pair) < 2:
        return None
    partly = any(t.lower in words("keeping", "partly") for t in verb.subtree())
    span = clause_span(draft.parsed, verb, owner=noun)
    return Found(
        verb, span, " and ".join(pair), "kept", f"observe {np_span(draft.parsed, noun, bare=True).of(draft.parsed.report.text)}", rule="held", in_part=partly
    )


def given_back(draft: Draft, found: Found) -> Found | None:
    """The other half of an exchange that took place."""
    if found.in_return is None:
        return None
    party = giver(draft, draft.parsed.within(found.in_return), found.trigger, found.obligor)
    if party is None or party == found.obligor:
        return None
    text = found.in_return.of(draft.parsed.report.text)
    given = next((text[len(o) :].strip() for o in sorted(words("frames", "exchange")) if text.lower().startswith(o)), text)
    return Found(found.trigger, found.in_return, party, "kept", given, None, found.obligor, rule="in return", in_part=True)


def withheld(draft: Draft, verb: Token) -> Found | None:
    """ "The third group was not released on Sunday": captives that an agreement should have freed were not."""
    joined = verb.dep == "conj" and verb.has("nsubj") is None  # "was due but has not been freed"
    thing = verb.has("nsubjpass") or (verb.head.has("nsubjpass", "nsubj") if joined else None)
    past = any(c.lower in ("was", "were", "been") for c in verb.children if c.dep == "auxpass")
    if verb.lemma not in words("hostile", "captive") or thing is None or not past or not negated(verb) or unreal(verb):
        return None
    if any(c.lower in ("no", "none", "nobody") for c in (thing, *thing.children)) or (under(draft, verb) or bound_near(draft, verb, NEAR)) is None:
        return None
    party = owing(draft, verb, done=False)
    if party is None:
        return None
    what = f"{verb.lemma} {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, verb, owner=thing), party, "breached", what, rule="not done")


RULES = (delivered, held, withheld, short)
"""Every account that something due was done, or came in part or not at all."""
