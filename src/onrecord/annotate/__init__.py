"""Parsed → Reading: the layers one after another, each a pure function of what was read before it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

from onrecord.annotate.attributions import read_attributions
from onrecord.annotate.cast import read_cast
from onrecord.annotate.commitments import read_commitments
from onrecord.annotate.draft import Draft
from onrecord.annotate.events import read_events
from onrecord.annotate.figures import read_figures
from onrecord.annotate.kept import KeptLayers, Layers
from onrecord.annotate.packs import figures_said, touching, tracks_said, worded
from onrecord.annotate.positions import read_positions
from onrecord.annotate.proposals import read_proposals
from onrecord.annotate.status import read_status
from onrecord.annotate.times import read_times
from onrecord.types import SILENT_BLOCKS, Coverage, Item, Packs, Parsed, Problem, Reading

__all__ = ["KeptLayers", "annotate", "coverage", "touching"]

Step = Callable[[Draft], tuple[tuple[Any, ...], tuple[Problem, ...]]]

STEPS: tuple[tuple[str, Step], ...] = (
    ("times", read_times),
    ("attributions", read_attributions),
    ("figures", read_figures),
    ("events", read_events),
    ("positions", read_positions),
    ("commitments", read_commitments),
    ("proposals", read_proposals),
    ("status", read_status),
)
"""The layers in the order in which they are read; a later one may lean on all before it."""


def annotate(parsed: Parsed, packs: Packs = (), kept: KeptLayers | None = None) -> Reading:
    """The reading of one parsed report, its dates relative to the report's own; *packs* are what a person knows beforehand.

    A layer that *kept* has of this report, by the version that it has now, is taken from there.
    """
    with kept.of(parsed.report, packs) if kept is not None else nullcontext(Layers()) as layers:
        return in_layers(parsed, packs, layers)


def in_layers(parsed: Parsed, packs: Packs, layers: Layers) -> Reading:
    """The same, with the layers that are known."""
    own, parsed = parsed, worded(parsed, packs)
    cast = layers.cast(lambda: read_cast(parsed, packs))
    draft = Draft(parsed, cast, problems=cast.problems)
    for layer, step in STEPS:
        items, problems = layers.layer(layer, partial(step, draft))
        changed: dict[str, Any] = {layer: items, "problems": draft.problems + problems}
        draft = replace(draft, **changed)
    if packs:
        draft = replace(draft, figures=figures_said(draft.figures, own, packs), status=tracks_said(draft.status, own, packs))
    return Reading(
        report=parsed.report, participants=draft.cast.participants, times=draft.times, attributions=draft.attributions,
        figures=draft.figures, events=draft.events, positions=draft.positions, commitments=draft.commitments,
        proposals=draft.proposals, status=draft.status, problems=draft.problems, coverage=coverage(draft),
    )


def coverage(draft: Draft) -> Coverage:
    """How many sentences of the report were read and how many of them gave a statement."""
    layers: tuple[Item, ...] = (
        *draft.attributions, *draft.figures, *draft.events, *draft.positions, *draft.commitments, *draft.proposals, *draft.status,
    )
    used = {t.sent for item in layers for t in draft.parsed.within(item.span)}
    skipped: dict[str, int] = {}
    for block in draft.parsed.report.blocks:
        if block.kind in SILENT_BLOCKS:
            skipped[block.kind] = skipped.get(block.kind, 0) + 1
    return Coverage(len(draft.parsed.sentences), len(used), tuple(sorted(skipped.items())))
