"""What a desk notes on anything of the record; a restricted note leaves in no export."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.record.connection import Record

LONGEST = 5000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note, never changed; who thinks otherwise later writes another, or takes it back."""

    target: str
    """Id of the report, statement, event or entity that it is about."""
    who: str
    when: dt.datetime
    words: str
    restricted: bool = True
    n: int = 0
    """Its number in the record; 0 before it is there."""
    taken_back: TakenBack | None = None
    """Who took it back; None where it holds."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The taking back of a note, which stands beside it and can itself be taken back."""

    n: int
    """Its number in the record."""
    who: str
    when: dt.datetime


def notes(record: Record, target: str, *, also_taken_back: bool = False) -> tuple[Note, ...]:
    """The notes on the thing with this id, in the order of writing; *also_taken_back* with those that do not hold any more."""
    rows = record.rows("SELECT n, target, who, written_at, words, restricted, takes_back FROM note WHERE target = ? ORDER BY n", (target,))
    back: dict[int, TakenBack] = {}
    for row in reversed(rows):
        if row["takes_back"] is not None and row["n"] not in back:
            back[row["takes_back"]] = TakenBack(row["n"], row["who"], dt.datetime.fromisoformat(row["written_at"]))
    found = (
        Note(r["target"], r["who"], dt.datetime.fromisoformat(r["written_at"]), r["words"], bool(r["restricted"]), r["n"], back.get(r["n"]))
        for r in rows if r["takes_back"] is None
    )
    return tuple(n for n in found if also_taken_back or n.taken_back is None)


def put_note(record: Record, note: Note) -> int:
    """Adds a note and gives its number; InputError for one that says nothing, is too long or has no author."""
    if not note.words.strip() or len(note.words) > LONGEST:
        raise InputError(f"a note has 1 to {LONGEST} characters; this has {len(note.words.strip())}")
    with record.writing() as sql:
        return written(sql, note)


def take_back(record: Record, n: int, *, who: str, when: dt.datetime) -> int:
    """Takes back the note with the number *n*, or the taking back with it, and gives the number of that; InputError where there is none that holds."""
    with record.writing() as sql:
        row = record.one("SELECT target, restricted FROM note WHERE n = ?", (n,))
        if row is None:
            raise InputError(f"{record.path}: no note has the number {n}")
        if n in taken_back(record, row["target"]):
            raise InputError(f"note {n} was taken back already; look at it again")
        return written(sql, Note(row["target"], who, when, "", bool(row["restricted"])), takes_back=n)


def taken_back(record: Record, target: str) -> set[int]:
    """The numbers of the notes on a thing, and of what takes them back, that do not hold any more."""
    found: set[int] = set()
    for row in record.rows("SELECT n, takes_back FROM note WHERE target = ? AND takes_back IS NOT NULL ORDER BY n DESC", (target,)):
        if row["n"] not in found:
            found.add(row["takes_back"])
    return found


def written(sql: sqlite3.Connection, note: Note, *, takes_back: int | None = None) -> int:
    """Writes one row and gives its number; InputError where nobody says who writes."""
    if not note.who.strip():
        raise InputError("a note keeps who wrote it; give your name once, it is remembered")
    made = sql.execute(
        "INSERT INTO note (target, who, written_at, words, restricted, takes_back) VALUES (?, ?, ?, ?, ?, ?)",
        (note.target, note.who, note.when.isoformat(), note.words.strip(), int(note.restricted), takes_back),
    )
    assert made.lastrowid is not None
    return made.lastrowid


def noted(record: Record) -> int:
    """How many notes there are, and takings back, which changes whenever one is added."""
    return int(record.rows("SELECT count(*) FROM note")[0][0])
