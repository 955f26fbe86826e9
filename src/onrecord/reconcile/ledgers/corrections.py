"""Figures that a report took back, beside what it gives instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.reconcile.ledgers.sums import line
from onrecord.reconcile.ledgers.values import Value
from onrecord.types import LedgerLine


def corrected_lines(values: Sequence[Value]) -> Iterator[LedgerLine]:
    """One line for every figure that a correction note takes back: no dispute, as who said it says so no longer.

    What is given instead is the same report's count of the same measure and, where the words bind one to a deal, of the same deal.
    """
    for old in sorted((v for v in values if v.withdrawn), key=lambda v: v.statement):
        same = [v for v in values if not v.withdrawn and (v.report, v.measure) == (old.report, old.measure)]
        new = [v for v in same if v.agreement == old.agreement] or same
        if new:
            words = " and ".join(dict.fromkeys(v.label for v in sorted(new, key=lambda v: (-v.low, v.statement))))
            yield line("corrected", [old.statement, *(v.statement for v in new)], f"{old.label}: {words}", note="the outlet's own correction")
