"""What was derived, written where it is not in the record as it is: rows of values that did not change are neither made nor compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.record.codec import from_json, to_json
from onrecord.record.rows import Row, derived_rows
from onrecord.record.swapping import Part, swap, upsert
from onrecord.types import (
    Agreement,
    Channel,
    CommitmentLine,
    Derived,
    Dispute,
    Entity,
    Event,
    Ledger,
    Negotiation,
    PositionLine,
    ProposalLine,
    RosterLine,
)

TALKS = "talks"
"""The kind in `support` of spells, which have numbers and no ids."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How the values of one field of Derived lie in the record: a row each, by id, with the whole value beside columns made of it."""

    field: str
    table: str
    kind: type[Any]
    children: tuple[str, ...] = ()
    """Tables of rows beside a value; each row is told apart by all that the value tells."""


KEPT = (
    Kept("entities", "entity", Entity, ("entity_name", "entity_mention")),
    Kept("negotiations", "negotiation", Negotiation, ("negotiation_report",)),
    Kept("events", "event", Event),
    Kept("ledgers", "ledger", Ledger, ("ledger_value", "ledger_line")),
    Kept("positions", "position_line", PositionLine),
    Kept("commitments", "commitment_line", CommitmentLine),
    Kept("disputes", "dispute", Dispute),
    Kept("roster", "roster_line", RosterLine),
    Kept("channels", "channel", Channel),
    Kept("proposals", "proposal_line", ProposalLine),
    Kept("agreements", "agreement", Agreement),
)
WHOLE = ("talks_spell", "withdrawn")
"""Tables of few rows: all of them are compared."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """How the values of one field of Derived lie in the record that have no id, but columns that tell each apart."""

    field: str
    table: str
    key: str
    of: Callable[[Any], tuple[str, ...]]


KEYED = (
    Keyed("dates", "report_date", "report", lambda date: (date.report,)),
    Keyed("origin_links", "origin_link", "report, other, kind", lambda link: (link.report, link.other, link.kind)),
)


def put_changed(sql: sqlite3.Connection, derived: Derived, left_out: Mapping[str, Sequence[str]]) -> None:
    """Makes the derived tables those of *derived*, given that the columns and rows beside each value were made of it by this program.

    *left_out* are the ids of values, by their field, that stand in the record as they are to be and are not in *derived*.
    """
    was: dict[str, tuple[Any, ...]] = {}
    now: dict[str, tuple[Any, ...]] = {}
    for kept in KEPT:
        values = {value.id: value for value in getattr(derived, kept.field)}
        known = besides(sql, kept.table, left_out.get(kept.field, ()))
        now[kept.field] = tuple(v for i, v in values.items() if known.get(i) != to_json(v))
        other = sorted((known.keys() - values.keys()) | {v.id for v in now[kept.field] if v.id in known})
        was[kept.field] = tuple(from_json(kept.kind, known[i]) for i in other)
    now |= {keyed.field: renewed(sql, keyed, getattr(derived, keyed.field)) for keyed in KEYED}
    before, after = derived_rows(Derived(**was)), derived_rows(replace(derived, **now))
    for table in WHOLE:
        swap(sql, table, after[table])
    for keyed in KEYED:
        upsert(sql, keyed.table, columns(sql, keyed.table), after[keyed.table], keys=len(keyed.key.split(", ")))
    for kept in KEPT:
        gone = {row[0] for row in before[kept.table]} - {row[0] for row in after[kept.table]}
        sql.execute(f"DELETE FROM {kept.table} WHERE id IN (SELECT value FROM json_each(?))", (to_json(sorted(gone)),))
        upsert(sql, kept.table, columns(sql, kept.table), after[kept.table])
        for child in kept.children:
            turn(sql, child, before[child], after[child])
    turn(sql, "support", before["support"], {row for row in after["support"] if row[0] != TALKS})
    swap(sql, "support", {row for row in after["support"] if row[0] == TALKS}, Part("*", "WHERE kind = ?", (TALKS,)))


def renewed(sql: sqlite3.Connection, keyed: Keyed, values: Sequence[Any]) -> tuple[Any, ...]:
    """Those of *values* that are not in the record as they are; rows of values that are there no more are taken out."""
    plain = sql.cursor()
    plain.row_factory = None
    known: dict[tuple[str, ...], str] = {row[:-1]: row[-1] for row in plain.execute(f"SELECT {keyed.key}, value_json FROM {keyed.table}")}
    made: dict[tuple[str, ...], Any] = {}
    for value in values:
        key = keyed.of(value)
        made[key] = min(value, made[key], key=lambda v: sorted(map(repr, derived_rows(Derived(**{keyed.field: (v,)}))[keyed.table]))) if key in made else value
    same = " AND ".join(f"{column} = ?" for column in keyed.key.split(", "))
    sql.executemany(f"DELETE FROM {keyed.table} WHERE {same}", sorted(known.keys() - made.keys()))
    return tuple(value for key, value in made.items() if known.get(key) != to_json(value))


def besides(sql: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, str]:
    """The values of a table by id, but those with the *ids*."""
    some = "WHERE id NOT IN (SELECT value FROM json_each(?))" if ids else ""
    return dict(tuple(row) for row in sql.execute(f"SELECT id, value_json FROM {table} {some}", (to_json(ids),) if ids else ()))


def columns(sql: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [row[1] for row in sql.execute(f"PRAGMA table_info({table})")]


def turn(sql: sqlite3.Connection, table: str, before: set[Row], after: set[Row]) -> None:
    """Turns the rows *before* of a table into those *after* without reading any."""
    names = columns(sql, table)
    same = " AND ".join(f'"{n}" IS ?' for n in names)
    sql.executemany(f"DELETE FROM {table} WHERE {same}", sorted(before - after, key=repr))
    sql.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(names))})", sorted(after - before, key=repr))
