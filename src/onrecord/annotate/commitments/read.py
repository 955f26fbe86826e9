"""Reads the layer of commitments."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Commitment, Problem


def read_commitments(draft: Draft) -> tuple[tuple[Commitment, ...], tuple[Problem, ...]]:
    """The commitments of one report in the order of the text, and what was not understood."""
    return (), ()
