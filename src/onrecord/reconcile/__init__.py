"""Readings of all reports → what they say together; pure functions, results with their reasons."""

from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.reconcile.scene import Scene

__all__ = ["Scene", "reconcile", "set_scene"]
