"""Readings of all reports → what they say together; pure functions, results with their reasons."""

from onrecord.reconcile.reconcile import Reconciled, reconcile, reconciled, set_scene
from onrecord.reconcile.scene import Scene

__all__ = ["Reconciled", "Scene", "reconcile", "reconciled", "set_scene"]
