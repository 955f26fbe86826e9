"""Reads the layer of status."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Problem, Status


def read_status(draft: Draft) -> tuple[tuple[Status, ...], tuple[Problem, ...]]:
    """The status of one report in the order of the text, and what was not understood."""
    return (), ()
