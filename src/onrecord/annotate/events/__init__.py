"""The layer of events."""

from onrecord.annotate.events.read import read_events

__all__ = ["read_events"]
