"""Stances without a verb of wanting: "must release", "will not, until", "if … not, … would", commands, and what is off the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import acts, first_person, own_government
from onrecord.annotate.clauses.syntax import first_reading
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.answers import answer
from onrecord.annotate.positions.bids import bid
from onrecord.annotate.positions.conditions import condition, ender, talks_hang
from onrecord.annotate.positions.denials import nobody_will, nothing_of_it
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.hinges import FUTURE, could_give, first_then, made_conditional, none_of, nothing_left, otherwise
from onrecord.annotate.positions.phrases import asked_of_others, judged
from onrecord.annotate.positions.voices import told_of_self
from onrecord.annotate.positions.waiting import awaited, bargained
from onrecord.types import Span, Stance, Token

OWNED = re.compile(r" (?:my|our|its|their|his|her|your|any|anyone's) ")
"""Whose agenda or table it is does not matter to the phrase."""


def modal_positions(draft: Draft) -> Iterator[Found]:
    """Every stance that a clause as a whole expresses."""
    rules = (
        awaited, nobody_will, bid, answer,
        made_conditional, first_then, otherwise, judged, nothing_left, condition, talks_hang, ender, asked_of_others, duty, own_need, high_time, own_will,
        told_of_self, nothing_of_it, answer_no, exchange_offer,
        command, off_table, deadline, could_give,
    )  # fmt: skip
    for token in draft.parsed.tokens:
        found = first_reading(rules, draft, token)
        if found is not None:
            yield found


def duty(draft: Draft, verb: Token) -> Found | None:
    """ "The rebels must withdraw": a demand by the source on somebody else, or on nobody named in a passive."""
    table = lexicon("positions")["duty"]
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if "have" in aux:  # "a round which should have begun": what was due, not what is asked
        return None
    if verb.lemma in ("be", "have", "know", "remember", "think", "understand", "say", "note", "feel") and verb.has("nsubjpass") is None:
        return None
    semi = verb.dep == "xcomp" and verb.head.lemma in table["semi"] and verb.has("aux") is not None
    semi = semi and not any(c.lower in ("until", "till") for c in verb.head.children)
    semi |= to_be_done(draft, verb)
    if not (aux & set(table["modals"]) or semi) or (negated(verb) and "must" not in aux and "should" not in aux):
        return None
    who = subject(verb) or verb.has("nsubjpass") or (verb.head.has("nsubj", "nsubjpass") if semi else None)
    if who is None or who.lower in ("there", "this", "that"):
        return None
    if any(c.lower in ("each", "neither", "either") for c in who.children):  # "each country must notify the other" is a term
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or (doer_of_duty(draft, verb, who) in (party, None) and who.lower in ("it", "we", "i")):
        return None
    if party_at(draft, who) == party and doer_of_duty(draft, verb, who) == party:
        return None
    span = clause_span(draft.parsed, verb.head if semi else verb, owner=who)
    return Found(verb, "demands", party, span, span, 1, "duty", ultimatum="must" in aux)


def own_need(draft: Draft, verb: Token) -> Found | None:
    """ "We need guarantees", "they need to give us the names": what a party says that it needs it demands."""
    who = verb.has("nsubj")
    if verb.lemma not in ("need", "deserve") or who is None or who.lower == "it" or negated(verb) or verb.has("dobj") is None or verb.dep in ("relcl", "advcl"):
        return None
    party, speaker = party_at(draft, who), speaker_at(draft, Span(verb.start, verb.end))
    if party is None or party != speaker:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "demands", party, span, right_span(draft.parsed, [verb.has("dobj") or verb]), 1, "duty", holder=who)


def to_be_done(draft: Draft, verb: Token) -> bool:
    """ "The salaries are to be paid in full": a demand where a party speaks in its own words; elsewhere a plan."""
    head = verb.head
    if verb.dep != "xcomp" or head.lemma != "be" or head.tag not in ("VBP", "VBZ") or verb.has("auxpass") is None:
        return False
    held = holder(draft.attributions, Span(verb.start, verb.end))
    return held.kind == "direct" if held is not None else draft.parsed.report.genre == "statement"


def doer_of_duty(draft: Draft, verb: Token, who: Token) -> str | None:
    """Who is bound by "must": a pronoun under a verb of addressing means the one addressed ("warned the rebels that they must")."""
    if who.pos == "PRON":
        told = next((h for h in verb.ancestors() if h.pos == "VERB"), None)
        if told is not None and told.lemma in lexicon("positions")["senses"]["addressing"]:
            heard = told.has("dobj", "dative")
            if heard is not None and heard.i < who.i:
                return party_at(draft, heard)
    return party_at(draft, who)


def high_time(draft: Draft, verb: Token) -> Found | None:
    """ "It is time for the rebels to return": a demand by who says so."""
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
    """ "It would not let the fighters go": what the speaker's own party will not do is refused."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    barred = bool(aux & {"can", "ca", "could"}) and verb.lemma in ("negotiate", "talk", "accept", "agree", "discuss", "allow", "sign", "release")
    barred |= bool(aux & {"does", "do"}) and verb.lemma in lexicon("positions")["habits"]["verbs"]
    if "shall" in aux and not first_person(verb.has("nsubj") or verb):  # "neither side shall" is a term
        return None
    habits = lexicon("positions")["habits"]
    if verb.lemma in habits["verbs"] and verb.tag in ("VBZ", "VBP") and any(c.lower in ("neither", "never") for c in verb.children):
        return habit(draft, verb)
    aside = verb.dep == "advcl" or (verb.dep == "relcl" and verb.lemma not in habits["granting"])  # but "lorries that the army would not let in"
    if not (aux & FUTURE or barred) or not (negated(verb) or none_of(verb)) or aside or verb.lemma in lexicon("positions")["senses"]["unwilled"]:
        return None
    beside = verb.dep == "conj" and not negated(verb.head)  # "had gone as far as it could and would not improve its offer"
    who = verb.has("nsubj") or (subject(verb) if beside else None)
    if who is None and verb.has("nsubjpass") is not None and first_person(verb.has("nsubjpass") or verb):
        who = verb.has("nsubjpass")
    party = party_at(draft, who) if who is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    if who is not None and who.lower in ("you", "one") and verb.lemma in lexicon("positions")["habits"]["verbs"]:  # "you don't sign papers with kidnappers"
        party = speaker
    party = speaker if who is not None and speaker is not None and own_government(who) else party  # "the state would never bargain", a minister says
    known = who is not None and draft.cast.at(who) is not None and (who.pos == "PROPN" or who.has("poss") is not None)
    told = who is not None and acts(who) and bargained(verb) and bool(aux & {"wo", "will"})
    known |= told  # "the guerrillas won't give up their guns, the bishop said"; what they "would not" is as often a forecast
    if party is None or (speaker is not None and speaker != party and not known) or (speaker is None and "may" in aux):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    stance: Stance = "not_considering" if verb.lemma in ("consider", "contemplate") else "refuses"
    opener = next((c for c in verb.children if c.dep == "prep" and c.lower in ("without", "absent") and c.i < verb.i), None)
    if opener is not None:
        stance, span = "conditions", Span(min(span.start, opener.start), span.end)  # "without guarantees they won't sign"
    sure = verb.lemma in lexicon("positions")["habits"]["verbs"] or stance == "conditions"
    return Found(verb, stance, party, span, span, 2 if sure else 1, "own will", holder=who)


