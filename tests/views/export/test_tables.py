"""Tables: the same in every format, each datum at its words, every column explained, nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.views.export import ExportOptions, as_xlsx, book_of
from onrecord.views.export.codebook import codebook_of, load_codebook
from onrecord.views.export.csv_files import harmless, recovered
from onrecord.views.export.tables import TABLES, Column, Filled, tables_of

Export = Callable[..., Path]
Rows = dict[str, list[dict[str, Any]]]
WANTED = {
    "reports", "statements", "figures", "event_mentions", "position_statements", "commitment_statements", "status_statements", "proposal_statements",
    "attributions", "chains", "events", "event_accounts", "ledgers", "ledger_figures", "disputes", "positions", "commitments", "talks", "roster", "channels",
    "entities", "origins", "judgements", "problems", "codebook",
}


@pytest.fixture(scope="module", name="filled")
def with_a_decision(accepted: Path) -> Path:
    """The record of these tests is one in which a person decided something."""
    return accepted


def from_csv(folder: Path) -> Rows:
    """As Python's csv reads it; the apostrophe that makes a text harmless is taken off, as a spreadsheet does."""
    found = {}
    for file in folder.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            found[file.stem] = [{k: recovered(v) for k, v in row.items()} for row in csv.DictReader(lines)]
    return found


def from_jsonl(folder: Path) -> Rows:
    """As Python's json reads it."""
    return {f.stem: [json.loads(line) for line in f.read_text("utf-8").split("\n") if line] for f in folder.glob("*.jsonl")}


def from_parquet(folder: Path) -> Rows:
    """As DuckDB reads it."""
    found = {}
    for file in folder.glob("*.parquet"):
        shown = duckdb.sql(f"SELECT * FROM '{file}'")
        found[file.stem] = [dict(zip(shown.columns, row, strict=True)) for row in shown.fetchall()]
    return found


def from_xlsx(file: Path) -> Rows:
    """As openpyxl reads it."""
    found = {}
    for sheet in openpyxl.load_workbook(file).worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


READERS: dict[str, Callable[[Path], Rows]] = {"csv": from_csv, "jsonl": from_jsonl, "parquet": from_parquet, "xlsx": from_xlsx}


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("left", [{}, {"redact": ("José Álvarez",), "quotes_only": True}], ids=["whole", "left out"])
def test_in_every_row_the_words_are_the_text_at_their_place(exported: Export, form: str, left: dict[str, Any]) -> None:
    tables = READERS[form](exported(form, **left))
    assert set(tables) >= WANTED
    texts: dict[str, str] = {}
    for row in tables["texts"]:
        texts[row["report"]] = texts.get(row["report"], "") + row["text"]
    seen = 0
    for name, rows in tables.items():
        for row in rows:
            if name != "codebook" and row.get("words"):
                seen += 1
                assert texts[row["report"]][int(row["start"]) : int(row["end"])] == row["words"], (name, row["citation"])
    assert seen > 1000 and tables["statements"] and all(r["words"] for r in tables["statements"])


@pytest.mark.parametrize("form", READERS)
def test_every_format_has_the_same_rows(exported: Export, opened: Record, form: str) -> None:
    tables = READERS[form](exported(form))
    for table in tables_of(book_of(opened)):
        rows = tables[table.name]
        assert len(rows) == len(table.rows)
        assert not rows or list(rows[0]) == [c.name for c in table.columns]


@pytest.mark.parametrize("codebook", [None, "plain", "conflict-data"])
def test_the_codebook_explains_every_column_and_every_value(opened: Record, codebook: str | None) -> None:
    tables = tables_of(book_of(opened, ExportOptions(codebook=load_codebook(codebook) if codebook else None)))
    rows = [dict(zip([c.name for c in tables[-1].columns], row, strict=True)) for row in tables[-1].rows]
    said = {(r["table"], r["column"]): r for r in rows}
    for table in tables:
        assert table.about.endswith(".")
        for n, column in enumerate(table.columns):
            told = said.pop((table.name, column.name))
            assert str(told["meaning"]).endswith(".") and told["type"]
            values = {row[n] for row in table.rows} - {None}
            if column.words and not column.words[0].count(" = "):
                assert values <= set(column.words), (table.name, column.name)
    assert said == {}, "no column is explained that is not there"


