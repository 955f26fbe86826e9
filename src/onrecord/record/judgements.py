"""People's decisions: appended, chained by hash, never changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace

from onrecord.record.connection import Record
from onrecord.types import Judgement

COLUMNS = "id, action, target, who, decided_at, why, layer, quote, context, value"
LAST = "last_judgement"
"""The key in `meta` of the id of the last judgement written; records of before it was kept get it with their next judgement."""
JUDGED = "derived_judged"
"""The key in `meta` of the id of the last judgement that what is derived takes into account, "" for none."""


def chained(judgement: Judgement, before: str) -> str:
    """The id of a judgement: a hash of all that it says and of the id before it, so that a change anywhere shows."""
    fields = (
        before, judgement.action, judgement.target, judgement.who, judgement.when.isoformat(), judgement.why, judgement.layer or "",
        judgement.quote or "", judgement.context or "", judgement.value or "",
    )
    return hashlib.sha256("\x1f".join(fields).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def append(record: Record, judgement: Judgement, *, unless: Callable[[tuple[Judgement, ...]], None] | None = None) -> Judgement:
    """Writes a judgement after the last one and gives it with its id; *unless* sees those before it in the same transaction and may raise."""
    with record.writing() as sql:
        if unless is not None:
            unless(judgements(record))
        return append_within(sql, judgement)


def append_within(sql: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """The same within a transaction; notes it as the last one, so that it shows when judgements are cut off the end."""
    last = sql.execute("SELECT id FROM judgement ORDER BY n DESC LIMIT 1").fetchone()
    before = last[0] if last else ""
    made = replace(judgement, id=chained(judgement, before))
    sql.execute(
        f"INSERT INTO judgement ({COLUMNS}, before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.id, made.action, made.target, made.who, made.when.isoformat(), made.why, made.layer, made.quote, made.context, made.value, before,
        ),
    )
    sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (LAST, made.id))
    return made


def judgements(record: Record) -> tuple[Judgement, ...]:
    """All judgements in the order of decision."""
    return tuple(judgement_of(row) for row in record.rows(f"SELECT {COLUMNS} FROM judgement ORDER BY n"))


def last_id(record: Record) -> str:
    """The id of the last judgement, "" where there is none."""
    last = record.one("SELECT id FROM judgement ORDER BY n DESC LIMIT 1")
    return str(last[0]) if last else ""


def waiting(record: Record, known: str | None = None) -> tuple[str, ...]:
    """Ids of the judgements stored after the one with the id *known*, in their order; by default those that what is derived does not take into account.

    What coders found is not waited for: nothing is derived of it.
    """
    if known is None:
        last = record.one("SELECT value FROM meta WHERE key = ?", (JUDGED,))
        if last is None:
            return ()
        known = last[0]
    later = "n > coalesce((SELECT n FROM judgement WHERE id = ?), 0) AND action <> 'code'"
    return tuple(row[0] for row in record.rows(f"SELECT id FROM judgement WHERE {later} ORDER BY n", (known,)))


def judgement_of(row: sqlite3.Row) -> Judgement:
    """The judgement of a row."""
    return Judgement(
        id=row["id"], action=row["action"], target=row["target"], who=row["who"], when=dt.datetime.fromisoformat(row["decided_at"]),
        why=row["why"], layer=row["layer"], quote=row["quote"], context=row["context"], value=row["value"],
    )


def chain_breaks(record: Record) -> tuple[str, ...]:
    """Ids of judgements that do not follow from the one before; empty when nothing was tampered with."""
    broken, before = [], ""
    for row in record.rows(f"SELECT {COLUMNS}, before FROM judgement ORDER BY n"):
        judgement = judgement_of(row)
        if row["before"] != before or chained(judgement, before) != judgement.id:
            broken.append(judgement.id)
        before = row["id"]
    return tuple(broken)


def cut_off(record: Record) -> str | None:
    """The id that was noted as that of the last judgement, where it is not that of the last one now; None where it is, or where none was noted."""
    noted = record.one("SELECT value FROM meta WHERE key = ?", (LAST,))
    last = record.one("SELECT id FROM judgement ORDER BY n DESC LIMIT 1")
    return None if noted is None or (last is not None and noted[0] == last[0]) else str(noted[0])


def fingerprint(record: Record, program: str) -> str:
    """A hash of all that what is derived depends on: readings, judgements, packs and the program that reconciles them."""
    digest = hashlib.sha256(program.encode())
    read = "".join(f"\x1e{report}\x1f{annotator}" for report, annotator in record.rows("SELECT report, annotator FROM reading ORDER BY report"))
    digest.update(read.encode())
    for row in record.rows("SELECT id FROM judgement WHERE action <> 'code' ORDER BY n DESC LIMIT 1"):
        digest.update(f"\x1d{row['id']}".encode())
    for row in record.rows("SELECT name, hash FROM pack ORDER BY name"):
        digest.update(f"\x1c{row['name']}\x1f{row['hash']}".encode())
    return digest.hexdigest()
