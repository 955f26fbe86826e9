"""The layer of status."""

from onrecord.annotate.status.read import read_status

__all__ = ["read_status"]
