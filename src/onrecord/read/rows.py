"""Rows with named columns → reports, whichever file they stood in: JSON objects, lines of JSON Lines, rows of CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.errors import ReportError
from onrecord.read.lexicon import has_any, lexicon
from onrecord.read.markup import is_markup, joined, lines_of, titled
from onrecord.read.result import Extracted, Input
from onrecord.types import Block, Problem
from onrecord.types.report import ProblemKind

FIELDS = ("id", "text", "title", "outlet", "url", "published", "language")
ALSO = {"date": "published", "source": "outlet"}
"""What a person may call a field in a map besides its name."""
Row = Mapping[str, Any]
Columns = Mapping[str, tuple[str, ...]]
"""For each field the columns that may hold it, the likeliest first."""
SHOWN = 12
"""Columns that are named where one is missing."""


def columns_of(row: Row, mapped: Iterable[tuple[str, str]] = ()) -> Columns:
    """The columns for each field by the kind of dump that the row is of, and before them what a person *mapped*."""
    kinds = lexicon("columns")["kinds"]
    kind = next(k for k in kinds if all(value_at(row, sign) is not None for sign in k["signs"]))
    found = {field: tuple(kind.get(field, kinds[-1].get(field, ()))) for field in FIELDS}
    return found | {ALSO.get(field, field): (column,) for field, column in mapped}


def value_at(row: Row, column: str) -> Any:
    """The value of a column (however its letters are written), of a dotted path into objects, or None."""
    name = column if column in row else next((c for c in row if c.lower() == column.lower()), None)
    if name is not None:
        return row[name]
    first, dot, rest = column.partition(".")
    inner = row.get(first)
    return value_at(inner, rest) if dot and isinstance(inner, dict) else None


def has_text(row: Row, mapped: Iterable[tuple[str, str]] = ()) -> bool:
    """Whether the row has a column that holds a text."""
    return any(isinstance(value_at(row, c), str) for c in columns_of(row, mapped)["text"])


def check_columns(names: Iterable[str], mapped: Iterable[tuple[str, str]]) -> None:
    """ReportError that names the columns there are where a mapped one, or any for the text, is not among them."""
    row = dict.fromkeys(names, "")
    wrong = [column for _, column in mapped if value_at(row, column) is None]
    if wrong:
        raise ReportError(f"no column {', '.join(map(repr, wrong))}; there are {named(row)}", kind="no_column")
    if not any(value_at(row, c) is not None for c in columns_of(row, mapped)["text"]):
        raise ReportError(f"no column with the text; there are {named(row)}: say which with --map text=COLUMN", kind="no_column")


def named(row: Row) -> str:
    """The columns of a row, for a person."""
    names = [str(n) for n in row]
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "") if names else "none"


def row_report(row: Row, source: Input, columns: Columns, *, file: str) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of one row, or the problem that lost it; *file* is what its id is unique in."""
    where, said = source.where, {field: [(c, value_at(row, c)) for c in columns[field]] for field in FIELDS}
    text = next((str(v) for _, v in said["text"] if isinstance(v, str) and v.strip()), None)
    if text is None:
        return None, (lost(*no_text(row, said["text"]), where=where),)
    values = {field: next((p for _, v in said[field] if (p := plain(v))), None) for field in FIELDS}
    # An object may only lead to a column below it ("source.name"), so it is no fault.
    odd = [c for field in FIELDS for c, v in said[field] if values[field] is None and v not in (None, "") and not isinstance(v, dict)]
    problems = [Problem("unreadable", f"{where}: `{c}` is {type(value_at(row, c)).__name__}, not text, and was left out", where=where) for c in odd]
    if has_any(text, "columns", "cut"):
        problems.append(Problem("truncated", f"{where}: the text was cut by the service that gave it; get the whole text if it matters", where=where))
    key = f"{file}#{values['id']}" if values["id"] else None
    shown, hints, deep = shown_text(text, values["title"], where) if "text" not in row or text != row["text"] else (text, (), ())
    return (
        Extracted(
            shown, values["id"] or source.name, title=values["title"], outlet=values["outlet"], url=values["url"], published=values["published"],
            language=values["language"], hints=hints, key=key,
        ),
        (*problems, *deep),
    )


def shown_text(text: str, title: str | None, where: str) -> tuple[str, tuple[Block, ...], tuple[Problem, ...]]:
    """The text as a reader sees it where a dump keeps it as HTML; untouched otherwise."""
    if not is_markup(text):
        return text, (), ()
    lines, deep = lines_of(text, where)
    return (*joined(titled(lines, title)), deep)


def no_text(row: Row, said: list[tuple[str, Any]]) -> tuple[ProblemKind, str]:
    """What is said of a row without a text."""
    there = next(((c, v) for c, v in said if v is not None), None)
    if there is None:
        return "no_text", f"no field `{said[0][0]}`; there are {named(row)}: only the text is required, say where it is with --map text=COLUMN"
    return "no_text", f"`{there[0]}` is {'empty' if isinstance(there[1], str) else type(there[1]).__name__}; only the text is required, and it holds the report"


def plain(value: object) -> str | None:
    """Text or a whole number as text; None for anything else and for nothing."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def lost(kind: ProblemKind, message: str, *, where: str) -> Problem:
    """The Problem for a row that gave no report."""
    return Problem(kind, f"{where}: {message}", where=where, lost=True)
