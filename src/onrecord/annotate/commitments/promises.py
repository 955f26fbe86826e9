"""What somebody binds itself or another to by words: promises, assurances, orders of courts, acceptances."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, complements, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.acts import about_talks, cut, deed_noun, idle, joined_acts
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, addressee, not_the_speaker, parties_near, releaser, they_of_quotation
from onrecord.annotate.commitments.terms import agreement_near, dead, is_agreement, phrase_after, tentative, to_do, under, without, words
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token

FAR = 150
"""Words before a promise in which an agreement makes any act of it a duty."""
NEAR = 30
"""Words before a promise without a promiser in which the other side is named."""
REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "ourselves"})
OPEN = frozenset({"would", "could", "might", "may", "should", "must", "to", "will", "if", "can", "unless", "whether"})
"""Words before a verb of promising that leave it undone."""


def pending(verb: Token) -> bool:
    """Whether a verb of promising tells no promise that was made: denied, wished for, supposed, or an adjective."""
    return negated(verb) or verb.dep == "amod" or any(c.lower in OPEN for c in verb.children if c.dep in ("aux", "mark"))


def promised(draft: Draft, verb: Token) -> Found | None:
    """ "Committed to releasing", "pledged to let convoys in", "agreed to withdraw": what the subject binds itself to."""
    if verb.lemma not in words("binding", "own") or pending(verb):
        return None
    about = complements(verb, frozenset({"to"}))
    who = subject(verb)
    if who is None or (verb.has("auxpass") and verb.lemma != "commit"):
        return None
    act = promised_act(draft, verb, about)
    told = handed_down(verb)
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    if verb.dep == "relcl" and not told and (act is None or act.has("dobj", "prep") is None):  # "howitzers it promised to remove" names a term in passing
        return None
    if not told and (act is None or not (exchange is not None or sure(draft, verb, act))):
        return None
    party = addressee(draft, who) if who.lower == "you" else (they_of_quotation(draft, who) or not_the_speaker(draft, who) if told else actor(draft, who))
    if act is not None and act.lemma in words("hostile", "captive") | {"let"}:
        party = releaser(draft, who, party)
    if party is None:
        return None
    top = verb.head if told and verb.dep in ("ccomp", "csubj") and verb.head.lemma == "be" else verb
    span = clause_span(draft.parsed, top, owner=who)
    what: Span | str = right_span(draft.parsed, about) if about else span
    if told and act is None:
        what = pointed_at(draft, top) or what
    elif act is not None:
        what = without(cut(draft, act, joined_acts(act, verb)), exchange, draft)
    return Found(verb, span, party, "owed", what, exchange, rule="promised", act=act)


def promised_act(draft: Draft, verb: Token, about: list[Token]) -> Token | None:
    """The deed that is promised: the infinitive or gerund under *verb*, talk about talks left out."""
    direct = next((c for c in about if c.dep in ("xcomp", "ccomp", "advcl") and to_do(c)), None) if verb.lemma != "commit" else None
    if direct is not None:
        return direct if not idle(direct) or (direct.lemma in words("delivering", "verbs") and not about_talks(direct)) else None
    act = next((t for c in about for t in c.subtree() if t.pos == "VERB" and t.lemma in words("delivering", "verbs")), None)
    return act if act is not None and not idle(act) else misread_act(draft, verb)


def sure(draft: Draft, verb: Token, act: Token) -> bool:
    """Whether a promise binds without more: a solemn vow must be about a concession, an agreement must be its speaker's own act."""
    if any(c.dep == "neg" for c in act.children):  # nobody promises without cause not to do something
        return True
    known = act.lemma in words("delivering", "verbs")
    if verb.lemma in words("binding", "solemn"):
        return known and act.lemma not in words("hostile", "vowed")
    if verb.lemma in words("binding", "firm"):
        return known or agreement_near(draft, verb, FAR) is not None or (act.dep == "xcomp" and verb.lemma in ("undertake", "commit", "guarantee"))
    if act.head is verb and together(subject(verb)) and act.has("dobj") is not None:  # "the warring parties agreed to form a joint force"
        return True
    return act.head is verb and (known or under(draft, verb) is not None or agreement_near(draft, verb) is not None)


def together(who: Token | None) -> bool:
    """Whether a subject is both sides: "the warring parties", "the two armies", "A and B"."""
    if who is None:
        return False
    plural = who.tag in ("NNS", "NNPS") and who.lemma.lower() in ("party", "side", "army", "government", "delegation", "country", "neighbour", "neighbor")
    return plural or (who.pos == "PROPN" and any(c.dep == "conj" and c.pos == "PROPN" for c in who.children))


