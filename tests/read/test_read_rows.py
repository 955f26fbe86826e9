"""Rows with named columns: which column holds what, by the kind of dump, by its name, or as a person maps it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.read import ReadOptions, read_bytes
from onrecord.types import Report
from onrecord.views.cli.inputs import columns

FIXTURES = Path(__file__).parent / "fixtures"
TEXT = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
KINDS: list[tuple[str, dict[str, Any], tuple[str | None, str | None, str | None]]] = [
    ("own", {"text": TEXT, "outlet": "Veld Herald", "published": "2031-05-03", "title": "Near deal"}, ("Veld Herald", "2031-05-03", "Near deal")),
    ("NewsAPI", {"content": TEXT, "publishedAt": "2031-05-03T10:00:00Z", "source": {"id": "vh", "name": "Veld Herald"}}, ("Veld Herald", "2031-05-03", None)),
    ("Event Registry", {"body": TEXT, "dateTimePub": "2031-05-03T10:00:00Z", "source": {"title": "Veld Herald"}}, ("Veld Herald", "2031-05-03", None)),
    ("news-please", {"maintext": TEXT, "date_publish": "2031-05-03 10:00:00", "date_download": "2031-06-01 00:00:00"}, (None, "2031-05-03", None)),
    ("no day of fetching", {"maintext": TEXT, "date_publish": None, "date_download": "2031-06-01 00:00:00"}, (None, None, None)),
    ("Media Cloud", {"media_name": "Veld Herald", "publish_date": "2031-05-03 10:00:00", "text": TEXT}, ("Veld Herald", "2031-05-03", None)),
    ("GDELT's day of seeing is none of publication", {"seendate": "20310503T100000Z", "domain": "reuters.com", "context": TEXT}, ("Reuters", None, None)),
    ("by name", {"Headline": "Near deal", "Body": TEXT, "Date": "3 May 2031", "Source": "Veld Herald"}, ("Veld Herald", "2031-05-03", "Near deal")),
]


def one(row: dict[str, Any], **options: Any) -> Report:
    (result,) = read_bytes(json.dumps(row).encode(), "a.jsonl", ReadOptions(**options))
    assert result.report is not None, result.problems
    return result.report


@pytest.mark.parametrize(("row", "expected"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_kinds_of_dump_are_known_by_their_columns(row: dict[str, Any], expected: tuple[str | None, ...]) -> None:
    report = one(row)
    assert report.text == TEXT
    assert (report.outlet, report.published, report.title) == expected


def test_what_a_person_maps_wins() -> None:
    row = {"text": "The summary of the day.", "Meldung": TEXT, "wann": "2031-05-03", "meta": {"paper": "Veld Herald"}}
    report = one(row, columns=columns("text=Meldung, date=wann,outlet=meta.paper"))
    assert (report.text, report.published, report.outlet) == (TEXT, "2031-05-03", "Veld Herald")


def test_a_mapped_column_that_is_missing_is_told_with_those_that_are_there() -> None:
    raw = (FIXTURES / "csv-tabs.tsv").read_bytes()
    (result,) = read_bytes(raw, "a.tsv", ReadOptions(columns=(("text", "body"),)))
    assert [p.kind for p in result.problems] == ["no_column"]
    assert "no column 'body'; there are id, date, source, text" in result.problems[0].message


@pytest.mark.parametrize("mapped", ["", "text", "text=", "body=text", "text=a,=b"])
def test_a_map_that_is_none_is_refused_at_once(mapped: str) -> None:
    with pytest.raises(InputError, match="fields are id, text"):
        columns(mapped)


@pytest.mark.parametrize(
    ("raw", "name", "texts"),
    [
        (json.dumps([{"text": TEXT}, {"text": TEXT + " Twice."}]), "a.json", 2),
        (json.dumps({"response": {"results": [{"text": TEXT}]}}), "a.json", 1),
        (json.dumps({"text": TEXT}), "a", 1),
        ("text;date\n" + f'"{TEXT}";2031-05-03\n', "a.csv", 1),
        (f"date|text|title\n2031-05-03|{TEXT}|Near deal\n", "export", 1),
        (f"{TEXT}\n{TEXT}\n", "a.csv", 1),
        (f"Title, text and date: {TEXT}", "a.txt", 1),
        ("[1, 2]", "a.json", 0),
        ("[]", "a.json", 0),
        ("{}", "a.json", 0),
        ('{"text": {"a": 1}}', "a.json", 0),
        ("[" * 200_000, "a.json", 0),
    ],
    ids=["list", "list inside", "object without ending", "semicolons", "bars without ending", "prose called csv", "prose with commas", "numbers", "empty list",
         "empty object", "text that is none", "brackets without end"],
)
def test_forms_of_rows(raw: str, name: str, texts: int) -> None:
    results = list(read_bytes(raw.encode(), name))
    assert sum(r.report is not None for r in results) == texts
    assert all(r.report or r.problems for r in results)


def test_every_row_keeps_its_own_bytes_and_the_line_where_it_begins() -> None:
    raw = (FIXTURES / "csv-media-cloud.csv").read_bytes()
    results = list(read_bytes(raw, "stories.csv"))
    assert [r.where for r in results] == ["stories.csv:2", "stories.csv:9", "stories.csv:12"]
    assert raw == raw[: raw.index(b"\n") + 1] + b"".join(r.raw for r in results)


def test_a_cell_of_two_megabytes_is_read_and_the_limit_of_the_process_put_back() -> None:
    before, long = csv.field_size_limit(), f"{TEXT} " * 15_000
    assert len(long) > 2_000_000
    results = list(read_bytes(f'text,date\n"{long}",2031-05-03\n"{TEXT} Twice.",2031-05-04\n'.encode(), "a.csv"))
    assert [len(r.report.text) > 2_000_000 for r in results if r.report] == [True, False]
    assert csv.field_size_limit() == before
    (refused,) = read_bytes(f'text,date\n"{long}",2031-05-03\n'.encode(), "a.csv", ReadOptions(max_bytes=1_000_000))
    assert refused.report is None and refused.problems[0].lost
    assert csv.field_size_limit() == before


def test_html_in_a_dump_is_read_as_its_reader_sees_it_and_text_is_not_touched() -> None:
    assert one({"body": f"<p>{TEXT}</p><p>Second <b>part</b>.</p>"}).text == f"{TEXT}\n\nSecond part."
    assert one({"text": f"{TEXT} <b>Bold</b>"}).text == f"{TEXT} <b>Bold</b>"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("name", ["csv-tabs.tsv", "json-one-report.json", "json-common-crawl-news.json"])
def test_marks_and_wide_characters_do_not_hide_a_form(name: str, encoding: str) -> None:
    text = (FIXTURES / name).read_text(encoding="utf-8")
    wide = [r.report.text for r in read_bytes(text.encode(encoding), name) if r.report]
    assert wide
    assert wide == [r.report.text for r in read_bytes(text.encode(), name) if r.report]
