"""Every format is opened by a reader that nobody here wrote, which finds in it what the record has."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import duckdb
import feedparser
import lxml.html
import markdown
import openpyxl
import pytest
from datasette.app import Datasette
from followthemoney.proxy import EntityProxy
from pyld import jsonld

from onrecord.views.export import FORMATS, Book

Export = Callable[..., Path]
LIMIT = csv.field_size_limit()
CONTEXT = json.loads((Path(__file__).parent / "anno_context.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def limit_of_the_process() -> None:
    """followthemoney raises it when it is imported; other tests are not to feel that."""
    csv.field_size_limit(131_072)


def rows(query: str) -> list[tuple[Any, ...]]:
    """What DuckDB gives."""
    return duckdb.sql(query).fetchall()


def folder_of_csv(path: Path, table: str, word: str) -> int:
    """Rows of a table, all of whose files DuckDB reads; *word* is a column that it must find."""
    for file in path.glob("*.csv"):
        rows(f"SELECT * FROM read_csv('{file}', header = true, all_varchar = true, max_line_size = 10000000)")
    return len(rows(f"SELECT {word} FROM read_csv('{path / table}.csv', header = true, all_varchar = true, max_line_size = 10000000)"))


def by_loader(path: Path) -> int:
    """Annotations that pyld expands with the W3C's own context."""
    def loader(url: str, options: object) -> dict[str, Any]:
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}

    expanded = jsonld.expand(json.loads(path.read_text(encoding="utf-8")), {"documentLoader": loader})
    return json.dumps(expanded).count("http://www.w3.org/ns/oa#Annotation")


def by_datasette(path: Path) -> int:
    """Rows of a view, in a file that Datasette opens."""
    assert Datasette([str(path)]).files
    with sqlite3.connect(path) as base:
        return int(base.execute("SELECT count(*) FROM statements").fetchone()[0])


def by_html(text: str) -> int:
    """Links of a page."""
    return len(lxml.html.document_fromstring(text).xpath("//a[@href]"))


OPENED: dict[str, Callable[[Path], int]] = {
    "json": lambda path: len(rows(f"SELECT unnest(statements) FROM read_json('{path}', maximum_object_size = 200000000)")),
    "csv": lambda path: folder_of_csv(path, "statements", "words"),
    "xlsx": lambda path: openpyxl.load_workbook(path)["statements"].max_row - 1,
    "jsonl": lambda path: len(rows(f"SELECT * FROM read_json('{path}/statements.jsonl')")),
    "parquet": lambda path: len(rows(f"SELECT * FROM '{path}/statements.parquet'")),
    "record": by_datasette,
    "page": lambda path: by_html(path.read_text(encoding="utf-8")),
    "markdown": lambda path: markdown.markdown(path.read_text(encoding="utf-8"), extensions=["footnotes"]).count('class="footnote-backref"'),
    "docx": lambda path: len(docx.Document(str(path)).paragraphs),
    "timelinejs": lambda path: len(rows(f"SELECT unnest(events) FROM read_json('{path}', maximum_object_size = 200000000)")),
    "webannotation": by_loader,
    "ftm": lambda path: sum(
        EntityProxy.from_dict(json.loads(line)).schema.name == "Note" for line in (path / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    ),
    "plover": lambda path: folder_of_csv(path, "accounts", "quote"),
    "mend": lambda path: folder_of_csv(path, "accounts", "quote"),
    "ceasefires": lambda path: folder_of_csv(path, "accounts", "quote"),
    "atom": lambda path: len(feedparser.parse(path.read_bytes()).entries),
    "site": lambda path: by_html((path / "index.html").read_text(encoding="utf-8")),
}
"""How many things another program finds in a format."""
ALL_STATEMENTS = ("json", "csv", "xlsx", "jsonl", "parquet", "record", "webannotation", "ftm")


def test_every_format_has_a_reader_that_is_not_ours() -> None:
    assert set(OPENED) == {f.name for f in FORMATS}


@pytest.mark.parametrize("form", list(OPENED))
def test_a_reader_that_is_not_ours_opens_it(exported: Export, whole: Book, form: str) -> None:
    found = OPENED[form](exported(form, f"out.{'db' if form == 'record' else form}"))
    assert found == len(whole.snapshot.statements) if form in ALL_STATEMENTS else found