def handed_down(verb: Token) -> bool:
    """Whether "promised" has somebody as its object ("that is what you promised us"), not one's own people or one another."""
    if verb.lemma != "promise" or verb.dep not in ("ccomp", "relcl", "advcl", "csubj", "ROOT"):
        return False
    whom = verb.has("dative") or verb.has("dobj")
    if whom is None or verb.has("xcomp") is not None or (whom.dep == "dobj" and whom.pos != "PRON"):
        return False
    return not any(c.dep == "poss" and c.lower in ("its", "their", "his", "her", "our", "my") for c in whom.children) and whom.lower not in ("other", "another")


def misread_act(draft: Draft, verb: Token) -> Token | None:
    """The verb right behind "to" that the parse took for an adjective or noun ("undertook to clear mines")."""
    after = draft.parsed.tokens[verb.i + 1 : verb.i + 3]
    return after[1] if len(after) == 2 and after[0].lower == "to" and after[1].lower in words("delivering", "verbs") and after[1].tag != "VB" else None


def pointed_at(draft: Draft, verb: Token) -> str | None:
    """What "that is what you promised" points to: the topic of the last position before it."""
    before = [p for p in draft.positions if p.span.end <= verb.start]
    return max(before, key=lambda p: p.span.end).topic if before else None


def assured(draft: Draft, verb: Token) -> Found | None:
    """ "Promised that the maps would be handed over by Friday", "assured us that the ministry would reply": owed by who says so."""
    if verb.lemma not in words("binding", "assuring") or pending(verb):
        return None
    clauses = [c for c in verb.children if c.dep in ("ccomp", "advcl") and c.i > verb.i]
    clauses += [g for c in verb.children if c.dep in ("dobj", "dative") for g in c.children if g.dep == "relcl" and g.has("mark") is not None]
    clauses += [g for c in clauses for g in c.children if g.dep == "conj"]
    act = next((c for c in clauses if any(a.lower in ("will", "would", "'ll", "shall") for a in c.children if a.dep == "aux")), None)
    who = subject(verb)
    if act is None or who is None or idle(act):
        return None
    party = actor(draft, who)
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    end = right_span(draft.parsed, [act]).end
    own = act.has("nsubj") or (subject(act) if act.dep == "conj" else None)
    doer = actor(draft, own) if own is not None else None
    if doer is not None and doer in main_parties(draft):  # a minister assures for his government
        party = doer
    if act.dep == "conj":
        return Found(act, clause_span(draft.parsed, act), party, "owed", right_span(draft.parsed, [act]), rule="assured", act=act)
    return Found(verb, Span(span.start, max(span.end, end)), party, "owed", right_span(draft.parsed, [act]), rule="assured", act=act)


def reassured(draft: Draft, verb: Token) -> Found | None:
    """ "He was assured that no raid would be tried": owed by whom the words name, else by the other one of those told of just before."""
    who = verb.has("nsubjpass")
    if verb.lemma not in words("binding", "assuring") or who is None or pending(verb) or verb.dep in ("relcl", "advcl"):
        return None
    clauses = [c for c in verb.children if c.dep == "ccomp" and c.i > verb.i]
    clauses += [g for c in verb.children if c.dep in ("ccomp", "parataxis") for g in c.children if g.dep == "ccomp"]
    act = next((c for c in clauses if any(a.lower in ("will", "would", "'ll", "shall") for a in c.children if a.dep == "aux")), None)
    if act is None or (idle(act) and act.lemma != "be"):
        return None
    by = verb.has("agent")
    source = by.has("pobj") if by is not None else None
    receiver = actor(draft, who)
    near = [p for p in parties_near(draft, verb, NEAR) if p != receiver and p.lower() not in (receiver or "").lower()]
    party = actor(draft, source) if source is not None else next((p for p in near if p in main_parties(draft)), next(iter(near), None))
    if party is None:
        return None
    what = right_span(draft.parsed, [act])
    start = clause_span(draft.parsed, verb, owner=who).start
    return Found(verb, Span(start, max(what.end, verb.end)), party, "owed", what, obligee=receiver, rule="assured", act=act)


def promised_to(draft: Draft, verb: Token) -> Found | None:
    """ "They were promised an answer by Friday": owed by whom the words name, else by whoever else was just told of."""
    who, thing = verb.has("nsubjpass"), verb.has("dobj", "oprd")
    if verb.lemma not in ("promise", "pledge", "guarantee") or who is None or thing is None or pending(verb) or verb.dep == "relcl":
        return None
    by = verb.has("agent")
    source = by.has("pobj") if by is not None else None
    receiver = actor(draft, who)
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    near = [p for p in parties_near(draft, verb, NEAR) if p not in (receiver, speaker) and p.lower() not in (receiver or "").lower()]
    party = actor(draft, source) if source is not None else next(iter(near), None)
    if party is None:
        return None
    what = f"give {np_span(draft.parsed, thing).of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", what, obligee=receiver, rule="promised to")


