"""Turns the times of a reading into calendar days once the report's date is known."""

from onrecord.reconcile.calendar.narrowing import thirds
from onrecord.reconcile.calendar.resolve import resolve

__all__ = ["resolve", "thirds"]
