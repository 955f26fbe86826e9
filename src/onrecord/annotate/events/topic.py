"""What a report is about, as far as the reading of events depends on it."""

from __future__ import annotations

from collections import Counter

from onrecord.annotate.events.lexicons import domain
from onrecord.types import Parsed

WORDS_A_CORE = 120
"""A report about a quarrel or its talks has a core word at least every so many words; among the reports of tests/gold it is every 25."""
DIFFERENT = 3
"""So many different core words, and more of them than of words of other things, also do in a report that tells of its quarrel in plain words."""
SHORT = 60
"""Words of a text too short to be measured so."""


DOMAINS = ("conflict", "core", "other", "labour", "military", "captivity")


def topic_of(parsed: Parsed) -> frozenset[str]:
    """The domains of events_domains.toml that the report's words speak for: conflict, other, labour."""
    lemmas = Counter(t.lemma for t in parsed.tokens)
    counts = {name: sum(lemmas[lemma] for lemma in lemmas.keys() & domain(name)) for name in DOMAINS}
    cores = lemmas.keys() & domain("core")
    found = set()
    core = counts["core"] * WORDS_A_CORE >= len(parsed.tokens) or len(parsed.tokens) <= SHORT
    core = core or (len(cores) >= DIFFERENT and counts["core"] > counts["other"] and counts["core"] * 2 * WORDS_A_CORE >= len(parsed.tokens))
    if core and max(counts["conflict"], counts["core"]) >= counts["other"]:
        found.add("conflict")
    elif counts["other"] > counts["conflict"] or len(parsed.tokens) > SHORT:
        found.add("other")
    if counts["labour"] > counts["military"]:
        found.add("labour")
    if counts["captivity"]:
        found.add("captivity")
    return frozenset(found)


def readable(kind: str, topic: frozenset[str]) -> bool:
    """Whether events of this type are read in a report of this topic."""
    return "conflict" in topic or ("other" not in topic and kind in domain("strong"))
