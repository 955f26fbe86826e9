"""Rows of a table put in the place of others, touching only those that differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.record.rows import Row


@dataclass(frozen=True, slots=True)
class Part:
    """Columns of a table, and which of its rows."""

    columns: str = "*"
    where: str = ""
    values: tuple[str, ...] = ()


WHOLE = Part()


def swap(sql: sqlite3.Connection, table: str, rows: set[Row], part: Part = WHOLE) -> None:
    """Makes *rows* the rows of *table* by removing and adding only what differs; of two rows with one id, a hash of what they are, one is kept."""
    names = part.columns if part.columns != "*" else ", ".join(f'"{c[1]}"' for c in sql.execute(f"PRAGMA table_info({table})").fetchall())
    fields = names.split(", ")
    plain = sql.cursor()
    plain.row_factory = None
    had: set[Row] = set(plain.execute(f"SELECT {names} FROM {table} {part.where}", part.values))
    same = " AND ".join(f"{f} IS ?" for f in fields)
    sql.executemany(f"DELETE FROM {table} WHERE {same}", had - rows)
    sql.executemany(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(fields))})", sorted(rows - had, key=repr))


def upsert(sql: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Row], keys: int = 1) -> None:
    """Puts rows by their key, the first columns; one that is there is changed where it stands, so that what refers to it stays and the change is noted."""
    names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
    sets, key = ", ".join(f'"{c}" = excluded."{c}"' for c in columns[keys:]), ", ".join(columns[:keys])
    sql.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {sets}", sorted(rows, key=repr))
