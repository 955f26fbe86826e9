"""CSV and its sisters with named columns: delimiter, quotation marks and encoding found by looking, one report a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from onrecord.errors import ReportError
from onrecord.read.decode import decode
from onrecord.read.form import Head, Source, Taken, too_large
from onrecord.read.lexicon import lexicon
from onrecord.read.result import Input
from onrecord.read.rows import FIELDS, check_columns, columns_of, lost, row_report
from onrecord.read.txt import encoding_problems

EXTENSIONS = (".csv", ".tsv", ".tab")
DELIMITERS = ",;\t|"
USUAL_CELL = 131_072
"""Characters of a cell that Python reads where nobody says otherwise."""
LONGEST_NAME = 40
"""Characters of a column's name; what is longer is a sentence."""


def is_table(head: Head) -> bool:
    """Whether the first line names columns: two that dumps of reports have, or any short ones where the file's name says that it is a table."""
    names = header(head.text)
    if len(names) < 2 or any(not n or len(n) > LONGEST_NAME or n.endswith(".") for n in names):
        return False
    return head.claims(EXTENSIONS) or (len(known_names() & {n.lower() for n in names}) >= 2 and "\n" in head.text.strip())


def known_names() -> frozenset[str]:
    """The columns of all kinds of dump, in lower case."""
    return frozenset(c.lower() for kind in lexicon("columns")["kinds"] for field in FIELDS for c in kind.get(field, ()))


def delimiter_of(line: str) -> str:
    """What parts the columns: whatever of the four stands most often in the first line."""
    return max(DELIMITERS, key=line.count)


def header(text: str) -> list[str]:
    """The cells of the first line; none where it is no line of a table."""
    line = re.split(r"[\r\n]", text.lstrip("\ufeff"), maxsplit=1)[0]
    try:
        return [c.strip() for c in next(csv.reader([line], delimiter=delimiter_of(line)), [])]
    except csv.Error:
        return []


@contextmanager
def longest_cell(most: int) -> Iterator[None]:
    """Cells of up to *most* characters meanwhile; the module's own limit, which all of a process share, is put back."""
    before = csv.field_size_limit(most)
    try:
        yield
    finally:
        csv.field_size_limit(before)


class Kept:
    """The lines of a table as they are read, so that each row is kept as it came."""

    def __init__(self, lines: io.TextIOBase) -> None:
        self._lines = lines
        self.since: list[str] = []
        self.ended = False
        """Whether the reader has asked for more than there is."""

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.since.append(line)
            yield line
        self.ended = True

    def taken(self) -> str:
        """The lines since the last time."""
        text = "".join(self.since)
        self.since.clear()
        return text


def read_table(source: Source) -> Iterator[Taken]:
    """One report a row; ReportError that names the columns there are where the text's is not among them."""
    decoded = decode(source.head[: source.head.rfind(b"\n") + 1] or source.head)
    remarks = encoding_problems(decoded.remark, source.where)
    lines = Kept(io.TextIOWrapper(source.stream(), encoding=decoded.encoding, errors="replace", newline=""))
    first = next(iter(lines), "").lstrip("\ufeff")
    lines.taken()
    names = header(first)
    check_columns(names, source.options.columns)
    rows = csv.reader(iter(lines), delimiter=delimiter_of(first))
    number = 2
    while (cells := next_row(rows, max(source.options.max_bytes, USUAL_CELL))) is not None:
        text = lines.taken()
        if lines.ended and unclosed(text, delimiter_of(first)):
            raise ReportError(f"row {number}: the file ends inside of a quotation; look for a quotation mark that is not closed", kind="broken_line")
        one = Input(text.encode("utf-8", "surrogatepass"), f"{source.where}:{number}", f"{source.name}-{number}")
        if len(one.raw) > source.options.max_bytes:
            yield Taken(Input(b"", one.where, one.name), None, (lost("too_large", too_large(source.options), where=one.where),))
        elif any(c.strip() for c in cells):
            found = row_of(cells, names, one, source)
            yield replace(found, problems=remarks + found.problems)
            remarks = ()
        number = rows.line_num + 2


def unclosed(row: str, delimiter: str) -> bool:
    """Whether the last row of a file ends inside of a quotation."""
    try:
        with longest_cell(max(len(row), USUAL_CELL)):
            list(csv.reader(io.StringIO(row, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def next_row(rows: Any, most: int) -> list[str] | None:
    """The cells of the next row, each of up to *most* characters, or None behind the last."""
    try:
        with longest_cell(most):
            return next(rows, None)
    except csv.Error as error:
        raise ReportError(f"row {rows.line_num + 1}: {error}; look for a quotation mark that is not closed", kind="broken_line") from error


def row_of(cells: list[str], names: list[str], one: Input, source: Source) -> Taken:
    """The report of one row; a row with more cells than there are columns is not read, as its text would be cut."""
    if len(cells) > len(names):
        message = f"{len(cells)} cells under {len(names)} columns; put what holds a delimiter into quotation marks"
        return Taken(one, None, (lost("broken_line", message, where=one.where),))
    row = dict(zip(names, cells, strict=False))
    return Taken(one, *row_report(row, one, columns_of(row, source.options.columns), file=source.where))
