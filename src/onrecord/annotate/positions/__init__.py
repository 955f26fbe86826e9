"""The layer of positions."""

from onrecord.annotate.positions.read import read_positions

__all__ = ["read_positions"]
