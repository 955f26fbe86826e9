"""What any parser must do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from onrecord.types import Keeper, Parsed, Report


class Parser(Protocol):
    """Turns reports into tokens with syntax; the name goes into the record with what it gave."""

    name: str
    kept: Keeper
    """Where it keeps what it gave."""

    def parse(self, report: Report) -> Parsed:
        """The parse of one report."""
        ...

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """The parses of many reports, in their order, faster than one by one."""
        ...
