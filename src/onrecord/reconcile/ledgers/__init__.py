"""Figures that must add up, and whether they do."""

from onrecord.reconcile.ledgers.build import build_ledgers

__all__ = ["build_ledgers"]
