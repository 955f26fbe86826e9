"""A table of codings → rows: one thing a row, its place in a report, its layer, and the coder's values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args, get_type_hints

from onrecord.errors import InputError
from onrecord.reconcile.statements import KEYS, LAYERS
from onrecord.record.codec import ITEMS
from onrecord.score.alpha import Value
from onrecord.score.coders import NUMBERS
from onrecord.types import Problem

FIELDS = ("report", "words", "start", "end", "nth", "layer", "coder", "note")
"""Columns of their own meaning; every other column is an attribute."""
KIND = "kind"
"""A column for the attribute that tells most in whatever layer: measure, type, stance, account, role, status, kind."""
NOTHING = "-"
"""The cell of an attribute of which the coder says that there is none; an empty cell says nothing."""
LISTS = ("actors", "targets", "through")
SAID = ("source", "date")
"""Attributes that every layer has besides its own: by whose account, and which day."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its place not looked for yet."""

    where: str
    """FILE:LINE."""
    report: str
    words: str
    start: int | None
    end: int | None
    nth: int | None
    layer: str
    """Empty in a row that says that nothing was found of any layer."""
    coder: str
    note: str
    values: Mapping[str, Value]

    @property
    def nothing(self) -> bool:
        """Whether it says that its report was read, and nothing found."""
        return not self.words and self.start is None


def read_table(path: Path, mapped: Mapping[str, str], by: str | None) -> tuple[list[Row], list[Problem]]:
    """The rows of a CSV with named columns (comma, semicolon or tab; UTF-8), and a Problem for each that cannot be used.

    *mapped* gives columns of other names to fields and attributes; *by* is the coder of rows that name none. InputError for a file without the columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a CSV file, saved as UTF-8") from error
    head = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    names = renamed(list(table.fieldnames or ()), mapped, path)
    if "coder" not in names.values() and by is None:
        raise InputError(f"{path}: nobody is named who coded it; give --by NAME, or map a column: --map coder=COLUMN")
    rows: list[Row] = []
    problems: list[Problem] = []
    for cells in table:
        where = f"{path}:{table.line_num}"
        if None in cells:
            problems.append(lost(where, f"more cells than the {len(names)} columns; put what holds a delimiter into quotation marks"))
            continue
        given = {names[column]: cell.strip() for column, cell in cells.items() if cell and cell.strip()}
        try:
            rows.append(row_of(where, given, by, problems))
        except InputError as error:
            problems.append(lost(where, str(error)))
    return rows, problems


def renamed(columns: list[str], mapped: Mapping[str, str], path: Path) -> dict[str, str]:
    """What each column holds; InputError for a mapped column that is not there, and where report or layer is missing."""
    names = {column: column.strip().casefold() for column in columns if column}
    for name, column in mapped.items():
        real = next((c for c in names if c.strip().casefold() == column.casefold()), None)
        if real is None:
            raise InputError(f"{path}: no column {column!r}; there are {', '.join(names)}")
        names = {c: "" if n == name and c != real else n for c, n in names.items()} | {real: name}
    lacking = [f for f in ("report", "layer") if f not in names.values()]
    if not {"words", "start"} & set(names.values()):
        lacking.append("words")
    if lacking:
        raise InputError(f"{path}: no column {', '.join(lacking)}; there are {', '.join(names)}: say which with --map {lacking[0]}=COLUMN")
    return names


def row_of(where: str, given: Mapping[str, str], by: str | None, problems: list[Problem]) -> Row:
    """The row of some cells; InputError says what makes it useless, *problems* takes what only a value of it is."""
    if "report" not in given:
        raise InputError("no report; name it by its id, its address or its file")
    layer, coder = given.get("layer", ""), given.get("coder") or by
    if layer and layer not in LAYERS:
        raise InputError(f"{layer!r} is no layer; there are {', '.join(LAYERS)}")
    if coder is None:
        raise InputError("nobody is named who coded it; fill in the coder, or give --by NAME")
    start, end, nth = (number(given, name) for name in ("start", "end", "nth"))
    row = Row(where, given["report"], given.get("words", ""), start, end, nth, layer, coder, given.get("note", ""), values_of(where, layer, given, problems))
    if not row.nothing and not layer:
        raise InputError(f"words without a layer; there are {', '.join(LAYERS)}")
    if start is not None and end is None and not row.words:
        raise InputError("a start without an end and without words")
    return row


def number(given: Mapping[str, str], name: str) -> int | None:
    """A whole number, or None for an empty cell; InputError for anything else."""
    cell = given.get(name)
    if cell is None:
        return None
    if not cell.isdecimal():
        raise InputError(f"{name} {cell!r} is no whole number; start and end are characters of the report's text, nth is 1 for the first place")
    return int(cell)


def values_of(where: str, layer: str, given: Mapping[str, str], problems: list[Problem]) -> dict[str, Value]:
    """The attributes of a row; a Problem for an amount that is no number (it is left out) and for a code that the layer does not know (it is kept)."""
    found: dict[str, Value] = {}
    for column, cell in given.items():
        if column in FIELDS or not column:
            continue
        name = KEYS[layer] if column == KIND and layer else column
        value = worded(name, cell)
        if value is None:
            problems.append(lost(where, f"{name} {cell!r} is no number and was left out; write 1200 or 12.5"))
            continue
        known = codes(layer).get(name)
        if known and value not in known and value != NOTHING:
            problems.append(Problem("not_understood", f"{where}: {name} {cell!r} is none of {', '.join(known)}; it was kept as it is", where=where))
        found[name] = value
    return found


def worded(name: str, cell: str) -> Value | None:
    """The value of a cell: an amount as a number (None where it is none), names of a list in the order of the alphabet, else the words."""
    if name in NUMBERS and cell != NOTHING:
        try:
            return float(cell)
        except ValueError:
            return None
    return listed(cell.split(";")) if name in LISTS else cell


def listed(names: Iterable[str]) -> str:
    """Several names as one value."""
    return "; ".join(sorted(n.strip() for n in names if n.strip())) or NOTHING


def codes(layer: str) -> dict[str, tuple[str, ...]]:
    """The values that each attribute of a layer may have, where these are few and fixed."""
    if not layer:
        return {}
    item = next(kind for name, kind in ITEMS.items() if name == layer)
    found = {name: tuple(literals(hint)) for name, hint in get_type_hints(item).items()}
    return {name: values for name, values in found.items() if values}


def literals(hint: object) -> Iterator[str]:
    """The words of a type that is one of a few words, or that or nothing."""
    for part in get_args(hint):
        if isinstance(part, str):
            yield part
        else:
            yield from literals(part)


def lost(where: str, message: str) -> Problem:
    """The Problem of a row that was not kept, or of a value that was left out; no report is lost by it."""
    return Problem("coding_lost", f"{where}: {message}", where=where)
