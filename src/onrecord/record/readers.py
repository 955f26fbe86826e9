"""Who reads the pages: when each reader looked last, and what each watches."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.record.connection import Record

LONGEST_NAME = 60
LONGEST_WATCH = 500


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader, by the name that they gave; a name is no proof of who somebody is."""

    name: str
    seen_at: dt.datetime
    watch: str = ""
    """Parties, persons, topics, figures, with commas between."""


def reader(record: Record, name: str) -> Reader | None:
    """The reader with this name; None for one who never marked anything as seen."""
    row = record.one("SELECT name, seen_at, watch FROM reader WHERE name = ?", (name,))
    return None if row is None else Reader(row["name"], dt.datetime.fromisoformat(row["seen_at"]), row["watch"])


def put_reader(record: Record, mark: Reader) -> None:
    """Keeps what a reader has seen and watches in the place of what was kept before; InputError for a name that is none."""
    if not mark.name.strip() or len(mark.name) > LONGEST_NAME or len(mark.watch) > LONGEST_WATCH:
        raise InputError(f"reader={mark.name[:LONGEST_NAME]!r}: give a name of 1 to {LONGEST_NAME} characters, and at most {LONGEST_WATCH} of what is watched")
    with record.writing() as sql:
        sql.execute(
            "INSERT INTO reader VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at, watch = excluded.watch",
            (mark.name.strip(), mark.seen_at.isoformat(), mark.watch),
        )


def put_back(record: Record, name: str, marked: dt.datetime, before: Reader | None) -> None:
    """Undoes the marking that was done at *marked*: what was kept before stands again, or nothing where the reader had never marked anything.

    InputError where the reader has marked something since, which is then not undone.
    """
    now = reader(record, name)
    if now is None or now.seen_at != marked:
        raise InputError(f"reader={name[:LONGEST_NAME]!r} has marked or undone something since; nothing is changed, look at the list again")
    if before is not None:
        put_reader(record, before)
        return
    with record.writing() as sql:
        sql.execute("DELETE FROM reader WHERE name = ?", (name,))


def marks(record: Record) -> str:
    """What changes whenever a reader marks something."""
    row = record.rows("SELECT count(*), max(seen_at), total(julianday(seen_at)), total(length(watch)) FROM reader")[0]
    return "-".join(str(value) for value in row)


def added_after(record: Record, moment: dt.datetime) -> tuple[str, ...]:
    """Ids of the reports that were added after *moment*."""
    rows = record.rows("SELECT id, added_at FROM report ORDER BY id")
    return tuple(row["id"] for row in rows if dt.datetime.fromisoformat(row["added_at"]) > moment)
