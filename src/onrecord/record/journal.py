"""What becomes of derived values from one moment on: the database itself notes each value before it is first changed, so that nothing else is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.record.codec import from_json, to_json
from onrecord.record.connection import Record
from onrecord.record.queries.statements import interval
from onrecord.record.rows import support_rows
from onrecord.types import (
    CommitmentLine,
    Derived,
    Dispute,
    Event,
    Interval,
    Ledger,
    Negotiation,
    OriginLink,
    PositionLine,
    ProposalLine,
    ReportDate,
    RosterLine,
    TalksSpell,
)

Order = Callable[[Any], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Noted:
    """A field of Derived of which changes are told: its table, the type of its values, their order in views, its kind in `support`."""

    table: str
    kind: type[Any]
    order: Order
    key: str = "id"
    support: str | None = None
    """None for what is taken whole: small tables, and what need not rest on statements."""


def newest_first(event: Event) -> tuple[Any, ...]:
    """The order of events: newest first, those without a day last."""
    first, last = (event.date.first, event.date.last) if event.date is not None else (None, None)
    return (-(last or first or dt.date.min).toordinal(), -(first or dt.date.min).toordinal(), -event.salience, event.id)


NOTED = {
    "events": Noted("event", Event, newest_first, support="event"),
    "ledgers": Noted("ledger", Ledger, lambda g: (g.title, g.id), support="ledger"),
    "positions": Noted("position_line", PositionLine, lambda p: (p.party, p.topic, p.id), support="position"),
    "commitments": Noted("commitment_line", CommitmentLine, lambda c: (c.obligor, c.what, c.id), support="commitment"),
    "disputes": Noted("dispute", Dispute, lambda d: (d.about, d.title, d.id), support="dispute"),
    "proposals": Noted("proposal_line", ProposalLine, lambda p: (p.title, p.id), support="proposal"),
    "roster": Noted("roster_line", RosterLine, lambda c: (c.name, c.id)),
    "negotiations": Noted("negotiation", Negotiation, lambda n: (n.name, n.id)),
    "talks": Noted("talks_spell", TalksSpell, lambda _: (), key="n"),
    "dates": Noted("report_date", ReportDate, lambda d: (d.report,), key="report"),
}
SAME_TEXT = ("copy", "rewrite")


@dataclass(frozen=True, slots=True)
class Moment:
    """From when on changes are noted: the reports that the record then had."""

    reports: frozenset[str]


def begin(record: Record) -> Moment:
    """Begins to note; ended by `parts`, or with the connection."""
    sql = record.connection
    end(record)
    sql.execute("CREATE TEMP TABLE was (place TEXT, id, value TEXT, PRIMARY KEY (place, id)) WITHOUT ROWID")
    for noted in NOTED.values():
        table, key = noted.table, noted.key
        for event, value, row in (("UPDATE", "old.value_json", "old"), ("DELETE", "old.value_json", "old"), ("INSERT", "NULL", "new")):
            anew = f"NOT EXISTS (SELECT 1 FROM was WHERE place = '{table}' AND id = {row}.{key})"
            when = "AFTER" if event == "INSERT" else "BEFORE"
            sql.execute(
                f"CREATE TEMP TRIGGER was_{table}_{event} {when} {event} ON main.{table} BEGIN"
                f" INSERT INTO was SELECT '{table}', {row}.{key}, {value} WHERE {anew}; END"
            )
    return Moment(frozenset(row[0] for row in record.rows("SELECT report FROM report_date")))


def end(record: Record) -> None:
    """Notes no more, and forgets what was noted."""
    for row in record.rows("SELECT type, name FROM sqlite_temp_schema WHERE name = 'was' OR name LIKE 'was\\_%' ESCAPE '\\' ORDER BY type DESC"):
        record.connection.execute(f"DROP {row['type']} IF EXISTS temp.{row['name']}")


def parts(record: Record) -> tuple[Derived, Derived]:
    """The values that changed since the record began to note, as they were and as they are, each with those that share a statement with one of them.

    Of what is taken whole, all values; dates are given for every report, those that did not change without their reasons.
    """
    was: dict[str, dict[Any, str | None]] = {}
    for row in record.rows("SELECT place, id, value FROM was"):
        was.setdefault(row["place"], {})[row["id"]] = row["value"]
    before, after = {}, {}
    for field, noted in NOTED.items():
        before[field], after[field] = sides(record, noted, was.get(noted.table, {}))
    end(record)
    return Derived(**before), Derived(**after, origin_links=same_texts(record))


def sides(record: Record, noted: Noted, was: dict[Any, str | None]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The values of one field before and after, in the order of views."""
    if noted.kind is ReportDate:
        now = dict(dates(record))
        changed = {d.report: d for d in read(record, noted, was)}
        told = {i: from_json(ReportDate, v) for i, v in was.items() if v is not None}
        return tuple(told.get(i, d) for i, d in now.items() if i not in was or i in told), tuple(changed.get(i, d) for i, d in now.items())
    earlier = {i: from_json(noted.kind, v) for i, v in was.items() if v is not None}
    if noted.support is None:
        found = record.rows(f"SELECT {noted.key}, value_json FROM {noted.table} ORDER BY {noted.key}")
        later = {row[0]: from_json(noted.kind, row[1]) for row in found}
        still = {i: v for i, v in later.items() if i not in was}
    else:
        later = {v.id: v for v in read(record, noted, was)}
        still = {v.id: v for v in read(record, noted, beside(record, noted, [*earlier.values(), *later.values()]) - was.keys())}
        later |= still
    ordered = [sorted((values[i] for i in sorted(values)), key=noted.order) for values in ({**earlier, **still}, later)]
    return tuple(ordered[0]), tuple(ordered[1])


def read(record: Record, noted: Noted, ids: Iterable[Any]) -> tuple[Any, ...]:
    """The values with these ids that are there now."""
    among = f"SELECT value_json FROM {noted.table} WHERE {noted.key} IN (SELECT value FROM json_each(?))"
    return tuple(from_json(noted.kind, row[0]) for row in record.rows(among, (to_json(sorted(ids)),)))


def beside(record: Record, noted: Noted, values: Iterable[Any]) -> set[str]:
    """The ids of those that rest on a statement that one of *values* rests on."""
    field = next(f for f, n in NOTED.items() if n is noted)
    rests = {row[2] for row in support_rows(Derived(**{field: tuple(values)})) if row[0] == noted.support}
    among = "SELECT DISTINCT object FROM support WHERE kind = ? AND statement IN (SELECT value FROM json_each(?))"
    return {row[0] for row in record.rows(among, (noted.support, to_json(sorted(rests))))} if rests else set()


def dates(record: Record) -> Iterable[tuple[str, ReportDate]]:
    """Every report with its date, without reasons."""
    known: dict[tuple[str | None, str | None], Interval | None] = {}
    for row in record.rows("SELECT report, date_first, date_last, basis FROM report_date ORDER BY report"):
        days = (row["date_first"], row["date_last"])
        if days not in known:
            known[days] = interval(*days)
        yield row["report"], ReportDate(row["report"], known[days], row["basis"], "")


def same_texts(record: Record) -> tuple[OriginLink, ...]:
    """The links between reports that share a text, without reasons."""
    rows = record.rows("SELECT report, other, kind, score FROM origin_link WHERE kind IN (?, ?) ORDER BY report, other, kind", SAME_TEXT)
    return tuple(OriginLink(*row) for row in rows)
