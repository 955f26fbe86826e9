"""Parquet: one report a row, columns known by their names as those of JSON and CSV; read by DuckDB."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import ReportError
from onrecord.read.form import Head, Source, Taken, extra
from onrecord.read.result import Input
from onrecord.read.rows import check_columns, columns_of, row_report

MARK = b"PAR1"
SETTINGS = {"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}
"""DuckDB never looks for an extension, which it would fetch."""
AT_ONCE = 100
"""Rows that are held at once."""


def is_parquet(head: Head) -> bool:
    """Whether it begins as Parquet does."""
    return head.raw.startswith(MARK)


def read_parquet(source: Source) -> Iterator[Taken]:
    """One report a row; ReportError where the file is broken, or no column holds a text. The rows' bytes are their JSON."""
    with tempfile.NamedTemporaryFile(suffix=".parquet") as copy:
        copy.write(source.whole().raw)
        copy.flush()
        yield from rows_of(Path(copy.name), source, None)


def count_rows(path: Path) -> int:
    """How many rows a file has by its own head; ReportError where it is no Parquet file."""
    (row,) = asked("SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata(?)", str(path))
    return int(row[0] or 0)


def rows_of(path: Path, source: Source, wanted: range | None) -> Iterator[Taken]:
    """The reports of the rows *wanted*, counted from 0, or of all; *source* tells where they are said to come from."""
    number = wanted.start if wanted is not None else 0
    select = "SELECT * EXCLUDE (file_row_number) FROM read_parquet(?, file_row_number = true)"
    within = "" if wanted is None else f" WHERE file_row_number >= {wanted.start} AND file_row_number < {wanted.stop}"
    first = True
    for row in named(asked(f"{select}{within} ORDER BY file_row_number", str(path), names=True)):
        if first:
            check_columns(row, source.options.columns)
            first = False
        number += 1
        raw = msgspec.json.encode(row, enc_hook=str)
        one = Input(raw, f"{source.where}:{number}", f"{source.name}-{number}")
        plain: dict[str, Any] = msgspec.json.decode(raw)
        yield Taken(one, *row_report(plain, one, columns_of(plain, source.options.columns), file=source.where))
    if first:
        raise ReportError("a table without a row", kind="empty")


def named(rows: Iterator[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """Rows by column; the first row holds the names."""
    names = [str(n) for n in next(rows)]
    for row in rows:
        yield dict(zip(names, row, strict=True))


def asked(query: str, path: str, *, names: bool = False) -> Iterator[tuple[Any, ...]]:
    """The rows that DuckDB gives, before them the names of the columns if they are wanted; ReportError where the file cannot be read."""
    duckdb = extra("duckdb", "a Parquet file")
    with duckdb.connect(config=SETTINGS) as base:
        try:
            found = base.execute(query, [path])
        except duckdb.Error as error:
            raise ReportError(broken(error)) from error
        if names:
            yield tuple(column[0] for column in found.description)
        while True:
            try:
                rows = found.fetchmany(AT_ONCE)
            except duckdb.Error as error:
                raise ReportError(broken(error)) from error
            if not rows:
                return
            yield from rows


def broken(error: Exception) -> str:
    """What is said of a file that DuckDB cannot read."""
    return f"broken or incomplete ({str(error).splitlines()[0][:160]}); get it again"
