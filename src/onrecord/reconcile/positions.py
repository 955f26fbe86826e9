"""What each party holds on each topic, with its history."""

from __future__ import annotations

from onrecord.reconcile.scene import Scene
from onrecord.types import PositionLine


def build_positions(scene: Scene) -> tuple[PositionLine, ...]:
    """What each party holds on each topic, with its history."""
    return ()
