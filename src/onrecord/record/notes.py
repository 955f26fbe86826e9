"""What a desk notes on anything of the record; a restricted note leaves in no export."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.record.connection import Record

LONGEST = 5000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note, never changed; who thinks otherwise later writes another."""

    target: str
    """Id of the report, statement, event or entity that it is about."""
    who: str
    when: dt.datetime
    words: str
    restricted: bool = True


def notes(record: Record, target: str) -> tuple[Note, ...]:
    """The notes on the thing with this id, in the order of writing."""
    rows = record.rows("SELECT target, who, written_at, words, restricted FROM note WHERE target = ? ORDER BY n", (target,))
    return tuple(Note(r["target"], r["who"], dt.datetime.fromisoformat(r["written_at"]), r["words"], bool(r["restricted"])) for r in rows)


def put_note(record: Record, note: Note) -> None:
    """Adds a note; InputError for one that says nothing, is too long or has no author."""
    if not note.words.strip() or len(note.words) > LONGEST:
        raise InputError(f"a note has 1 to {LONGEST} characters; this has {len(note.words.strip())}")
    if not note.who.strip():
        raise InputError("a note keeps who wrote it; give your name once, it is remembered")
    with record.writing() as sql:
        sql.execute(
            "INSERT INTO note (target, who, written_at, words, restricted) VALUES (?, ?, ?, ?, ?)",
            (note.target, note.who, note.when.isoformat(), note.words.strip(), int(note.restricted)),
        )


def noted(record: Record) -> int:
    """How many notes there are, which changes whenever one is added."""
    return int(record.rows("SELECT count(*) FROM note")[0][0])
