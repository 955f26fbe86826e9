"""Stances without a verb of wanting: "must release", "will not, until", "if … not, … would", commands, and what is off the table."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses.actors import first_person
from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Span, Stance, Token

FUTURE = frozenset({"will", "would", "wo", "shall", "'ll", "’ll", "'d", "’d"})
UNWILLED = frozenset({"be", "have", "happen", "expect", "know", "say", "need", "see", "think", "mean", "become", "rest", "forget", "hesitate"})
"""What is not done without a will: their negation refuses nothing."""
ADDRESSING = frozenset({"warn", "tell", "inform", "remind", "urge", "assure", "advise", "notify", "order", "instruct"})
TALK_HEADS = frozenset({"talk", "negotiation", "deal", "agreement", "truce", "ceasefire", "cease-fire", "process", "mediation", "exchange", "accord", "dialogue", "pause", "swap"})


def modal_positions(draft: Draft) -> Iterator[Found]:
    """Every stance that a clause as a whole expresses."""
    for token in draft.parsed.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        for rule in (condition, ender, duty, high_time, own_will, exchange_offer, command, off_table, deadline):
            found = rule(draft, token)
            if found is not None:
                yield found
                break


def marks_of(verb: Token) -> set[str]:
    """The words that open an adverbial clause."""
    found = {c.lower for c in verb.children if c.dep in ("mark", "advmod", "prep") and c.i <= verb.i}
    if verb.dep == "pcomp" or (verb.dep == "pobj"):
        found.add(verb.head.lower)
    return found


def conditional(verb: Token) -> tuple[Token, str] | None:
    """The clause on which *verb* hangs, with its mark."""
    wanted = frozenset(lexicon("positions")["conditions"]["marks"])
    negative = frozenset(lexicon("positions")["conditions"]["negative_marks"])
    for clause in verb.subtree():
        if clause is verb or clause.dep not in ("advcl", "pcomp", "ccomp") or not inside(clause, verb):
            continue
        found = marks_of(clause) & wanted
        if found & {"if", "once", "provided"} or (found & negative) or (clause.lemma == "long" and "as" in marks_of(clause)):
            return clause, next(iter(sorted(found)), "as long as")
        if clause.head.lower in negative and clause.dep == "pcomp":
            return clause, clause.head.lower
    for word in verb.subtree():
        if word.lower == "long" and any(g.lower == "as" for g in word.children) and inside(word, verb):
            below = next((g for g in word.subtree() if g.pos in ("VERB", "AUX") and g is not word), None)
            if below is not None:
                return below, "as long as"
    for child in verb.children:
        if child.dep == "prep" and child.lower in ("until", "unless", "before", "without") and child.i > verb.i and child.has("pobj") is not None and negated(verb):
            pobj = child.has("pobj")
            if pobj is not None and not pobj.ent.startswith(("DATE", "TIME")) and child.lower != "without":
                return pobj, child.lower
    return None


def inside(clause: Token, verb: Token) -> bool:
    """Whether *clause* hangs on *verb* directly or through its infinitive or preposition."""
    at, steps = clause.head, 0
    while at is not verb and steps < 4:
        if at.dep not in ("xcomp", "prep", "ccomp", "acomp", "pcomp", "dobj", "advmod", "conj"):
            return False
        at, steps = at.head, steps + 1
    return at is verb


def condition(draft: Draft, verb: Token) -> Found | None:
    """A refusal, threat or promise that hangs on a clause with "until", "unless", "if", "once"."""
    if verb.dep in ("advcl", "xcomp"):
        return None
    hangs = conditional(verb)
    if hangs is None:
        return None
    clause, mark = hangs
    table = lexicon("positions")["conditions"]
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if verb.lemma == "threaten":
        return threat(draft, verb, clause) if mark in ("unless", "if") else None
    staying = verb.lemma in table["staying"] and mark in ("until", "till", "unless", "as long as")
    refusing = negated(verb) or verb.lemma in ("refuse", "reject", "vow", "rule") or staying or (mark == "unless" and bool(aux & FUTURE))
    negative = mark in lexicon("positions")["conditions"]["negative_marks"] or mark == "as long as"
    if negative and not refusing and verb.lemma != "demand":
        return None
    void = verb.lemma == "be" and any(c.lower in ("dead", "over", "off", "void", "finished") for c in verb.children if c.dep in ("acomp", "advmod", "attr", "prep"))
    if not negative and not (void or aux & FUTURE or (verb.lemma in ("threaten", "vow", "promise", "ready", "offer", "be") and verb.dep != "ccomp")):
        return None
    if not negative and not void and verb.lemma == "be" and not any(c.lemma in ("ready", "willing", "prepared") for c in verb.children):
        return None
    who = subject(verb)
    party = willing_party(draft, verb, who)
    if party is None:
        return None
    base = clause_span(draft.parsed, verb, owner=who, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    whole = right_span(draft.parsed, [clause])
    span = Span(min(base.start, whole.start), max(base.end, whole.end))
    return Found(verb, "conditions", party, span, span, 2, "condition", holder=who)


def threat(draft: Draft, verb: Token, clause: Token) -> Found | None:
    """"Threatened to kill a hostage unless a ransom was paid": what would avert a threat is its condition."""
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None:
        return None
    base = clause_span(draft.parsed, verb, owner=who, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    about = right_span(draft.parsed, [clause])
    return Found(verb, "conditions", party, Span(min(base.start, about.start), max(base.end, about.end)), about, 2, "threat", holder=who)


def willing_party(draft: Draft, verb: Token, who: Token | None) -> str | None:
    """Who sets a condition: the subject if it can act, else the source of the words."""
    party = party_at(draft, who) if who is not None and who.dep != "nsubjpass" else None
    return party or speaker_at(draft, Span(verb.start, verb.end))


def ender(draft: Draft, verb: Token) -> Found | None:
    """"Any shelling would end the talks": what would wreck talks or a deal is a condition set by who says so."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if verb.lemma not in lexicon("positions")["conditions"]["enders"] or not aux & FUTURE or negated(verb):
        return None
    hit = [t for c in verb.children if c.i > verb.i for t in c.subtree() if t.lemma in TALK_HEADS or t.lower in TALK_HEADS]
    who = subject(verb)
    if not hit or who is None or not any(c.lower in ("any", "a", "an", "further", "another", "more", "new") for c in who.subtree()):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None:
        return None
    return Found(verb, "conditions", party, clause_span(draft.parsed, verb, owner=who), clause_span(draft.parsed, verb, owner=who), 2, "ender")


