"""Turns the times of a reading into calendar days once the report's date is known."""

from onrecord.reconcile.calendar.narrowing import thirds
from onrecord.reconcile.calendar.resolve import meaning_on, resolve

__all__ = ["meaning_on", "resolve", "thirds"]
