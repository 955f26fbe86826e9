"""Reads what each party demands, offers, refuses, accepts, weighs or makes a condition of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from onrecord.annotate.clauses.actors import acts
from onrecord.annotate.clauses.carriers import mediators
from onrecord.annotate.clauses.voice import issuer
from onrecord.annotate.clauses.when import own_time
from onrecord.annotate.draft import OWN_WORDS, Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.modals import modal_positions
from onrecord.annotate.positions.nouns import content_positions, noun_positions
from onrecord.annotate.positions.topics import bare_reference, topics_of
from onrecord.annotate.positions.trade import trade_in
from onrecord.annotate.positions.verbless import verbless_positions
from onrecord.annotate.positions.verbs import verb_positions
from onrecord.annotate.positions.waiting import bargained
from onrecord.types import Attribution, Confidence, Position, Problem, Span

SHORT, LONG = 60, 300
"""Words; a shorter text has no room for many words of the trade, so that common ones count as well, in part up to LONG."""
WIDE = 3
"""Different words of the trade in a report that is about a negotiation; set on invented sentences and on news of other things."""
NEAR = 45
"""Words back to the position whose topic a bare "it" or "that" takes up; about two sentences."""
Role = Literal["party", "mediator_proposal", "mediator_ultimatum", "other"]
MANY = 6
"""Different words beside the trade that stand in for one of the trade itself."""
THIN = 600
"""Words of a text for each of which one more word of the trade is asked: a long text on anything meets a few of them."""
BUSY = 4
"""Different words of the trade in a report that is about nothing else, so that even an unknown topic is bargained over."""
FIRM = frozenset({"verb", "noun", "adjective", "own will", "threat", "deadline", "exchange", "idiom", "verbless"})
"""Rules whose words of strength 2 belong to bargaining whatever the topic."""
ORDER = {"conditions": 0, "not_considering": 1, "refuses": 2, "demands": 3, "offers": 4, "accepts": 5, "considers": 6}


def read_positions(draft: Draft) -> tuple[tuple[Position, ...], tuple[Problem, ...]]:
    """The positions of one report in the order of the text, and what was not understood."""
    talked = negotiating(draft)
    if not talked:
        return (), ()
    found = [*verb_positions(draft), *noun_positions(draft), *modal_positions(draft), *verbless_positions(draft)]
    found += content_positions(draft, found)
    found = [f for f in found if f.rule == "noun" or not asked_whether(draft, f)]
    topics = topics_of(draft, found)
    kept = [f for f in found if likely(draft, f, talked, topics[id(f)][1])]
    carriers = mediators(draft)
    chosen = sorted(joined(draft, distinct(draft, kept)), key=lambda f: (f.span.start, f.span.end))
    known = [topics.get(id(f)) or topics_of(draft, [f])[id(f)] for f in chosen]
    made = [position(draft, f, (i, role(f, carriers)), topic) for i, (f, topic) in enumerate(zip(chosen, known, strict=True), 1)]
    return tuple(pointed(draft, chosen, made)), ()


def pointed(draft: Draft, chosen: list[Found], made: list[Position]) -> list[Position]:
    """Positions on "it", "that" or "the idea" with the topic of the position shortly before them, where there is one."""
    out: list[Position] = []
    for i, (found, one) in enumerate(zip(chosen, made, strict=True)):
        before = out[i - 1] if i else None
        if before is not None and bare_reference(draft.parsed, found) and 0 < found.trigger.i - chosen[i - 1].trigger.i <= NEAR and found.rule != "own will":
            one = replace(one, topic=before.topic, topic_key=before.topic_key)
        out.append(one)
    return out


def likely(draft: Draft, found: Found, talked: int, strength: int) -> bool:
    """Whether words belong to a negotiation: by their topic, by the frame, by who holds the stance, and by what else the report is about."""
    talked += draft.parsed.report.genre in (*OWN_WORDS, "transcript")
    if not can_bargain(draft, found):
        return strength == 2 and found.strength == 2 and talked >= WIDE
    if strength == 2:
        return True
    if strength == 1:
        return found.strength == 2 or talked >= WIDE
    if found.rule == "command":
        return talked >= WIDE and found.trigger.lemma in lexicon("positions")["commands"]["verbs"]
    firm = (
        found.strength == 2
        and found.rule in FIRM
        and found.stance in ("demands", "refuses", "offers", "accepts", "conditions", "not_considering")
    )
    known = found.holder is not None and (draft.cast.at(found.holder) is not None or found.holder.pos in ("PROPN", "PRON") or acts(found.holder))
    if found.rule == "condition" and found.holder is None and talked >= BUSY and bargained(found.trigger):
        return True
    if found.rule == "condition" and found.holder is not None and found.holder.pos == "PROPN":
        return draft.cast.at(found.holder) is not None
    if talked >= BUSY and found.rule in ("verb", "adjective", "own will", "condition", "duty", "idiom", "contents"):
        return firm or negotiates(draft, found) or speaks_of_itself(found)
    return firm and (talked >= BUSY or (talked >= WIDE and (known or found.rule in ("idiom", "own will", "verbless"))))


def asked_whether(draft: Draft, found: Found) -> bool:
    """Whether the words stand in a question, which tells nobody's stance ("Would you accept the offer?")."""
    tokens = draft.parsed.of(draft.parsed.sentence_of(found.trigger))
    return any(t.text == "?" for t in tokens if t.i > found.trigger.i)


def speaks_of_itself(found: Found) -> bool:
    """Whether a pronoun or a body holds a stance in a frame of bargaining, or says by an adjective what it would do."""
    if found.holder is None:
        return False
    return (found.holder.pos == "PRON" or acts(found.holder)) and (found.strength == 2 or found.rule == "adjective")


