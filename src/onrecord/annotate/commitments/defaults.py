"""Breaches told by what came of a promise: "promised … and then reneged", "still holds what it had agreed to leave", "did not do so", "came late"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, likely_keeper, other_party
from onrecord.annotate.commitments.terms import act_span, agreement_below, agreement_near, is_agreement, last_promise, observe, promise_of, tentative, words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

ANY = 10**6
"""All words before: "everything" is everything that the report has spoken of."""
REACH = 50
"""Words back to the promise that "did not do so" or "came late" is about."""


def promised_by(draft: Draft, promise: Token) -> tuple[str | None, Span]:
    """Who made a promise, and the words of what was promised."""
    who = subject(promise)
    act = promise_of(promise) or promise
    return (actor(draft, who) if who is not None else None), act_span(draft, act)


def reneged(draft: Draft, verb: Token) -> Found | None:
    """ "Had promised to let all six go and then reneged": the promise and its breach in one sentence."""
    bare = words("breaking", "bare")
    phrase = {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in ("prt", "advmod", "prep"))}
    if not phrase & bare or verb.tag not in ("VBD", "VBN") or negated(verb) or verb.has("dobj") is not None:
        return None
    sentence = draft.parsed.sentence_of(verb)
    promise = last_promise(draft, verb, sentence.first)
    if promise is None:
        return None
    party, what = promised_by(draft, promise)
    if party is None:
        return None
    base = clause_span(draft.parsed, promise, owner=subject(promise))
    text = draft.parsed.report.text[what.start : min(what.end, verb.start)]
    for word in ("then", "later", ","):
        text = text.rstrip(" ,").removesuffix(word)
    return Found(verb, Span(base.start, verb.end), party, "breached", text.rstrip(" ,").removesuffix(" and").removesuffix(" but"), rule="reneged")


def kept_back(draft: Draft, verb: Token) -> Found | None:
    """ "Still occupies nine hospitals that it had pledged to leave", "withheld the bonus that it had agreed to pay"."""
    thing = verb.has("dobj")
    if verb.lemma not in words("breaking", "keeping_back") or thing is None or negated(verb) or verb.tag not in ("VBZ", "VBP", "VBD", "VBN", "VBG"):
        return None
    promise = next((t for t in thing.subtree() if t.dep == "relcl" and promise_of(t) is not None), None)
    who = subject(verb)
    if promise is None or who is None:
        return None
    party = actor(draft, who)
    act = promise_of(promise)
    if party is None or act is None:
        return None
    what = f"{act.lemma} {np_span(draft.parsed, thing, bare=True).of(draft.parsed.report.text)}"
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, Span(span.start, max(span.end, act.end)), party, "breached", what, rule="kept back")


def left_undone(draft: Draft, verb: Token) -> Found | None:
    """ "The hospitals which it promised to vacate, and has not": an auxiliary that denies the promise before it."""
    if verb.lower not in ("has", "have", "had", "did") or verb.dep in ("aux", "auxpass") or not negated(verb) or verb.has("dobj", "attr", "acomp", "xcomp"):
        return None
    sentence = draft.parsed.sentence_of(verb)
    promise = last_promise(draft, verb, sentence.first) or (last_promise(draft, verb, sentence.first - REACH) if verb.i - sentence.first < 6 else None)
    if promise is None:
        return None
    party, what = promised_by(draft, promise)
    if party is None:
        return None
    thing = promise.head if promise.dep == "relcl" else None
    start = np_span(draft.parsed, thing).start if thing is not None else clause_span(draft.parsed, promise, owner=subject(promise)).start
    if promise.sent != verb.sent:  # "They were to leave by Friday. Neither has."
        start = draft.parsed.tokens[sentence.first].start
    words_of = f"{what.of(draft.parsed.report.text)} {np_span(draft.parsed, thing, bare=True).of(draft.parsed.report.text)}" if thing is not None else what
    return Found(
        verb, Span(start, max(c.end for c in (verb, *verb.children) if c.dep in ("neg",) or c is verb)), party, "breached", words_of, rule="left undone"
    )


def not_so(draft: Draft, verb: Token) -> Found | None:
    """ "Had failed to do so", "has not done so": the duty that was told just before was not done."""
    if verb.lemma != "do" or verb.dep == "aux" or not any(c.lower in ("so", "this", "that", "it", "neither") for c in verb.children):
        return None
    failed = verb.dep == "xcomp" and verb.head.lemma in ("fail", "neglect", "refuse")
    past = any(c.lower in ("has", "have", "had", "did") for c in verb.children if c.dep == "aux")
    if not failed and not (negated(verb) and past):
        return None
    sentence = draft.parsed.sentence_of(verb)
    promise = last_promise(draft, verb, sentence.first - REACH)
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    if promise is None or party is None:
        return None
    span = clause_span(draft.parsed, verb.head if failed else verb, owner=who)
    if verb.dep == "conj" and promise.sent == verb.sent:  # "was to free 30 but has not done so": one duty, one account
        span = Span(min(span.start, clause_span(draft.parsed, promise, owner=who).start), span.end)
    return Found(verb, span, party, "breached", promised_by(draft, promise)[1], rule="not done")


def late(draft: Draft, verb: Token) -> Found | None:
    """ "The first tranche came nine months late", where an agreement or promise is spoken of."""
    if (
        verb.lemma not in words("breaking", "late")
        or negated(verb)
        or not any(c.lower == "late" and c.dep in ("advmod", "acomp", "oprd") for c in verb.children)
    ):
        return None
    if not any(t.lemma in words("threats", "units") for c in verb.children if c.lower == "late" for t in c.subtree()):
        return None
    sentence = draft.parsed.sentence_of(verb)
    promise = last_promise(draft, verb, sentence.first - REACH)
    if promise is None and agreement_near(draft, verb, 2 * REACH) is None:
        return None
    who = verb.has("nsubj")
    party = actor(draft, who) if who is not None else None
    if party is None and promise is not None:
        party = promised_by(draft, promise)[0]
    party = party or other_party(draft, verb, speaker_at(draft, Span(verb.start, verb.end)))
    if party is None:
        return None
    owner = verb.has("nsubj", "nsubjpass")
    what = right_span(draft.parsed, [owner]) if owner is not None else act_span(draft, verb)
    span = clause_span(draft.parsed, verb, owner=owner)
    if owner is not None and owner.sent == verb.sent:  # "the list that Sanaa was to supply came late"
        span = Span(min(span.start, np_span(draft.parsed, owner).start), span.end)
    return Found(verb, span, party, "breached", f"deliver {what.of(draft.parsed.report.text)} in time", rule="late")


def never_came(draft: Draft, verb: Token) -> Found | None:
    """ "Not one has made the transition that was promised", "none of the houses promised to them has been built"."""
    things = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj")]
    none = any(t.lower == "not" for c in things for t in c.children) or negated(verb)
    promised = [t for c in things for t in c.subtree() if t.dep in ("relcl", "acl") and t.tag == "VBN" and t.lemma in words("binding", "firm") | {"agree"}]
    promised = [t for t in promised if t.dep == "acl" or t.has("auxpass") is not None]
    if not none or not promised or verb.tag not in ("VBN", "VBD", "VBZ") or any(c.lower in ("will", "would") for c in verb.children):
        return None
    by = promised[0].has("agent")
    who = by.has("pobj") if by is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    pair = main_parties(draft)
    party = actor(draft, who) if who is not None else next((p for p in pair if p != speaker), None) if speaker in pair else None
    party = party or likely_keeper(draft, things[0])
    if party is None:
        return None
    what = next((c for c in things if promised[0] in c.subtree()), promised[0])
    whole = right_span(draft.parsed, [what])
    span = clause_span(draft.parsed, verb, owner=things[0])
    return Found(verb, Span(span.start, max(span.end, whole.end)), party, "breached", np_span(draft.parsed, what), rule="never came")


def kept_that(draft: Draft, verb: Token) -> Found | None:
    """ "I kept that", after a promise was told: the promise is said to have been kept."""
    thing, who = verb.has("dobj"), subject(verb)
    if verb.lemma not in ("keep", "honour", "honor") or thing is None or thing.lower not in ("that", "it", "this") or verb.tag not in ("VBD", "VBN"):
        return None
    sentence = draft.parsed.sentence_of(verb)
    before = draft.parsed.tokens[max(sentence.first - 30, 0) : verb.i]
    promise = next((t for t in reversed(before) if t.lemma in words("binding", "firm") | words("hostile", "promises")), None)
    party = actor(draft, who) if who is not None else None
    if promise is None or party is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "breached" if negated(verb) else "kept", act_span(draft, promise), rule="kept")


def despite(draft: Draft, verb: Token) -> Found | None:
    """ "Despite the truce, the paramilitaries shelled a market", "in defiance of the accord": a deed that is told against an agreement."""
    if negated(verb) or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    hostile = verb.lemma in words("hostile", "verbs") | words("hostile", "attacks")
    for child in verb.children:
        defied = child.lower == "in" and any(c.lower in words("breaking", "defying") for c in child.children)
        against = hostile and child.lower in ("despite", "notwithstanding")
        if child.dep not in ("prep", "advcl", "dep") or not (against or defied):
            continue
        bound = next((t for t in child.subtree() if is_agreement(t) and not tentative(t)), None)
        who = subject(verb)
        party = actor(draft, who) if who is not None else None
        if bound is not None and party is not None:
            span, name = clause_span(draft.parsed, verb, owner=who), np_span(draft.parsed, bound)
            return Found(verb, span, party, "breached", observe(draft, bound), rule="despite", agreement=name)
    return None


def mutual_charges(draft: Draft, verb: Token) -> Found | None:
    """ "Traded accusations of ceasefire violations", "blamed each other for the collapse of the truce": disputed by both."""
    if negated(verb):
        return None
    thing = verb.has("dobj")
    traded = thing is not None and verb.lemma in words("breaking", "trading") and thing.lemma in words("breaking", "charges")
    blamed = verb.lemma in words("breaking", "blaming") and other_of_two(verb, thing)
    if thing is None or not (traded or blamed):
        return None
    below = [t for t in verb.subtree() if t.i > verb.i]
    broken = any(
        t.lemma in words("breaking", "nouns") | words("breaking", "collapses") or (t.pos == "VERB" and t.lemma in words("breaking", "verbs")) for t in below
    )
    what = next((a for t in below if (a := t if is_agreement(t) else None) is not None), None) or (agreement_near(draft, verb) if broken else None)
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    if party is not None and " and " not in party:
        pair = main_parties(draft)
        party = " and ".join(pair) if len(pair) == 2 else party
    if not broken or what is None or party is None:
        return None
    return Found(
        verb, clause_span(draft.parsed, verb, owner=who), party, "disputed", observe(draft, what), rule="mutual", agreement=np_span(draft.parsed, what)
    )


def other_of_two(verb: Token, thing: Token | None) -> bool:
    """Whether the object is "each other", "the other" of two sides."""
    if thing is not None and thing.lower == "one" and any(c.lower == "another" for c in thing.children):
        return True
    if thing is None or thing.lower not in ("other", "another"):
        return False
    who = subject(verb)
    sides = (who, *who.children) if who is not None else ()
    return any(c.lower in ("each", "one") for c in thing.children) or any(c.lower in ("each", "both", "side", "sides") for c in sides)


def everything(draft: Draft, verb: Token) -> Found | None:
    """ "We have given everything we were asked for", "kept all that it promised": the whole duty, said to be done."""
    things = [c for c in verb.children if c.dep == "dobj"] + [g for c in verb.children if c.dep in ("dobj", "prep") for g in c.subtree() if g.dep == "pobj"]
    whole = next((t for t in things if t.lower in ("everything", "all", "whatever")), None)
    asked = next((c for c in whole.children if c.dep == "relcl" and c.lemma in words("keeping", "asked")), None) if whole is not None else None
    who = subject(verb)
    if asked is None or who is None or verb.lemma not in words("keeping", "doing") or verb.tag not in ("VBD", "VBN"):
        return None
    party = actor(draft, who)
    if party is None or (agreement_below(verb, duties=False) is None and agreement_near(draft, verb, ANY) is None):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(
        verb, span, party, "breached" if negated(verb) else "kept", right_span(draft.parsed, [whole] if whole is not None else [verb]), rule="everything"
    )


RULES = (reneged, kept_back, left_undone, not_so, late, despite, never_came, kept_that)
"""Every breach that the outcome of a promise tells."""
