"""Figures: every ledger with its chart, its sums and all of its values."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Ledger, Snapshot
from onrecord.views.brief.figures import ledger_title
from onrecord.views.brief.words import by_words, date_words, origins_words, outlet_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.charts import figure_chart


@dataclass(frozen=True, slots=True)
class Row:
    """One reported value in the table of a ledger."""

    measure: str
    label: str
    scope: str
    as_of: str
    published: str
    outlet: str
    by: str
    quote: str
    statement: str
    report: str


@dataclass(frozen=True, slots=True)
class Head:
    """One value that a ledger shows first."""

    label: str
    date: str
    origins: str
    open: bool
    statement: str


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """One ledger: its chart, all its values, its sums."""

    ledger: Ledger
    title: str
    heads: tuple[Head, ...]
    chart: str | None
    rows: tuple[Row, ...]


def ledgers(snapshot: Snapshot) -> tuple[LedgerPage, ...]:
    """The figures page, a ledger after another, that with the most values first."""
    ordered = sorted((x for x in snapshot.derived.ledgers if x.values), key=lambda x: (-len(x.values), x.id))
    return tuple(LedgerPage(x, ledger_title(snapshot, x), heads(x), figure_chart(x), rows(snapshot, x)) for x in ordered)


def heads(ledger: Ledger) -> tuple[Head, ...]:
    """The values a ledger shows first."""
    return tuple(Head(h.label, date_words(h.as_of), origins_words(h.origins), h.open, h.statements[0]) for h in ledger.headlines if h.statements)


def rows(snapshot: Snapshot, ledger: Ledger) -> tuple[Row, ...]:
    """All values of a ledger, the latest as-of first."""
    found = []
    for value in sorted(ledger.values, key=lambda v: str(v.as_of.edtf() if v.as_of else ""), reverse=True):
        statement = snapshot.statements.get(value.statement)
        if statement is None:
            continue
        report = snapshot.report(value.report)
        found.append(
            Row(
                value.measure.replace("_", " "), value.label, value.scope or "", date_words(value.as_of), date_words(value.published),
                outlet_words(report), by_words(statement), statement.quote, statement.id, report.id,
            )
        )
    return tuple(found)


def make(asked: Asked) -> tuple[LedgerPage, ...]:
    """All ledgers with charts, sums and every value."""
    return ledgers(asked.snapshot)
