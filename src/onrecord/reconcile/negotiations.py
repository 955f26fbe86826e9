"""Which talks the reports are about."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import Entity, Negotiation, Reading


def find_negotiations(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Negotiation, ...]:
    """Which talks the reports are about."""
    return ()
