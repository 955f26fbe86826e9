"""The layer of figures."""

from onrecord.annotate.figures.read import read_figures

__all__ = ["read_figures"]
