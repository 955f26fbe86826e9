"""Days of publication that people set: one who holds right what is likely, or knows better, says so, and the report is of those days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reconcile.dating.printed import edtf_days
from onrecord.reconcile.judged import standing
from onrecord.types import Judgement, ReportDate

LAYER = "published"
"""The layer of a judgement that says when a report was published; its value is the days as EDTF."""


def judge_dates(dates: Iterable[ReportDate], judgements: Sequence[Judgement]) -> tuple[ReportDate, ...]:
    """The dates with those that standing judgements set, the last of each report; these date no other report."""
    told = {j.target: j for j in standing(judgements) if j.layer == LAYER}
    return tuple(set_by(date, told[date.report]) if date.report in told else date for date in dates)


def set_by(date: ReportDate, judgement: Judgement) -> ReportDate:
    """One report's date as a person set it."""
    said = f"set by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")
    days = edtf_days(str(json.loads(judgement.value or '""')))
    return replace(date, published=days, basis="given", reason=said, constraints=(), contradicted=None, likely=None, likely_reason="")
