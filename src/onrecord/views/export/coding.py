"""A codebook's variables in the folders of CSV files that follow other data sets (PLOVER, MEND, ceasefires)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.views.export.codebook import Codebook, precision
from onrecord.views.export.days import days_of
from onrecord.views.export.lexicon import lexicon

Row = Mapping[str, object]
FORMATS = ("plover", "mend", "ceasefires")
"""Formats whose tables a codebook renames as `[rename."plover.events"]`."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The tables of one format: columns, rows and what each column means."""

    tables: Mapping[str, Sequence[str]]
    rows: Mapping[str, Iterable[Row]]
    meanings: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """Which part of a codebook codes a column, and how a row tells our word for it."""

    part: str
    word: Callable[[Row], str | None]
    prefix: str = ""
    """What stands before the variable's name where a table has it more than once."""


def sources(columns: Sequence[str]) -> dict[str, Source]:
    """The columns of a table that a codebook can code. Numbers are not among them, as these tables count accounts only."""
    found: dict[str, Source] = {}
    for column in columns:
        if column in ("onrecord_type", "factuality"):
            found[column] = Source("event_type" if column == "onrecord_type" else column, lambda row, c=column: text(row.get(c)))  # type: ignore[misc]
        elif column.endswith("_precision"):
            days = f"{column.removesuffix('_precision')}_edtf"
            prefix = "" if column == "date_precision" else f"{column.removesuffix('_precision')}_"
            found[column] = Source("precision", lambda row, c=days: precision(days_of(text(row.get(c)) or "")), prefix)  # type: ignore[misc]
        elif column == "status" and "mediation_event_id" in columns:
            found[column] = Source("factuality", lambda row: (text(row.get("status")) or "").replace(" ", "_"))
        elif column == "type" and "mediation_event_id" in columns:
            found[column] = Source("event_type", lambda row: type_called(text(row.get("type"))))
    return found


def text(value: object) -> str | None:
    """A cell that is text."""
    return value if isinstance(value, str) else None


def type_called(name: str | None) -> str | None:
    """Our type of event by the name that the MEND-like table gives it."""
    return next((ours for ours, entry in lexicon("mend").items() if ours != "note" and entry["name"] == name), None)


def with_codebook(form: str, folder: Folder, codebook: Codebook | None) -> Folder:
    """The folder with the codebook's variables beside the columns that they code, and its names for ours; InputError for one that is not there."""
    if codebook is None:
        return folder
    names = renames(form, folder.tables, codebook)
    tables: dict[str, list[str]] = {}
    rows: dict[str, list[Row]] = {}
    meanings: dict[str, dict[str, str]] = {}
    for table, columns in folder.tables.items():
        coded = {c: s for c, s in sources(columns).items() if s.part in codebook.variables}
        called = {c: s.prefix + codebook.variables[s.part].name for c, s in coded.items()}
        own = {c: names.get(table, {}).get(c, c) for c in columns}
        tables[table] = [name for c in columns for name in ([own[c], called[c]] if c in coded else [own[c]])]
        doubled = next((n for n in tables[table] if tables[table].count(n) > 1), None)
        if doubled is not None:
            raise InputError(f"{codebook.title}: the table {form}.{table} would have two columns {doubled!r}; give the codebook's variable another name")
        made: list[Row] = []
        for row in folder.rows[table]:
            codes = {called[c]: codebook.code(s.part, s.word(row)) for c, s in coded.items()}
            made.append({own[key]: value for key, value in row.items()} | codes)
        rows[table] = made
        told = {called[c]: f"{own[c]} as the codebook {codebook.title} codes it: {listed(codebook, s.part)}" for c, s in coded.items()}
        meanings[table] = {own[c]: folder.meanings[table][c] for c in columns} | told
    return Folder(tables, rows, meanings)


def listed(codebook: Codebook, part: str) -> str:
    """The codes of a part with our words."""
    return "; ".join(f"{code} = {word}" for word, code in codebook.variables[part].codes.items())


def renames(form: str, tables: Mapping[str, Sequence[str]], codebook: Codebook) -> dict[str, Mapping[str, str]]:
    """Table → our column → its name, of what the codebook renames in this format."""
    found = {}
    for name, columns in codebook.renamed.items():
        prefix, _, table = name.partition(".")
        if not table or prefix != form:
            continue
        if table not in tables:
            raise InputError(f"{codebook.title}: [rename.\"{name}\"]: no such table; there are {', '.join(f'{form}.{t}' for t in tables)}")
        for column in columns:
            if column not in tables[table]:
                raise InputError(f"{codebook.title}: [rename.\"{name}\"] {column}: no such column; there are {', '.join(tables[table])}")
        found[table] = columns
    return found
