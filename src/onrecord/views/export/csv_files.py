"""Tables of formats that researchers load as CSV: named columns, one row a thing, no value where nothing is known."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.views.export.coding import Folder, with_codebook
from onrecord.views.export.lexicon import lexicon

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings by which a spreadsheet takes a text for a formula and runs it, the wide forms of East Asian keyboards too."""
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
APOSTROPHE = "'"
"""Stands before such a text and says that it is none, and before one that begins with an apostrophe, so that the words can be told again."""
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
    return harmless(text) if isinstance(text, str) else text


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula, or where it begins with one itself."""
    return APOSTROPHE + text if text.startswith((*RISKY, APOSTROPHE)) and not NUMBER.fullmatch(text) else text


def recovered(cell: str) -> str:
    """The text of a cell as it was before `harmless`: without its first apostrophe."""
    return cell.removeprefix(APOSTROPHE)
