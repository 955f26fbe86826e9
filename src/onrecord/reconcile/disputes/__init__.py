"""One sheet of everything that the reports tell differently."""

from __future__ import annotations

from onrecord.reconcile.disputes.figures import figure_disputes
from onrecord.reconcile.disputes.happenings import event_disputes
from onrecord.reconcile.disputes.keeping import breach_disputes
from onrecord.reconcile.disputes.standing import position_disputes, status_disputes
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Dispute

__all__ = ["find_disputes"]

ORDER = {"conflict": 0, "open term": 1, "update": 2, "different as-of": 3, "different scope": 4, "rounding": 5}


def find_disputes(scene: Scene, derived: Derived) -> tuple[Dispute, ...]:
    """Every difference with its kind and both sides' statements, open conflicts first; the same statements never make two of one kind."""
    found = [
        *figure_disputes(derived),
        *event_disputes(scene, derived),
        *breach_disputes(scene, derived),
        *position_disputes(derived),
        *status_disputes(scene, derived),
    ]
    unique = {d.id: d for d in sorted(found, key=lambda d: d.id)}
    return tuple(sorted(unique.values(), key=lambda d: (ORDER[d.kind], d.about, d.title, d.id)))
