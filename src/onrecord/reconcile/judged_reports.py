"""Reports that people set aside: they are kept with their readings, and nothing is derived of them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from onrecord.reconcile.judged import standing
from onrecord.types import Judgement

LAYER = "report"
"""The layer of a judgement on whole reports: `reject` sets them aside, all that it names at once, and the undoing of it brings them back."""


def named(judgement: Judgement) -> tuple[str, ...]:
    """Ids of the reports that a judgement of this layer is about."""
    return (judgement.target, *json.loads(judgement.value or "[]"))


def set_aside(judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """The judgement by which each report is set aside, by the report's id; the last where several do it."""
    return {report: j for j in standing(judgements) if j.layer == LAYER and j.action == "reject" for report in named(j)}
