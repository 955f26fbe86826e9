"""What an agreement says is to be done: "under the deal … will", "is to", "shall", "obliges both to", "provides for the release of", ratios."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import first_person, main_parties, ranked_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import entry
from onrecord.annotate.commitments.acts import deed_noun, idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, in_return_for_it, likely_keeper, other_party, owing, people_of, side_of_people
from onrecord.annotate.commitments.terms import act_span, binding_subject, is_agreement, phrase_after, stands, tentative, to_do, under, without, words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

CARRY = 70
"""Words back to the sentence of the same paragraph that opens the terms."""
WEAK = frozenset({"call for", "include", "demand", "see", "allow for", "allow", "specify"})
"""What people do too: they make a term only with an agreement as subject, never with "it"."""


def semi_modal(verb: Token) -> bool:
    """Whether *verb* stands under "is to", "has to", "is obliged to", "is due to"."""
    return verb.dep == "xcomp" and verb.head.lemma in (words("binding", "passive") | {"be", "have", "due"}) and to_do(verb)


def framed(draft: Draft, verb: Token) -> Token | None:
    """The agreement or "in return" under which a clause stands, its own or that of the clause it is joined to."""
    joined = [c for c in verb.children if c.dep == "conj" and c.i > verb.i and c.pos == "VERB"]
    agent = verb.head.has("agent") if verb.dep == "xcomp" else None
    by = agent.has("pobj") if agent is not None else None
    if by is not None and is_agreement(by):  # "are obliged by the accord to disclose"
        return by
    above = (verb.head,) if verb.dep in ("conj", "xcomp") or beside(verb) else ()
    over: tuple[Token, ...] = (verb.head.head,) if verb.head.dep == "conj" and verb.dep == "xcomp" else ()
    over += (verb.head,) if verb.dep in ("ccomp", "parataxis") and verb.head.i > verb.i and verb.head.lemma not in words("nominal", "stating") else ()
    for at in (verb, *joined, *above, *over):
        real = not {c.lower for c in at.children if c.dep == "aux"} & {"would", "could", "might", "may"}  # "under a deal … will free": it is there
        bound = under(draft, at, done=real) or (at if in_return_for_it(at) else None)
        if bound is not None:
            return bound
    return spelled_out(draft, verb)


def spelled_out(draft: Draft, verb: Token) -> Token | None:
    """The agreement whose terms stand after a colon: "the terms of the truce are: the rebels will free nine; neither side will lay mines"."""
    sentence = draft.parsed.sentence_of(verb)
    before = draft.parsed.tokens[sentence.first : verb.i]
    colon = next((t.i for t in before if t.text == ":"), None)
    opening = [t for t in before if colon is not None and t.i < colon]
    holds = any(t.lemma in words("listed", "heads") or t.lemma in words("listed", "agreeing") for t in opening)
    return next((t for t in opening if is_agreement(t) and stands(t)), None) if holds else None


def beside(verb: Token) -> bool:
    """Whether a clause stands over against another one that opens under an agreement: "…, while Asmara would let convoys pass"."""
    return verb.dep == "advcl" and any(c.lower in ("while", "whereas") and c.dep == "mark" for c in verb.children)


def under_terms(draft: Draft, verb: Token) -> Found | None:
    """ "Under the deal, the rebels will release 40 soldiers", "may spend the funds only on food", "in return, the firm will pay"."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    semi = semi_modal(verb)
    top = verb.head if semi else verb
    rate = verb.tag in ("VBZ", "VBP") and verb.lemma in words("hostile", "captive") and any(t.lower in ("every", "each") for t in verb.subtree())
    limited = bool(aux & {"may", "can"}) and (negated(verb) or any(t.lower == "only" for t in verb.subtree()))
    barred = negated(verb) and not (limited or aux & {"must", "shall"} or semi)
    if not (aux & {"will", "would", "must", "shall", "'ll"} or semi or limited or rate) or (barred and spelled_out(draft, verb) is None):
        return None
    if idle(verb) or any(c.lower in ("if", "unless") for c in verb.children if c.dep == "mark"):
        return None
    bound = framed(draft, verb)
    if bound is None:
        return None
    party = owing(draft, verb)
    if party is None:
        return None
    who = verb.has("nsubj", "nsubjpass") or top.has("nsubj", "nsubjpass") or (subject(verb) if verb.dep != "conj" else None)
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    return Found(
        verb, clause_span(draft.parsed, top, owner=who), party, "owed", without(act_span(draft, verb), exchange, draft), exchange, rule="term", act=verb
    )


