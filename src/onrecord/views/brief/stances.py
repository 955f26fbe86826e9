"""A stance as a sentence: never without its verb, its denial or the one of whom it speaks; where that cannot be made, the report's own words."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.types import Position, Snapshot, Stance, Statement
from onrecord.views.brief.phrased import Told, acted, phrased
from onrecord.views.brief.words import NOBODY, shortened

LONG_TOPIC = 110
"""Characters of a topic that the brief shows; the words stand one click away."""
ONE: dict[Stance, str] = {
    "demands": "demands", "offers": "offers", "refuses": "refuses", "accepts": "accepts", "conditions": "makes a condition",
    "considers": "considers", "not_considering": "is not considering",
}
MANY: dict[Stance, str] = {
    "demands": "demand", "offers": "offer", "refuses": "refuse", "accepts": "accept", "conditions": "make a condition",
    "considers": "consider", "not_considering": "are not considering",
}
INFINITIVE = re.compile(r"\b(?:refus|declin|offer|demand|agree|consent|propos|pledg|vow|promis|read|willing|prepar|unwilling|ask|want|seek)\w*\s+to\s*$", re.I)
"""Before a topic: the party's own stance governs the infinitive, so that nobody else is asked to do it."""
DEED = re.compile(r"\b((?!be\b|have\b)[a-z]+)\s+$")
"""One verb between what governs it and the topic: "refuses to give"."""
FINITE = re.compile(
    r"^(?!(?:that|which|who|what|how|whether|if|to)\b)(?:[\w’'“”\"-]+\s+){1,8}?(?:would|will|must|should|may|might|could|can|shall|has|have|had|is|are|was|were|do|does|did)\b",
    re.I,
)
"""A topic that is a sentence of its own."""
BROKEN = re.compile(r"^(?:no|of|out|off|by|with|from|into|if|unless|until|when|as|at|on|in|not|n't)\b", re.I)
"""A topic that cannot stand alone."""
BASE = re.compile(
    r"^(?:be|begin|call|capitali[sz]e|end|extend|exchange|force|free|give|hand|hold|agree|meet|negotiate|observe|open|release|resume|return|send|start|stop|"
    r"see|accept|discuss|let|lift|halt|take|withdraw)\b(?!\s+(?:of|for|by|from)\b)", re.I,
)
"""A topic that begins with what is to be done."""
POINTING = re.compile(r"^(it|they|he|she|her|him|them|us|you)\b", re.I)
AGREED = re.compile(r"\b(?:agree|consent)\w*\s+to\s*$", re.I)
"""What may govern a thing as well as a deed."""
SUBJUNCTIVE = re.compile(r"\b(?:demand|insist|ask|requir|request|propos|recommend|urg|stipulat)\w*(?: [a-z]+ly| again)? that\s+$", re.I)
"""Before a topic that tells what others are to do."""
TAIL = re.compile(r"(?:[\s,;:–—-]+(?:and|or|but|nor|that|which|to))+$", re.I)
PLACED = re.compile(r",\s+(?:[\w’'. -]+,\s+)*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?\.?$")
"""Place and day at the end of a caption."""
PEOPLE = frozenset({"people", "men", "women", "children", "police", "gunmen", "parents", "families"})


