"""Records of older schemas brought up to date, one numbered script a step, with a copy kept of what was before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

from onrecord.errors import RecordError, RecordTooNew
from onrecord.record.copies import copy_to, free_name

APPLICATION = 0x6F6E7263
"""`onrc`: tells a record from any other SQLite file (PRAGMA application_id)."""
VERSION = 10
"""The schema that schema.sql describes (PRAGMA user_version)."""


def scripts() -> dict[int, str]:
    """SQL by the version that it leads to, from the files `NNNN_what.sql` of this folder."""
    found = {}
    for file in resources.files(__name__).iterdir():
        if file.name.endswith(".sql"):
            found[int(file.name.split("_")[0])] = file.read_text(encoding="utf-8")
    return found


def create(connection: sqlite3.Connection) -> None:
    """An empty record of the newest schema."""
    schema = resources.files("onrecord.record").joinpath("schema.sql").read_text(encoding="utf-8")
    run(connection, schema, since=0, to=VERSION)


def version_of(connection: sqlite3.Connection, path: str) -> int:
    """The schema's version; 0 is an empty file. RecordError for a file of another program, RecordTooNew for one of a newer program."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if application != APPLICATION and (tables or version):
        raise RecordError(f"{path}: an SQLite file of another program, not a record; name another with --record")
    if version > VERSION:
        seen = f"{path}: written by a newer onrecord (schema {version}, this program knows {VERSION})"
        raise RecordTooNew(f"{seen}; update onrecord, or name another with --record")
    return version


def migrate(connection: sqlite3.Connection, path: Path | None, *, steps: Mapping[int, str], version: int, to: int = VERSION) -> Path | None:
    """Brings a record from *version* up to *to*, all steps in one transaction; gives the path of the copy kept of the older one."""
    if version >= to:
        return None
    kept = None
    if path is not None:
        kept = free_name(path.with_name(f"{path.name}.v{version}.bak"))
        copy_to(connection, kept)
    run(connection, "\n".join(steps[n] for n in range(version + 1, to + 1)), since=version, to=to)
    return kept


def run(connection: sqlite3.Connection, script: str, *, since: int, to: int) -> None:
    """Runs a script in one transaction and stamps the version; does nothing where another process has done it meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if int(connection.execute("PRAGMA user_version").fetchone()[0]) == since:
            for statement in split(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {to}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def split(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` will not do, because it commits what is open."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
