"""What is owed under an ultimatum: "must surrender by noon", "gave the strikers until Monday", "unless a ransom is paid", "or else"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.clauses.naming import both_sides
from onrecord.annotate.commitments.accounts import failing
from onrecord.annotate.commitments.acts import deed_noun, idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.provisions import doer_of_deed
from onrecord.annotate.commitments.sides import actor, addressee, other_party, owing
from onrecord.annotate.commitments.terms import act_span, is_agreement, to_do, words
from onrecord.annotate.draft import Draft
from onrecord.annotate.positions.modals import doer_of_duty
from onrecord.types import Span, Token

PAID = frozenset({"money", "ransom", "cash", "payment", "sum", "compensation"})
"""What is paid, not sent."""
UNTIL = frozenset({"until", "till", "by"})
WILL = frozenset({"will", "would", "'ll", "shall"})


def timed(verb: Token) -> Span | None:
    """The words by which something is due ("by noon", "within two weeks", "until Monday", "in 48 hours")."""
    for token in verb.subtree():
        near = token.head is verb or token.head.head is verb or token.head.head.head is verb
        if near and token.dep == "prep" and token.lower in ("by", "within", "before", "until", "in", "inside") and token.i > verb.i:
            below = token.has("pobj")
            if below is not None and (
                below.ent in ("DATE", "TIME")
                or below.lemma in words("threats", "units")
                or below.lemma in ("noon", "midnight", "dawn", "deadline", "sunset", "dusk")
            ):
                return Span(token.start, max(t.end for t in token.subtree()))
    return None


def threat_after(verb: Token) -> Token | None:
    """What follows if it is not done: the verb after "or" ("or face an assault", "or a passenger would be shot")."""
    if not any(c.lower == "or" and c.dep == "cc" for c in verb.children):
        return None
    for child in verb.children:
        if child.dep != "conj" or child.i < verb.i:
            continue
        given = timed(verb) is not None and child.tag == "VB"  # "deliver the money by Sunday or collect corpses"
        if given or child.lemma in words("threats", "verbs") or any(c.lower in WILL for c in child.children if c.dep == "aux"):
            return child
    return None


def must_by(draft: Draft, verb: Token) -> Found | None:
    """ "Must surrender by noon or face an assault", "were to be freed by dusk, or a passenger would be shot", "demanded that they leave, or …"."""
    semi = verb.dep == "xcomp" and verb.head.lemma in ("have", "be") and to_do(verb) and verb.head.tag != "VBG"
    must = "must" in {c.lower for c in verb.children if c.dep == "aux"} or (semi and verb.head.lemma == "have" and verb.head.has("dobj") is None)
    wished = verb.dep in ("ccomp", "xcomp") and verb.tag in ("VB", "VBP") and verb.head.lemma in words("threats", "orders")
    when = timed(verb)
    threat = threat_after(verb) or (threat_after(verb.head) if semi or wished else None)
    avert = any(t.lemma in words("threats", "avert") for t in verb.subtree())
    if not ((must and (threat or avert or when is not None)) or ((semi or wished) and threat)):
        return None
    who = subject(verb)
    party = doer_of_duty(draft, verb, who) if who is not None and verb.has("auxpass") is None else owing(draft, verb)
    freed = verb.lemma == "be" and any(c.lower in words("threats", "away") for c in verb.children if c.i > verb.i)
    party = (addressee(draft, verb) if freed else None) or party or addressee(draft, verb)  # "told the rebels that the captives must be free by noon"
    if party is None:
        return None
    top = verb.head if semi and not must else verb
    base = clause_span(draft.parsed, top, owner=who or top.has("nsubj"))
    end = max([base.end, *(t.end for t in (threat.subtree() if threat is not None else ()) if t.pos != "PUNCT")])
    return Found(verb, Span(base.start, end), party, "owed", act_span(draft, verb), ultimatum=True, rule="ultimatum", until=when)


def due_time(verb: Token) -> Token | None:
    """The time that is given ("48 hours", "until Monday", "a deadline of midnight")."""
    for token in (t for t in verb.subtree() if t.i > verb.i):
        unit = token.lemma in words("threats", "units") and token.dep in ("dobj", "pobj", "npadvmod", "oprd") and token.head in (verb, *verb.children)
        until = token.dep == "pobj" and token.head.lower in UNTIL and (token.ent in ("DATE", "TIME") or token.lemma in words("threats", "units"))
        if unit or until or token.lemma in words("threats", "deadlines"):
            return token
    return None


def given_until(draft: Draft, verb: Token) -> Found | None:
    """ "Gave the strikers until Monday to return to work", "set the garrison a deadline", "has 48 hours to pull back"."""
    if verb.lemma not in ("give", "set", "grant", "have", "allow") or (verb.lemma == "set" and verb.has("auxpass")) or negated(verb):
        return None
    if any(c.lower == "yet" for c in verb.children):  # "had yet to": no time was given
        return None
    due = due_time(verb)
    receiver = verb.has("nsubj") if verb.lemma == "have" else verb.has("dative") or verb.has("nsubjpass") or verb.has("dobj")
    if receiver is not None and receiver.ent in ("DATE", "TIME"):  # "set December 15 as a deadline"
        receiver = None
    if due is not None and verb.lemma == "set" and receiver in (None, due) and due.lemma in words("threats", "deadlines"):
        return deadline_alone(draft, verb, due)
    if receiver is None or due is None or receiver is due:
        return None
    act = next((t for t in verb.subtree() if t.i > verb.i and to_do(t) and not (idle(t) and t.lemma in ("talk", "meet", "speak"))), None)
    bare = verb.lemma == "give" and due.head.lower in UNTIL and party_of(draft, receiver) in ranked_parties(draft)  # "has given Caracas until Friday"
    if act is None and due.lemma not in words("threats", "deadlines") and not bare:
        return None
    if receiver.dep == "dative" and receiver.pos == "ADP":
        receiver = receiver.has("pobj") or receiver
    party = actor(draft, receiver)
    giver = subject(verb)
    if both_sides(receiver) and verb.lemma != "have":
        pair = main_parties(draft, actor(draft, giver) if giver is not None else None)
        party = " and ".join(pair) if len(pair) == 2 else party
    if party is None:
        return None
    what: Span | str = right_span(draft.parsed, [act]) if act is not None else demanded(draft, verb) or clause_span(draft.parsed, verb)
    last = max(due.subtree(), key=lambda t: t.i)
    until = Span(due.start, last.end if last.i < (act.i if act is not None and act.i > due.i else last.i + 1) else due.end)
    return Found(verb, clause_span(draft.parsed, verb, owner=giver), party, "owed", what, ultimatum=True, rule="ultimatum", until=until)


def party_of(draft: Draft, receiver: Token) -> str | None:
    """The party to whom a time is given."""
    below = receiver.has("pobj") if receiver.pos == "ADP" else receiver
    return actor(draft, below) if below is not None else None


def deadline_alone(draft: Draft, verb: Token, due: Token) -> Found | None:
    """ "Lowered their ransom demand and set a Friday deadline": owed by the other side, which is what was demanded last."""
    giver = subject(verb)
    own = actor(draft, giver) if giver is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    party = (other_party(draft, verb, own) if own in ranked_parties(draft) else None) or (speaker if speaker != own else None)
    deed = next(
        (d for c in due.children if c.dep == "prep" and c.lower == "for" and (b := c.has("pobj")) is not None and (d := deed_noun(b)) is not None), None
    )
    if deed is not None:  # "set December 15 as a deadline for the release of the engineers"
        return deadline_for(draft, verb, deed, own)
    asked = demanded(draft, verb)
    base = clause_span(draft.parsed, verb.head if verb.dep == "conj" else verb, owner=giver)
    if party is None or not (asked or any(t.lemma == "demand" for t in verb.head.subtree())) or any(to_do(t) for t in due.subtree()):
        return None
    end = right_span(draft.parsed, [due]).end
    span = Span(min(base.start, verb.start), max(base.end, end))
    return Found(verb, span, party, "owed", asked or "meet the demand", ultimatum=True, rule="ultimatum", until=right_span(draft.parsed, [due]))


def deadline_for(draft: Draft, verb: Token, deed: Token, own: str | None) -> Found | None:
    """A deadline that is set for a deed named by a noun: owed by whoever is to do it, not by who sets it."""
    doer = doer_of_deed(draft, deed)
    party = doer if doer is not None and doer != own and " and " not in doer else other_party(draft, verb, own)
    if party is None:
        return None
    day = next((t for t in verb.subtree() if t.i > verb.i and t.ent in ("DATE", "TIME")), None)
    until = right_span(draft.parsed, [day]) if day is not None else None
    span = clause_span(draft.parsed, verb, owner=subject(verb))
    return Found(verb, span, party, "owed", right_span(draft.parsed, [deed]), ultimatum=True, rule="ultimatum", until=until)


def demanded(draft: Draft, verb: Token) -> str | None:
    """What was demanded last before *verb*: the topic that an ultimatum without words of its own is about."""
    before = [p for p in draft.positions if p.span.end <= verb.start and p.stance == "demands"]
    return max(before, key=lambda p: p.span.end).topic if before else None


def done_to(draft: Draft, verb: Token) -> Span | str:
    """What must be done, turned into the active: "unless a ransom was paid" is to pay a ransom; what must arrive is to be sent."""
    thing = verb.has("nsubjpass") or (verb.has("nsubj") if verb.lemma in ("arrive", "come") else None)
    if thing is None:
        return act_span(draft, verb)
    text = "them" if thing.lower == "they" else right_span(draft.parsed, [thing]).of(draft.parsed.report.text)
    lemma = verb.lemma if verb.has("nsubjpass") is not None else "pay" if thing.ent == "MONEY" or any(t.lemma in PAID for t in thing.subtree()) else "send"
    return f"{lemma} {text}"


def or_else(draft: Draft, verb: Token) -> Found | None:
    """ "If the women were not released, the fighting would resume": what is owed is what must not fail to be done."""
    main = verb.head
    if main.dep == "xcomp" and main.head.lemma == "threaten":  # the clause hangs on what is threatened
        main = main.head
    if not threatened_unless(verb, main):
        return None
    who = subject(verb)
    party = actor(draft, who) if who is not None and verb.has("nsubjpass", "expl") is None else None
    threatener = subject(main)
    own = actor(draft, threatener) if threatener is not None and threatener.pos in ("NOUN", "PROPN", "PRON") else speaker_at(draft, Span(verb.start, verb.end))
    own = own or speaker_at(draft, Span(verb.start, verb.end))
    party = (party if party != own else None) or addressee(draft, verb if main is verb.head else main) or other_party(draft, verb, own)
    if party is None:
        return None
    base = clause_span(draft.parsed, main, owner=subject(main))
    clause = right_span(draft.parsed, [verb])
    deal = no_deal(verb)
    what = f"reach {deal.text}" if deal is not None else done_to(draft, verb)
    return Found(verb, Span(min(base.start, clause.start), max(base.end, clause.end)), party, "owed", what, ultimatum=True, rule="ultimatum", until=timed(verb))


def threatened_unless(verb: Token, main: Token) -> bool:
    """Whether *verb* is what must be done lest *main* happens: "unless …", "if … not …", "if there is no accord …"."""
    mark = next((c.lower for c in verb.children if c.dep == "mark"), "")
    if verb.dep != "advcl" or not ((mark == "if" and (negated(verb) or no_deal(verb) is not None)) or mark == "unless"):
        return False
    void = main.lemma == "be" and any(c.lower in ("dead", "over", "off", "void", "finished") for c in main.children if c.i > main.i)
    aux = {c.lower for c in main.children if c.dep == "aux"}
    if negated(main) or not (aux & WILL or main.lemma == "threaten" or void):
        return False  # "would not come unless": a condition of one's own part, no threat
    known = words("delivering", "verbs") | {"agree", "accept", "surrender", "comply", "arrive", "come", "reach", "meet", "receive"}
    gone = verb.lemma == "be" and any(c.lower in words("threats", "away") for c in verb.children if c.i > verb.i)  # "if the troops are not out of the valley"
    return verb.lemma in known or gone or no_deal(verb) is not None or (not idle(verb) and (mark == "unless" or main.lemma == "threaten"))


def no_deal(verb: Token) -> Token | None:
    """The agreement in "if there is no accord by Friday"."""
    noun = verb.has("attr")
    if verb.lemma != "be" or noun is None or not is_agreement(noun) or not any(c.lower == "no" for c in noun.children):
        return None
    return noun


def unset(verb: Token) -> bool:
    """Whether a deadline is only thought of or over: "may set a deadline", "the deadline passed"."""
    return any(c.lower in ("may", "might", "could", "would", "if", "should") for c in verb.children if c.dep in ("aux", "mark"))


def noun_of_deadline(draft: Draft, noun: Token) -> Found | None:
    """ "An ultimatum to the rebels to leave by noon", "a deadline for Kyiv to pull back": owed by whom it is set."""
    if noun.lemma not in words("threats", "deadlines") or any(c.lower in ("no", "any") for c in noun.children) or negated(noun.head):
        return None
    act = next((t for t in noun.subtree() if t.i > noun.i and to_do(t)), None)
    if act is None or failing(noun.head) or unset(noun.head):
        return None
    doer = act.has("nsubj")
    for child in noun.children:
        if doer is None and child.dep in ("prep", "dative") and child.lower in ("to", "for"):
            doer = child.has("pobj")
    if doer is None and noun.dep == "dobj" and noun.head.lemma in ("reject", "defy", "ignore", "face", "receive", "dismiss"):
        doer = subject(noun.head)
    party = actor(draft, doer) if doer is not None else None
    if party is None:
        return None
    until = timed(act) or timed(noun)
    return Found(noun, right_span(draft.parsed, [noun]), party, "owed", right_span(draft.parsed, [act]), ultimatum=True, rule="ultimatum", until=until)
