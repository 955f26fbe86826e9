"""A codebook codes the tables of every format of tables: the same word the same code, wherever it stands."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.types import Interval
from onrecord.views.export.codebook import codebook_of, load_codebook, precision, shipped
from onrecord.views.export.days import days_of, edtf

Export = Callable[..., Path]
DAYS = st.one_of(st.none(), st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)))


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize(
    ("form", "file", "columns"),
    [
        ("plover", "events", {"event_type": "onrecord_type", "factuality": "factuality"}), ("plover", "uncoded", {"event_type": "onrecord_type"}),
        ("mend", "mediation_events", {"factuality": "status"}), ("csv", "events", {"event_type": "type", "factuality": "factuality"}),
    ],
)
def test_a_word_has_its_code_beside_it_in_every_format(exported: Export, name: str, form: str, file: str, columns: dict[str, str]) -> None:
    codebook = load_codebook(name)
    found = rows(exported(form, codebook=codebook) / f"{file}.csv")
    assert found
    for part, column in columns.items():
        variable = codebook.variables[part]
        assert [r[variable.name] for r in found] == [str(variable.codes[r[column].replace(" ", "_")]) for r in found]


@pytest.mark.parametrize("form", ["plover", "mend", "ceasefires"])
def test_how_closely_a_date_is_told_is_coded_in_every_table(exported: Export, form: str) -> None:
    codebook = load_codebook("conflict-data")
    folder, coded = exported(form, codebook=codebook), 0
    for file in folder.glob("*.csv"):
        for row in rows(file):
            for column in [c for c in row if c.endswith("date_prec")]:
                told = row[f"{column.removesuffix('date_prec') or 'date_'}edtf"]
                assert row[column] == str(codebook.code("precision", precision(days_of(told))))
                coded += 1
    assert coded
    meanings = {(r["table"], r["column"]): r["meaning"] for r in rows(folder / "codebook.csv")}
    for file in folder.glob("*.csv"):
        head = file.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert file.name == "codebook.csv" or all((file.name, column) in meanings for column in head)
    assert any("1 = day" in meaning for meaning in meanings.values())


@pytest.mark.parametrize("form", ["xlsx", "jsonl", "parquet"])
def test_figures_carry_the_number_that_a_project_codes(exported: Export, form: str) -> None:
    mine = codebook_of('title = "mine"\n[number]\nvariable = "n"\nexact = "value"\nat_least = "low"\nmore_than = "low"\n', "mine.toml")
    path = exported(form, codebook=mine)
    if form == "jsonl":
        found = [json.loads(line) for line in (path / "figures.jsonl").read_text(encoding="utf-8").splitlines()]
    elif form == "parquet":
        import duckdb

        table = duckdb.sql(f"SELECT * FROM '{path}/figures.parquet'")
        found = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    else:
        import openpyxl

        head, *cells = openpyxl.load_workbook(path)["figures"].iter_rows(values_only=True)
        found = [dict(zip(head, row, strict=True)) for row in cells]
    exact = [r for r in found if r["comparator"] == "exact"]
    assert exact and all(r["n"] == r["value"] for r in exact)
    assert {r["n"] for r in found if r["comparator"] == "about"} <= {None}


def test_columns_are_renamed_by_format_and_table(exported: Export) -> None:
    mine = codebook_of('title = "mine"\n[rename."plover.events"]\nactor = "source_actor"\n[rename.figures]\nlow = "n_low"\n', "mine.toml")
    assert "source_actor" in rows(exported("plover", codebook=mine) / "events.csv")[0]
    assert "n_low" in rows(exported("csv", codebook=mine) / "figures.csv")[0]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[rename."plover.event"]\nactor = "a"\n', 'rename."plover.event".: no such table; there are plover.events'),
        ('[rename."plover.events"]\nactors = "a"\n', "actors: no such column; there are event_id"),
        ('[event_type]\nvariable = "event_mode"\nmeet = 1\n', "two columns 'event_mode'"),
    ],
)
def test_what_does_not_fit_the_tables_is_told(exported: Export, toml: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        exported("plover", codebook=codebook_of(f'title = "mine"\n{toml}', "mine.toml"))


@given(DAYS, DAYS)
def test_days_are_read_back_from_edtf(first: dt.date | None, last: dt.date | None) -> None:
    days = Interval(first, last) if first is None or last is None or first <= last else Interval(last, first)
    if days.first or days.last:
        assert days_of(edtf(days)) == days
    assert days_of("") is None
