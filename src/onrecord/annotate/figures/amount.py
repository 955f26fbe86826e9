"""A number in running words, with its bounds and its place among the words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Comparator


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its comparator over the tokens `[first, last)`; the bare number is `[core, core_end)`."""

    first: int
    last: int
    core: int
    core_end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "exact"
    ordinal: bool = False
    unit: str | None = None
    """A unit that the number brings itself ("percent"); None where a noun follows."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A number as parsed, ending before token *end* of the sequence."""

    value: float | None
    end: int
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "exact"
    ordinal: bool = False
    share: bool = False
    unit: str | None = None
    """The unit that stands within it ("N50")."""
