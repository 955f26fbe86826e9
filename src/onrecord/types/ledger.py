"""Figures that must add up: reported values, the headline of a ledger, its sums, and the origins behind a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.report import Interval


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand behind a point: surely distinct to possibly distinct, and by side."""

    least: int
    most: int
    by_side: tuple[tuple[str, int], ...] = ()
    reasons: tuple[str, ...] = ()


UNCOUNTED = Origins(0, 0)
"""Nothing was counted yet."""


@dataclass(frozen=True, slots=True)
class LedgerValue:
    """One reported value of a measure, as an interval over persons or things."""

    statement: str
    report: str
    measure: str
    scope: str | None
    low: float | None
    high: float | None
    label: str
    """Short words with comparator: "more than 235 taken"."""
    as_of: Interval | None
    published: Interval | None
    side: str | None = None
    by: str | None = None
    own_voice: bool = False
    in_opinion: bool = False
    agreement: str | None = None
    withdrawn: bool = False
    """Whether a correction note takes it back: it is shown, and counts for nothing."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The value a ledger shows first, by the stated rule, with what stands beside it."""

    measure: str
    label: str
    low: float | None
    high: float | None
    as_of: Interval | None
    statements: tuple[str, ...]
    others: tuple[str, ...]
    rule: str
    open: bool = False
    """Whether a difference is open, so that a range is shown."""
    origins: Origins = UNCOUNTED


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One sum over reported figures, with its verdict and its arithmetic in a sentence."""

    id: str
    statements: tuple[str, ...]
    verdict: Literal["adds_up", "does_not_add_up", "open", "consistent", "different_scope", "different_as_of", "update", "rounding", "corrected"]
    sum: str
    difference: float | None = None
    open_terms: tuple[str, ...] = ()
    note: str = ""
    minimal: bool = False
    """Whether this is a minimal set of figures that cannot all be true."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Between which numbers the reported values of one stock lie over some days; None is open. Nothing is derived beyond what is reported."""

    measure: str
    days: Interval
    low: float
    high: float | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All figures of one thing counted in one negotiation."""

    id: str
    title: str
    unit: str
    negotiation: str | None
    values: tuple[LedgerValue, ...]
    headlines: tuple[Headline, ...] = ()
    lines: tuple[LedgerLine, ...] = ()
    bounds: tuple[Bound, ...] = ()
    """The band of every stock over time: at each day the values of that day, between two days those of both."""
