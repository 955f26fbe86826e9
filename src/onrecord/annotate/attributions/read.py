"""Reads the layer of attributions."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Problem


def read_attributions(draft: Draft) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of one report in the order of the text, and what was not understood."""
    return (), ()
