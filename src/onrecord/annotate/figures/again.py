"""Days that a figure shares with another one: a part with its whole, a count told again with the count that its day was told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.figures.dates import SHARED
from onrecord.types import Figure

ONCE = frozenset({"taken", "released", "rescued", "killed", "injured", "struck", "freed"})
"""Measures of what happened on a day."""
FEW = 3
"""Smaller counts come back by chance."""


def shared_days(figures: Sequence[Figure]) -> list[Figure]:
    """The figures; what has no day in its own words takes that of its whole, or of the same count told elsewhere with a day of its own."""
    by_id = {f.id: f for f in figures}
    return [dated(f, figures, by_id.get(f.part_of or "")) for f in figures]


def dated(figure: Figure, all_of: Sequence[Figure], whole: Figure | None) -> Figure:
    """One figure with the day that it shares, if it has none of its own."""
    if figure.as_of is not None and figure.as_of.reason not in SHARED:
        return figure
    if whole is not None and whole.measure == figure.measure:
        return replace(figure, as_of=whole.as_of)
    if figure.measure not in ONCE or figure.value is None or figure.value < FEW:
        return figure
    told = [f.as_of for f in all_of if same_count(f, figure) and f.as_of is not None and f.as_of.reason not in SHARED]
    return replace(figure, as_of=told[0]) if told else figure


def same_count(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same with the same number."""
    return one is not other and (one.value, one.comparator, one.unit, one.measure) == (other.value, other.comparator, other.unit, other.measure)
