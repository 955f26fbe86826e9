"""What pages call a report."""

from __future__ import annotations

from onrecord.types import Snapshot


def name_of(snapshot: Snapshot, identity: str) -> str:
    """A report's name, or the outlet or statement that is not in the record as such."""
    return snapshot.by_id[identity].name if identity in snapshot.by_id else identity
