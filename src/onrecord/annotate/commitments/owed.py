"""What is owed: terms of agreements, promises, ultimatums, and the other half of an exchange."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses import clause_span, complements, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import first_person
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import entry
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import addressee, other_party
from onrecord.annotate.commitments.terms import act_span, agreement_near, is_agreement, phrase_after, tentative, under, words
from onrecord.annotate.commitments.ultimatums import given_until, must_by, or_else
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

FAR = 150
"""Words before a term in which the agreement must be named that binds."""


def owed_commitments(draft: Draft) -> Iterator[Found]:
    """Every term that binds somebody; an exchange gives one for each side."""
    for token in draft.parsed.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        for rule in (promised, under_terms, by_agreement, is_to, shall, observed, must_by, given_until, or_else):
            found = rule(draft, token)
            if found is not None:
                yield found
                back = in_return(draft, found)
                if back is not None:
                    yield back
                break


def promised(draft: Draft, verb: Token) -> Found | None:
    """ "Committed to releasing", "pledged to let convoys in", "agreed to withdraw": what the subject binds itself to."""
    if verb.lemma not in words("binding", "own") or negated(verb) or verb.dep == "amod":
        return None
    if any(c.lower in ("would", "could", "might", "may", "should", "must", "to", "will", "if") for c in verb.children if c.dep in ("aux", "mark")):
        return None
    about = complements(verb, frozenset({"to"}))
    who = subject(verb)
    if who is None or (verb.has("auxpass") and verb.lemma != "commit"):
        return None
    act = next((t for c in about for t in c.subtree() if t.pos == "VERB" and t.lemma in words("delivering", "verbs")), None)
    if act is None:
        act = misread_act(draft, verb)
    if act is None and verb.lemma in words("binding", "firm"):
        act = next((c for c in about if c.dep == "xcomp" and c.tag == "VB"), None)
    told = verb.lemma == "promise" and verb.dep in ("ccomp", "relcl", "advcl", "csubj", "ROOT") and bool(verb.has("dobj", "dative"))
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    bound = under(draft, verb) or (agreement_near(draft, verb) if verb.lemma in ("commit", "undertake", "pledge", "guarantee") else None)
    if verb.dep == "relcl" and not told and (act is None or act.has("dobj", "prep") is None):  # "howitzers it promised to remove" names a term in passing
        return None
    sure = verb.lemma in words("binding", "firm") or (verb.lemma in ("agree", "promise") and act is not None and act.lemma != "extend" and act.head is verb)
    if not told and (act is None or (bound is None and exchange is None and not sure)):
        return None
    party = addressee(draft, who) if who.lower == "you" else party_at(draft, who)
    if party is None:
        return None
    top = verb.head if told and verb.dep in ("ccomp", "csubj") and verb.head.lemma == "be" else verb
    span = clause_span(draft.parsed, top, owner=who)
    what: Span | str = right_span(draft.parsed, about) if about else span
    if told and act is None:
        what = pointed_at(draft, top) or what
    elif act is not None:
        what = without(act_span(draft, act), exchange, draft)
    return Found(verb, span, party, "owed", what, exchange, rule="promised")


def misread_act(draft: Draft, verb: Token) -> Token | None:
    """The verb right behind "to" that the parse took for an adjective or noun ("undertook to clear mines")."""
    after = draft.parsed.tokens[verb.i + 1 : verb.i + 3]
    return after[1] if len(after) == 2 and after[0].lower == "to" and after[1].lower in words("delivering", "verbs") and after[1].tag != "VB" else None


def without(span: Span, exchange: Span | None, draft: Draft) -> Span:
    """*span* up to the words that say what is given in return."""
    if exchange is None or not span.overlaps(exchange) or exchange.start <= span.start:
        return span
    return right_trim(draft, Span(span.start, exchange.start))


def right_trim(draft: Draft, span: Span) -> Span:
    """*span* without blanks and punctuation at its end."""
    return Span(span.start, span.start + len(span.of(draft.parsed.report.text).rstrip(" ,;–—")))


def pointed_at(draft: Draft, verb: Token) -> str | None:
    """What "that is what you promised" points to: the topic of the last position before it."""
    before = [p for p in draft.positions if p.span.end <= verb.start]
    return max(before, key=lambda p: p.span.end).topic if before else None


def under_terms(draft: Draft, verb: Token) -> Found | None:
    """ "Under the deal, the rebels will release 40 soldiers"."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    passive = verb.dep == "xcomp" and verb.head.lemma in (words("binding", "passive") | {"be", "have", "due"})
    top = verb.head if passive else verb
    if not (aux & {"will", "would", "must", "shall", "'ll"} or passive) or negated(verb):
        return None
    bound = under(draft, top) or (under(draft, verb) if passive else None)
    if bound is None or (verb.lemma not in words("delivering", "verbs") and not passive):
        return None
    who = subject(verb) or verb.has("nsubjpass")
    party = party_at(draft, who) if who is not None else None
    if party is None:
        return None
    span = clause_span(draft.parsed, top, owner=who)
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    return Found(verb, span, party, "owed", without(act_span(draft, verb), exchange, draft), exchange, rule="term")


