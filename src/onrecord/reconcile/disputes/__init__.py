"""One sheet of everything that the reports tell differently."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reconcile.disputes.figures import figure_disputes
from onrecord.reconcile.disputes.happenings import happenings
from onrecord.reconcile.disputes.keeping import breach_disputes
from onrecord.reconcile.disputes.standing import position_disputes, status_disputes
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Dispute

__all__ = ["happenings", "in_order", "share_disputes"]

ORDER = {"conflict": 0, "open term": 1, "update": 2, "different as-of": 3, "different scope": 4, "rounding": 5}


def share_disputes(scene: Scene, derived: Derived) -> list[Dispute]:
    """Every difference within the reports of a negotiation but those about events, with its kind and both sides' statements."""
    return [*figure_disputes(derived), *breach_disputes(scene, derived), *position_disputes(derived), *status_disputes(scene, derived)]


def in_order(found: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Disputes with open conflicts first; the same statements never make two of one kind."""
    unique = {d.id: d for d in sorted(found, key=lambda d: d.id)}
    return tuple(sorted(unique.values(), key=lambda d: (ORDER[d.kind], d.about, d.title, d.id)))
