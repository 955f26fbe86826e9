"""A person's own tracker (CSV or Excel): dated rows with text and source, each a report that is no outlet's and no origin."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import ReportError
from onrecord.read.archives import is_office
from onrecord.read.csv_table import longest_cell
from onrecord.read.decode import decode
from onrecord.read.form import Head, Source, Taken, extra
from onrecord.read.lexicon import words
from onrecord.read.markup import Line, joined, tidy
from onrecord.read.result import Extracted, Input
from onrecord.read.txt import encoding_problems
from onrecord.types import Problem

FIELDS = ("date", "text", "source")
LOOKED_AT = 20
"""Rows among which the one with the columns' names is looked for: trackers have titles and notes over it."""
DELIMITERS = ",;\t|"
LONGEST_CELL = 50_000_000
"""Characters of one cell; whole files are held to the same size before."""
BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError, OSError, zipfile.BadZipFile)
"""What openpyxl raises over parts that are not what they claim to be."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as rows of cells, each cell as a person reads it; the first row's number is *first*."""

    name: str
    rows: Sequence[Sequence[str]]
    where: str


def is_excel(head: Head) -> bool:
    """Whether it is a ZIP with the parts of an Excel file."""
    return is_office(head, "xl/", (".xlsx", ".xlsm"))


def refuse_excel(source: Source) -> Iterator[Taken]:
    """Nothing: what the rows of a table are, only a person can say."""
    raise ReportError("an Excel table, whose rows may be anything; add it with --tracker if it is your own tracker, else save it as CSV")
    yield


def read_tracker(source: Source) -> Iterator[Taken]:
    """One report a row with text: its day, its text, its source as a credit, its other cells as furniture.

    ReportError where no sheet has a column for the text; a row without text that is not empty is a Problem.
    """
    whole = source.whole()
    sheets, problems = sheets_of(whole)
    mapped = dict(source.options.columns)
    seen: list[str] = []
    found = False
    for sheet in sheets:
        head = next((n for n, row in enumerate(sheet.rows[:LOOKED_AT]) if "text" in columns_of(row, mapped)), None)
        if head is None:
            seen += next((list(row) for row in sheet.rows if sum(map(bool, row)) > 1), [])
            continue
        columns = columns_of(sheet.rows[head], mapped)
        for number, cells in enumerate(sheet.rows[head + 1 :], head + 2):
            if any(c.strip() for c in cells):
                taken = row_of(cells, sheet.rows[head], columns, replace(whole, where=f"{sheet.where}:{number}", name=f"{source.name}-{number}"))
                yield replace(taken, problems=problems + taken.problems)
                problems, found = (), True
    if not found:
        there = ", ".join(repr(c) for c in seen if c) or "none"
        raise ReportError(f"no column with the text of the rows; there are {there}: say which with --map text=COLUMN,date=COLUMN,source=COLUMN")


def columns_of(names: Sequence[str], mapped: Mapping[str, str]) -> dict[str, int]:
    """Which column holds the day, the text and the source: as a person mapped them, else by its name."""
    plain = [tidy(n).casefold() for n in names]
    found = {}
    for field in FIELDS:
        wanted = mapped.get(field) or (mapped.get("published") if field == "date" else None)
        known = {wanted.casefold()} if wanted else words("tracker", field)
        at = next((n for n, name in enumerate(plain) if name in known), None)
        if at is not None:
            found[field] = at
    return found


def row_of(cells: Sequence[str], names: Sequence[str], columns: Mapping[str, int], one: Input) -> Taken:
    """The report of a row; its day stands in its text, so that one text on two days is two reports."""
    values = {field: cells[at].strip() if at < len(cells) else "" for field, at in columns.items()}
    if not values["text"]:
        seen = f"{one.where}: a row without a text ({', '.join(c.strip() for c in cells if c.strip())[:100]}); fill it in, or take the row out"
        return Taken(one, None, (Problem("no_text", seen, where=one.where, lost=True),))
    day, text, source = (values.get(field, "") for field in FIELDS)
    others = [
        f"{tidy(names[n]) if n < len(names) else ''}: {tidy(cell)}".lstrip(": ") for n, cell in enumerate(cells) if cell.strip() and n not in columns.values()
    ]
    lines = [Line(day, "dateline"), *(Line(tidy(part)) for part in text.split("\n")), Line(f"Source: {source}" if source else "", "credit")]
    lines += [Line(other, "furniture") for other in others]
    whole, hints = joined([line for line in lines if line.text])
    outlet = f"a person's tracker ({one.name.rpartition('-')[0]})"
    return Taken(one, Extracted(whole, one.name, outlet=outlet, published=day or None, genre="tracker", hints=hints))


def sheets_of(whole: Input) -> tuple[Iterable[Sheet], tuple[Problem, ...]]:
    """The tables of a file, by its content: Excel, else text with a delimiter."""
    if whole.raw.startswith(b"PK\x03\x04"):
        return excel_sheets(whole), ()
    decoded = decode(whole.raw)
    text = decoded.text.lstrip("\ufeff")
    first = next((line for line in text.split("\n") if any(d in line for d in DELIMITERS)), "")
    try:
        with longest_cell(LONGEST_CELL):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count)))
    except csv.Error as error:
        raise ReportError(f"not a table with named columns ({error}); save it as CSV or .xlsx", kind="broken_line") from error
    return [Sheet("", rows, whole.where)], encoding_problems(decoded.remark, whole.where)


def excel_sheets(whole: Input) -> list[Sheet]:
    """The sheets of an Excel file, with what its formulas gave when it was last saved."""
    openpyxl = extra("openpyxl", "an Excel table")
    try:
        book = openpyxl.load_workbook(io.BytesIO(whole.raw), read_only=True, data_only=True)
        sheets = [(sheet.title, [[cell_words(c) for c in row] for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets]
    except BROKEN as error:
        raise ReportError(f"broken or incomplete Excel file ({type(error).__name__}: {error}); save it again") from error
    return [Sheet(name, rows, f"{whole.where}!{name}" if len(sheets) > 1 else whole.where) for name, rows in sheets]


def cell_words(value: object) -> str:
    """A cell as text; a day without an hour as ISO."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)[:LONGEST_CELL]
