"""What reconciling tells of its reports to whoever remembers work on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Viewed(Protocol):
    """Reports of which rules look at one at a time."""

    reports: Sequence[str]
    """Their ids, in order."""
    asked: dict[str, set[str]]
    """Where the names are noted that are looked up in a report, for those reports that are in it."""

    def mark(self, report: str, names: Iterable[str]) -> bytes:
        """A hash of all that is seen of a report beside its reading by rules that look up *names* in it."""
        ...
