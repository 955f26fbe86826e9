"""Which reports may share an origin, and how: copy, update, rewrite, or only the same words of one speaker."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.reconcile.origins.texts import COMMON, WEIGHT, Anchor, Compared, Terms, alignment, common_order, compared, terms_of, weight
from onrecord.reconcile.runs import holding, in_a_crowd, numbers_in, of_a_crowd, unpacked
from onrecord.types import Both, Reading

Kind = Literal["copy", "rewrite", "quotes"]
PERMUTATIONS, BANDS, SEED = 128, 32, 17
"""With 32 bands of four, two reports of a Jaccard of .3 and more are mostly proposed; exact counts decide."""
ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)
"""Odd numbers by which the two halves of a band are mixed into one number."""
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
class Shared:
    """What two reports of one origin, or that quote one saying, have in common."""

    kind: Kind
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by number, and what they share."""

    one: int
    other: int
    shared: Shared


def pairs(readings: Sequence[Reading], memo: Memo = AFRESH) -> list[Pair]:
    """All pairs that share an origin, by number; reports are compared only where shingles or rare anchors propose it."""
    views = without_common(readings, list(memo.of_readings("shingles and anchors", Terms, readings, terms_of)))
    numbers = {view.report: number for number, view in enumerate(views)}
    found = memo.of_pairs("what two reports share", tuple[Shared, ...], {view.report: view.key for view in views}, Comparing(readings, views, numbers))
    return [Pair(numbers[one], numbers[other], s) for (one, other), shared in sorted(found.items()) for s in shared]


