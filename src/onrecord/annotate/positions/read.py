"""Reads the layer of positions."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Position, Problem


def read_positions(draft: Draft) -> tuple[tuple[Position, ...], tuple[Problem, ...]]:
    """The positions of one report in the order of the text, and what was not understood."""
    return (), ()
