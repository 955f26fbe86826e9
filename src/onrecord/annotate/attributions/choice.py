"""Which candidates are kept: one content a cue, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.annotate.attributions.conventions import Conventions
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.extent import is_clause
from onrecord.annotate.attributions.quotations import Quotation
from onrecord.annotate.attributions.weighing import Weighed
from onrecord.types import Parsed

SAME = 0.7
"""Two contents that share this part of their words are one; the likelier cue keeps it."""
PART = 0.2
"""Of the chance of a quotation alone, what the writer's clause around it must have to be taken instead."""
UNCLAIMED = 0.02
"""The chance from which a source at its marks is taken for a quoted clause that nobody else has (direct recall on 150 train articles)."""
TELLING = frozenset({"reporting", "factive", "belief", "denial", "demand", "threat", "promise", "appraisal"})


def choose(weighed: Iterable[Weighed], conventions: Conventions) -> list[Weighed]:
    """The attributions of a report in the order of the text."""
    by_cue: dict[int, list[Weighed]] = {}
    for item in weighed:
        if item.chance >= item.floor:
            by_cue.setdefault(item.candidate.cue.i, []).append(item)
    pick = likeliest if conventions.broad else fullest
    best = {at: pick(items) for at, items in by_cue.items()}
    kept: list[Weighed] = []
    words: list[frozenset[int]] = []
    for item in sorted(best.values(), key=lambda w: (-w.chance, w.candidate.cue.i)):
        own = frozenset(i for a, b in item.candidate.content for i in range(a, b))
        if any(same(item, own, other, theirs) for other, theirs in zip(kept, words, strict=True)):
            continue
        kept.append(item)
        words.append(own)
    return in_order(kept)


def likeliest(items: Sequence[Weighed]) -> Weighed:
    """The candidate with the highest chance."""
    return max(items, key=lambda w: w.chance)


def fullest(items: Sequence[Weighed]) -> Weighed:
    """The likeliest candidate; "which NP said were …" before all, and the clause that holds a quotation before the quotation alone.

    One read by the surface is taken only where the parse gave no other.
    """
    items = [w for w in items if w.candidate.form != "surface"] or items
    which = next((w for w in items if w.candidate.form == "which"), None)
    if which is not None:
        return which
    best = likeliest(items)
    if best.candidate.form != "quotation" or best.candidate.variant != "before":
        return best
    first, last = best.candidate.content[0]
    around = [w for w in items if w.candidate.form != "quotation" and len(w.candidate.content) == 1 and w.candidate.content[0][1] == last]
    around = [w for w in around if w.candidate.cue.i < w.candidate.content[0][0] < first and w.chance >= PART * best.chance]
    return likeliest(around) if around else best


def claim(parsed: Parsed, kept: Sequence[Weighed], weighed: Sequence[Weighed], quotations: Sequence[Quotation]) -> list[Weighed]:
    """*kept*, and for every quoted clause that nobody has yet the likeliest source at its marks."""
    taken = [(a, b) for item in kept for a, b in item.candidate.content]
    found: list[Weighed] = []
    for quotation in quotations:
        if not quotation.claimable or any(a < quotation.last and quotation.first < b for a, b in taken):
            continue
        if not is_clause(parsed, quotation):
            continue
        near = [w for w in weighed if any(a <= quotation.first and quotation.last <= b for a, b in w.candidate.content) and fits(w, quotation)]
        best = max(near, key=lambda w: w.chance, default=None)
        if best is not None and best.chance >= UNCLAIMED:
            found.append(best)
            taken += best.candidate.content
    return in_order([*kept, *found]) if found else list(kept)


def fits(item: Weighed, quotation: Quotation) -> bool:
    """Whether a candidate tells a quotation from outside it by a word of saying or thinking."""
    cue = cue_of(item.candidate.cue)
    outside = not quotation.first <= item.candidate.cue.i < quotation.last
    return outside and (item.candidate.form == "colon" or (cue is not None and cue.kind in TELLING))


def same(item: Weighed, own: frozenset[int], other: Weighed, theirs: frozenset[int]) -> bool:
    """Whether two candidates tell the same content of the same source, or the same content but for a few words."""
    if item.candidate.form == "according" or other.candidate.form == "according":
        return False
    if own.isdisjoint(theirs):
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
