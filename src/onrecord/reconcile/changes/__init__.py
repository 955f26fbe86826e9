"""What added reports change: the record before and after, part by part → changes, those with most effect first."""

from onrecord.reconcile.changes.find import find_changes
from onrecord.reconcile.changes.fresh import Fresh, fresh_of

__all__ = ["Fresh", "find_changes", "fresh_of"]
