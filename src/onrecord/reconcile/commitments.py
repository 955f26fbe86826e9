"""What is owed, and who says that it was kept."""

from __future__ import annotations

from onrecord.reconcile.scene import Scene
from onrecord.types import CommitmentLine


def build_commitments(scene: Scene) -> tuple[CommitmentLine, ...]:
    """What is owed, and who says that it was kept."""
    return ()
