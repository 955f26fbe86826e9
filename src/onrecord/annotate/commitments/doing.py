"""Performance that a report itself puts under an agreement: "freed six as part of the deal", "has handed over two of the seven"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, subject
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import unreal
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import holder_of_captives, in_return_for_it, other_party
from onrecord.annotate.commitments.terms import act_span, agreement_near, hangs_on, is_agreement, phrase_after, tentative, under, words
from onrecord.annotate.draft import Draft
from onrecord.types import Token

NEAR = 150
"""Words before a partial delivery in which an agreement must be spoken of."""


def done_commitments(draft: Draft) -> Iterator[Found]:
    """Every account that something due was done; an exchange that took place gives one for each side."""
    for token in draft.parsed.tokens:
        if token.pos not in ("VERB", "AUX"):
            continue
        found = delivered(draft, token) or held(draft, token) or withheld(draft, token)
        if found is not None:
            yield found
            back = given_back(draft, found)
            if back is not None:
                yield back


def delivered(draft: Draft, verb: Token) -> Found | None:
    """A duty done, in whole or part, under an agreement or in exchange for something."""
    if verb.lemma not in words("delivering", "verbs") or negated(verb) or unreal(verb) or verb.tag not in ("VBD", "VBN") or verb.dep in ("acl", "amod"):
        return None
    thing = verb.has("dobj", "nsubjpass")
    exchange = hangs_on(draft, phrase_after(draft, verb, words("frames", "exchange")), verb)
    paid = verb.lemma == "pay" and thing is not None and thing.lemma == "ransom"
    if (
        under(draft, verb) is None
        and exchange is None
        and not paid
        and not in_return_for_it(verb)
        and not in_truce(verb)
        and not (partial(thing) and (draft.positions or agreement_near(draft, verb, NEAR)))
    ):
        return None
    if verb.lemma in ("agree", "hold", "leave", "end"):
        return None
    doer = subject(verb.head) if verb.dep == "conj" and verb.head.has("nsubj") is not None else None  # "failed to send the list and the group was not freed"
    party = (party_at(draft, doer) if doer is not None else None) or deliverer(draft, verb)
    if party is None:
        return None
    what = f"{verb.lemma} {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}" if thing is not None else act_span(draft, verb)
    owner = verb.has("nsubjpass") or subject(verb)
    return Found(verb, clause_span(draft.parsed, verb, owner=owner), party, "kept", what, exchange, rule="done", in_part=not paid)


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


def deliverer(draft: Draft, verb: Token) -> str | None:
    """Who did what was due: the subject; of a passive about captives, who holds them; else a side that the report names."""
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None and verb.has("nsubjpass") is not None:
        party = holder_of_captives(draft, verb) or other_party(draft, verb)
    return party


def held(draft: Draft, verb: Token) -> Found | None:
    """ "The truce has mostly held": kept by both sides, in the words of who says so."""
    noun = verb.has("nsubj")
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
    party = other_party(draft, found.trigger, found.obligor)
    if party is None or party == found.obligor:
        return None
    text = found.in_return.of(draft.parsed.report.text)
    given = next((text[len(o) :].strip() for o in sorted(words("frames", "exchange")) if text.lower().startswith(o)), text)
    return Found(found.trigger, found.in_return, party, "kept", given, None, found.obligor, rule="in return", in_part=True)


def withheld(draft: Draft, verb: Token) -> Found | None:
    """ "The third group was not released on Sunday": captives that an agreement should have freed were not."""
    thing = verb.has("nsubjpass")
    past = any(c.lower in ("was", "were", "been") for c in verb.children if c.dep == "auxpass")
    if verb.lemma not in words("hostile", "captive") or thing is None or not past or not negated(verb) or unreal(verb):
        return None
    if any(c.lower in ("no", "none", "nobody") for c in (thing, *thing.children)) or agreement_near(draft, verb, NEAR) is None:
        return None
    party = deliverer(draft, verb)
    if party is None:
        return None
    what = f"{verb.lemma} {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, verb, owner=thing), party, "breached", what, rule="not done")
