"""Tables as CSV (RFC 4180, UTF-8, lines ended by CR LF): one file a table.

A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show, and so does one that begins with an
apostrophe: who takes the first apostrophe of a cell away has the words. Numbers are written as they are.
"""

from __future__ import annotations

import csv
from pathlib import Path

from onrecord.views.export.book import Book
from onrecord.views.export.csv_files import harmless
from onrecord.views.export.tables import Cell, tables_of


def write(book: Book, path: Path) -> None:
    """Makes the folder with its files."""
    path.mkdir()
    for table in tables_of(book):
        with (path / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([c.name for c in table.columns])
            writer.writerows([shown(cell) for cell in row] for row in table.rows)


def shown(cell: Cell) -> str:
    """A cell in words that no spreadsheet runs; empty where nothing is told."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return plain_number(cell)
    return harmless(cell) if isinstance(cell, str) else str(cell)


def plain_number(value: float) -> str:
    """A number without a needless fraction."""
    return str(int(value)) if value.is_integer() else repr(value)
