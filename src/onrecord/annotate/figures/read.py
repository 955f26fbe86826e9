"""Reads the layer of figures."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Figure, Problem


def read_figures(draft: Draft) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of one report in the order of the text, and what was not understood."""
    return (), ()