def negotiates(draft: Draft, found: Found) -> bool:
    """Whether the stance is that of a body, state or group of the cast, or of its officials: those who bargain in a report about bargaining."""
    if found.party == issuer(draft):
        return True
    sides = {p.side for p in draft.cast.participants if p.side} | {p.name for p in draft.cast.participants if p.kind in ("state", "body", "group")}
    return found.party in sides or any(part in sides for part in found.party.split(" and "))


def can_bargain(draft: Draft, found: Found) -> bool:
    """Whether the stance is held by somebody who negotiates: a party of the cast, or people and bodies of that kind."""
    if found.holder is None or found.party == issuer(draft):
        return True
    bystanders = lexicon("parties")["bystanders"]["nouns"]
    if found.holder.lemma in bystanders or found.party.split()[-1].lower().rstrip("s") in bystanders:
        return False
    if acts(found.holder) or draft.cast.at(found.holder) is not None:
        return True
    return any(found.party in (p.side, p.name) for p in draft.cast.participants) or found.holder.pos == "PRON"


def negotiating(draft: Draft) -> int:
    """How many different words of the trade a report uses; 0 where a text of some length uses fewer than two, at least 1 for a few sentences."""
    core, beside = trade_in(draft.parsed.report.text)
    length = len(draft.parsed.tokens)
    if length < SHORT:
        return max(core + beside, 1)
    found = core + beside // 3 if core or beside >= MANY else 0
    return found if found > 1 + length // THIN else 0


def distinct(draft: Draft, found: Iterable[Found]) -> list[Found]:
    """One position a clause: what stands in the topic of another is part of it, and of two readings of one clause the stronger stance stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.trigger.sent, ORDER[f.stance] > 0, -(f.span.end - f.span.start), f.span.start, ORDER[f.stance])):
        if any(shadowed(one, other) for other in kept):
            continue
        kept.append(one)
    return kept


def joined(draft: Draft, found: list[Found]) -> list[Found]:
    """Commands that one voice gives in a row are one demand."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: f.span):
        last = kept[-1] if kept else None
        if last is not None and one.rule == last.rule == "command" and one.party == last.party:
            between = draft.parsed.report.text[last.span.end : one.span.start]
            if len(between) < 4 and not any(c.isalnum() for c in between):
                span = Span(last.span.start, one.span.end)
                kept[-1] = replace(last, span=span, about=span)
                continue
        kept.append(one)
    return kept


def shadowed(one: Found, other: Found) -> bool:
    """Whether *one* says nothing beside *other*: same clause, or within what the other is about."""
    if not one.span.overlaps(other.span):
        return False
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    union = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
    trigger = Span(one.trigger.start, one.trigger.end)
    if one.trigger.dep == "relcl" and one.party != other.party and shared / union < 0.6:  # "a settlement that the company had accepted"
        return False
    if one.rule == "noun" and other.rule == "idiom" and one.party != other.party and one.about != Span(one.trigger.start, one.trigger.end):
        return False  # "the council's offer of 4 percent was an insult": two stances
    return shared / union >= 0.6 or other.about.holds(trigger) or (other.span.holds(one.span) and one.party == other.party)


def position(draft: Draft, found: Found, place: tuple[int, Role], topic: tuple[str, int]) -> Position:
    """The position that a candidate becomes."""
    (number, part), (key, strength) = place, topic
    by = teller(draft, found)
    reasons = (f"{found.rule}: {found.trigger.text}",) + (() if strength else ("the topic is not in the vocabulary",))
    value = 0.55 + 0.1 * strength + 0.1 * (found.strength - 1)
    return Position(
        f"p{number}",
        found.span,
        found.party,
        found.stance,
        topic_words(draft, found, key),
        key,
        own_time(draft, found.span),
        by.id if by else None,
        part,
        Confidence(round(min(value, 0.9), 2), reasons),
    )


def teller(draft: Draft, found: Found) -> Attribution | None:
    """By whose account it is: of a demand or call its own attribution, of an offer, refusal or wish the one around it."""
    trigger = Span(found.trigger.start, found.trigger.end)
    if found.trigger.lemma not in lexicon("positions")["senses"]["acting"]:
        spoken = next((a for a in draft.attributions if any(c.overlaps(trigger) for c in a.cue_spans)), None)
        if spoken is not None:
            return spoken
    around = [a for a in draft.attributions if not any(c.overlaps(trigger) for c in a.cue_spans)]
    return holder(around, found.span) or holder(around, trigger)


def role(found: Found, carriers: frozenset[str]) -> Role:
    """Whether a party speaks for itself or a mediator puts something on the table or sets a deadline."""
    if found.party not in carriers:
        return "party"
    if found.stance == "offers":
        return "mediator_proposal"
    return "mediator_ultimatum" if found.ultimatum and found.stance in ("demands", "conditions") else "other"


def topic_words(draft: Draft, found: Found, key: str) -> str:
    """The topic for a person: its words in the report without the word that joins them, or what they point back to."""
    if bare_reference(draft.parsed, found):
        return key
    tokens = [t for t in draft.parsed.within(found.about) if t.lower not in ("to",)]
    words = found.about.of(draft.parsed.report.text)
    to_whom = tokens and (tokens[0].has("dative") is not None or sum(c.dep == "dobj" for c in tokens[0].children) > 1)
    named = len(tokens) > 1 and tokens[1].pos in ("PROPN", "PRON")
    if len(tokens) > 1 and tokens[0].lemma in ("give", "provide", "make") and tokens[0].pos == "VERB" and not (to_whom or named):  # "to give such guarantees"
        return Span(tokens[1].start, found.about.end).of(draft.parsed.report.text)
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("to", "for", "on", "of", "that", "about") else words