def ordered(draft: Draft, verb: Token) -> Found | None:
    """ "The court ordered the union to suspend the strike": what a court or arbitrator has somebody do is owed."""
    who = subject(verb)
    if verb.lemma not in words("courts", "verbs") or pending(verb) or who is None or who.lemma.lower() not in words("courts", "nouns"):
        return None
    act = next((t for c in verb.children if c.dep in ("xcomp", "ccomp", "advcl") for t in c.subtree() if to_do(t)), None)
    doer = (act.has("nsubj") or verb.has("dobj", "dative")) if act is not None else None
    party = actor(draft, doer) if doer is not None else None
    if act is None or party is None or idle(act):
        return None
    return Found(
        verb,
        clause_span(draft.parsed, verb, owner=None if verb.dep == "conj" else who),
        party,
        "owed",
        right_span(draft.parsed, [act]),
        rule="ordered",
        act=act,
    )


def accepted(draft: Draft, verb: Token) -> Found | None:
    """ "The army accepted a seven-day pause", "agreed in Muscat on an exchange", "consented to a halt": who accepts a deed owes it."""
    if (verb.lemma not in words("binding", "taking") | words("binding", "firm") and not renewed(verb)) or pending(verb):
        return None
    if verb.tag not in ("VBD", "VBN", "VBP", "VBZ") or verb.dep in ("acl", "relcl"):
        return None
    below = [c for c in verb.children if c.dep == "dobj" and verb.lemma in {"accept", *words("binding", "firm")}]
    below += [g for c in verb.children if c.dep == "prep" and c.lower in ("to", "on", "upon") for g in c.children if g.dep == "pobj"]
    below += renewed(verb)
    bound = below if verb.lemma == "recommit" or renewed(verb) else []
    deed = next((d for t in below if (d := deed_noun(t)) is not None), None) or next((t for t in bound if is_agreement(t)), None)
    if deed is None and verb.lemma == "commit" and any(c.dep == "dobj" and c.lower in REFLEXIVE for c in verb.children):
        deed = next((t for t in below if t.pos == "NOUN" and t.dep == "pobj"), None)  # "committed itself to one visit a month"
    who = subject(verb)
    party = actor(draft, who) if who is not None and verb.has("auxpass") is None else None
    if deed is not None and dead(deed):
        return None
    if deed is None or party is None or (tentative(deed) and not any(c.lower in ("a", "an") for c in deed.children)):
        return None
    truce = deed.lemma in words("hostile", "truces") or deed.lower in words("hostile", "truces") or deed in bound
    thing = np_span(draft.parsed, deed)
    what: Span | str = f"observe {thing.of(draft.parsed.report.text)}" if truce else thing
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", what, exchange, rule="truce" if truce else "accepted")


def renewed(verb: Token) -> list[Token]:
    """What a renewed commitment is to: "reaffirmed their commitment to the truce"."""
    duty = verb.has("dobj") if verb.lemma in words("nominal", "renewing") else None
    if duty is None or duty.lemma not in words("nominal", "duties") or duty.has("poss") is None:
        return []
    return [g for c in duty.children if c.dep == "prep" and c.lower == "to" for g in c.children if g.dep == "pobj"]


def yet_to(draft: Draft, verb: Token) -> Found | None:
    """ "Have yet to hand over the list": still owed, where an agreement is spoken of."""
    top = verb.head
    if verb.dep != "xcomp" or top.lemma != "have" or not any(c.lower == "yet" for c in (*top.children, *verb.children)):
        return None
    sentence = draft.parsed.of(draft.parsed.sentence_of(verb))
    bound = agreement_near(draft, verb) or next((t for t in sentence if t.lemma in words("binding", "own") and t.tag in ("VBD", "VBN")), None)
    if verb.lemma not in words("delivering", "verbs") or verb.has("dobj") is None or idle(verb) or bound is None:
        return None
    who = top.has("nsubj")
    party = actor(draft, who) if who is not None else None
    if party is None:
        return None
    after = draft.parsed.tokens[verb.i : draft.parsed.sentence_of(verb).last]
    promised = any(a.lower == "as" and any(t.lemma in words("frames", "binding") for t in after[i : i + 5]) for i, a in enumerate(after))
    account: Account = "breached" if promised else "owed"  # "…, as they had pledged to do by Tuesday"
    return Found(verb, clause_span(draft.parsed, top, owner=who), party, account, right_span(draft.parsed, [verb]), rule="yet to", act=verb)
