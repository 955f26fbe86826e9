"""What is owed under an ultimatum: "must surrender by noon", "gave the strikers until Monday", "unless a ransom is paid"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import both_sides, main_parties
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import addressee, other_party
from onrecord.annotate.commitments.terms import act_span, words
from onrecord.annotate.draft import Draft
from onrecord.annotate.positions.modals import doer_of_duty
from onrecord.types import Span, Token

PAID = frozenset({"money", "ransom", "cash", "payment", "sum", "compensation"})
"""What is paid, not sent."""


def timed(verb: Token) -> Span | None:
    """The words by which something is due ("by noon", "within two weeks", "until Monday", "in 48 hours")."""
    for token in verb.subtree():
        near = token.head is verb or token.head.head is verb or token.head.head.head is verb
        if near and token.dep == "prep" and token.lower in ("by", "within", "before", "until", "in", "inside") and token.i > verb.i:
            below = token.has("pobj")
            if below is not None and (
                below.ent in ("DATE", "TIME") or below.lemma in ("day", "hour", "week", "month", "noon", "midnight", "dawn", "deadline", "sunset")
            ):
                return Span(token.start, max(t.end for t in token.subtree()))
    return None


def must_by(draft: Draft, verb: Token) -> Found | None:
    """ "Must surrender by noon or face an assault", "must agree within two weeks to avert an operation"."""
    if "must" not in {c.lower for c in verb.children if c.dep == "aux"} and not (verb.dep == "xcomp" and verb.head.lemma == "have"):
        return None
    when = timed(verb)
    threat = any(c.dep == "conj" and c.lemma in ("face", "be", "suffer", "risk", "lose", "see") for c in verb.children) and any(
        c.lower == "or" for c in verb.children
    )
    avert = any(t.lemma in ("avert", "avoid", "prevent", "escape", "forestall") for t in verb.subtree())
    who = subject(verb)
    if who is None or not (threat or avert or when is not None):
        return None
    party = doer_of_duty(draft, verb, who)
    if party is None:
        return None
    base = clause_span(draft.parsed, verb, owner=who)
    end = max([base.end, *(t.end for c in verb.children if threat and c.dep == "conj" for t in c.subtree() if t.pos != "PUNCT")])
    return Found(verb, Span(base.start, end), party, "owed", act_span(draft, verb), ultimatum=True, rule="ultimatum", until=when)


def given_until(draft: Draft, verb: Token) -> Found | None:
    """ "Gave the strikers until Monday to return to work", "set the garrison a deadline"."""
    if verb.lemma not in ("give", "set", "grant", "hand", "have"):
        return None
    if verb.lemma in ("set", "hand") and verb.has("auxpass"):
        return None
    if verb.lemma == "have" and not any(c.dep == "prep" and c.lower in ("until", "till") for c in verb.children):
        return None
    receiver = verb.has("nsubj") if verb.lemma == "have" else verb.has("dative") or verb.has("nsubjpass") or verb.has("dobj")
    after = [t for t in verb.subtree() if t.i > verb.i]
    due = next((t for t in after if t.ent in ("DATE", "TIME") or t.lemma in ("hour", "day", "week", "deadline")), None)
    act = next((t for t in after if t.tag == "VB" and any(c.lower == "to" for c in t.children)), None)
    if receiver is None or due is None or act is None or receiver is due:
        return None
    if receiver.dep == "dative" and receiver.pos == "ADP":
        receiver = receiver.has("pobj") or receiver
    party = party_at(draft, receiver)
    giver = subject(verb)
    if both_sides(receiver) and verb.lemma != "have":
        pair = main_parties(draft, party_at(draft, giver) if giver is not None else None)
        party = " and ".join(pair) if len(pair) == 2 else party
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=giver)
    return Found(verb, span, party, "owed", right_span(draft.parsed, [act]), ultimatum=True, rule="ultimatum", until=Span(due.start, due.end))


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
    mark = next((c.lower for c in verb.children if c.dep == "mark"), "")
    if verb.dep != "advcl" or not ((mark == "if" and negated(verb)) or mark == "unless"):
        return None
    main = verb.head
    if main.dep == "xcomp" and main.head.lemma == "threaten":  # the clause hangs on what is threatened
        main = main.head
    void = main.lemma == "be" and any(c.lower in ("dead", "over", "off", "void", "finished") for c in main.children if c.i > main.i)
    aux = {c.lower for c in main.children if c.dep == "aux"}
    if (not aux & {"will", "would", "'ll", "shall"} and main.lemma != "threaten" and not void) or verb.lemma not in words("delivering", "verbs") | {
        "agree",
        "accept",
        "surrender",
        "comply",
        "arrive",
        "come",
        "reach",
        "meet",
        "receive",
    }:
        return None
    who = subject(verb)
    party = party_at(draft, who) if who is not None and verb.has("nsubjpass") is None else None
    threatener = subject(main)
    own = (
        party_at(draft, threatener) if threatener is not None and threatener.pos in ("NOUN", "PROPN", "PRON") else speaker_at(draft, Span(verb.start, verb.end))
    )
    party = (party if party != own else None) or addressee(draft, verb if main is verb.head else main) or other_party(draft, verb, own)
    if party is None:
        return None
    base = clause_span(draft.parsed, main, owner=subject(main))
    clause = right_span(draft.parsed, [verb])
    return Found(verb, Span(min(base.start, clause.start), max(base.end, clause.end)), party, "owed", done_to(draft, verb), ultimatum=True, rule="ultimatum")
