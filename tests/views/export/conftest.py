"""A record of the sample and of one report about other talks, which no test changes, and a way to export it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record, queries
from onrecord.record.judgements import append
from onrecord.types import Judgement
from onrecord.views.cli.app import app
from onrecord.views.export import Book, ExportOptions, book_of, export

SAMPLE = Path(__file__).parents[3] / "sample" / "reports"
OTHER = (  # a second negotiation, so that narrowing to one has something to leave out
    "The Coast Guard Exchange\n\n3 June 2025\n\nEastland and Westland agreed on Monday to exchange 20 prisoners each, "
    "Eastland's foreign minister Lena Varga said. "
    "Westland said that it was still holding 31 Eastland sailors.\n\nEastland demanded that Westland free every sailor by 20 June.\n"
)

NAMED = {
    "id": "freed-jose-alvarez", "outlet": "Álvarez Weekly", "published": "2025-06-05", "url": "https://news.example/2025/jos%C3%A9-%C3%A1lvarez-freed?by=JoseAlvarez",
    "title": "José Álvarez's return", "text": (
        "José Álvarez's return\n\nThe sailor José\nÁlvarez was released by Westland on Wednesday, his sister Ines Álvarez said. “Alvarez is home,” "
        "Eastland's foreign minister Lena Varga said.\n\n=SUM(A1) is what José Luis Álvarez’s captors wrote on his wall, he said on Thursday. "
        "Rain fell on the harbour and nobody counted the gulls.\n\nWestland still holds 30 sailors, JOSE ALVAREZ said.\n"
    ),
}
Export = Callable[..., Path]


@pytest.fixture(scope="session")
def undecided(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """The file of a record on which nobody decided anything."""
    home = tmp_path_factory.mktemp("exported")
    (home / "other.txt").write_text(OTHER, encoding="utf-8")
    (home / "named.jsonl").write_text(json.dumps(NAMED), encoding="utf-8")
    path = home / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([str(SAMPLE), str(home / "other.txt"), str(home / "named.jsonl")], record, parser, pipeline.AddOptions("2025-07-01T12:00:00+00:00"))
    return path


@pytest.fixture(scope="session")
def filled(undecided: Path) -> Path:
    """The record's file; some modules take another."""
    return undecided


@pytest.fixture(scope="session")
def accepted(undecided: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the record in which a person accepted the statement of the 30 sailors."""
    path = tmp_path_factory.mktemp("accepted") / "record.db"
    shutil.copy(undecided, path)
    with open_record(path, write=True) as record:
        judged(record)
    return path


def judged(record: Record) -> None:
    """A person accepts a statement and tells who said so, with the words around it."""
    found = next(s for s in queries.statements(record) if s.layer == "figures" and "30 sailors" in s.quote)
    text = queries.report(record, found.report).text
    context = {"report": found.report, "start": found.span.start, "end": found.span.end, "words": text[found.span.start - 200 :]}
    moment = dt.datetime(2025, 7, 2, tzinfo=dt.UTC)
    why = "José Álvarez told me"
    append(record, Judgement("", "accept", found.id, "Jo Coder", moment, why, layer="figures", quote=found.quote, context=json.dumps(context)))
    pipeline.derive(record)


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
