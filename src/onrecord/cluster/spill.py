"""Tables larger than memory: a DuckDB file that goes to disk at a set limit, and is deleted with its scratch when the work is done."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy

from onrecord.errors import FileError, InputError

SCRATCH, TABLES = ".sort-", "tables.duckdb"
AT_ONCE = 10_000
"""Rows of an answer that are held at once."""


@dataclass(frozen=True, slots=True)
class Spill:
    """One such file, open."""

    base: Any
    folder: Path

    def do(self, query: str, *values: object) -> None:
        """Executes a statement without an answer."""
        self.base.execute(query, list(values))

    def ask(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer, a few at a time; another query may be put before they are read to the end."""
        cursor = self.base.cursor()
        found = cursor.execute(query, list(values))
        while rows := found.fetchmany(AT_ONCE):
            yield from rows
        cursor.close()

    def put(self, table: str, columns: Mapping[str, tuple[str, Sequence[object]]]) -> None:
        """Appends rows given by column: name → (numpy's type, values)."""
        self.base.register("block", {name: numpy.array(values, dtype=kind) for name, (kind, values) in columns.items()})
        self.base.execute(f"INSERT INTO {table} SELECT * FROM block")
        self.base.unregister("block")


@contextmanager
def spill(folder: Path, memory: str) -> Iterator[Spill]:
    """Opens one in a new folder inside *folder*; *memory* as DuckDB takes it, such as `2GB`.

    InputError where DuckDB is not installed or refuses it; FileError where the disk takes no more. The folder is gone in the end, however it ends.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError("this needs DuckDB, which is not installed; install onrecord[cluster]") from error
    clear(folder)
    scratch = Path(mkdtemp(prefix=SCRATCH, dir=folder))
    settings: dict[str, Any] = {
        "memory_limit": memory, "temp_directory": str(scratch / "spilled"), "preserve_insertion_order": False,
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
    }
    try:
        with duckdb.connect(str(scratch / TABLES), config=settings) as base:
            yield Spill(base, scratch)
    except (duckdb.InvalidInputException, duckdb.OutOfMemoryException, duckdb.ParserException) as error:
        seen = str(error).splitlines()[0]
        raise InputError(f"--memory {memory}: {seen}; give more, as in 4GB, and see that {folder} has room") from error
    except (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException, sqlite3.OperationalError) as error:
        seen = str(error).splitlines()[0]
        raise FileError(f"{folder}: cannot be sorted ({seen}); see that the disk is not full, then do it again (what was there before is as it was)") from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def clear(folder: Path) -> None:
    """Takes away what runs that were killed have left in *folder*; what another run works in, DuckDB's lock tells."""
    import duckdb

    for left in folder.glob(f"{SCRATCH}*/{TABLES}"):
        try:
            duckdb.connect(str(left)).close()
        except duckdb.Error as error:
            if "lock" in str(error).lower():
                continue
        shutil.rmtree(left.parent, ignore_errors=True)
