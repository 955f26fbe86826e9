"""Figures that must add up, and whether they do."""

from __future__ import annotations

from onrecord.reconcile.scene import Scene
from onrecord.types import Ledger


def build_ledgers(scene: Scene) -> tuple[Ledger, ...]:
    """Figures that must add up, and whether they do."""
    return ()
