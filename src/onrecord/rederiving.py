"""Whether a record that grew report by report is the one that its reports make at once."""

from __future__ import annotations

import json

from onrecord.pipeline import derive, is_current
from onrecord.record import Record, open_record, queries
from onrecord.record.checks import Finding
from onrecord.record.store import DERIVED, forget_derived
from onrecord.types import ReportDate

__all__ = ["differences"]

RULE = "the record is the one that its reports make at once"
LATE = "reports, judgements or the program changed since it was reconciled; run `onrecord check --mend`, then this again"
TABLES = ("statement", "statement_party", *DERIVED)
SHOWN = 3
"""Rows of a table that are told."""
Row = tuple[object, ...]


def differences(record: Record) -> tuple[Finding, ...]:
    """What of the derived tables is otherwise when everything is derived anew, remembering nothing, in a copy in memory; empty where nothing is."""
    if not is_current(record):
        return (Finding(RULE, record.path, LATE),)
    with open_record(None, write=True) as anew:
        record.connection.backup(anew.connection)
        forget_derived(anew)
        derive(anew, dates=kept_dates(record))
        return tuple(finding for table in TABLES if (finding := compared(table, rows(record, table), rows(anew, table))) is not None)


def kept_dates(record: Record) -> tuple[ReportDate, ...] | None:
    """The dates of reports in a record that shows an earlier day, where they are given and not worked out; None elsewhere."""
    return tuple(entry.date for entry in queries.reports(record)) if queries.meta(record, "derived_as_of") else None


def rows(record: Record, table: str) -> set[Row]:
    """The rows of a table without row numbers, which tell in what order they came."""
    columns = ", ".join(f'"{c[1]}"' for c in record.rows(f"PRAGMA table_info({table})") if c[1] != "key")
    return {tuple(row) for row in record.rows(f"SELECT {columns} FROM {table}")}


def compared(table: str, here: set[Row], anew: set[Row]) -> Finding | None:
    """How a table differs, with the first of the rows on each side; None where it does not."""
    if here == anew:
        return None
    told = [f"{side}: {json.dumps(row, ensure_ascii=False)[:200]}" for side, found in (("only here", here - anew), ("only anew", anew - here))
            for row in sorted(found, key=repr)[:SHOWN]]
    seen = f"{len(here - anew)} rows are only here and {len(anew - here)} only in the record made at once; {'; '.join(told)}"
    return Finding(RULE, table, f"{seen}; this is a mistake in onrecord: please report it; `onrecord check --mend` puts the record made at once in its place")
