"""What happened in the world, put together from mentions."""

from __future__ import annotations

from onrecord.reconcile.scene import Scene
from onrecord.types import Event


def join_events(scene: Scene) -> tuple[Event, ...]:
    """What happened in the world, put together from mentions."""
    return ()
