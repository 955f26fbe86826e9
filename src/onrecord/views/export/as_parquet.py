"""Tables as Parquet: one file a table, columns of the types that the codebook tells; written by DuckDB."""

from __future__ import annotations

import tempfile
from pathlib import Path

from onrecord.errors import InputError
from onrecord.views.export.as_jsonl import write_table
from onrecord.views.export.book import Book
from onrecord.views.export.tables import Column, tables_of

TYPES = {"id": "VARCHAR", "text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "day": "DATE", "edtf": "VARCHAR", "boolean": "BOOLEAN", "json": "VARCHAR"}
LARGEST = 1 << 30
"""Bytes of the longest row that DuckDB reads; a report is far shorter."""


def write(book: Book, path: Path) -> None:
    """Makes the folder with its files; InputError where DuckDB is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise InputError("parquet: needs DuckDB, which is not installed; install onrecord[formats]") from error
    path.mkdir()
    with duckdb.connect() as base, tempfile.TemporaryDirectory(dir=path.parent) as scratch:
        for table in tables_of(book):
            lines = Path(scratch) / f"{table.name}.jsonl"
            write_table(table, lines)
            types = ", ".join(f"'{c.name}': '{kind(c)}'" for c in table.columns)
            read = f"read_json({quoted(lines)}, format = 'newline_delimited', columns = {{{types}}}, maximum_object_size = {LARGEST})"
            copy = f"COPY (SELECT * FROM {read}) TO {quoted(path / f'{table.name}.parquet')} (FORMAT parquet, COMPRESSION zstd)"
            try:
                base.execute(copy)
            except duckdb.IOException as error:
                raise InputError(f"{table.name}.parquet: cannot be written ({str(error).splitlines()[0]}); free some space, or give another path") from error


def kind(column: Column) -> str:
    """DuckDB's type of a column."""
    return TYPES[column.kind]


def quoted(path: Path) -> str:
    """A path within SQL."""
    return "'" + str(path).replace("'", "''") + "'"
