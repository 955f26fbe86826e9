"""Breaches told plainly, where no agreement is named or nobody is: "failed to produce a list", "was violated", "promised us … nobody came"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import denied, failing, unreal
from onrecord.annotate.commitments.acts import idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, not_the_speaker, other_party, they_of_quotation
from onrecord.annotate.commitments.terms import act_span, agreement_near, bound_near, is_agreement, is_duty, last_promise, observe, promise_of, tentative, words
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token

FIRST_PARTIES = 4
"""How far down the parties that a report names most one may stand who is said to have failed in something without an agreement being named."""
WIDE = 150
BACK = 60
"""Words back to the promise that a later deed belies."""


def failed_to(draft: Draft, verb: Token) -> Found | None:
    """ "The inmates failed to produce a list of the hostages": a delivery that a negotiating party is said to have failed in was due."""
    known = words("delivering", "verbs") - words("hostile", "told") - words("hostile", "vowed")
    if (
        verb.lemma not in known
        or not failing(verb)
        or verb.head.lemma not in ("fail", "neglect")
        or verb.head.dep == "pcomp"
        or unreal(verb.head)
        or idle(verb)
    ):
        return None
    who = subject(verb)
    party = actor(draft, who) if who is not None else None
    negotiating = [*list(ranked_parties(draft))[:FIRST_PARTIES], *(p.party for p in draft.positions)]
    if party is None or party not in negotiating or verb.has("dobj") is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb.head, owner=who), party, "breached", act_span(draft, verb), rule="failed")


def accused_of_not(draft: Draft, verb: Token) -> Found | None:
    """ "Accused Israel of not withdrawing from five hills"."""
    prep = verb.head if verb.dep == "pcomp" else None
    if prep is None or not negated(verb) or prep.head.lemma not in words("breaking", "blaming") or verb.lemma not in words("delivering", "verbs"):
        return None
    who = prep.head.has("dobj", "nsubjpass")
    party = actor(draft, who) if who is not None else None
    if party is None or (bound_near(draft, verb, WIDE) is None and party not in list(ranked_parties(draft))[:FIRST_PARTIES]):
        return None
    return Found(verb, clause_span(draft.parsed, verb), party, "breached", act_span(draft, verb), rule="not doing")


def by_nobody(draft: Draft, verb: Token) -> Found | None:
    """ "The truce was repeatedly violated", "neither deadline has been met": whom nobody names is the side that does not speak, else both."""
    thing = verb.has("nsubjpass")
    if thing is None or verb.has("agent") is not None or unreal(verb) or denied(verb) or thing.has("poss") is not None or verb.dep in ("relcl", "advcl"):
        return None
    bound = is_agreement(thing) or is_duty(thing)
    broke = verb.lemma in words("breaking", "verbs") - {"miss", "ignore"} and not negated(verb)
    unmet = verb.lemma in words("keeping", "verbs") and (negated(verb) or any(c.lower == "neither" for c in thing.children))
    if not bound or not (broke or unmet) or tentative(thing, done=True):
        return None
    party = silent_side(draft, verb)
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=thing)
    start = np_span(draft.parsed, thing).start
    account: Account = "disputed" if " and " in party else "breached"  # that it was broken is told; by whom is not, and nobody is accused
    return Found(verb, Span(min(start, span.start), span.end), party, account, observe(draft, thing), rule="by nobody")


def silent_side(draft: Draft, token: Token) -> str | None:
    """The one of the two sides that does not speak where *token* stands; both where neither does."""
    pair = main_parties(draft)
    speaker = speaker_at(draft, Span(token.start, token.end))
    if len(pair) < 2:
        return None
    return next(p for p in pair if p != speaker) if speaker in pair else " and ".join(pair)


def noncompliant(draft: Draft, verb: Token) -> Found | None:
    """ "It was the government that failed to comply": where an agreement is spoken of before."""
    undone = failing(verb) or negated(verb)
    if verb.lemma != "comply" or not undone or any(c.dep == "prep" for c in verb.children) or (unreal(verb) and not failing(verb)):
        return None
    top = verb.head if failing(verb) else verb
    who = top.head if top.dep == "relcl" else subject(verb)
    party = actor(draft, who) if who is not None else None
    bound = agreement_near(draft, verb, WIDE)
    if party is None:
        return None
    span = clause_span(draft.parsed, top, owner=who)
    opener = who.head if top.dep == "relcl" and who is not None and who.dep == "attr" else None  # "it was X that …"
    start = min([span.start, *(c.start for c in opener.children if c.dep in ("nsubj", "expl"))]) if opener is not None else span.start
    what = observe(draft, bound) if bound is not None else "comply"
    return Found(verb, Span(start, span.end), party, "breached", what, rule="failed")


def told_otherwise(draft: Draft, verb: Token) -> Found | None:
    """ "They told us there would be no assault, and on Friday they fired tear gas": an assurance, and what was done against it."""
    if verb.lemma not in words("binding", "assuring") | {"tell"} or negated(verb) or verb.tag not in ("VBD", "VBN"):
        return None
    assured = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i and {g.lower for g in c.children} & {"would", "will"}), None)
    known = words("hostile", "verbs") | words("hostile", "attacks")
    chain = [c for top in (verb, assured) if top is not None for c in top.children if c.dep == "conj"]
    against = next((c for c in chain if c.lemma in known and c.tag == "VBD" and c.has("nsubj") is not None), None)
    who = subject(verb)
    if assured is None or against is None or who is None:
        return None
    party = they_of_quotation(draft, who) or not_the_speaker(draft, who)
    if party is None:
        return None
    start = clause_span(draft.parsed, verb, owner=who).start
    return Found(verb, Span(start, right_span(draft.parsed, [against]).end), party, "breached", right_span(draft.parsed, [assured]), rule="otherwise")


def nobody_came(draft: Draft, verb: Token) -> Found | None:
    """ "They promised us in January. Nobody came": a promise and, in the next few words, that nothing came of it."""
    first = verb.has("nsubj")
    if first is None or first.lower not in ("nobody", "nothing", "none") or verb.tag not in ("VBD", "VBN"):
        return None
    sentence = draft.parsed.sentence_of(verb)
    before = draft.parsed.tokens[max(sentence.first - 20, 0) : first.i]
    promise = next((t for t in reversed(before) if t.pos == "VERB" and t.lemma in words("binding", "assuring") and t.tag in ("VBD", "VBN")), None)
    who = subject(promise) if promise is not None else None
    if promise is None or who is None:
        return None
    party = they_of_quotation(draft, who) or actor(draft, who)
    if party is None:
        return None
    earlier = [t for t in draft.parsed.tokens[max(sentence.first - BACK, 0) : promise.i] if t.lemma in words("hostile", "promises")]
    what = observe(draft, earlier[-1]) if earlier else act_span(draft, promise_of(promise) or promise)
    return Found(verb, Span(clause_span(draft.parsed, promise, owner=who).start, verb.end), party, "breached", what, rule="nobody came")


def since_then(draft: Draft, verb: Token) -> Found | None:
    """ "Pledged to stop recruiting … but has since recruited 40": the deed that was forsworn."""
    if not any(c.lower in ("since", "again") for c in verb.children) or negated(verb) or unreal(verb) or verb.tag not in ("VBN", "VBD"):
        return None
    promise = last_promise(draft, verb, draft.parsed.sentence_of(verb).first - BACK)
    act = promise_of(promise) if promise is not None else None
    who = subject(verb)
    if promise is None or act is None or who is None or act.lemma not in words("hostile", "stopping"):
        return None
    forsworn = {t.lemma for t in act.subtree()}
    taking = words("hostile", "takings")
    promiser = actor(draft, subject(promise) or promise)
    party = promiser if who.lower in ("it", "they") else actor(draft, who)
    alike = verb.lemma in forsworn or bool(verb.lemma in taking and forsworn & taking)
    if party is None or party != promiser or not alike:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "breached", act_span(draft, act), rule="since then")


def alleged(draft: Draft, noun: Token) -> str | None:
    """Whose breach it is where one side "alleges two violations": the other's; both sides' where a third counts them."""
    who = subject(noun.head) if noun.dep == "dobj" and noun.head.lemma in words("breaking", "alleging") else None
    if who is None:
        return None
    own, pair = actor(draft, who), main_parties(draft)
    if own in pair:
        return other_party(draft, noun, own)
    return " and ".join(pair) if len(pair) == 2 else None


RULES = (failed_to, accused_of_not, by_nobody, noncompliant, told_otherwise, nobody_came, since_then)
"""Every breach of this kind."""
