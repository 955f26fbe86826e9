"""The dates of a batch of reports."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reconcile.dating.printed import printed_date
from onrecord.types import Reading, ReportDate


def date_reports(readings: Sequence[Reading]) -> tuple[ReportDate, ...]:
    """A date for every reading, in their order; unknown where neither print nor content tells."""
    return tuple(printed_date(r.report) or ReportDate(r.report.id, None, "unknown", "nothing tells") for r in readings)
