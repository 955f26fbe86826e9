"""An open record: one SQLite file, or memory for work that is not kept."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from onrecord.errors import InputError, RecordError
from onrecord.record import migrations
from onrecord.record.copies import claim
from onrecord.record.faults import told
from onrecord.record.shared import refuse_shared

BUSY_MS = 5000
"""How long a writer waits for another before it gives up."""
MEMORY = ":memory:"
EXCERPT = "excerpt"
"""The key in `meta` of a record of which something was left out: it has no readings, so that nothing is added to it and nothing derived anew."""


class Record:
    """An open record. Views read it through onrecord.record.queries; onrecord.record.store is the only writer."""

    def __init__(self, connection: sqlite3.Connection, path: str, *, writable: bool) -> None:
        self.connection = connection
        self.path = path
        self.writable = writable

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of the file."""
        self.connection.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows that a query gives; errors as RecordError."""
        with told(self.path):
            return self.connection.execute(sql, values).fetchall()

    def pairs(self, sql: str, values: Sequence[Any] = ()) -> dict[Any, Any]:
        """The rows of a query of two columns, the second by the first."""
        with told(self.path):
            plain = self.connection.cursor()
            plain.row_factory = None
            return dict(plain.execute(sql, values))

    def one(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Row | None:
        """The first row that a query gives."""
        found = self.rows(sql, values)
        return found[0] if found else None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing."""
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.rollback()
                raise
            self.connection.commit()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read within is of one moment, whatever others write meanwhile; within another such block, of that one's moment."""
        if self.connection.in_transaction:
            yield
            return
        with told(self.path):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()


def open_record(path: Path | None, *, write: bool = False, busy_ms: int = BUSY_MS) -> Record:
    """The record at *path* (None: in memory), made and brought up to date when *write*; RecordError says what is wrong with it."""
    if path is None:
        return Record(prepare(connect(MEMORY, busy_ms=busy_ms), None), MEMORY, writable=True)
    if path.is_dir():
        raise InputError(f"{path}: a folder, not a record; name a file with --record")
    if write:
        refuse_shared(path)
    if not path.exists():
        if not write:
            raise InputError(f"{path}: no such record; make one with `onrecord add PATH…`, or name another with --record")
        claim(path)
    with told(str(path)):
        return writable_record(path, busy_ms) if write else readable_record(path, busy_ms)


def connect(target: str, *, busy_ms: int) -> sqlite3.Connection:
    """A connection that leaves transactions to us; usable from any thread, one at a time."""
    connection = sqlite3.connect(target, uri=target.startswith("file:"), isolation_level=None, check_same_thread=False, timeout=busy_ms / 1000)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def writable_record(path: Path, busy_ms: int) -> Record:
    """The record at *path* for writing."""
    connection = connect(str(path), busy_ms=busy_ms)
    try:
        prepare(connection, path)
        if connection.execute("SELECT 1 FROM meta WHERE key = ?", (EXCERPT,)).fetchone():
            raise RecordError(f"{path}: an excerpt, made by `onrecord export`, which nothing is added to or judged in; do that in the record it was made of")
        return Record(connection, str(path), writable=True)
    except BaseException:
        connection.close()
        raise


def prepare(connection: sqlite3.Connection, path: Path | None) -> sqlite3.Connection:
    """The same connection, its schema made or brought up to date and its journal in WAL."""
    version = migrations.version_of(connection, str(path or MEMORY))
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")
        migrations.create(connection)
    else:
        migrations.migrate(connection, path, steps=migrations.scripts(), version=version)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def readable_record(path: Path, busy_ms: int) -> Record:
    """The record at *path* for reading only."""
    connection, version = reading_connection(path, busy_ms)
    if version < migrations.VERSION:
        connection.close()
        raise RecordError(f"{path}: written by an older onrecord (schema {version}); any `onrecord add` brings it up to date and keeps a copy")
    return Record(connection, str(path), writable=False)


def reading_connection(path: Path, busy_ms: int) -> tuple[sqlite3.Connection, int]:
    """A connection that only reads, and the schema's version; a file in a folder that cannot be written is read as it lies there.

    Where it could be written it is opened so and then barred from writing: only such a connection clears SQLite's side files away.
    """
    if not path.is_file():
        raise InputError(f"{path}: {'a folder, not a record' if path.is_dir() else 'no such record'}; name another file")
    name = quote(str(path.absolute()))
    free = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    connection = connect(f"file:{name}?mode={'rw' if free else 'ro'}", busy_ms=busy_ms)
    try:
        connection.execute("PRAGMA query_only = ON")
        version = migrations.version_of(connection, str(path))
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or Path(f"{path}-wal").exists():
            raise
        connection = connect(f"file:{name}?immutable=1", busy_ms=busy_ms)
        version = migrations.version_of(connection, str(path))
    if version == 0:
        connection.close()
        raise RecordError(f"{path}: an empty file, not a record yet; fill it with `onrecord add PATH…`")
    return connection, version
