"""How far chance alone moves a score: the bootstrap over reports (Efron 1979), since items of one report are not independent."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.score.result import Result
from onrecord.score.table import f1

DRAWS = 2000
TAIL = 0.05
"""What is cut off at each end: a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A score between 0 and 1 with the 90 % interval that drawing other reports of the same kind gives it."""

    value: float
    low: float
    high: float


def right_f1(results: Sequence[Result], layer: str) -> float:
    """"Right" F1 of a layer over several reports together."""
    tallies = [r.tallies[layer] for r in results]
    return f1(sum(t.right for t in tallies), sum(t.system for t in tallies), sum(t.gold for t in tallies))["f1"]


def drawn(results: Sequence[Result], layer: str, chance: random.Random) -> float:
    """The score of as many reports drawn anew, with replacement."""
    return right_f1(chance.choices(results, k=len(results)), layer)


def middle(values: Sequence[float]) -> tuple[float, float]:
    """The two ends of the middle 90 % of *values*."""
    ordered = sorted(values)
    cut = int(len(ordered) * TAIL)
    return ordered[cut], ordered[-1 - cut]


def spread(results: Sequence[Result], layer: str, *, seed: int = 1) -> Spread:
    """The "right" F1 of *results* (one a report, at least one) with its interval."""
    chance = random.Random(seed)
    return Spread(right_f1(results, layer), *middle([drawn(results, layer, chance) for _ in range(DRAWS)]))


def distance(results: Sequence[Result], others: Sequence[Result], layer: str, *, seed: int = 1) -> Spread:
    """How much higher *results* score than *others*, with the interval of that difference when both are drawn anew."""
    chance = random.Random(seed)
    gaps = [drawn(results, layer, chance) - drawn(others, layer, chance) for _ in range(DRAWS)]
    return Spread(right_f1(results, layer) - right_f1(others, layer), *middle(gaps))
