"""A record of the sample and of one report about other talks, which no test changes, and a way to export it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record
from onrecord.views.cli.app import app
from onrecord.views.export import Book, ExportOptions, book_of, export

SAMPLE = Path(__file__).parents[3] / "sample" / "reports"
OTHER = (  # a second negotiation, so that narrowing to one has something to leave out
    "The Coast Guard Exchange\n\n3 June 2025\n\nEastland and Westland agreed on Monday to exchange 20 prisoners each, "
    "Eastland's foreign minister Lena Varga said. "
    "Westland said that it was still holding 31 Eastland sailors.\n\nEastland demanded that Westland free every sailor by 20 June.\n"
)

Export = Callable[..., Path]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """The record's file."""
    home = tmp_path_factory.mktemp("exported")
    (home / "other.txt").write_text(OTHER, encoding="utf-8")
    path = home / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([str(SAMPLE), str(home / "other.txt")], record, parser, pipeline.AddOptions("2025-07-01T12:00:00+00:00"))
    return path


@pytest.fixture
def opened(filled: Path) -> Iterator[Record]:
    """The record, open for reading."""
    with open_record(filled) as record:
        yield record


@pytest.fixture
def exported(opened: Record, tmp_path: Path) -> Export:
    """Exports in a format with options, and gives the path."""

    def make(form: str, name: str | None = None, **options: object) -> Path:
        path = tmp_path / (name or f"out.{form}")
        export(opened, form, path, ExportOptions(**options))  # type: ignore[arg-type]
        return path

    return make


@pytest.fixture(scope="session")
def whole(filled: Path) -> Iterator[Book]:
    """The book of the record with nothing left out."""
    with open_record(filled) as record:
        yield book_of(record)


@pytest.fixture(scope="session")
def decided(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The book of a copy of the record on which one person accepted statements, rejected one, and undid the acceptance of another."""
    path = tmp_path_factory.mktemp("decided") / "record.db"
    shutil.copy(filled, path)
    with open_record(filled) as record:
        events = [s for s in book_of(record).snapshot.statements.values() if s.layer == "events"]
    seized = [s for s in events if "seize" in s.quote]
    ended, called = (next(s for s in events if words in s.quote) for words in ("collapsed on Monday", "spoke by telephone"))
    for action, statement in (("accept", seized[0]), ("accept", ended), ("accept", called), ("reject", seized[1]), ("accept", seized[2])):
        done = CliRunner().invoke(app, ["judge", action, statement.id, "--why", f"why {action}", "--who", "M. Okafor", "--record", str(path), "--json"])
        assert done.exit_code == 0, done.output
    last = json.loads(done.stdout)
    done = CliRunner().invoke(app, ["judge", "undo", last["id"], "--why", "too early", "--who", "M. Okafor", "--record", str(path), "--json"])
    assert done.exit_code == 0, done.output
    with open_record(path) as record:
        yield book_of(record)
