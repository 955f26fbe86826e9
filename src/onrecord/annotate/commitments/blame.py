"""Breaches said by nouns and by accusing: "repeated violations by the army", "accused the rebels of dragging men off a bus"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, speaker_at, subject, verb_of
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.defaults import other_of_two
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.omissions import alleged
from onrecord.annotate.commitments.sides import actor, other_party
from onrecord.annotate.commitments.terms import (
    act_span,
    agreement_below,
    agreement_near,
    anywhere,
    is_agreement,
    is_duty,
    observe,
    tentative,
    thought_of,
    words,
)
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token

WIDE = 150
"""Words before an accusation in which an agreement must be spoken of."""


def blamed_at(draft: Draft, token: Token) -> Found | None:
    """The breach that a noun names, or of which somebody is accused as an act."""
    if token.pos == "NOUN":
        return breach_noun(draft, token) or broken_promise(draft, token)
    return accused_act(draft, token) if token.tag == "VBG" else None


def accused_act(draft: Draft, verb: Token) -> Found | None:
    """ "Accused the rebels of withholding 24 of them", where an agreement is spoken of."""
    prep = verb.head
    agreed = {i for t in verb.subtree() if t.lower in words("breaking", "promised") for i in (t.i - 1, t.i - 2)}
    less = any(t.lower == "than" and t.i in agreed for t in verb.subtree())  # "fewer men than agreed"
    if verb.lemma not in words("hostile", "verbs") and not less:
        return None
    if verb.dep != "pcomp" or prep.dep != "prep" or prep.head.lemma not in words("breaking", "blaming"):
        return None
    bound = agreement_near(draft, verb, WIDE)
    who = prep.head.has("dobj", "nsubjpass")
    accuser = subject(prep.head)
    if other_of_two(prep.head, who) and accuser is not None and (bound is not None or less):  # "each side accused the other of shelling"
        pair = main_parties(draft)
        both = " and ".join(pair) if len(pair) == 2 else actor(draft, accuser)
        if both is None:
            return None
        what = observe(draft, bound) if bound is not None and not less else act_span(draft, verb)
        return Found(verb, clause_span(draft.parsed, prep.head, owner=accuser), both, "disputed", what, rule="accused")
    party = actor(draft, who) if who is not None else None
    if less and party is not None:
        span = clause_span(draft.parsed, prep.head, owner=accuser)
        return Found(verb, span, party, "breached", act_span(draft, verb), rule="accused")
    if party is None or bound is None or thought_of(bound):
        return None
    span = clause_span(draft.parsed, prep.head, owner=subject(prep.head))
    return Found(verb, span, party, "breached", observe(draft, bound), rule="accused", agreement=np_span(draft.parsed, bound))


def broken_promise(draft: Draft, noun: Token) -> Found | None:
    """ "Had killed 14 fighters despite a promise to scale down": what was promised and not done."""
    act = next((c for c in noun.children if c.dep == "acl" and c.tag == "VB"), None)
    if noun.lemma not in words("hostile", "promises") or act is None or noun.dep != "pobj" or noun.head.lower not in ("despite", "against"):
        return None
    verb = verb_of(noun)
    who = noun.has("poss") or subject(verb)
    party = actor(draft, who) if who is not None else None
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(noun, Span(span.start, max(span.end, act_span(draft, act).end)), party, "breached", act_span(draft, act), rule="promise")


def breach_noun(draft: Draft, noun: Token) -> Found | None:
    """ "Repeated violations of the truce by the army", "this is a breach of what was agreed", "in violation of the accord"."""
    if noun.lemma not in words("breaking", "nouns"):
        return None
    what = agreement_below(noun) or agreement_near(draft, noun) or (anywhere(draft) if noun.lemma in ("breach", "violation") else None)
    if what is None or (is_duty(what) and not is_agreement(what) and what.lemma in ("end", "side", "part")):
        return None
    if is_agreement(what) and tentative(what) and what in noun.subtree():
        return None
    if any(c.lower == "no" for c in noun.children) and noun.head.lemma == "be":  # "there has been no breach": a denial, by whoever speaks
        speaker = speaker_at(draft, Span(noun.start, noun.end))
        denied = Found(noun, clause_span(draft.parsed, noun.head), speaker or "", "disputed", observe(draft, what), rule="breach")
        return denied if speaker is not None else None
    party = breaker(draft, noun) or alleged(draft, noun)
    if party is None:
        return None
    open_ = verb_of(noun).lemma in words("breaking", "denying") or " and " in party  # counted by a third, of both: nobody is accused
    account: Account = "disputed" if open_ else "breached"
    if noun.dep == "dobj" and noun.head.lemma in words("breaking", "alleging") and subject(noun.head) is not None:
        span = clause_span(draft.parsed, noun.head, owner=subject(noun.head))
        return Found(noun, span, party, account, observe(draft, what), rule="breach", agreement=np_span(draft.parsed, what))
    whole = noun.dep == "attr" or (noun.dep == "pobj" and noun.head.lower == "in")
    span = clause_span(draft.parsed, verb_of(noun)) if noun.dep == "attr" else np_span(draft.parsed, noun)
    if whole and noun.dep == "pobj":
        span = Span(noun.head.start, span.end)
    return Found(noun, span, party, account, observe(draft, what), rule="breach", agreement=np_span(draft.parsed, what))


def breaker(draft: Draft, noun: Token) -> str | None:
    """Whose breach a noun names: its possessor, "by X", who is accused, else, of "this is a violation", the side that does not speak."""
    who = noun.has("poss")
    for child in noun.subtree():
        if who is None and child.dep in ("prep", "agent") and child.lower in ("by", "from") and child.has("pobj") is not None:
            who = child.has("pobj")
    who = accused(noun, who)
    if who is None and noun.dep == "pobj" and noun.head.lower == "in":
        who = subject(verb_of(noun))
    judge = judged_by(draft, noun)
    if who is None and judge is not None:
        return other_party(draft, noun, judge)
    if who is None and noun.dep == "attr":
        opener = noun.head.has("nsubj")
        if opener is not None and opener.lower in ("this", "that", "it", "these"):
            speaker = speaker_at(draft, Span(noun.start, noun.end))
            return other_party(draft, noun, speaker) if speaker is not None else None
    if who is None:
        return None
    if who.lemma == "side" and any(c.lower in ("other", "opposing", "rival") for c in who.children):
        return other_party(draft, noun, speaker_at(draft, Span(noun.start, noun.end)))
    return actor(draft, who)


def judged_by(draft: Draft, noun: Token) -> str | None:
    """Which side calls a deed a breach: "Armenia called the shelling a violation of the truce", "described it as a breach"."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "as" else noun.head if noun.dep in ("oprd", "attr", "dobj") else None
    if verb is None or verb.lemma not in words("breaking", "calling") or negated(verb):
        return None
    who = subject(verb)
    own = actor(draft, who) if who is not None else None
    return own if own in main_parties(draft) else None


def accused(noun: Token, who: Token | None) -> Token | None:
    """Who is blamed for a breach where the noun itself names nobody but a pronoun: the object of the verb of accusing above."""
    if who is not None and who.pos != "PRON":
        return who
    for head in noun.ancestors():
        if head.pos == "VERB":
            if head.lemma in words("breaking", "blaming") and head.has("dobj") is not None:
                return head.has("dobj")
            if head.lemma not in ("implement", "violate"):
                break
    return who