def announced(draft: Draft, verb: Token) -> Found | None:
    """ "Iran will let five of them leave within 48 hours of the arrival of the funds": what a side says of its own part in an exchange that is agreed."""
    will = {c.lower for c in verb.children if c.dep == "aux"} & {"will", "'ll"}
    lets = verb.lemma in words("hostile", "captive") or (verb.lemma in ("let", "allow") and any(c.dep in ("ccomp", "xcomp") for c in verb.children))
    who = verb.has("nsubj")
    if not will or not lets or negated(verb) or who is None or any(c.dep == "advcl" and c.has("mark") is not None for c in verb.children):
        return None
    swap = next((t for t in draft.parsed.tokens[: verb.i] if is_agreement(t) and t.lemma in ("swap", "exchange", "deal", "agreement", "truce")), None)
    party = actor(draft, who)
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    if swap is None or idle(verb) or tentative(swap) or party is None or party not in main_parties(draft) or speaker not in (None, party):
        return None
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, span, party, "owed", without(act_span(draft, verb), exchange, draft), exchange, rule="announced", act=verb)


def carried(draft: Draft, verb: Token) -> Found | None:
    """ "Under the deal, the rebels will free 40. Manila will lift the blockade": the next sentence of the paragraph goes on with the terms."""
    aux = {c.lower for c in verb.children if c.dep == "aux"} & {"will", "'ll", "would", "must"}
    if not (aux or in_turn(verb)) or idle(verb) or verb.dep not in ("ROOT", "conj", "ccomp", "parataxis"):
        return None
    barred = negated(verb) and aux <= {"will", "'ll"}
    if (negated(verb) and not barred) or not (barred or verb.lemma in words("delivering", "verbs") | words("followed", "leaving") | words("acts", "lasting")):
        return None
    if any(c.dep == "advcl" and c.has("mark") is not None for c in verb.children) or speaker_at(draft, Span(verb.start, verb.end)) in main_parties(draft):
        return None
    first = draft.parsed.sentence_of(verb).first
    before = [t for t in draft.parsed.tokens[max(first - CARRY, 0) : verb.i] if t.block == verb.block]
    opened = any(t.pos == "VERB" and under(draft, t) is not None and any(c.dep == "aux" for c in t.children) for t in before if verb not in t.subtree())
    if not (opened or any(told_of(t) or concluded(t) for t in before if t.i < first)):
        return None
    party = owing(draft, verb)
    who = verb.has("nsubj", "nsubjpass")
    if party is None or who is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", act_span(draft, verb), rule="term", act=verb)


def in_turn(verb: Token) -> bool:
    """Whether a clause in the present tells the other side's part: "the union in turn drops its complaint"."""
    now = verb.tag in ("VBZ", "VBP") and not any(c.dep in ("aux", "auxpass") for c in verb.children)
    line = " ".join(t.lower for t in verb.subtree())
    return now and any(f"{p} " in f"{line} " for p in ("in turn", "in return", "for its part", "for their part"))


def concluded(noun: Token) -> bool:
    """Whether a sentence tells that an agreement was made ("signed a settlement on Friday", "a deal was reached")."""
    verb = noun.head
    made = noun.dep in ("dobj", "nsubjpass") and verb.lemma in words("agreement", "making") and verb.tag in ("VBD", "VBN")
    return is_agreement(noun) and made and not negated(verb) and stands(noun)


def told_of(noun: Token) -> bool:
    """Whether a sentence is about an agreement that was made ("the arrangement reached on 28 May was simple")."""
    made = any(c.dep in ("acl", "relcl") and c.lemma in ("reach", "sign", "strike", "agree", "conclude") for c in noun.children)
    made |= noun.head.lemma == "be" and noun.head.tag in ("VBD", "VBZ") and any(c.dep == "acomp" for c in noun.head.children)  # "the arrangement was simple"
    return is_agreement(noun) and noun.dep == "nsubj" and made and not tentative(noun)


