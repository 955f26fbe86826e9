"""A person's tracker as a start: rows become reports that are visibly a person's and never an origin."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest

from onrecord.read import ReadOptions, read_paths
from onrecord.types import Problem, Report

TEXT = "Nine sailors were freed after talks in Port Corran, the envoy said."
HEAD = ("Date", "Event", "Source", "Place")


def read(path: Path, **options: object) -> tuple[list[Report], list[Problem]]:
    return read_paths([], ReadOptions(trackers=(str(path),), **options))  # type: ignore[arg-type]


def csv_of(tmp_path: Path, *rows: str, encoding: str = "utf-8", name: str = "desk.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(rows) + "\n", encoding=encoding)
    return path


def excel_of(tmp_path: Path, sheets: dict[str, list[list[object]]], name: str = "desk.xlsx") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    path = tmp_path / name
    path.write_bytes(out.getvalue())
    return path


def test_a_row_is_a_report_with_its_day_its_source_and_its_other_cells(tmp_path: Path) -> None:
    (report,), problems = read(csv_of(tmp_path, ",".join(HEAD), f'3 March 2024,"{TEXT}",Karsa Gazette,Port Corran'))
    assert not problems
    assert (report.genre, report.outlet, report.published, report.name) == ("tracker", "a person's tracker (desk)", "2024-03-03", "desk-2")
    assert [(b.kind, b.span.of(report.text)) for b in report.blocks] == [
        ("dateline", "3 March 2024"), ("paragraph", TEXT), ("credit", "Source: Karsa Gazette"), ("furniture", "Place: Port Corran"),
    ]


def test_one_text_on_two_days_is_two_reports(tmp_path: Path) -> None:
    reports, _ = read(csv_of(tmp_path, "date;text", f"2024-03-03;{TEXT}", f"2024-03-04;{TEXT}"))
    assert len({r.id for r in reports}) == 2


def test_a_cell_longer_than_the_csv_module_takes_is_whole(tmp_path: Path) -> None:
    long = f"{TEXT} " * 4_000
    (report,), problems = read(csv_of(tmp_path, "date;text", f"2024-03-03;{long}"))
    assert not problems
    assert report.text.count(TEXT) == 4_000


def test_excel_with_notes_over_the_head_days_as_days_and_two_sheets(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Tracker of the desk"], [], ["When", "What happened", "Link"], [dt.datetime(2024, 3, 3), TEXT, "https://example.org/1"]]
    path = excel_of(tmp_path, {"2024": rows, "2025": [["date", "event"], [dt.date(2025, 1, 2), TEXT]], "colours": [["red"]]})
    reports, problems = read(path)
    assert [(r.published, r.genre) for r in reports] == [("2024-03-03", "tracker"), ("2025-01-02", "tracker")]
    assert not problems


def test_columns_may_be_mapped(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "Tag\tWas\tWoher", f"2024-03-03\t{TEXT}\tRadio")
    _, (problem,) = read(path)
    assert "there are 'Tag', 'Was', 'Woher'" in problem.message and problem.lost
    (report,), _ = read(path, columns=(("date", "Tag"), ("text", "Was"), ("source", "Woher")))
    assert report.text == f"2024-03-03\n\n{TEXT}\n\nSource: Radio"


def test_rows_that_say_nothing_and_days_that_are_none_are_told(tmp_path: Path) -> None:
    rows = (f"4/5/2024,{TEXT}", ",,", "2024-03-05,,Radio", "2024-03-06,4711,Radio")
    reports, problems = read(csv_of(tmp_path, "date,event,source", *rows))
    assert [r.published for r in reports] == [None], "a day that may be read two ways is no day"
    assert [(p.kind, (p.where or "").rpartition(":")[2]) for p in problems] == [("broken_date", "2"), ("no_text", "4"), ("no_sentence", "5")]


@pytest.mark.parametrize(
    ("raw", "kind"), [(b"", "empty"), (b"PK\x03\x04 broken", "unreadable"), (b"\x89PNG\r\n\x1a\n\0\0", "unreadable"), (b"only one line", "unreadable")]
)
def test_what_is_no_table_is_told(tmp_path: Path, raw: bytes, kind: str) -> None:
    path = tmp_path / "desk.csv"
    path.write_bytes(raw)
    reports, (problem,) = read(path)
    assert (reports, problem.kind, problem.lost) == ([], kind, True)


def test_content_and_encoding_are_found(tmp_path: Path) -> None:
    path = excel_of(tmp_path, {"a": [["date", "event"], ["2024-03-03", TEXT]]}, name="desk.csv")
    assert len(read(path)[0]) == 1
    latin = csv_of(tmp_path, "date;event", "2024-03-03;The café in Port Corran was where the envoys met, he said.", encoding="cp1252", name="latin.csv")
    (report,), problems = read(latin)
    assert "café" in report.text and [p.kind for p in problems] == ["encoding"]


def test_an_excel_table_that_nobody_called_a_tracker_is_refused(tmp_path: Path) -> None:
    _, (problem,) = read_paths([excel_of(tmp_path, {"a": [["date", "event"], ["2024-03-03", TEXT]]})])
    assert "--tracker" in problem.message
