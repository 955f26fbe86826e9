"""Readings as Parquet: one row a report, or a problem in its place, in the order in which they were read; a file is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from onrecord.errors import InputError
from onrecord.read import ReadResult
from onrecord.types import Problem, Reading, Report

COLUMNS = {
    "place": "INTEGER", "came_from": "VARCHAR", "collected_at": "VARCHAR", "report": "VARCHAR", "name": "VARCHAR", "title": "VARCHAR", "outlet": "VARCHAR",
    "url": "VARCHAR", "published": "VARCHAR", "language": "VARCHAR", "genre": "VARCHAR", "text": "VARCHAR", "raw_hash": "VARCHAR", "own_key": "VARCHAR",
    "meta": "VARCHAR", "reading": "VARCHAR", "problems": "VARCHAR", "raw": "BLOB",
}
"""`meta` is the report without its text and `reading` the reading without its report, both JSON; `raw` stands in the first of the rows that have its hash."""
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1, "memory_limit": "1GB", "autoinstall_known_extensions": False, "autoload_known_extensions": False,
}
"""DuckDB never looks for an extension, which it would fetch."""
AT_ONCE = 50
"""Rows that are held at once when a file is read."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one input: a report with its reading, or only problems."""

    result: ReadResult
    collected_at: str
    reading: bytes | None = None
    """JSON of the reading without its report; None where there is none."""

    def whole(self) -> Reading:
        """The reading with its report; raises ValueError where it is none that this program can read."""
        if self.result.report is None or self.reading is None:
            raise ValueError(f"{self.result.where}: no reading")
        return replace(msgspec.json.decode(self.reading, type=Reading), report=self.result.report)


def database() -> Any:
    """DuckDB in memory; InputError where it is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise InputError("Parquet needs DuckDB, which is not installed; install onrecord[cluster]") from error
    return duckdb.connect(config=SETTINGS)


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """Writes a file beside its place, then puts it there at once. Equal rows give equal bytes."""
    beside = path.with_name(f".{path.name}.{uuid4().hex}.tmp")
    hashes: set[str] = set()
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    with database() as base:
        base.execute(f"CREATE TABLE part ({columns})")
        values = [values_of(place, row, hashes) for place, row in enumerate(rows)]
        if values:
            base.executemany(f"INSERT INTO part VALUES ({', '.join('?' * len(COLUMNS))})", values)
        base.execute(f"COPY (SELECT * FROM part ORDER BY place) TO '{quoted(beside)}' (FORMAT parquet, COMPRESSION zstd)")
    beside.chmod(0o600)
    with beside.open("rb") as file:
        os.fsync(file.fileno())
    beside.replace(path)


def values_of(place: int, row: Row, hashes: set[str]) -> tuple[object, ...]:
    """The values of the columns; *hashes* are of the bytes that stand in earlier rows."""
    result, report = row.result, row.result.report
    problems = msgspec.json.encode(result.problems).decode()
    if report is None:
        return (place, result.where, row.collected_at, *(None,) * 13, problems, None)
    raw = None if report.raw_hash in hashes else result.raw
    hashes.add(report.raw_hash)
    return (
        place, result.where, row.collected_at, report.id, report.name, report.title, report.outlet, report.url, report.published, report.language,
        report.genre, report.text, report.raw_hash, result.key, msgspec.json.encode(replace(report, text="")).decode(),
        row.reading.decode() if row.reading is not None else None, problems, raw,
    )


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file as they were written, a few at a time; raises InputError where it cannot be read."""
    raws: dict[str, bytes] = {}
    with database() as base:
        wanted = "came_from, collected_at, text, raw_hash, own_key, meta, reading, problems, raw"
        try:
            found = base.execute(f"SELECT {wanted} FROM read_parquet('{quoted(path)}') ORDER BY place")
        except base_error() as error:
            seen = str(error).splitlines()[0]
            raise InputError(f"{path}: cannot be read ({seen}); delete it and do the reading again, which makes only this file") from error
        while rows := found.fetchmany(AT_ONCE):
            for where, collected, text, raw_hash, key, meta, reading, problems, raw in rows:
                told = msgspec.json.decode(problems, type=tuple[Problem, ...])
                if meta is None:
                    yield Row(ReadResult(where, problems=told), collected)
                    continue
                data = raws.setdefault(raw_hash, raw) if raw is not None else raws[raw_hash]
                report = replace(msgspec.json.decode(meta, type=Report), text=text)
                yield Row(ReadResult(where, data, report, told, key), collected, reading.encode() if reading is not None else None)


def base_error() -> type[Exception]:
    """The error that DuckDB raises."""
    import duckdb

    error: type[Exception] = duckdb.Error
    return error


def quoted(path: Path) -> str:
    """A path within quotation marks in SQL."""
    return str(path).replace("'", "''")