def habit(draft: Draft, verb: Token) -> Found | None:
    """ "The state neither pays kidnappers nor talks to them": what a party never does it refuses."""
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None or verb.dep in ("relcl", "advcl"):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    end = max((right_span(draft.parsed, [c]).end for c in verb.children if c.dep == "conj"), default=span.end)
    return Found(verb, "refuses", party, Span(span.start, max(span.end, end)), span, 2, "own will", holder=who)


def answer_no(draft: Draft, verb: Token) -> Found | None:
    """ "The answer is no", "our reply was yes", "its answer to the demand was a blunt refusal"."""
    noun = verb.has("nsubj")
    table = lexicon("positions")["answers"]
    word = next((c for c in verb.children if c.i > verb.i and c.lower in (*table["no"], *table["yes"])), None)
    if verb.lemma != "be" or noun is None or noun.lemma not in ("answer", "reply", "response") or word is None:
        return None
    owner = noun.has("poss")
    party = (party_at(draft, owner) if owner is not None else None) or speaker_at(draft, Span(verb.start, verb.end))
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=noun)
    about = next((p for c in noun.children if c.dep == "prep" and c.lower == "to" and (p := c.has("pobj")) is not None), None)
    topic = right_span(draft.parsed, [about]) if about is not None else Span(word.start, word.end)
    return Found(word, "refuses" if word.lower in table["no"] else "accepts", party, span, topic, 2, "verb")


