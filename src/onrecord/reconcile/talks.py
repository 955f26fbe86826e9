"""How the talks stood over time."""

from __future__ import annotations

from onrecord.reconcile.scene import Scene
from onrecord.types import TalksSpell


def build_talks(scene: Scene) -> tuple[TalksSpell, ...]:
    """How the talks stood over time."""
    return ()
