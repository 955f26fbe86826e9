"""Opening a record for a command: up to date, and as of a day where one is asked for."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, RecordReadOnly
from onrecord.views.cli.console import say

if TYPE_CHECKING:
    from onrecord.record import Record


SHOWN = 5
"""Reports that are named where many are left out."""


def now() -> str:
    """The moment, ISO 8601 with zone; the command line is the only place that looks at a clock."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()


def open_view(path: Path, as_of: dt.date | None = None) -> Record:
    """The record for reading. Where the program or the reports changed since it was reconciled, that is done first."""
    from onrecord.record import open_record, queries
    from onrecord.record.connection import EXCERPT
    from onrecord.record.judgements import fingerprint
    from onrecord.versions import reconciler

    record = open_record(path)
    if queries.meta(record, EXCERPT) is not None:
        return excerpt_of(record, as_of)
    if queries.meta(record, "derived_of") != fingerprint(record, reconciler()):
        record.close()
        record = reconciled(path)
    if as_of is None:
        return record
    from onrecord.pipeline import known_on

    with record:
        past = known_on(record, as_of)
    left = json.loads(queries.meta(past, "left_out") or "[]")
    if left:
        some = ", ".join(left[:SHOWN]) + (" …" if len(left) > SHOWN else "")
        say(f"onrecord: as of {as_of}, {len(left)} of the reports may be later and are left out: {some}")
    return past


def excerpt_of(record: Record, as_of: dt.date | None) -> Record:
    """The same record, which holds no readings; InputError where it is asked for as of a day."""
    if as_of is None:
        return record
    record.close()
    raise InputError(f"{record.path}: an excerpt, which tells of no other day than its own; export the record anew with --as-of {as_of}")


def cite_names(record: Record) -> dict[str, str]:
    """How citations name each report, by its id: cut where what is left names no other report."""
    from onrecord.record import queries
    from onrecord.views.brief.page import short_names

    names = queries.unique_names(record)
    short = short_names(tuple(sorted(names.values())))
    return {identity: short.get(name, name) for identity, name in names.items()}


def reconciled(path: Path) -> Record:
    """The record after reconciling it anew; a copy in memory where the file cannot be written."""
    from onrecord.pipeline import derive, settle
    from onrecord.record import open_record

    say(f"onrecord: bringing {path} up to date")
    try:
        with open_record(path, write=True) as record:
            settle(record)
        return open_record(path)
    except RecordReadOnly:
        copy = open_record(None)
        with open_record(path) as record:
            record.connection.backup(copy.connection)
        derive(copy)
        return copy