def is_to(draft: Draft, verb: Token) -> Found | None:
    """ "Thailand is to free 18 soldiers", where an agreement is spoken of; "must" in the report's own voice binds as well."""
    top = verb.head if verb.dep == "xcomp" and verb.head.lemma == "be" and verb.head.tag in ("VBZ", "VBP", "VBD") else verb
    must = "must" in {c.lower for c in verb.children if c.dep == "aux"} and not negated(verb) and speaker_at(draft, Span(verb.start, verb.end)) is None
    if (top is verb and not must) or verb.lemma not in words("delivering", "verbs") or agreement_near(draft, verb, FAR) is None:
        return None
    who = top.has("nsubj") or verb.has("nsubj")
    party = party_at(draft, who) if who is not None else None
    if party is None:
        return None
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    return Found(verb, clause_span(draft.parsed, top, owner=who), party, "owed", without(act_span(draft, verb), exchange, draft), exchange, rule="term")


def shall(draft: Draft, verb: Token) -> Found | None:
    """ "The Republic shall release 32 servicemen": the language of agreements."""
    who = verb.has("nsubj")
    if "shall" not in {c.lower for c in verb.children if c.dep == "aux"} or who is None or first_person(who) or verb.lemma in ("be", "see", "have"):
        return None
    party = party_at(draft, who)
    if party is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", act_span(draft, verb), rule="term")


def observed(draft: Draft, verb: Token) -> Found | None:
    """ "The army accepted a seven-day pause": who accepts a truce owes its keeping."""
    if verb.lemma not in ("accept", "agree", "announce", "declare", "sign") or negated(verb) or verb.tag not in ("VBD", "VBN"):
        return None
    below = [c for c in verb.children if c.dep == "dobj"] + [
        g for c in verb.children if c.dep == "prep" and c.lower in ("to", "on") for g in c.children if g.dep == "pobj"
    ]
    truce = next((t for t in below if t.lemma in words("hostile", "truces") or t.lower in words("hostile", "truces")), None)
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if truce is None or party is None or verb.lemma in ("announce", "declare") or any(c.lower in ("if", "would") for c in verb.children):
        return None
    return Found(
        verb, clause_span(draft.parsed, verb, owner=who), party, "owed", f"observe {np_span(draft.parsed, truce).of(draft.parsed.report.text)}", rule="truce"
    )


def by_agreement(draft: Draft, verb: Token) -> Found | None:
    """ "The accord obliges both armies to withdraw", "the deal calls for Turkey to"."""
    who = verb.has("nsubj") or (verb.head if verb.dep == "relcl" else None)
    if (
        who is None
        or not is_agreement(who)
        or (tentative(who) and any(c.lower not in ("a", "an", "new", "draft", "proposed") for c in who.children if c.dep in ("det", "amod")))
    ):
        return None
    if entry(verb, words("binding", "agreement")) is None and verb.lemma not in words("binding", "agreement"):
        return None
    if negated(verb) or any(c.lower in ("could", "might", "may") for c in verb.children if c.dep == "aux"):
        return None
    act = next((t for t in verb.subtree() if t.i > verb.i and t.tag == "VB" and any(c.lower == "to" for c in t.children)), None)
    doer = subject_between(verb, act) if act is not None else None
    party = party_at(draft, doer) if doer is not None else None
    if party is None or act is None:
        return None
    return Found(
        verb, clause_span(draft.parsed, verb, owner=who), party, "owed", right_span(draft.parsed, [act]), rule="agreement", agreement=np_span(draft.parsed, who)
    )


def subject_between(verb: Token, act: Token) -> Token | None:
    """Who has to do *act* according to the agreement that is the subject of *verb*."""
    own = act.has("nsubj") or verb.has("dobj")
    if own is not None:
        return own
    for child in verb.children:
        if child.dep == "prep" and child.lower in ("for", "on") and child.has("pobj") is not None:
            return child.has("pobj")
    return None


def in_return(draft: Draft, found: Found) -> Found | None:
    """The other half of an exchange, owed by the other side."""
    if found.in_return is None:
        return None
    tokens = draft.parsed.within(found.in_return)
    by = next((t.has("pobj") for t in tokens if t.lower == "by" and t.has("pobj") is not None), None)
    party = (party_at(draft, by) if by is not None else None) or other_party(draft, found.trigger, found.obligor)
    if party is None or party == found.obligor:
        return None
    text = found.in_return.of(draft.parsed.report.text)
    given = next((text[len(o) :].strip() for o in sorted(words("frames", "exchange")) if text.lower().startswith(o)), text)
    back = found.what if isinstance(found.what, Span) else None
    return Found(found.trigger, found.in_return, party, "owed", given, back, found.obligor, rule="in return")
