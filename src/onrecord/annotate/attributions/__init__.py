"""The layer of attributions."""

from onrecord.annotate.attributions.read import read_attributions

__all__ = ["read_attributions"]