def test_names_of_tables_and_columns_are_plain_and_single() -> None:
    assert len({t.name for t in TABLES}) == len(TABLES)
    for table in TABLES:
        names = [c.name for c in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(n.isidentifier() and n == n.lower() for n in (*names, table.name)) and len(table.name) <= 31


def test_days_are_days_and_numbers_numbers(exported: Export) -> None:
    book = from_xlsx(exported("xlsx"))
    dates = [r["date"] for r in book["events"] if r["date_precision"] == "day"]
    assert dates and all(isinstance(d, dt.datetime) for d in dates)
    assert all(isinstance(r["value"], int | float) for r in book["figures"] if r["value"] is not None)
    shown = duckdb.sql(f"SELECT typeof(date_earliest), typeof(value), typeof(cumulative) FROM '{exported('parquet')}/figures.parquet' LIMIT 1").fetchall()
    assert shown == [("DATE", "DOUBLE", "BOOLEAN")]


def test_a_judged_statement_is_marked(exported: Export) -> None:
    marked = [r for r in from_csv(exported("csv"))["figures"] if r["judged"]]
    assert [(r["words"], r["judged"], r["confidence"]) for r in marked] == [("30 sailors", "accepted", "1")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=SUM(A1)", "'=SUM(A1)"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("＝1+1", "'＝1+1"),
        ("-12", "-12"), ("+4.5", "+4.5"), ("12 - 3", "12 - 3"), ("'quoted'", "''quoted'"), ("", ""),
    ],
)
def test_no_cell_of_a_csv_is_run_and_no_number_changed(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert recovered(shown) == text


@given(st.text())
def test_the_words_of_a_harmless_cell_can_be_told_again(text: str) -> None:
    assert recovered(harmless(text)) == text
    assert not harmless(text).startswith(("=", "@", "\t", "\r"))


def test_a_cell_that_excel_cannot_hold_is_cut_and_said(tmp_path: Path) -> None:
    words = "a" * 40_000
    columns = (Column("id", "id", "Its id.", lambda r: None), Column("words", "text", "Words.", lambda r: None))
    table = Filled("statements", "One.", columns, (("x", words), ("y", "b")))
    workbook = openpyxl.Workbook(write_only=True)
    cut = as_xlsx.fill(workbook.create_sheet("statements"), table)
    workbook.save(tmp_path / "cut.xlsx")
    assert cut == [("statements", 2, "words", 40_000, as_xlsx.MOST)]
    shown = openpyxl.load_workbook(tmp_path / "cut.xlsx")["statements"]["B2"].value
    assert shown.startswith("a" * as_xlsx.MOST) and shown.endswith("has them whole]") and "8,000 more characters" in shown
    assert len(shown) <= 32_767


def test_a_workbook_lists_its_cut_cells_only_where_there_are_any(exported: Export) -> None:
    assert "cut" not in openpyxl.load_workbook(exported("xlsx")).sheetnames


def test_a_workbook_holds_no_formula(exported: Export) -> None:
    for sheet in openpyxl.load_workbook(exported("xlsx")).worksheets:
        assert [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []


def test_the_same_record_gives_the_same_bytes(exported: Export) -> None:
    assert exported("xlsx", "a.xlsx").read_bytes() == exported("xlsx", "b.xlsx").read_bytes()
    one, other = exported("csv", "a"), exported("csv", "b")
    assert all((other / f.name).read_bytes() == f.read_bytes() for f in one.iterdir())


def test_csv_lines_end_as_the_standard_has_it(exported: Export) -> None:
    data = (exported("csv") / "reports.csv").read_bytes()
    assert data.endswith(b"\r\n") and not data.startswith(b"\xef\xbb\xbf")


def test_a_codebook_adds_its_variables_beside_ours_and_renames(exported: Export) -> None:
    tables = from_csv(exported("csv", codebook=load_codebook("conflict-data")))
    for row in tables["figures"]:
        assert row["number_best"] != "" or row["comparator"] in ("at_most", "less_than")
        assert {"number_low", "number_high", "date_prec", "published_date_prec"} <= set(row) and "low" not in row
    assert {r["event_code"] for r in tables["events"] if r["type"] == "meet"} == {"10"}
    assert {r["status_code"] for r in tables["event_mentions"] if r["factuality"] == "denied"} <= {"9"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[rename.figure]\nlow = 'n'", "no such table; there are reports"), ("[rename.figures]\nlowest = 'n'", "no such column; there are id"),
        ("[rename.figures]\nlow = 'high'", "two columns 'high'"), ("[precision]\nvariable = 'words'", "two columns 'words'"),
    ],
)
def test_a_codebook_that_does_not_fit_the_tables_is_refused(opened: Record, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        tables_of(book_of(opened, ExportOptions(codebook=codebook_of(f"title = 'x'\n{text}\n", "x.toml"))))
