"""What a release froze, as a record in memory that views and exports read like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from onrecord.record import queries
from onrecord.record.codec import ITEMS
from onrecord.record.connection import Record, open_record
from onrecord.record.excerpt import write_excerpt
from onrecord.record.judgements import judgements
from onrecord.record.releases import frozen
from onrecord.types import (
    Agreement,
    Channel,
    CommitmentLine,
    Coverage,
    Derived,
    Dispute,
    Entity,
    Event,
    FrozenRow,
    Interval,
    Layer,
    Ledger,
    Link,
    Negotiation,
    OriginLink,
    PositionLine,
    ProposalLine,
    Report,
    ReportDate,
    RosterLine,
    Snapshot,
    Span,
    Statement,
    TalksSpell,
    Withdrawn,
)

T = TypeVar("T")
Rows = Sequence[FrozenRow]
GONE = "·"
"""What stands for each character of a report that was removed since, outside of the words that were frozen."""


def released(record: Record, name: str) -> Record:
    """The record as it was when the release *name* was frozen, in memory; InputError where there is no such release.

    Rows and ids are the frozen ones, judgements those up to then. Texts are taken from *record* by their hash; of a report that was removed since only the
    words of its statements are known. Problems and readings are not frozen, so nothing can be derived of it.
    """
    found = frozen(record, name)
    rows = found.rows
    statements = {row.id: statement_of(row.value) for row in rows.get("statement", ())}
    reports = reports_of(record, rows.get("report", ()), statements)
    coverage = queries.coverage(record)
    snapshot = Snapshot(reports, statements, derived_of(rows), coverage={r.id: coverage.get(r.id, Coverage()) for r in reports})
    made = open_record(None)
    write_excerpt(made, snapshot, judgements(record)[: found.release.judged])
    return made


def statement_of(value: dict[str, Any]) -> Statement:
    """The statement of a frozen row."""
    layer: Layer = value["layer"]
    days: Any = Interval | None
    typed = {
        "item": msgspec.convert(value["item"], ITEMS[layer]), "span": Span(*value["span"]), "date": msgspec.convert(value["date"], days),
        "published": msgspec.convert(value["published"], days), "chain": msgspec.convert(value["chain"], tuple[Link, ...]),
    }
    return Statement(**(value | typed))


def all_of(kind: type[T], rows: Rows) -> tuple[T, ...]:
    """The values of frozen rows."""
    return tuple(msgspec.convert(row.value, kind) for row in rows)


def derived_of(rows: dict[str, tuple[FrozenRow, ...]]) -> Derived:
    """Everything that had been derived."""
    return Derived(
        dates=tuple(msgspec.convert(row.value["date"], ReportDate) for row in rows.get("report", ())), entities=all_of(Entity, rows.get("entity", ())),
        negotiations=all_of(Negotiation, rows.get("negotiation", ())), origin_links=all_of(OriginLink, rows.get("origin", ())),
        withdrawn=all_of(Withdrawn, rows.get("withdrawn", ())), events=all_of(Event, rows.get("event", ())), ledgers=all_of(Ledger, rows.get("ledger", ())),
        positions=all_of(PositionLine, rows.get("position", ())), commitments=all_of(CommitmentLine, rows.get("commitment", ())),
        talks=tuple(sorted(all_of(TalksSpell, rows.get("talks", ())), key=spell_order)), roster=all_of(RosterLine, rows.get("roster", ())),
        channels=all_of(Channel, rows.get("channel", ())), proposals=all_of(ProposalLine, rows.get("proposal", ())),
        agreements=all_of(Agreement, rows.get("agreement", ())), disputes=all_of(Dispute, rows.get("dispute", ())),
    )


def spell_order(spell: TalksSpell) -> tuple[str, ...]:
    """By negotiation, track and time, as the talks were derived."""
    days = [d.isoformat() if d else "~" for i in (spell.begins, spell.ends) for d in ((i.first, i.last) if i else (None, None))]
    return (spell.negotiation or "", spell.track, *days, spell.status)


def reports_of(record: Record, rows: Rows, statements: dict[str, Statement]) -> tuple[Report, ...]:
    """The reports with their texts; of one that was removed since the words that were frozen, at their places."""
    there = {r.id: r for r in queries.all_reports(record, [row.id for row in rows])}
    quoted: dict[str, list[Statement]] = {}
    for statement in statements.values():
        quoted.setdefault(statement.report, []).append(statement)
    out = []
    for row in rows:
        told = {key: row.value[key] for key in ("name", "title", "outlet", "url", "language", "genre")}
        if row.id in there:
            out.append(replace(there[row.id], **told))
        else:
            out.append(Report(row.id, text=pieced(quoted.get(row.id, ())), **told))
    return tuple(out)


def pieced(statements: Sequence[Statement]) -> str:
    """A text of which only the words of *statements* are known."""
    text = [GONE] * max((s.span.end for s in statements), default=0)
    for statement in statements:
        text[statement.span.start : statement.span.end] = statement.quote
    return "".join(text)
