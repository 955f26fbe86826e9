"""The lists of a record: what each is of, where its values stand, and how it is narrowed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.api.asked import Where, filter_of, known
from onrecord.api.rows import Rows, Source
from onrecord.api.shown import EventRow, LedgerRow, ReportRow, StatementRow, told, told_in, told_of
from onrecord.record import Record, queries
from onrecord.record.judgements import judgements
from onrecord.types import Derived, Event, Layer, Ledger, Snapshot, Statement
from onrecord.views.cli.lists import narrowed


def event_row(snapshot: Snapshot, event: Event) -> EventRow:
    """An event with its words."""
    return told(EventRow, event, words=told_of(snapshot, event.statements))


def ledger_row(snapshot: Snapshot, ledger: Ledger) -> LedgerRow:
    """A ledger with the words of its values."""
    return told(LedgerRow, ledger, words=told_of(snapshot, (v.statement for v in ledger.values)))


def statement_row(snapshot: Snapshot, statement: Statement) -> StatementRow:
    """A statement with its words."""
    return told(StatementRow, statement, told=told_in(snapshot.report(statement.report), statement))


@dataclass(frozen=True, slots=True)
class Derivation:
    """One list of what was derived."""

    listing: str
    """The command that prints it."""
    part: str
    """The field of Derived."""
    table: str
    """The export's table."""
    show: Any = None


DERIVED = {
    "timeline": Derivation("timeline", "events", "events", event_row),
    "ledgers": Derivation("figures", "ledgers", "ledgers", ledger_row),
    **{name: Derivation(name, name, name) for name in ("positions", "commitments", "talks", "disputes", "roster", "channels", "proposals")},
    "agreements": Derivation("agreements", "agreements", ""),
}
"""By the name of the method."""


def derived_rows(record: Record, name: str, where: Where) -> Rows[Any]:
    """One list of what was derived, narrowed."""
    what = DERIVED[name]
    snapshot, values = narrowed(record, what.listing, filter_of(record, where))
    source = Source(snapshot, what.part, what.table, what.listing)
    return rows(record, values, replace(source, show=what.show) if what.show else source)


def statement_rows(record: Record, where: Where, layer: Layer | None, table: str, measure: str | None = None) -> Rows[StatementRow]:
    """Statements of one layer or of all, of one measure or of all."""
    found = queries.statements(record, replace(filter_of(record, where), layer=layer))
    if measure is not None:
        found = tuple(s for s in found if getattr(s.item, "measure", None) == measure)
    snapshot = queries.snapshot_holding(record, [s.id for s in found])
    return rows(record, found, Source(snapshot, "statements", table, show=statement_row))


def report_rows(record: Record, where: Where) -> Rows[ReportRow]:
    """Reports, oldest first."""
    known(where, ("as_of", "negotiation", "outlet", "report"), "reports()")
    asked = filter_of(record, where)
    there = None if asked == queries.ALL else {r for n in queries.negotiations(record) if fits(n, asked.negotiation) for r in n.reports}
    found = [
        told(ReportRow, e) for e in queries.reports(record)
        if (there is None or asked.negotiation is None or e.id in there) and asked.report in (None, e.id)
        and (asked.outlet is None or asked.outlet.casefold() in (e.outlet or "").casefold())
    ]
    return rows(record, found, Source(Snapshot()))


def fits(negotiation: Any, name: str | None) -> bool:
    """Whether a negotiation is the one meant."""
    return name is not None and (name in negotiation.id or name.casefold() in negotiation.name.casefold())


def link_rows(record: Record, where: Where) -> Rows[Any]:
    """Where the reports' contents came from."""
    known(where, ("as_of", "negotiation", "outlet", "report"), "sources()")
    wanted = {r.id for r in report_rows(record, where)}
    links = tuple(link for link in queries.origins(record) if link.report in wanted or link.other in wanted)
    part = Derived(origin_links=links)
    return rows(record, links, Source(queries.snapshot_of(record, part), "origin_links", "origins"))


def other_rows(record: Record, name: str, where: Where) -> Rows[Any]:
    """Entities, negotiations, problems or judgements, which few filters fit."""
    fitting = {"entities": ("as_of", "negotiation", "party", "outlet", "report"), "problems": ("as_of", "report")}.get(name, ("as_of",))
    known(where, fitting, f"{name}()")
    asked = filter_of(record, where)
    if name == "judgements":
        return rows(record, judgements(record), Source(Snapshot()))
    if name == "problems":
        found: Sequence[Any] = queries.problems(record, asked.report)
        return rows(record, found, Source(queries.snapshot_of(record, Derived()), "problems", "problems"))
    found = queries.entities(record, asked) if name == "entities" else queries.negotiations(record)
    return rows(record, found, Source(queries.snapshot_of(record, Derived()), name, name))


def rows(record: Record, values: Sequence[Any], source: Source) -> Rows[Any]:
    """Rows that know as of when they are and what was left out for it."""
    day = queries.meta(record, "derived_as_of")
    left = json.loads(queries.meta(record, "left_out") or "[]") if day else []
    return Rows(values, source, as_of=dt.date.fromisoformat(day) if day else None, left_out=left)
