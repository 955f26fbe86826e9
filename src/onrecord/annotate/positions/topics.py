"""What a position is about: a short phrase, and a key by which reports are compared."""

from __future__ import annotations

import re
from functools import cache

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Span

EMPTY = frozenset({"the", "a", "an", "this", "that", "these", "those", "any", "all", "its", "their", "his", "her", "our", "more", "new", "such", "it", "they", "we"})


@cache
def topics() -> tuple[tuple[str, int, tuple[re.Pattern[str], ...]], ...]:
    """(key, strength, patterns) in the order in which they are tried."""
    return tuple((t["key"], t["strength"], tuple(re.compile(p) for p in t["patterns"])) for t in lexicon("topics")["topic"])


def known_topic(words: str) -> tuple[str, int] | None:
    """The first topic of the vocabulary that *words* are about, with how surely it belongs to a negotiation (1 or 2)."""
    plain = plain_words(words)
    return next(((key, strength) for key, strength, patterns in topics() if any(p.search(plain) for p in patterns)), None)


def plain_words(words: str) -> str:
    """Lower case, plain quotation marks and single blanks, so that patterns meet what they were written for."""
    return re.sub(r"\s+", " ", words.lower().translate(str.maketrans("’‘“”", "''\"\"")))


def topic_key(parsed: Parsed, about: Span, whole: Span) -> tuple[str, int]:
    """The key of a topic from its own words, else from the whole clause, else its normalised head words (strength 0)."""
    text = parsed.report.text
    found = known_topic(about.of(text)) or known_topic(whole.of(text))
    if found is not None:
        return found
    heads = [t.lemma.lower() for t in parsed.within(about) if t.pos in ("NOUN", "PROPN", "VERB") and t.lower not in EMPTY]
    return " ".join(heads[:3]) or plain_words(about.of(text))[:40], 0
