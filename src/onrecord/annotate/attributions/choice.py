"""Which candidates are kept: one content a cue, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.annotate.attributions.conventions import Conventions, counts
from onrecord.annotate.attributions.weighing import Weighed

SAME = 0.7
"""Two contents that share this part of their words are one; the likelier cue keeps it."""


def choose(weighed: Iterable[Weighed], conventions: Conventions) -> list[Weighed]:
    """The attributions of a report in the order of the text."""
    best: dict[int, Weighed] = {}
    for item in weighed:
        if not counts(item, conventions):
            continue
        at = item.candidate.cue.i
        if at not in best or item.chance > best[at].chance:
            best[at] = item
    kept: list[Weighed] = []
    words: list[frozenset[int]] = []
    for item in sorted(best.values(), key=lambda w: (-w.chance, w.candidate.cue.i)):
        own = frozenset(i for a, b in item.candidate.content for i in range(a, b))
        if any(same(item, own, other, theirs) for other, theirs in zip(kept, words, strict=True)):
            continue
        kept.append(item)
        words.append(own)
    return in_order(kept)


def same(item: Weighed, own: frozenset[int], other: Weighed, theirs: frozenset[int]) -> bool:
    """Whether two candidates tell the same content of the same source, or the same content but for a few words."""
    if item.candidate.form == "according" or other.candidate.form == "according":
        return False
    if item.candidate.cue.i in theirs or other.candidate.cue.i in own:
        return False
    return len(own & theirs) / len(own | theirs) > SAME


def in_order(kept: Sequence[Weighed]) -> list[Weighed]:
    """By the first word of source, cue or content."""
    def first(item: Weighed) -> tuple[int, int]:
        c = item.candidate
        low = min(c.content[0][0], c.cue_words[0], c.source_words[0] if c.source_words else c.cue.i)
        return low, c.cue.i

    return sorted(kept, key=first)
