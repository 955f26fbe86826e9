"""What of a record could be known on an earlier day: which judgements count, and how far the derivation of a date may be told."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from onrecord.reconcile.agreements.typed import LAYER as AGREEMENT
from onrecord.types import Judgement, ReportDate

__all__ = ["dates_then", "forgotten"]

LATER = "rests besides on reports that may be later than {day}"
"""What stands for words of reports that are left out: the day that they gave is kept (DESIGN.md rule 10), their words are not shown."""


def forgotten(judgements: Sequence[Judgement], gone: Collection[str], day: dt.date) -> frozenset[str]:
    """Ids of the judgements that say nothing on *day*: on words of the reports *gone* alone, agreements not there yet, and what takes these back.

    Any other judgement counts, whenever it was made: it puts right how earlier words were read, and is no news of its own.
    """
    out: set[str] = set()
    for one in judgements:
        if (one.action == "undo" and one.target in out) or rests_on(one, gone) or is_to_come(one, day):
            out.add(one.id)
    return frozenset(out)


def rests_on(judgement: Judgement, gone: Collection[str]) -> bool:
    """Whether all places at which a judgement's target stood are in the reports *gone*; one that names no place rests on none.

    What two reports are to each other rests on both.
    """
    if judgement.layer == "origin":
        return any(report in gone for report in (judgement.target, *json.loads(judgement.value or "[]")))
    context: dict[str, Any] = json.loads(judgement.context) if judgement.context else {}
    places = [context["report"]] if "report" in context else [place[0] for place in context.get("places", {}).get(judgement.target, ())]
    return bool(places) and all(report in gone for report in places)


def is_to_come(judgement: Judgement, day: dt.date) -> bool:
    """Whether it types in an agreement that on *day* neither was typed in nor had begun to run; what else is added rests on words of a report."""
    if judgement.action != "add" or judgement.layer != AGREEMENT or judgement.value is None:
        return False
    begins = (json.loads(judgement.value).get("dates") or {}).get("first")
    known = min(judgement.when.date().isoformat(), begins or dt.date.max.isoformat())
    return known > day.isoformat()


def dates_then(dates: Iterable[ReportDate], left_out: Collection[str], day: dt.date) -> list[ReportDate]:
    """The same days; what in their derivation names a report that is *left_out* is told without its words, and what is likely by others is not told."""
    if not left_out:
        return list(dates)
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(n) for n in sorted(left_out, key=len, reverse=True))})(?![\w-])")
    return [then(replace(date, likely=None, likely_reason=""), named, LATER.format(day=day)) for date in dates]


def then(date: ReportDate, named: re.Pattern[str], instead: str) -> ReportDate:
    """One date's derivation without what others later said."""
    if not any(named.search(words) for words in (date.reason, *date.constraints, date.contradicted or "")):
        return date
    kept = tuple(c for c in date.constraints if not named.search(c))
    against = instead if date.contradicted and named.search(date.contradicted) else date.contradicted
    return replace(date, reason="; ".join((*kept, instead)), constraints=(*kept, instead), contradicted=against)
