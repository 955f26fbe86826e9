"""The record's own file, as SQLite, onrecord and Datasette itself read it."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from onrecord.errors import InputError, RecordError
from onrecord.record import open_record, queries
from onrecord.record.checks import check
from onrecord.views.cli.opening import open_view
from onrecord.views.export.as_record import ABOUT, FACETS

Export = Callable[..., Path]
LEFT: dict[str, Any] = {"redact": ("José Álvarez",), "quotes_only": True}


@pytest.fixture(scope="module", name="filled")
def with_a_decision(accepted: Path) -> Path:
    """The record of these tests is one in which a person decided something."""
    return accepted


def test_the_whole_record_is_a_copy_that_onrecord_opens(exported: Export, filled: Path) -> None:
    with open_record(exported("record", "copy.db"), write=True) as copy, open_record(filled) as record:
        assert queries.snapshot(copy) == queries.snapshot(record)
        assert check(copy) == ()


def test_an_excerpt_is_sound_is_shown_and_stays_as_it_is(exported: Export, filled: Path) -> None:
    path = exported("record", "excerpt.db", **LEFT)
    with open_view(path) as excerpt:
        assert check(excerpt) == ()
        made = queries.snapshot(excerpt)
        assert len(made.statements) > 400 and made.derived.events and made.derived.ledgers
        assert excerpt.one("SELECT count(*) FROM raw")[0] == excerpt.one("SELECT count(*) FROM reading")[0] == 0  # type: ignore[index]
    with pytest.raises(RecordError, match="an excerpt"):
        open_record(path, write=True)
    with pytest.raises(InputError, match="--as-of 2025-04-01"):
        open_view(path, dt.date(2025, 4, 1))


@pytest.mark.parametrize("left", [{}, LEFT], ids=["whole", "left out"])
def test_every_view_gives_rows_and_quotes_stand_at_their_citation(exported: Export, left: dict[str, Any]) -> None:
    base = sqlite3.connect(exported("record", "r.db", **left))
    base.row_factory = sqlite3.Row
    views = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == set(ABOUT)
    texts = {row["name"]: row["text"] for row in base.execute("SELECT name, text FROM report")}
    seen = 0
    for view in views:
        rows = base.execute(f"SELECT * FROM {view}").fetchall()
        assert rows or view in ("problems", "set_aside"), view
        for row in map(dict, rows):
            if "citation" in row:
                name, _, place = row["citation"].rpartition(":")
                start, end = place.split("-")
                assert texts[name][int(start) : int(end)] == row["quote"]
                seen += 1
    assert seen > 1000


def asked(path: Path, *addresses: str) -> list[Any]:
    """What Datasette answers to each address."""
    metadata = json.loads(path.with_name(f"{path.stem}.metadata.json").read_text())

    async def ask() -> list[Any]:
        served = Datasette([str(path)], metadata=metadata)
        return [await served.client.get(address) for address in addresses]

    return asyncio.run(ask())


def test_datasette_shows_facets_words_and_search(exported: Export) -> None:
    path = exported("record", "talks.db")
    page, row, found, faceted = asked(
        path, "/talks/statements", "/talks/statement/1", "/talks/statements.json?_search=sailors&_shape=objects", "/talks/figures.json?_facet=measure",
    )
    assert page.status_code == 200 and "facet" in page.text and "One thing that one report says at one place" in page.text
    assert row.status_code == 200 and "quote" in row.text
    rows = found.json()["rows"]
    assert rows and all("sailors" in r["quote"].casefold() for r in rows)
    assert "held" in {r["value"] for r in faceted.json()["facet_results"]["measure"]["results"]}


def test_datasette_finds_the_index_without_being_told(exported: Export) -> None:
    path = exported("record", "talks.db")
    path.with_name("talks.metadata.json").write_text("{}")
    (answer,) = asked(path, "/talks/report.json?_search=gulls&_shape=objects")
    assert [r["name"] for r in answer.json()["rows"]] == ["freed-jose-alvarez"]


def test_every_view_answers_with_its_facets(exported: Export) -> None:
    path = exported("record", "talks.db")
    for answer, view in zip(asked(path, *(f"/talks/{view}.json" for view in FACETS)), FACETS, strict=True):
        assert answer.status_code == 200, view
        assert set(FACETS[view]) <= set(answer.json()["facet_results"]), view


def test_the_description_is_not_written_over(exported: Export, tmp_path: Path) -> None:
    (tmp_path / "mine.metadata.json").write_text("mine")
    with pytest.raises(InputError, match="already"):
        exported("record", "mine.db")
    assert {p.name for p in tmp_path.iterdir()} == {"mine.metadata.json"} and (tmp_path / "mine.metadata.json").read_text() == "mine"
