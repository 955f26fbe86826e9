"""What a later version of a report says no more."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types.report import Interval


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """One statement of an earlier version that no later version at the same address makes; it is kept, and nothing rests on it."""

    statement: str
    report: str
    """The earlier version's report."""
    by: str
    """The first later version that says it no more."""
    on: Interval | None
    """When that version was published; None where its date is not known."""
    corrected: bool = False
    """Whether the later version carries a note of correction."""
