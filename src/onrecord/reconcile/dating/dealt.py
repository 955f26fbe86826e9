"""Counts of those freed in a deal, by which a report that tells when the deal was is tied to others of the same deal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reconcile.dating.clues import Clue, Clues, pattern

ODD = 13
"""The least count that is rare enough to tell one deal from another."""
COUNT = re.compile(r"(?<![\w.,$-])(\d{2,4})(?![\d%]|,\d|\.\d|\s*(?:percent|km|miles|years|a\.m|p\.m))")


@dataclass(frozen=True, slots=True)
class Dealt:
    """A sentence that counts people freed in a deal and tells when: the rare counts, the words and the time."""

    counts: tuple[int, ...]
    words: str
    clue: Clue


def dealt_in(clues: Clues) -> Iterator[Dealt]:
    """"105 freed in a deal in late November", wherever a report tells such a thing."""
    for sentence in clues.sentences:
        words = sentence.of(clues.text)
        counts = odd_counts(words)
        for m in pattern("deals").finditer(words) if counts else ():
            end = sentence.start + m.end()
            clue = next((c for c in clues.clues if 0 <= c.time.span.start - end <= 12 and c.time.expression.op in ("date", "shift") and c.behind), None)
            if clue is not None and clue.sentence == sentence:
                yield Dealt(tuple(sorted(counts)), words[m.start() : clue.time.span.end - sentence.start], clue)


def odd_counts(words: str) -> set[int]:
    """Counts in a sentence that tells of a release."""
    if not pattern("released").search(words):
        return set()
    return {int(m[1]) for m in COUNT.finditer(words) if int(m[1]) >= ODD and int(m[1]) % 10 and not 1500 <= int(m[1]) <= 2100}


def odd_in(clues: Clues) -> frozenset[int]:
    """The rare counts of a report that tell one deal from another."""
    return frozenset(n for s in clues.sentences for n in odd_counts(s.of(clues.text)))
