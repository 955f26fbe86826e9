"""When each report was published: printed, or inferred from what the reports of a batch say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.types import Interval, Reading, ReportDate


def date_reports(readings: Sequence[Reading]) -> tuple[ReportDate, ...]:
    """A date for every reading, in their order; unknown where neither print nor content tells."""
    out = []
    for reading in readings:
        printed = reading.report.published
        day = Interval.day(dt.date.fromisoformat(printed)) if printed else None
        out.append(ReportDate(reading.report.id, day, reading.report.published_basis or "unknown", "printed" if day else "nothing tells"))
    return tuple(out)
