"""Whether two reports are one text, and which has it from which, decided by a person and written as a judgement."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from onrecord.desk.deciding import still_as
from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.judged_origins import LAYER
from onrecord.reconcile.origins.count import ONE_TEXT
from onrecord.record import Record, queries
from onrecord.record.judgements import append
from onrecord.types import Judgement

__all__ = ["Traced", "keep_origin", "trace"]

APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """Two reports, and what the one is to the other."""

    report: str
    """Name of a report, or the beginning of its id: the one that took over."""
    other: str
    """The one that it has its text from."""
    how: str
    """`copy`, `rewrite`, `update` or `corrects`; `apart` where the two are no one text."""
    who: str
    why: str = ""
    seen: str | None = None
    """As in onrecord.desk.deciding.Decision."""


def trace(record: Record, traced: Traced, *, when: dt.datetime) -> Judgement:
    """Writes the judgement and reconciles the record; InputError for what does not fit, Changed where somebody was faster."""
    made = keep_origin(record, traced, when=when)
    settle(record)
    return made


def keep_origin(record: Record, traced: Traced, *, when: dt.datetime) -> Judgement:
    """The same, without reconciling."""
    if traced.how not in (*ONE_TEXT, APART):
        raise InputError(f"{traced.how!r}: no way in which a report can have its text from another; there are {', '.join(ONE_TEXT)}, or {APART}")
    one, other = (queries.find_report(record, name) for name in (traced.report, traced.other))
    if one == other:
        raise InputError(f"{traced.report}: a report has no origin in itself; name another")
    names = queries.unique_names(record)
    told = {"kind": traced.how, "names": [names[one], names[other]]}
    judgement = Judgement(
        "", "split" if traced.how == APART else "merge", one, traced.who, when, traced.why, LAYER, context=json.dumps(told, ensure_ascii=False),
        value=json.dumps([other]),
    )
    return append(record, judgement, unless=still_as(judgement.target, traced.seen))
