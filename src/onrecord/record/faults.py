"""SQLite's errors as ours, with what to do about each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import RecordBusy, RecordDamaged, RecordError, RecordReadOnly

PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turns an error of SQLite into a RecordError that names *path*, says what was seen and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(error, path) from error


def fault(error: sqlite3.Error, path: str) -> RecordError:
    """The error of ours that *error* means."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & PRIMARY
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordBusy(f"{path}: another program is writing to this record; wait for it to end, then run the command again (nothing was changed)")
    if code == sqlite3.SQLITE_FULL:
        return RecordReadOnly(f"{path}: the disk is full; free some space, then run the command again (what was written before is intact)")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return RecordReadOnly(f"{path}: the record cannot be written; make the file and its folder writable, or name another with --record")
    if code == sqlite3.SQLITE_CANTOPEN:
        return RecordReadOnly(f"{path}: the record cannot be opened; check that its folder exists and may be written, or name another with --record")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return RecordDamaged(f"{path}: not a readable record ({error}); restore it from a copy, or name another with --record")
    return RecordError(f"{path}: {error}; run `onrecord check` to see whether the record is intact")
