"""The layer of commitments."""

from onrecord.annotate.commitments.read import read_commitments

__all__ = ["read_commitments"]
