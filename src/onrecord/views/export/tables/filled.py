"""Tables with their cells, as a codebook names and codes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import InputError
from onrecord.types import Figure
from onrecord.views.export.book import Book
from onrecord.views.export.codebook import Codebook
from onrecord.views.export.coding import FORMATS
from onrecord.views.export.tables.columns import Cell, Column, Look, Row, Table
from onrecord.views.export.tables.kept import KEPT, REPORTS, TEXTS
from onrecord.views.export.tables.said import SAID
from onrecord.views.export.tables.told import TOLD

TABLES: tuple[Table, ...] = (REPORTS, *TOLD, *KEPT, *SAID, TEXTS)
"""All tables but the codebook, in the order of a workbook's sheets."""
CODEBOOK = "codebook"
EXPLAINS = (
    ("table", "The table."), ("about", "What one of its rows is."), ("column", "The column."), ("type", "What its values are."), ("meaning", "What it means."),
    ("values", "The closed list that its values are of, or the codes; empty where they are free."),
)
TYPES = {
    "id": "id", "text": "text", "integer": "whole number", "number": "number", "day": "day (ISO 8601)", "edtf": "date (EDTF)", "boolean": "true or false",
    "json": "JSON",
}
"""Kinds of cell in words."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One table with its cells: a name, columns under the names that the export gives them, and rows of cells in their order."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables_of(book: Book) -> tuple[Filled, ...]:
    """All tables of a book, the codebook last."""
    look, codebook = Look(book), book.codebook
    known = {t.name: t for t in TABLES}
    if codebook is not None:
        refuse_unknown(codebook, known)
    shown = [coded(t, codebook) if codebook else t for t in TABLES]
    filled = [Filled(t.name, t.about, t.columns, tuple(tuple(c.get(r) for c in t.columns) for r in t.rows(look))) for t in shown]
    return (*filled, explained(shown))


def refuse_unknown(codebook: Codebook, known: dict[str, Table]) -> None:
    """InputError for a renamed column that no table has; tables of other formats are looked at when those are written."""
    for name, columns in codebook.renamed.items():
        if name.partition(".")[0] in FORMATS:
            continue
        if name not in known:
            raise InputError(f"{codebook.title}: [rename.{name}]: no such table; there are {', '.join(known)}")
        ours = [c.name for c in known[name].columns]
        for column in columns:
            if column not in ours:
                raise InputError(f"{codebook.title}: [rename.{name}] {column}: no such column; there are {', '.join(ours)}")


def coded(table: Table, codebook: Codebook) -> Table:
    """The table with the codebook's variables beside the columns that they code, and its names for ours."""
    made: list[Column] = []
    names = codebook.renamed.get(table.name, {})
    for column in table.columns:
        made.append(replace(column, name=names.get(column.name, column.name)))
        variable = codebook.variables.get(column.codes or "")
        if variable is not None:
            prefix = column.name.removesuffix("_precision") if column.codes == "precision" else "date"
            name = variable.name if prefix == "date" else f"{prefix}_{variable.name}"
            listed = tuple(f"{code} = {word}" for word, code in variable.codes.items())
            text = any(isinstance(v, str) for v in variable.codes.values()) and column.codes != "number"
            about = f"{column.name} as the codebook {codebook.title} codes it."
            made.append(Column(name, "text" if text else "number", about, code_of(column, codebook, text=text), listed))
    taken = [c.name for c in made]
    doubled = next((n for n in taken if taken.count(n) > 1), None)
    if doubled is not None:
        raise InputError(f"{codebook.title}: the table {table.name} would have two columns {doubled!r}; give the codebook's variable another name")
    return replace(table, columns=tuple(made))


def code_of(column: Column, codebook: Codebook, *, text: bool) -> Callable[[Row], Cell]:
    """A getter of a code."""

    def get(row: Row) -> Cell:
        if column.codes == "number":
            item = row.statement.item if row.statement else None
            return codebook.number(item) if isinstance(item, Figure) else None
        word = column.get(row)
        code = codebook.code(column.codes or "", word if isinstance(word, str) else None)
        return str(code) if text and code is not None else code

    return get


def explained(tables: Sequence[Table]) -> Filled:
    """The codebook: a row for each column of each table, itself too."""
    own = Table(CODEBOOK, "One column of one table.", tuple(Column(n, "text", a, lambda r: None) for n, a in EXPLAINS), lambda look: ())
    return Filled(own.name, own.about, own.columns, tuple(explaining([*tables, own])))


def explaining(tables: Sequence[Table]) -> Iterator[tuple[Cell, ...]]:
    """The rows of the codebook."""
    for table in tables:
        for column in table.columns:
            yield (table.name, table.about, column.name, TYPES[column.kind], column.about, "; ".join(column.words) or None)