def duty(draft: Draft, verb: Token) -> Found | None:
    """"The rebels must withdraw": a demand by the source on somebody else, or on nobody named in a passive."""
    table = lexicon("positions")["duty"]
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if verb.lemma in ("be", "have", "know", "remember", "think", "understand", "say", "note", "feel") and verb.has("nsubjpass") is None:
        return None
    semi = verb.dep == "xcomp" and verb.head.lemma in table["semi"] and verb.has("aux") is not None
    if not (aux & set(table["modals"]) or semi) or (negated(verb) and "must" not in aux and "should" not in aux):
        return None
    who = subject(verb) or verb.has("nsubjpass")
    if who is None or who.lower in ("there", "this", "that"):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or doer_of_duty(draft, verb, who) in (party, None) and who.lower in ("it", "we", "i"):
        return None
    if party_at(draft, who) == party and doer_of_duty(draft, verb, who) == party:
        return None
    span = clause_span(draft.parsed, verb.head if semi else verb, owner=who)
    return Found(verb, "demands", party, span, span, 1, "duty", ultimatum="must" in aux)


def doer_of_duty(draft: Draft, verb: Token, who: Token) -> str | None:
    """Who is bound by "must": a pronoun under a verb of addressing means the one addressed ("warned the rebels that they must")."""
    if who.pos == "PRON":
        told = next((h for h in verb.ancestors() if h.pos == "VERB"), None)
        if told is not None and told.lemma in ADDRESSING:
            heard = told.has("dobj", "dative")
            if heard is not None and heard.i < who.i:
                return party_at(draft, heard)
    return party_at(draft, who)


def high_time(draft: Draft, verb: Token) -> Found | None:
    """"It is time for the rebels to return": a demand by who says so."""
    noun = next((c for c in verb.children if c.dep == "attr" and c.lemma == "time"), None)
    if verb.lemma != "be" or noun is None:
        return None
    act = next((t for t in verb.subtree() if t.tag == "VB" and t.i > noun.i and any(c.lower == "to" for c in t.children)), None)
    party = speaker_at(draft, Span(verb.start, verb.end))
    if act is None or party is None:
        return None
    span = clause_span(draft.parsed, verb)
    return Found(verb, "demands", party, span, right_span(draft.parsed, [act]), 1, "duty")