def stance_words(snapshot: Snapshot, party: str, statement: Statement, *, most: int) -> str:
    """"Hamas refuses to give Israel a list of names" for the words of *statement*, at most about *most* characters of them."""
    item = statement.item
    assert isinstance(item, Position)
    verb = (MANY if several(snapshot, party) else ONE)[item.stance]
    topic = trimmed(item.topic, statement)
    shape = shaped(snapshot, party, statement, verb)
    if (made := phrased(shape)) is not None:
        return shortened(made, most + len(party) + len(verb))
    before = before_topic(statement.quote, item.topic)
    if before is None and topic != item.topic_key and FINITE.match(topic):
        return f"{party} {verb} what is asked: “{shortened(topic, most)}”"
    if before is None:
        return f"{party} {verb} what is spoken of as “{shortened(topic, most)}”" if topic != item.topic_key else in_words(party, verb, statement, most)
    deed = DEED.search(before)
    if deed is not None and item.stance in ("refuses", "offers", "demands") and INFINITIVE.search(before[: deed.start(1)]):
        return f"{party} {verb} to {deed[1]} {shortened(topic, most)}"
    own = INFINITIVE.search(before) and (BASE.match(topic) or not AGREED.search(before))
    if own and item.stance in ("refuses", "offers", "demands", "accepts"):
        consents = "agree" if several(snapshot, party) else "agrees"
        return f"{party} {consents if item.stance == 'accepts' else verb} to {shortened(topic, most)}"
    if item.stance == "demands" and SUBJUNCTIVE.search(before):
        return f"{party} {verb} that {shortened(topic, most)}"
    if FINITE.match(topic) or POINTING.match(topic):
        asked = whose(topic, statement)
        if asked and item.stance in ("demands", "conditions"):
            return shortened(phrased(replace(shape, topic=asked)) or f"{party} {verb}: {asked}", most + len(party) + len(verb))
        own_act = acted(shape)
        return shortened(own_act, most + len(party) + len(verb)) if own_act else in_words(party, verb, statement, most)
    if BROKEN.match(topic) or BASE.match(topic) or not before.strip():
        own_act = acted(shape)
        if own_act is not None:
            return shortened(own_act, most + len(party) + len(verb))
        return in_words(party, verb, statement, most)
    return f"{party} {verb}: {shortened(topic, most)}"


def shaped(snapshot: Snapshot, party: str, statement: Statement, verb: str) -> Told:
    """A stance with its words as they may be turned into a sentence."""
    item = statement.item
    assert isinstance(item, Position)
    own = tuple(dict.fromkeys((item.party, party, *(n for e in snapshot.entities_called(party) for n in (e.name, *e.names)))))
    words = trimmed(statement.quote, statement).strip("”“\"")
    return Told(party, verb, item.stance, words, trimmed(item.topic, statement), own, several(snapshot, party))


def in_words(party: str, verb: str, statement: Statement, most: int) -> str:
    """The stance with the report's own words for it."""
    words = trimmed(statement.quote, statement)
    if sum(words.count(mark) for mark in "”“\"") != 2 or (words[0] in "”“\"" and words[-1] in "”“\""):
        words = words.strip("”“\"")
    return f"{party} {verb}, in the words: “{shortened(words, most)}”"


def before_topic(quote: str, topic: str) -> str | None:
    """What stands before the topic in the words of the statement; None where the topic is from elsewhere."""
    at = quote.find(topic)
    return quote[:at] if at >= 0 else None


def trimmed(topic: str, statement: Statement) -> str:
    """The topic without joining words at its end, and of a caption without its place and day."""
    words = " ".join(topic.split())
    if statement.in_caption:
        words = PLACED.sub("", words)
    return TAIL.sub("", words)


def whose(topic: str, statement: Statement) -> str:
    """A topic that is a sentence with the one whom its pronoun means, as it was said to; empty where nobody tells who that is."""
    pronoun = POINTING.match(topic)
    if pronoun is None:
        return topic
    told = next((link.audience for link in statement.chain[-1:] if link.audience and link.audience.lower() not in NOBODY), None)
    return f"{pronoun[1]} [{told}]{topic[pronoun.end() :]}" if told else ""


def several(snapshot: Snapshot, party: str) -> bool:
    """Whether a party's name is of many: "families of the captives", "Kidnappers", "Norland and the League"."""
    head = re.split(r"\s+(?:of|in|from|for|with|near)\s+", party)[0].split()[-1]
    if " and " in party or head.lower() in PEOPLE:
        return True
    plain = party[:1].islower() or any(e.kind == "group" for e in snapshot.entities_called(party))
    many = head[:1].islower() and head.endswith("s") and not head.endswith(("ss", "us", "is"))
    people = plain and " " not in party and head.endswith("s") and not head.endswith(("ss", "us"))
    return many or people
