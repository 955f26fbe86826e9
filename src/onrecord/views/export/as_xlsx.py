"""Tables as one workbook: a sheet a table, days as dates, texts never as formulas."""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml.etree import SerialisationError

from onrecord.errors import InputError
from onrecord.views.export.book import Book
from onrecord.views.export.tables import Cell, Column, Filled, tables_of

MOST = 32_000
"""Characters of a text in a cell; Excel takes 32,767."""
MARK = " … [cut: {more:,} more characters; the sheet `cut` tells which cells, `onrecord export jsonl` has them whole]"
CUT = ("table", "row", "column", "characters", "shown")
"""The columns of the sheet that tells which cells do not hold all of their text; it is there only if there are any."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML cannot hold."""
EPOCH = dt.date(1900, 3, 1)
"""The first day from which Excel counts right."""
WIDTHS = {"id": 14, "text": 28, "integer": 9, "number": 9, "day": 12, "edtf": 14, "boolean": 8, "json": 20}
MADE = dt.datetime(2000, 1, 1)
"""The moment that the file tells it was made: the same for the same record."""


def write(book: Book, path: Path) -> None:
    """Makes the workbook; InputError where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise InputError("xlsx: needs openpyxl, which is not installed; install onrecord[formats]") from error
    try:
        loose = packed(Workbook(write_only=True), book)
    except SerialisationError as error:
        raise InputError(f"{path.name}: cannot be written, as there is no room for its sheets in {tempfile.gettempdir()} ({error}); free some space") from error
    undated(loose, path)


def packed(workbook: Any, book: Book) -> io.BytesIO:
    """The workbook with all sheets, as openpyxl packs it."""
    workbook.properties.created = workbook.properties.modified = MADE
    workbook.properties.creator = "onrecord"
    cut = [each for table in tables_of(book) for each in fill(workbook.create_sheet(table.name), table)]
    if cut:
        sheet = workbook.create_sheet("cut")
        for row in (CUT, *cut):
            sheet.append(row)
    loose = io.BytesIO()
    workbook.save(loose)
    return loose


def fill(sheet: Any, table: Filled) -> list[tuple[str, int, str, int, int]]:
    """Writes one table with a bold head that stays in sight and can be filtered by; gives the cells that were cut, as rows of CUT."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for n, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(n)].width = WIDTHS[column.kind] if column.name not in ("words", "text", "title", "meaning") else 60
    sheet.freeze_panes = "A2"
    heads = [WriteOnlyCell(sheet, value=c.name) for c in table.columns]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    count = 0
    cut: list[tuple[str, int, str, int, int]] = []
    for row in rows_of(table):
        count += 1
        long = ((c.name, len(v)) for c, v in zip(table.columns, row, strict=True) if isinstance(v, str) and len(v) > MOST)
        cut += [(table.name, count + 1, name, size, MOST) for name, size in long]
        sheet.append([made(sheet, column, value) for column, value in zip(table.columns, row, strict=True)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{count + 1}"
    return cut


def rows_of(table: Filled) -> Iterator[tuple[Cell, ...]]:
    """The rows; a text that no cell holds takes several, each with its part and where that starts."""
    if table.name != "texts":
        yield from table.rows
        return
    report, name, _, _, text = range(5)
    for row in table.rows:
        whole = str(row[text])
        for part, start in enumerate(range(0, max(len(whole), 1), MOST), 1):
            yield (row[report], row[name], part, start, whole[start : start + MOST])


def made(sheet: Any, column: Column, value: Cell) -> Any:
    """One cell; a text is marked as text, whatever it begins with, and a date that is one day is a date."""
    from openpyxl.cell import WriteOnlyCell

    if value is None:
        return None
    if column.kind == "edtf" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        value = dt.date.fromisoformat(value)
    if isinstance(value, dt.date) and value < EPOCH:
        value = value.isoformat()
    if isinstance(value, str):
        shown = value if len(value) <= MOST else value[:MOST] + MARK.format(more=len(value) - MOST)
        cell = WriteOnlyCell(sheet, value=FORBIDDEN.sub("\ufffd", shown))
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        return cell
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, dt.date):
        cell.number_format = "yyyy-mm-dd"
    return cell


def undated(loose: IO[bytes], path: Path) -> None:
    """The same archive without the moment at which it was packed, so that one record always gives the same file."""
    with zipfile.ZipFile(loose) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + MADE.isoformat().encode() + b"Z", data)
            after.writestr(zipfile.ZipInfo(info.filename, MADE.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