def own_will(draft: Draft, verb: Token) -> Found | None:
    """"It would not let the fighters go": what the speaker's own party will not do is refused."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    barred = bool(aux & {"can", "ca", "could"}) and verb.lemma in ("negotiate", "talk", "accept", "agree", "discuss", "allow", "sign", "release")
    if not (aux & FUTURE or barred) or not negated(verb) or verb.dep in ("relcl", "advcl") or verb.lemma in UNWILLED:
        return None
    who = verb.has("nsubj")
    if who is None and verb.has("nsubjpass") is not None and first_person(verb.has("nsubjpass") or verb):
        who = verb.has("nsubjpass")
    party = party_at(draft, who) if who is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    known = who is not None and draft.cast.at(who) is not None and who.pos == "PROPN"
    if party is None or (speaker is not None and speaker != party and not known):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    stance: Stance = "not_considering" if verb.lemma in ("consider", "contemplate") else "refuses"
    return Found(verb, stance, party, span, span, 1, "own will", holder=who)


def exchange_offer(draft: Draft, verb: Token) -> Found | None:
    """"It will release all captives in return for 100 prisoners": what a party says that it will give for something."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    words = " ".join(t.lower for t in verb.subtree())
    if not aux & FUTURE or negated(verb) or not any(p in words for p in (" in return for ", " in exchange for ")):
        return None
    who = verb.has("nsubj")
    party = party_at(draft, who) if who is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or who is None or (speaker is not None and speaker != party) or any(c.dep == "prep" and c.lower in ("under", "as") and c.i < verb.i for c in verb.children):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "offers", party, span, span, 2, "exchange", holder=who)


def command(draft: Draft, verb: Token) -> Found | None:
    """"Free them now.": a command within a quotation is a demand by who is quoted."""
    if verb.tag not in ("VB", "VBP") or verb.dep not in ("ROOT", "ccomp") or verb.has("nsubj", "nsubjpass", "aux", "expl") or verb.has("mark"):
        return None
    first = min((c.i for c in verb.children if c.dep not in ("punct", "cc", "intj", "neg", "aux", "advmod", "npadvmod")), default=verb.i)
    if first < verb.i or verb.lemma in ("let", "say", "see", "look", "note", "thank", "read", "join", "click", "please", "subscribe"):
        return None
    span = clause_span(draft.parsed, verb)
    held = holder(draft.attributions, Span(verb.start, verb.end))
    if draft.attributions and (held is None or held.kind == "indirect"):
        return None
    party = speaker_at(draft, span)
    if party is None:
        return None
    return Found(verb, "demands", party, span, span, 1, "command")


def off_table(draft: Draft, verb: Token) -> Found | None:
    """"Is off the table", "is out of the question", "is under consideration": a stance of the source about the subject."""
    if verb.lemma not in ("be", "remain", "stay"):
        return None
    who = verb.has("nsubj", "nsubjpass")
    if who is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    words = " " + " ".join(t.lower for t in draft.parsed.within(span)).replace("n't", "not") + " "
    idioms = lexicon("positions")["idioms"]
    stance: Stance | None = None
    if who.lemma == "time" and any(f" {p} " in words for p in idioms["over"]) and " over " in words + " ":
        stance = "refuses"
    elif any(f" {p} " in words for p in idioms["not_considering"]):
        stance = "not_considering"
    elif any(f" {p} " in words for p in idioms["off_table"]):
        stance = "refuses"
    elif any(f" {p} " in words for p in idioms["considering"]):
        stance = "considers"
    elif any(f" {p} " in words for p in idioms["offering"]) and not negated(verb):
        stance = "offers"
    party = speaker_at(draft, span) if stance else None
    if stance is None or party is None:
        return None
    return Found(verb, stance, party, span, right_span(draft.parsed, [who]), 1, "idiom")


def deadline(draft: Draft, verb: Token) -> Found | None:
    """"Gave the garrison 48 hours to surrender", "until Friday to": a demand with a day on which it falls due."""
    if verb.lemma not in ("give", "set", "grant") or verb.has("auxpass"):
        return None
    after = [t for t in verb.subtree() if t.i > verb.i]
    timed = any(t.ent in ("DATE", "TIME") or t.lower in ("until", "deadline", "hours", "days") for t in after[:14])
    asked = next((t for t in after if t.pos == "VERB" and any(c.lower == "to" and c.dep == "aux" for c in t.children)), None)
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if not timed or asked is None or party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "demands", party, span, right_span(draft.parsed, [asked]), 2, "deadline", ultimatum=True, holder=who)
