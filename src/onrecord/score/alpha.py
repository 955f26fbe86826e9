"""Krippendorff's alpha: how far coders agree beyond chance, from the coincidences of their values (Krippendorff, "Content Analysis", 4th ed. 2018, ch. 12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

Value = str | float
Metric = Literal["nominal", "interval"]
"""How two values differ: not at all or wholly; or by the square of what lies between two numbers."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the values of some units give to alpha; the tallies of other units are added to it, so that reports can be drawn anew."""

    units: int = 0
    """Units with the values of two coders at least; one value alone is paired with nothing."""
    values: int = 0
    """Their values."""
    same: float = 0.0
    """Pairs of equal values, those of a unit of *m* values weighing 1/(m - 1), as all sums here."""
    apart: float = 0.0
    """Sum of the differences within units."""
    margins: Mapping[Value, int] = field(default_factory=dict)
    """How often each value was given."""


def tally(units: Iterable[Sequence[Value]], metric: Metric) -> Tally:
    """The tally of units, each the values that coders gave it, in any order; what a coder did not say is left out."""
    many, values, same, apart, margins = 0, 0, 0.0, 0.0, Counter[Value]()
    for unit in units:
        if len(unit) < 2:
            continue
        weight = 2 / (len(unit) - 1)
        pairs = list(combinations(unit, 2))
        same += weight * sum(a == b for a, b in pairs)
        apart += weight * sum(difference(a, b, metric) for a, b in pairs)
        many, values = many + 1, values + len(unit)
        margins.update(unit)
    return Tally(many, values, same, apart, margins)


def difference(one: Value, other: Value, metric: Metric) -> float:
    """How much two values differ; TypeError for words where numbers are meant."""
    if metric == "nominal":
        return float(one != other)
    if isinstance(one, str) or isinstance(other, str):
        raise TypeError(f"{one!r} and {other!r}: an interval lies between numbers")
    return float(one - other) ** 2


def together(tallies: Iterable[Tally]) -> Tally:
    """The tally of all units."""
    many, values, same, apart, margins = 0, 0, 0.0, 0.0, Counter[Value]()
    for one in tallies:
        many, values, same, apart = many + one.units, values + one.values, same + one.same, apart + one.apart
        margins.update(one.margins)
    return Tally(many, values, same, apart, margins)


def alpha(found: Tally, metric: Metric) -> float | None:
    """1 - observed over expected disagreement: 1 where all agree, 0 where chance would agree as much, below 0 where it would more.

    None where every value is the same or none is paired: then chance alone gives full agreement, and nothing is known beyond it.
    """
    if len(found.margins) < 2:
        return None
    return 1.0 - (found.values - 1) * found.apart / by_chance(found, metric)


def by_chance(found: Tally, metric: Metric) -> float:
    """Sum of the differences between all values, whichever unit they stand in."""
    if metric == "nominal":
        return float(found.values**2 - sum(n * n for n in found.margins.values()))
    total = sum(n * float(v) for v, n in found.margins.items())
    squares = sum(n * float(v) ** 2 for v, n in found.margins.items())
    return 2 * (found.values * squares - total**2)


def agreed(found: Tally) -> float | None:
    """Share of pairs of values that are equal, chance not taken off; None where none is paired."""
    return found.same / found.values if found.values else None