def ruled(draft: Draft, verb: Token) -> Found | None:
    """ "The panel ruled that the airline must reinstate the pilots": what a court or arbitrator finds due."""
    if not {c.lower for c in verb.children if c.dep == "aux"} & {"must", "shall", "should"} or verb.has("nsubj") is None or negated(verb):
        return None
    above = next((h for h in verb.ancestors() if h.lemma in words("courts", "verbs")), None)
    judge = subject(above) if above is not None else None
    who = verb.has("nsubj")
    party = actor(draft, who) if who is not None else None
    if judge is None or judge.lemma.lower() not in words("courts", "nouns") or party is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", act_span(draft, verb), rule="ordered", act=verb)


def shall(draft: Draft, verb: Token) -> Found | None:
    """ "The Republic shall release 32 servicemen": the language of agreements."""
    who = verb.has("nsubj")
    if "shall" not in {c.lower for c in verb.children if c.dep == "aux"} or who is None or first_person(who) or verb.lemma in ("be", "see", "have"):
        return None
    party = actor(draft, who)
    if party is None:
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", act_span(draft, verb), rule="term", act=verb)


def obliged_by(draft: Draft, verb: Token) -> Found | None:
    """ "Are obliged by the accord to disclose where the mines were laid"."""
    by, who = verb.has("agent"), verb.has("nsubjpass")
    source = by.has("pobj") if by is not None else None
    if source is None or who is None or not is_agreement(source) or verb.lemma not in words("binding", "passive") or negated(verb):
        return None
    act = next((t for t in verb.subtree() if t.i > verb.i and to_do(t)), None)
    party = actor(draft, who)
    if act is None or party is None:
        return None
    name = np_span(draft.parsed, source, bare=True)
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "owed", right_span(draft.parsed, [act]), rule="agreement", agreement=name, act=act)


def by_agreement(draft: Draft, verb: Token) -> Found | None:
    """ "The accord obliges both armies to withdraw", "it provides for the release of detainees", "barred the rebels from carrying arms"."""
    who = provider(verb)
    source = binding_subject(draft, who) if who is not None else None
    denied = negated(verb) and not any(c.dep == "neg" and c.i > verb.i for c in verb.children)  # "commits Ostria not to mine its harbours"
    if who is None or source is None or denied or any(c.lower in ("could", "might", "may") for c in verb.children if c.dep == "aux"):
        return None
    if tentative(who) and any(c.lower not in ("a", "an", "new", "draft", "proposed") for c in who.children if c.dep in ("det", "amod")):
        return None
    governed = entry(verb, words("binding", "agreement"))
    weak = verb.lemma in WEAK or any(f"{verb.lemma} {c.lower}" in WEAK for c in verb.children)
    if weak and who.lower in ("it", "this"):
        return None
    if verb.lemma in words("binding", "forbidding"):
        return forbidden(draft, verb, who)
    if governed is None and verb.lemma not in words("binding", "agreement"):
        return None
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i and c.has("nsubj") is not None and c.has("aux") is None), None)
    gerund = next((g for c in verb.children if c.dep == "prep" and c.lower == "to" for g in c.children if g.dep == "pcomp"), None)
    act = clause or gerund or next((t for t in verb.subtree() if t.i > verb.i and to_do(t)), None)  # "requires that the militia hand over its mortars"
    doer = subject_between(verb, act) if act is not None else None
    party = actor(draft, doer) if doer is not None else None
    span = clause_span(draft.parsed, verb, owner=who)
    if party is not None and act is not None:
        return Found(verb, span, party, "owed", right_span(draft.parsed, [act]), rule="agreement", agreement=np_span(draft.parsed, source), act=act)
    return provided(draft, verb, governed or [], source)


def provider(verb: Token) -> Token | None:
    """What provides or obliges: the subject, also where a participle beside it was taken for the verb ("the deal struck in May provides for …")."""
    if verb.has("nsubj") is not None:
        return verb.has("nsubj")
    if verb.dep in ("relcl", "acl") and verb.tag != "VBN":
        return verb.head
    parted = verb.dep in ("advcl", "ccomp", "dep") and verb.tag in ("VBZ", "VBP") and verb.has("mark") is None and verb.head.tag in ("VBD", "VBN")
    return verb.head.has("nsubj", "nsubjpass") if parted else subject(verb) if verb.dep == "conj" else None


