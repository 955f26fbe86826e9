"""The layer of proposals: texts on the table."""

from onrecord.annotate.proposals.read import read_proposals

__all__ = ["read_proposals"]
