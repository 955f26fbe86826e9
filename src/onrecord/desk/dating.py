"""When a report was published, said by a person and written as a judgement."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.dating.printed import edtf_days
from onrecord.reconcile.judged_dates import LAYER
from onrecord.record import Record, queries
from onrecord.record.judgements import append
from onrecord.types import Judgement

__all__ = ["Dated", "date_report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A report, and its days."""

    report: str
    """Its name, or the beginning of its id."""
    days: str | None
    """EDTF: a day, a month, a year, or two days with a stroke between; None for those that are shown as likely."""
    who: str
    why: str = ""


def date_report(record: Record, dated: Dated, *, when: dt.datetime) -> Judgement:
    """Writes the judgement and reconciles the record; InputError for days that cannot be read, or where none is likely and none is given."""
    report = queries.find_report(record, dated.report)
    date = next(entry.date for entry in queries.reports(record) if entry.id == report)
    days = dated.days or (date.likely.edtf() if date.likely is not None else None)
    if days is None:
        raise InputError(f"{dated.report}: no days are likely of it that could be accepted; give them, as in 2019-03-04 or 2019-03-04/2019-03-08")
    if edtf_days(days) is None:
        raise InputError(f"{days!r}: no day, month, year or interval; write 2019-03-04, 2019-03, or 2019-03-04/2019-03-08")
    place = json.dumps({"report": report, "name": queries.unique_names(record)[report]}, ensure_ascii=False)
    made = append(record, Judgement("", "accept", report, dated.who, when, dated.why, LAYER, context=place, value=json.dumps(days)))
    settle(record)
    return made
