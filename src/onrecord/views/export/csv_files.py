"""Tables of formats that researchers load as CSV: named columns, one row a thing, no value where nothing is known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.views.export.coding import Folder, with_codebook
from onrecord.views.export.lexicon import lexicon

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings by which a spreadsheet takes a text for a formula and runs it; an apostrophe before it says that it is none."""
Row = Mapping[str, object]


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """A CSV file in UTF-8 with a head line; None and "" are blank, lists are joined by "; ". A row may lack columns, never have others."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: told(value) for key, value in row.items()} for row in rows)


def write_folder(path: Path, folder: Folder) -> None:
    """A new folder with a CSV file for each table and `codebook.csv`, which tells what every column means."""
    path.mkdir()
    for name, columns in folder.tables.items():
        write_table(path / f"{name}.csv", columns, folder.rows[name])
    book = (
        {"table": f"{name}.csv", "column": column, "meaning": folder.meanings[name][column]} for name, columns in folder.tables.items() for column in columns
    )
    write_table(path / "codebook.csv", ("table", "column", "meaning"), book)


def folder_of(book: Book, form: str, tables: Mapping[str, Sequence[str]], rows: Mapping[str, Iterable[Row]]) -> Folder:
    """The tables of a format with what their columns mean, coded as the book's codebook asks."""
    known = lexicon("columns")["columns"]
    meanings = {name: {column: known[column] for column in columns} for name, columns in tables.items()}
    return with_codebook(form, Folder(tables, rows, meanings), book.codebook)


def told(value: object) -> object:
    """A value as its cell has it."""
    if value is None:
        return ""
    text = "; ".join(str(v) for v in value) if isinstance(value, list | tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA) else text