@dataclass(frozen=True, slots=True)
class View:
    """A report without what a crowd of reports has; *key* stands for it, and changes with all that two reports are compared by."""

    report: str
    terms: Terms
    crowded: bytes
    """Those of its runs that a crowd has."""
    common: bytes
    """For each of its anchors 1 where a crowd has it, else 0; empty where a crowd has none of them."""
    key: str

    @property
    def runs(self) -> frozenset[int]:
        """The runs that no crowd has."""
        return unpacked(self.terms.runs) - unpacked(self.crowded)

    @property
    def rare(self) -> frozenset[int]:
        """The anchors that propose a pair: those that no crowd has, states left out."""
        common = self.common or bytes(len(self.terms.states))
        numbers = numbers_in(self.terms.anchors)
        return frozenset(number for number, state, crowd in zip(numbers, self.terms.states, common, strict=True) if not (state or crowd))

    def marked(self, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
        """The *anchors* of the report, those that a crowd has marked as common."""
        return tuple((COMMON, a[1]) if crowd else a for a, crowd in zip(anchors, self.common, strict=True)) if self.common else tuple(anchors)


def without_common(readings: Sequence[Reading], texts: Sequence[Terms]) -> list[View]:
    """The texts without the runs of words that a crowd of reports has (a background paragraph, a standing phrase), and with names and figures that a
    crowd has marked as common: that two reports of one subject share them tells nothing of where their texts came from."""
    runs = of_a_crowd([text.runs for text in texts], CROWD)
    anchors = in_a_crowd([text.anchors for text in texts], CROWD)
    return [
        View(reading.report.id, text, crowded, common, key_of(text, crowded, common))
        for reading, text, crowded, common in zip(readings, texts, runs, anchors, strict=True)
    ]


def key_of(text: Terms, crowded: bytes, common: bytes) -> str:
    """What stands for a view of a report: sentences and quotations hang on the report alone."""
    return f"{text.key} {hashlib.blake2b(crowded + common, digest_size=16).hexdigest()}" if crowded or common else text.key


@dataclass(frozen=True, slots=True)
class Comparing:
    """Finds and compares pairs of reports; texts are made ready only where they are compared."""

    readings: Sequence[Reading]
    views: Sequence[View]
    numbers: Mapping[str, int]

    def sketch(self, one: str) -> bytes:
        """The MinHash of a report's shingles; empty where it has none."""
        runs = self.views[self.numbers[one]].runs
        return sketch(runs) if runs else b""

    def found(self, fresh: frozenset[str], sketches: Mapping[str, bytes]) -> dict[Both, tuple[Shared, ...]]:
        """What all pairs share of which one is in *fresh*, those that share nothing left out."""
        whole: dict[str, Compared] = {}

        def text(one: str) -> Compared:
            if one not in whole:
                view = self.views[self.numbers[one]]
                found = compared(self.readings[self.numbers[one]])
                whole[one] = replace(found, runs=view.runs, anchors=view.marked(found.anchors))
            return whole[one]

        near = sorted(by_sketch(fresh, sketches) | by_anchors(fresh, self.views))
        return {(one, other): shared for one, other in near if (shared := judge(text(one), text(other)))}


def sketch(runs: frozenset[int]) -> bytes:
    """The MinHash of a report's shingles."""
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    made.update([f"{run:x}" for run in sorted(runs)])
    return array("I", made.digest()).tobytes()


def both(one: str, other: str) -> Both:
    """Two ids, the lesser first."""
    return (one, other) if one < other else (other, one)


def by_sketch(fresh: frozenset[str], sketches: Mapping[str, bytes]) -> set[Both]:
    """Pairs, one of them in *fresh*, whose MinHashes have a band in common."""
    homes: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for one in fresh:
        for band in bands(sketches[one]):
            homes[band].append(one)
    near = alike([sketches[one] for one in fresh], sketches)
    return {both(one, other) for other in near for band in bands(sketches[other]) if band in homes for one in homes[band] if one != other}


def alike(some: Sequence[bytes], sketches: Mapping[str, bytes]) -> list[str]:
    """Those of *sketches* that may have a band in common with one of *some*: all that have, and hardly another."""
    names = [one for one, made in sketches.items() if made]
    theirs, ours = (mixed(b"".join(told)) for told in ((sketches[one] for one in names), some))
    return [names[place] for place in np.flatnonzero(np.isin(theirs, ours).any(axis=1)).tolist()]


def mixed(made: bytes) -> NDArray[np.uint64]:
    """A number for each band of sketches that stand one behind another: the same for the same band at the same place."""
    halves = np.frombuffer(made, dtype=np.uint64).reshape(-1, BANDS, PERMUTATIONS // BANDS // 2)
    return np.asarray((halves * np.array(ODD, dtype=np.uint64)).sum(axis=2) ^ np.arange(BANDS, dtype=np.uint64), dtype=np.uint64)


def bands(made: bytes) -> list[tuple[int, bytes]]:
    """The bands of a sketch, each with its place."""
    wide = len(made) // BANDS
    return [(place, made[place : place + wide]) for place in range(0, len(made), wide)] if made else []


def by_anchors(fresh: frozenset[str], views: Sequence[View]) -> set[Both]:
    """Pairs, one of them in *fresh*, with several rare anchors in common; a run of a quotation counts as one, a figure or name as one."""
    homes: defaultdict[int, list[str]] = defaultdict(list)
    for view in views:
        if view.report in fresh:
            for anchor in view.rare:
                homes[anchor].append(view.report)
    count: Counter[Both] = Counter()
    for place in holding([view.terms.anchors for view in views], frozenset(homes)):
        found = views[place]
        for anchor in homes.keys() & found.rare if found.report not in fresh else ():
            count.update((found.report, one) for one in homes[anchor])
    for reports in homes.values():
        count.update(both(one, other) for k, one in enumerate(reports) for other in reports[k + 1 :])
    return {both(*pair) for pair, shared in count.items() if shared >= PROPOSING}


def judge(a: Compared, b: Compared) -> tuple[Shared, ...]:
    """What two reports have in common, by the strongest kind that the measures allow; empty where that is too little."""
    shared = len(a.runs & b.runs)
    share = shared / max(min(len(a.runs), len(b.runs)), 1)
    if share >= COPIED and shared >= 12:
        return (Shared("copy", round(share, 2), (f"{shared} runs of five words in common, {share:.0%} of the shorter report",)),)
    least = max(min(weight(a.anchors), weight(b.anchors)), 1.0)
    if at_most(a, b) < 0.3 * least:
        return sayings(a, b)
    common, kinds = common_order(a.anchors, b.anchors)
    ordered = common / least
    aligned = alignment(a.sentences, b.sentences)
    reasons = (
        f"in the same order: {kinds.get('q', 0)} runs of quoted words, {kinds.get('f', 0)} figures, {kinds.get('n', 0) + kinds.get('s', 0)} names"
        f" ({ordered:.0%} of the shorter report's)",
        f"sentences that match: {aligned:.0%}", f"runs of five words in common: {share:.0%}",
    )
    if is_rewrite(share, ordered, aligned, kinds):
        return (Shared("rewrite", round(min(0.95, 0.5 * ordered + 0.5 * min(2 * aligned, 1.0)), 2), reasons),)
    return sayings(a, b)


def at_most(a: Compared, b: Compared) -> float:
    """The weight of the anchors in common whatever their order: no common order can weigh more, and this is cheap."""
    return sum(WEIGHT[anchor[0]] * n for anchor, n in (Counter(a.anchors) & Counter(b.anchors)).items())


def sayings(a: Compared, b: Compared) -> tuple[Shared, ...]:
    """That both reports quote the same words, if they do."""
    runs = a.quoted.keys() & b.quoted.keys()
    if len(runs) < QUOTED:
        return ()
    return (Shared("quotes", 0.7, tuple(f"both quote “{s[:80]}”" for s in sorted({a.quoted[r] for r in runs})[:3])),)


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
