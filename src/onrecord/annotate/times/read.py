"""Reads the layer of times."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Problem, Time


def read_times(draft: Draft) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """The times of one report in the order of the text, and what was not understood."""
    return (), ()
