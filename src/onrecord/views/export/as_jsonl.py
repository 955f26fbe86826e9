"""Tables as JSON Lines: one file a table, one object a row, with every column in every row (null where nothing is told); days are ISO."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from onrecord.views.export.book import Book
from onrecord.views.export.tables import Cell, Column, Filled, tables_of


def write(book: Book, path: Path) -> None:
    """Makes the folder with its files."""
    path.mkdir()
    for table in tables_of(book):
        write_table(table, path / f"{table.name}.jsonl")


def write_table(table: Filled, file: Path) -> None:
    """Writes one table."""
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for row in table.rows:
            made = {c.name: value(c, cell) for c, cell in zip(table.columns, row, strict=True)}
            lines.write(json.dumps(made, ensure_ascii=False) + "\n")


def value(column: Column, cell: Cell) -> Any:
    """A cell as JSON; a column of JSON holds values, not text."""
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if column.kind == "json" and isinstance(cell, str):
        return json.loads(cell)
    return cell
