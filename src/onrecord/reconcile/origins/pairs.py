"""Which reports may share an origin, and how: copy, update, rewrite, or only the same words of one speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rensa import RMinHash, RMinHashLSH

from onrecord.reconcile.origins.texts import COMMON, WEIGHT, Compared, alignment, common_order, weight

Kind = Literal["copy", "rewrite", "quotes"]
PERMUTATIONS, BANDS, SEED = 128, 32, 17
LSH = 0.3
"""Jaccard from which MinHash proposes a pair; exact counts decide."""
COPIED = 0.5
"""Least share of the shorter report's shingles in the other for a copy (table of pairs in tests/reconcile/origins: rewrites stay below .4)."""
PARTLY = 0.22
"""Least share for a rewrite that keeps whole phrases; with it the order of anchors may be weaker."""
ORDERED = 0.45
"""Least share of the anchors, by weight, in the same order for a rewrite by another hand."""
ALIGNED = 0.38
"""Least mean overlap of the shorter report's sentences with their best match for a rewrite (table: rewrites .55 to .75, the same words only up to .32)."""
BESIDE_WORDS = 3
"""Least number of figures and names in the same order, so that one long quotation in common makes no rewrite."""
QUOTED = 2
"""Least number of runs of four quoted words in common for one saying quoted by both: five or more words."""
THROUGHOUT, CLOSELY, ALSO_COMMON = 0.85, 0.6, 6
"""Order, match of sentences and common names or figures in order that make a rewrite of a report whose rare names are few (made corpus of 1,000:
27 of 30 such rewrites, 3 of 41 pairs that only quote one saying)."""
CROWD = 40
"""An anchor that more reports than this have proposes no pairs."""
PROPOSING = 2
"""Rare anchors in common that make a pair worth comparing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one origin, or that quote one saying."""

    one: int
    other: int
    kind: Kind
    score: float
    reasons: tuple[str, ...]


def pairs(texts: Sequence[Compared]) -> list[Pair]:
    """All pairs that share an origin, by number; reports are compared only where shingles or rare anchors propose it."""
    found = []
    texts = without_common(texts)
    for one, other in sorted(proposed(texts)):
        pair = judge(texts[one], texts[other], one, other)
        if pair is not None:
            found.append(pair)
    return found


def without_common(texts: Sequence[Compared]) -> list[Compared]:
    """The texts without the runs of words that a crowd of reports has (a background paragraph, a standing phrase), and with names and figures that a
    crowd has marked as common: that two reports of one subject share them tells nothing of where their texts came from."""
    runs = Counter(run for text in texts for run in text.runs)
    anchors = Counter(anchor for text in texts for anchor in set(text.anchors))
    crowded = {run for run, n in runs.items() if n > CROWD}
    common = {anchor for anchor, n in anchors.items() if n > CROWD}
    if not crowded and not common:
        return list(texts)
    return [
        replace(text, runs=text.runs - crowded, anchors=tuple((COMMON, key) if (kind, key) in common else (kind, key) for kind, key in text.anchors))
        for text in texts
    ]


def proposed(texts: Sequence[Compared]) -> set[tuple[int, int]]:
    """Pairs that MinHash over shingles or an index of rare anchors proposes."""
    out: set[tuple[int, int]] = set()
    index = RMinHashLSH(threshold=LSH, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, text in enumerate(texts):
        if not text.runs:
            continue
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(sorted(text.runs))
        out.update((int(earlier), number) for earlier in index.query(sketch))
        index.insert(number, sketch)
    out |= by_anchors(texts)
    return out


def by_anchors(texts: Sequence[Compared]) -> set[tuple[int, int]]:
    """Pairs with several rare anchors in common; a run of a quotation counts as one, a figure or name as one."""
    homes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for anchor in sorted(set(text.anchors)):
            if anchor[0] not in ("s", COMMON):
                homes[anchor].append(number)
    count: Counter[tuple[int, int]] = Counter()
    for numbers in homes.values():
        if 2 <= len(numbers) <= CROWD:
            count.update((a, b) for k, a in enumerate(numbers) for b in numbers[k + 1 :])
    return {pair for pair, shared in count.items() if shared >= PROPOSING}


def judge(a: Compared, b: Compared, one: int, other: int) -> Pair | None:
    """What two reports have in common, by the strongest kind that the measures allow."""
    shared = len(a.runs & b.runs)
    share = shared / max(min(len(a.runs), len(b.runs)), 1)
    if share >= COPIED and shared >= 12:
        return Pair(one, other, "copy", round(share, 2), (f"{shared} runs of five words in common, {share:.0%} of the shorter report",))
    least = max(min(weight(a.anchors), weight(b.anchors)), 1.0)
    if at_most(a, b) < 0.3 * least:
        return sayings(a, b, one, other)
    common, kinds = common_order(a.anchors, b.anchors)
    ordered = common / least
    aligned = alignment(a.sentences, b.sentences)
    reasons = (
        f"in the same order: {kinds.get('q', 0)} runs of quoted words, {kinds.get('f', 0)} figures, {kinds.get('n', 0) + kinds.get('s', 0)} names"
        f" ({ordered:.0%} of the shorter report's)",
        f"sentences that match: {aligned:.0%}", f"runs of five words in common: {share:.0%}",
    )
    if is_rewrite(share, ordered, aligned, kinds):
        return Pair(one, other, "rewrite", round(min(0.95, 0.5 * ordered + 0.5 * min(2 * aligned, 1.0)), 2), reasons)
    return sayings(a, b, one, other)


def at_most(a: Compared, b: Compared) -> float:
    """The weight of the anchors in common whatever their order: no common order can weigh more, and this is cheap."""
    return sum(WEIGHT[anchor[0]] * n for anchor, n in (Counter(a.anchors) & Counter(b.anchors)).items())


def sayings(a: Compared, b: Compared, one: int, other: int) -> Pair | None:
    """The pair if both reports quote the same words, else None."""
    runs = a.quoted.keys() & b.quoted.keys()
    if len(runs) < QUOTED:
        return None
    return Pair(one, other, "quotes", 0.7, tuple(f"both quote “{s[:80]}”" for s in sorted({a.quoted[r] for r in runs})[:3]))


def is_rewrite(share: float, ordered: float, aligned: float, kinds: dict[str, int]) -> bool:
    """Whether order of anchors and matching sentences together speak for one text behind two."""
    told = {kind: n for kind, n in kinds.items() if kind != COMMON}
    rare = sum(n for kind, n in told.items() if kind != "q")
    if rare and kinds.get(COMMON, 0) >= ALSO_COMMON and ordered >= THROUGHOUT and aligned >= CLOSELY:
        return True
    if sum(told.values()) < 6 or rare < BESIDE_WORDS:
        return False
    if share >= PARTLY and ordered >= 0.3 and aligned >= 0.25:
        return True
    return ordered >= ORDERED and aligned >= ALIGNED


def components(numbers: Iterable[int], joined: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Number → the least number that it hangs together with."""
    parent = {n: n for n in numbers}

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in joined:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return {n: root(n) for n in parent}
