"""Everything that is told differently."""

from __future__ import annotations

from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Dispute


def find_disputes(scene: Scene, derived: Derived) -> tuple[Dispute, ...]:
    """Everything that is told differently."""
    return ()
