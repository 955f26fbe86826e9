"""Finds the participants of a report."""

from __future__ import annotations

from onrecord.annotate.cast.cast import Cast
from onrecord.types import Parsed


def read_cast(parsed: Parsed) -> Cast:
    """The cast of one report."""
    return Cast()
