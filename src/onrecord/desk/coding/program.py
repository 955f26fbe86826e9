"""What the program itself read, as one coder among others: its readings before anybody judged them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from onrecord.desk.coding.table import LISTS, NOTHING, listed
from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.judged import DAYS, PLACES
from onrecord.reconcile.statements import statements_of
from onrecord.record import Record, queries
from onrecord.score.alpha import Value
from onrecord.score.coders import NUMBERS, Coded
from onrecord.types import Report, Statement

PROGRAM = "program"
"""The coder that the program is."""
OWN_VOICE = "own voice"
"""By whose account, where it is the report's own."""


def program_codings(record: Record, reports: Mapping[str, Report]) -> tuple[Coded, ...]:
    """What the program reads in *reports* (by id), no decision of a person applied."""
    return tuple(coded(s) for s in program_statements(record, reports))


def program_statements(record: Record, reports: Mapping[str, Report]) -> Iterator[Statement]:
    """The statements of the readings of *reports*, dated as the record dates them."""
    dates = {e.id: e.date for e in queries.reports(record)}
    for reading in queries.readings(record, reports):
        date = dates[reading.report.id]
        yield from statements_of(reading, date, resolve(reading, date.published))


def coded(statement: Statement) -> Coded:
    """A statement as a coder's; a field that holds nothing says that there is nothing, as the program always looks."""
    values = {f.name: value_of(f.name, getattr(statement.item, f.name)) for f in fields(statement.item) if f.name not in (*PLACES, *DAYS)}
    values["source"] = statement.chain[-1].resolved if statement.chain else OWN_VOICE
    values["date"] = statement.date.edtf() if statement.date else NOTHING
    return Coded(PROGRAM, statement.report, statement.layer, statement.span.start, statement.span.end, values, statement.id)


def value_of(name: str, value: Any) -> Value:
    """A field's value as a table has it."""
    if value is None or value == ():
        return NOTHING
    if name in LISTS:
        return listed(value)
    return float(value) if name in NUMBERS else str(value)
