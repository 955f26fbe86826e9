"""A record backed up while it is in use, and put back; what was there before stays beside it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError, RecordBusy, RecordDamaged, RecordError, RecordTooNew
from onrecord.record import migrations
from onrecord.record.connection import BUSY_MS, connect, open_record, reading_connection
from onrecord.record.copies import beside, claim, copy_to, free_name, sync
from onrecord.record.faults import told


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring put in place of what."""

    kept: Path | None
    """Where the record that was there before lies now; None where there was none."""
    judgements: int
    """How many judgements the record has now."""
    missing: int
    """How many judgements of the one before it does not have; they are in *kept*."""


def back_up(path: Path, target: Path, *, force: bool = False) -> None:
    """Copies the record at *path* to *target* as it is at this moment, of whatever schema; writers and readers go on meanwhile."""
    if target.exists() and path.exists() and target.samefile(path):
        raise InputError(f"{target}: the record itself; give the backup another name")
    with told(str(path)):
        connection, _ = reading_connection(path, BUSY_MS)
        try:
            copy_to(connection, target, force=force)
        finally:
            connection.close()


def restore(backup: Path, path: Path, *, force: bool = False) -> Restored:
    """Puts *backup* in the place of the record at *path*; the record that is there is replaced with *force* only, and copied beside it first.

    It is written into the record's own file in one transaction of SQLite: a program that has it open sees the one or the other, and when the
    machine stops in between, the one before is still there.
    """
    if path.exists() and path.samefile(backup):
        raise InputError(f"{backup}: the record itself; name the backup")
    with told(str(backup)):
        source, _ = reading_connection(backup, BUSY_MS)
        try:
            sound(source, backup)
            restored = replaced(source, path, force=force)
        finally:
            source.close()
    open_record(path, write=True).close()
    return restored


def sound(connection: sqlite3.Connection, backup: Path) -> None:
    """RecordError where SQLite finds the backup damaged."""
    seen = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if seen != "ok":
        raise RecordError(f"{backup}: damaged ({seen}); nothing was restored; use another backup")


def replaced(source: sqlite3.Connection, path: Path, *, force: bool) -> Restored:
    """Writes what *source* holds into the file at *path*."""
    now = ids(source)
    if not path.exists() or path.stat().st_size == 0:
        claim(path)
        with told(str(path)):
            poured(source, path)
        return Restored(None, len(now), 0)
    if not force:
        raise InputError(f"{path}: is there already; restore with --force (it is copied beside itself first), or name another with --record")
    if damaged(path):
        return Restored(put_beside(source, path), len(now), 0)
    kept = free_name(path.with_name(f"{path.name}.before-restore"))
    back_up(path, kept)
    had = read_ids(path)
    with told(str(path)):
        poured(source, path)
    return Restored(kept, len(now), len(had - now))


def damaged(path: Path) -> bool:
    """Whether the record can be read no more, or only by a newer program; a disk that fails and a record in use are errors of their own."""
    try:
        with told(str(path)):
            connection, _ = reading_connection(path, BUSY_MS)
            try:
                return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
            finally:
                connection.close()
    except (RecordDamaged, RecordTooNew):
        return True


def put_beside(source: sqlite3.Connection, path: Path) -> Path:
    """Writes what *source* holds beside a record that cannot be read, and gives it the record's name; gives where the old one's bytes lie now."""
    with beside(path, force=True) as part:
        with told(str(path)):
            poured(source, part)
        sync(part)
        kept = free_name(path.with_name(f"{path.name}.damaged"))
        for end in ("", "-wal", "-shm"):
            side = Path(f"{path}{end}")
            if side.exists():
                side.rename(f"{kept}{end}")
    return kept


def poured(source: sqlite3.Connection, path: Path) -> None:
    """Copies *source* into the file at *path*, all or nothing; RecordBusy where another program is writing to it."""
    target = connect(str(path), busy_ms=BUSY_MS)
    try:
        target.execute("PRAGMA journal_mode = WAL")
        source.backup(target, pages=-1)
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode or 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise RecordBusy(f"{path}: another program uses this record; close it, then restore again (nothing was changed)") from error
        raise
    finally:
        target.close()


def read_ids(path: Path) -> set[str]:
    """The ids of the judgements of the record at *path*."""
    with told(str(path)):
        connection, _ = reading_connection(path, BUSY_MS)
        try:
            return ids(connection)
        finally:
            connection.close()


def ids(connection: sqlite3.Connection) -> set[str]:
    """The ids of all judgements; every schema has them."""
    if not migrations.version_of(connection, "the record"):
        return set()
    return {row[0] for row in connection.execute("SELECT id FROM judgement")}
