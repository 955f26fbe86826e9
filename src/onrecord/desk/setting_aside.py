"""Reports set aside by a person, as one judgement however many they are: what they said leaves the record, and an undoing brings it back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.desk.deciding import unchanged
from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.judged_reports import LAYER, set_aside
from onrecord.record import Record, queries
from onrecord.record.judgements import append
from onrecord.types import Judgement

__all__ = ["Aside", "keep_aside", "put_aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Reports that are to be set aside."""

    reports: tuple[str, ...]
    """Names of reports, or the beginnings of their ids."""
    who: str
    why: str = ""
    seen: str | None = None
    """As in onrecord.desk.deciding.Decision."""


def put_aside(record: Record, aside: Aside, *, when: dt.datetime) -> Judgement:
    """Writes the judgement and reconciles the record; InputError for what does not fit, Changed where somebody was faster."""
    made = keep_aside(record, aside, when=when)
    settle(record)
    return made


def keep_aside(record: Record, aside: Aside, *, when: dt.datetime) -> Judgement:
    """The same, without reconciling."""
    if not aside.reports:
        raise InputError("no report was named; name at least one")
    names = queries.unique_names(record)
    found = tuple(dict.fromkeys(queries.find_report(record, name) for name in aside.reports))
    told = json.dumps({"names": [names[i] for i in found]}, ensure_ascii=False)
    judgement = Judgement("", "reject", found[0], aside.who, when, aside.why, LAYER, context=told, value=json.dumps(found[1:]))

    def free(before: Sequence[Judgement]) -> None:
        if aside.seen is not None:
            unchanged(before, judgement.target, aside.seen)
        there = set_aside(before)
        if all(i in there for i in found):
            by = there[found[0]]
            raise InputError(f"{names[found[0]]} was set aside by {by.who} on {by.when.date()} already; `onrecord judge undo {by.id[:8]}` brings it back")

    return append(record, judgement, unless=free)
