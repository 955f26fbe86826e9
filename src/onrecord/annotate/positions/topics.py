"""What a position is about: a short phrase, and a key by which reports are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Parsed, Span, Token

FIRST = " first"
"""Parsers hang it on the verb that follows ("must release the wounded first has not changed")."""
REACH = 60
"""How many words back a demand may lie to which "this formula" points."""
EMPTY = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "any", "all", "its", "their", "his", "her", "our", "more", "new", "such", "it", "they", "we"}
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the vocabulary."""

    key: str
    strength: int
    wide: bool
    patterns: tuple[re.Pattern[str], ...]


@cache
def topics() -> tuple[Topic, ...]:
    """The vocabulary in the order in which it is tried."""
    return tuple(Topic(t["key"], t["strength"], t.get("wide", False), tuple(re.compile(p) for p in t["patterns"])) for t in lexicon("topics")["topic"])


def known_topic(words: str, *, wide: bool = False) -> tuple[str, int] | None:
    """The first topic of the vocabulary that *words* are about, with how surely it belongs to a negotiation (1 or 2); *wide*: of those only."""
    plain = plain_words(words)
    return next(((t.key, t.strength) for t in topics() if (t.wide or not wide) and any(p.search(plain) for p in t.patterns)), None)


def plain_words(words: str) -> str:
    """Lower case, plain quotation marks and single blanks, so that patterns meet what they were written for."""
    return re.sub(r"\s+", " ", words.lower().translate(str.maketrans("’‘“”", "''\"\"")))


def topics_of(draft: Draft, found: Iterable[Found]) -> dict[int, tuple[str, int]]:
    """The topic of each candidate, by `id` of the candidate, read in the order of the text so that one may point back to another."""
    known: dict[int, tuple[str, int]] = {}
    told: list[tuple[int, tuple[str, int]]] = []
    for one in sorted(found, key=lambda f: f.trigger.i):
        key = topic_of(draft, one, told)
        known[id(one)] = key
        if key[1] == 2:
            told.append((one.trigger.i, key))
    return known


def topic_of(draft: Draft, found: Found, told: list[tuple[int, tuple[str, int]]]) -> tuple[str, int]:
    """The key of a position's topic; a bare "this formula", "it" or "the demand" takes the topic that was spoken of last before it."""
    if bare_reference(draft.parsed, found):
        near = [topic for place, topic in told if place < found.trigger.i <= place + REACH]
        earlier = near[-1] if near else last_topic(draft.parsed, found.trigger)
        if earlier is not None:
            return earlier
    whole = said_after(found)
    after = draft.parsed.report.text[whole.end : whole.end + len(FIRST)]
    return topic_key(draft.parsed, found.about, Span(whole.start, whole.end + len(FIRST)) if after == FIRST else whole)


def said_after(found: Found) -> Span:
    """The clause without what stands before the words of the stance, so that the party's own description is not taken for its topic."""
    start = found.trigger.start if found.rule in ("verb", "adjective", "noun", "deadline") else found.span.start
    return Span(max(found.span.start, min(start, found.about.start)), max(found.span.end, found.about.end))


def bare_reference(parsed: Parsed, found: Found) -> bool:
    """Whether the topic's words only point back."""
    nouns = frozenset(lexicon("positions")["anaphora"]["nouns"])
    if found.about == Span(found.trigger.start, found.trigger.end):
        return True
    words = [t for t in parsed.within(found.about) if t.pos not in ("PUNCT", "PART", "ADP")]
    pointing = [t for t in words if t.lower in ("this", "that", "such", "these", "those", "it", "them", "which")]
    heads = [t for t in words if t.pos in ("NOUN", "PROPN")]
    acts = [t for t in words if t.pos == "VERB" and t is not found.trigger]
    if heads and not pointing and any(t.i < heads[0].i for t in acts):  # "to accept the offer" says what is to be done
        return False
    if found.rule == "noun" and found.trigger.dep == "attr" and found.trigger.head.has("nsubj") is not None:
        opener = found.trigger.head.has("nsubj")
        if opener is not None and opener.lower in ("it", "this", "that"):
            return True
    if len(heads) > 1 or (heads and heads[0].lemma not in nouns):
        return False
    return bool(pointing) or (len(heads) == 1 and any(c.lower == "the" for c in heads[0].children))


def last_topic(parsed: Parsed, trigger: Token) -> tuple[str, int] | None:
    """The topic of the nearest sentence before *trigger*, or of the words before it in its own, that is about something known."""
    sentence = parsed.sentence_of(trigger)
    text = parsed.report.text
    own = parsed.tokens[sentence.first : trigger.i]
    if own:
        found = known_topic(text[own[0].start : own[-1].end])
        if found is not None and found[1] == 2:
            return found
    for earlier in reversed(parsed.sentences[max(sentence.i - 4, 0) : sentence.i]):
        tokens = parsed.of(earlier)
        found = known_topic(text[tokens[0].start : tokens[-1].end])
        if found is not None and found[1] == 2:
            return found
    return None


def topic_key(parsed: Parsed, about: Span, whole: Span) -> tuple[str, int]:
    """The key of a topic from its own words, else from the whole clause, else its normalised head words (strength 0)."""
    text = parsed.report.text
    found = known_topic(whole.of(text), wide=True) or known_topic(about.of(text)) or known_topic(whole.of(text))
    if found is not None:
        return found
    heads = [t.lemma.lower() for t in parsed.within(about) if t.pos in ("NOUN", "PROPN", "VERB") and t.lower not in EMPTY]
    return " ".join(heads[:3]) or plain_words(about.of(text))[:40], 0
