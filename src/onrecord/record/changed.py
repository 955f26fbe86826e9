"""What was derived, written where it is not in the record as it is: rows of values that did not change are neither made nor compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from onrecord.record.codec import to_json
from onrecord.record.rows import Row, derived_rows
from onrecord.record.swapping import Part, swap, upsert
from onrecord.types import Derived

AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Kept:
    """How the values of one field of Derived lie in the record: a row each, by id, with the whole value beside columns made of it."""

    field: str
    table: str
    support: str | None = None
    """The kind of its rows in `support`."""
    children: tuple[str, ...] = ()
    """Tables whose first or second column, called as this table, says whose row it is."""


KEPT = (
    Kept("entities", "entity", None, ("entity_name", "entity_mention")),
    Kept("negotiations", "negotiation", None, ("negotiation_report",)),
    Kept("events", "event", "event"),
    Kept("ledgers", "ledger", "ledger", ("ledger_value", "ledger_line")),
    Kept("positions", "position_line", "position"),
    Kept("commitments", "commitment_line", "commitment"),
    Kept("disputes", "dispute", "dispute"),
    Kept("roster", "roster_line", "roster"),
    Kept("channels", "channel", "channel"),
    Kept("proposals", "proposal_line", "proposal"),
    Kept("agreements", "agreement", "agreement"),
)
WHOLE = ("report_date", "origin_link", "talks_spell", "withdrawn")
"""Tables of small rows, or of rows without an id: all of them are compared."""


def put_changed(sql: sqlite3.Connection, derived: Derived) -> None:
    """Makes the derived tables those of *derived*, given that the columns and rows beside each value were made of it by this program."""
    changed, gone = {}, {}
    for kept in KEPT:
        known = dict(tuple(row) for row in sql.execute(f"SELECT id, value_json FROM {kept.table}"))
        values = {value.id: value for value in getattr(derived, kept.field)}
        changed[kept.field] = tuple(v for i, v in values.items() if known.get(i) != to_json(v))
        gone[kept.field] = known.keys() - values.keys()
    rows = derived_rows(replace(derived, **changed))
    for table in WHOLE:
        swap(sql, table, rows[table])
    for kept in KEPT:
        put_values(sql, kept, rows, {*gone[kept.field], *(v.id for v in changed[kept.field])})
    put_support(sql, "talks", rows["support"], (row[1] for row in sql.execute("SELECT DISTINCT kind, object FROM support WHERE kind = 'talks'").fetchall()))


def put_values(sql: sqlite3.Connection, kept: Kept, rows: dict[str, set[Row]], ids: set[Any]) -> None:
    """Puts the rows of values with *ids*, and those that hang on them, in the place of the older; a row that stays is changed where it stands."""
    if not ids:
        return
    among = (to_json(sorted(ids)),)
    lines: set[str] = set()
    if kept.table == "ledger":  # a line's id is a hash of what it rests on, so a line that stays rests on the same
        lines = {row[0] for row in sql.execute(f"SELECT id FROM ledger_line WHERE ledger {AMONG}", among)}
    stay = [row[0] for row in rows[kept.table]]
    sql.execute(f"DELETE FROM {kept.table} WHERE id {AMONG} AND id NOT {AMONG}", (*among, to_json(stay)))
    columns = [row[1] for row in sql.execute(f"PRAGMA table_info({kept.table})")]
    upsert(sql, kept.table, columns, rows[kept.table])
    for child in kept.children:
        swap(sql, child, rows[child], Part("*", f"WHERE {kept.table} {AMONG}", among))
    if kept.support is not None:
        put_support(sql, kept.support, rows["support"], ids)
    if kept.table == "ledger":
        now = {row[0] for row in rows["ledger_line"]}
        put_support(sql, "ledger_line", (row for row in rows["support"] if row[1] not in lines), lines - now)


def put_support(sql: sqlite3.Connection, kind: str, rows: Iterable[Row], ids: Iterable[str]) -> None:
    """Puts what objects of one kind rest on in the place of the older: of those with *ids*, gone or changed, and of the new ones among *rows*."""
    mine = {row for row in rows if row[0] == kind}
    now = {row[1] for row in mine}
    sql.execute(f"DELETE FROM support WHERE kind = ? AND object {AMONG}", (kind, to_json(sorted(set(ids) - now))))
    cursor = sql.cursor()
    cursor.row_factory = None
    had = set(cursor.execute(f"SELECT kind, object, statement FROM support WHERE kind = ? AND object {AMONG}", (kind, to_json(sorted(now)))))
    sql.executemany("DELETE FROM support WHERE kind = ? AND object = ? AND statement = ?", sorted(had - mine))
    sql.executemany("INSERT OR IGNORE INTO support VALUES (?, ?, ?)", sorted(mine - had))
