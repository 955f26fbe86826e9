"""Where each report's content came from."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import OriginLink, Reading, ReportDate


def find_origins(readings: Sequence[Reading], dates: dict[str, ReportDate]) -> tuple[OriginLink, ...]:
    """Where each report's content came from."""
    return ()