def exchange_offer(draft: Draft, verb: Token) -> Found | None:
    """ "It will release all captives in return for 100 prisoners": what a party says that it will give for something."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    words = " ".join(t.lower for t in verb.subtree())
    below = [c for t in (verb, verb.has("dobj") or verb) for c in t.children]
    traded = verb.lemma in ("trade", "swap", "exchange") and any(c.dep == "prep" and c.lower == "for" for c in below)
    if not aux & FUTURE or negated(verb) or not (traded or any(p in words for p in (" in return for ", " in exchange for "))):
        return None
    who = verb.has("nsubj")
    party = party_at(draft, who) if who is not None else None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    if (
        party is None
        or who is None
        or (speaker is not None and speaker != party)
        or any(c.dep == "prep" and c.lower in ("under", "as") and c.i < verb.i for c in verb.children)
    ):
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(verb, "offers", party, span, span, 2, "exchange", holder=who)


def command(draft: Draft, verb: Token) -> Found | None:
    """ "Free them now.": a command within a quotation is a demand by who is quoted."""
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
    """ "Is off the table", "is out of the question", "is under consideration": a stance of the source about the subject."""
    if verb.lemma not in ("be", "remain", "stay"):
        return None
    who = verb.has("nsubj", "nsubjpass")
    if who is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who)
    words = " " + " ".join(t.lower for t in draft.parsed.within(span)).replace("n't", "not").replace(" - ", "-") + " "
    words = OWNED.sub(" the ", words).replace(" never ", " not ")
    idioms = lexicon("positions")["idioms"]
    stance: Stance | None = None
    if who.lemma == "time" and any(f" {p} " in words for p in idioms["over"]) and " over " in words + " ":
        stance = "refuses"
    elif any(f" {p} " in words for p in idioms["not_considering"]):
        stance = "not_considering"
    elif any(f" {p} " in words for p in idioms["off_table"]):
        stance = "demands" if who.lemma in idioms["insisted"] and any(f" {p} " in words for p in idioms["firm"]) else "refuses"
    elif any(f" {p} " in words for p in idioms["considering"]):
        stance = "considers"
    elif any(f" {p} " in words for p in idioms["offering"]) and not negated(verb):
        stance = "offers"
    if verb.head.lemma in ("deny", "doubt") and verb.dep == "ccomp":
        return None
    for_whom = next((p for c in verb.subtree() if c.dep == "prep" and c.lower == "for" and c.head is not who and (p := c.has("pobj")) is not None), None)
    party = (party_at(draft, for_whom) if for_whom is not None else None) or speaker_at(draft, span) if stance else None
    if stance is None or party is None:
        return None
    return Found(verb, stance, party, span, right_span(draft.parsed, [who]), 2 if stance in ("refuses", "demands") else 1, "idiom")


def deadline(draft: Draft, verb: Token) -> Found | None:
    """ "Gave the garrison 48 hours to surrender", "until Friday to": a demand with a day on which it falls due."""
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
