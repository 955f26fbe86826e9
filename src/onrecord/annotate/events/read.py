"""Reads the layer of events."""

from __future__ import annotations

from onrecord.annotate.draft import Draft
from onrecord.types import EventMention, Problem


def read_events(draft: Draft) -> tuple[tuple[EventMention, ...], tuple[Problem, ...]]:
    """The events of one report in the order of the text, and what was not understood."""
    return (), ()
