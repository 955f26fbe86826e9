"""The layer of times."""

from onrecord.annotate.times.read import read_times

__all__ = ["read_times"]