def forbidden(draft: Draft, verb: Token, who: Token) -> Found | None:
    """ "Barred the guerrillas from carrying weapons": they owe not to."""
    doer, act = verb.has("dobj"), next((t for c in verb.children if c.dep == "prep" and c.lower == "from" for t in c.children if t.dep == "pcomp"), None)
    party = actor(draft, doer) if doer is not None else None
    if party is None or act is None:
        return None
    return Found(
        verb, clause_span(draft.parsed, verb, owner=who), party, "owed", f"not {right_span(draft.parsed, [act]).of(draft.parsed.report.text)}", rule="agreement"
    )


def provided(draft: Draft, verb: Token, governed: list[Token], source: Token) -> Found | None:
    """ "Provides for the withdrawal of Eritrean troops", "commits both to a permanent ceasefire": a deed as a noun, owed by whom it names or by both."""
    if verb.lemma in ("commit", "bind", "oblige", "hold"):
        nouns = [g for c in verb.children if c.dep in ("prep", "dative") and c.lower == "to" for g in c.children if g.dep == "pobj"]
        doer = verb.has("dobj")
    else:
        nouns = [n for t in governed for n in ((t,) if t.dep == "dobj" else [g for g in t.children if g.dep == "pobj"])]
        doer = None
    deed = next((d for n in nouns if (d := deed_noun(n)) is not None), None)
    if deed is None:
        return None
    party = (actor(draft, doer) if doer is not None else None) or doer_of_deed(draft, deed)
    if party is None:
        return None
    end = right_span(draft.parsed, [deed]).end
    span = clause_span(draft.parsed, verb, owner=verb.has("nsubj"))
    exchange = phrase_after(draft, verb, words("frames", "exchange"))
    whole = without(Span(span.start, max(end, span.end)), exchange, draft)
    what = without(np_span(draft.parsed, deed), exchange, draft)
    return Found(verb, whole, party, "owed", what, exchange, rule="agreement", agreement=np_span(draft.parsed, source))


def doer_of_deed(draft: Draft, deed: Token) -> str | None:
    """Who is to do a deed that a noun names: "by X", whose withdrawal it is, who holds the people that are freed, else both sides."""
    for prep in deed.children:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from") and (below := prep.has("pobj")) is not None:
            party = actor(draft, below)
            if party is not None:
                return party
    holder = deed.has("poss")
    owner = actor(draft, holder) if holder is not None else None
    if owner is not None:  # "Israel's withdrawal from the zone"
        return owner
    whose = next((c.has("pobj") for c in deed.children if c.dep == "prep" and c.lower == "of"), None)
    own = side_of_people(draft, whose) if whose is not None else None
    if own is not None and deed.lemma in words("acts", "leaving"):
        return own
    if own is not None:
        return other_party(draft, deed, own)
    named = bare_side(draft, whose) if whose is not None and deed.lemma in words("acts", "leaving") else None
    held = likely_keeper(draft, whose) if whose is not None and people_of(whose) & (words("people", "taken") | words("people", "captives")) else None
    pair = main_parties(draft)
    return named or held or (" and ".join(pair) if len(pair) == 2 else None)


def bare_side(draft: Draft, people: Token) -> str | None:
    """The party that a noun before people or arms names ("the withdrawal of government troops")."""
    beside = next((c for c in people.children if c.dep in ("compound", "amod", "nmod", "poss")), None)
    party = actor(draft, beside) if beside is not None else None
    return party if party in ranked_parties(draft) else None


def subject_between(verb: Token, act: Token) -> Token | None:
    """Who has to do *act* according to the agreement that is the subject of *verb*."""
    own = act.has("nsubj") or verb.has("dobj")
    if own is not None:
        return own
    for child in verb.children:
        if child.dep == "prep" and child.lower in ("for", "on") and child.has("pobj") is not None:
            below = child.has("pobj")
            return below
    return None
