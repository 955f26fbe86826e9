"""An export is there whole or not at all, and never in the place of what it did not make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.record import Record, open_record, queries
from onrecord.views.export import FORMATS, Book, ExportOptions, Format, book_of, export, formats
from onrecord.views.export.placing import MARK

FORCE = ExportOptions(force=True)


def test_every_format_has_a_writer_a_sentence_and_a_name_of_its_own() -> None:
    names = [f.name for f in FORMATS]
    assert len(set(names)) == len(names)
    for form in FORMATS:
        assert callable(form.writer()) and form.about.endswith(".")


def test_what_is_there_stays_without_force(opened: Record, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("mine")
    with pytest.raises(InputError, match="--force"):
        export(opened, "json", file)
    assert file.read_text() == "mine"
    assert export(opened, "json", file, FORCE) == (file,)
    assert json.loads(file.read_text())["reports"]
    assert list(tmp_path.iterdir()) == [file], "nothing is left beside it"


@pytest.fixture
def foldered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format of several files, and one that fails half-way."""

    def write(book: Book, path: Path) -> None:
        path.mkdir()
        (path / "a.txt").write_text(str(len(book.snapshot.reports)))

    def fail(book: Book, path: Path) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    for name, function in (("many", write), ("broken", fail)):
        monkeypatch.setattr(f"onrecord.views.export.page.{name}", function, raising=False)
    many, broken = Format("many", "x.", "many", "folder"), Format("broken", "x.", "broken")
    monkeypatch.setattr(formats, "FORMATS", (many, broken))
    monkeypatch.setattr(Format, "writer", lambda self: {"many": write, "broken": fail}[self.module])


@pytest.mark.usefixtures("foldered")
def test_a_folder_is_replaced_only_if_an_export_made_it(opened: Record, tmp_path: Path) -> None:
    target = tmp_path / "tables"
    target.mkdir()
    export(opened, "many", target)
    assert {p.name for p in target.iterdir()} == {"a.txt", MARK}
    (target / "stale.txt").write_text("old")
    with pytest.raises(InputError, match="already"):
        export(opened, "many", target)
    export(opened, "many", target, FORCE)
    assert {p.name for p in target.iterdir()} == {"a.txt", MARK}
    (target / MARK).unlink()
    with pytest.raises(InputError, match="no export made"):
        export(opened, "many", target, FORCE)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("foldered")
def test_what_fails_half_way_leaves_nothing_and_is_told(opened: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No space left"):
        export(opened, "broken", tmp_path / "x")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(InputError, match="name a folder"):
        export(opened, "many", "-")


def test_a_record_is_not_replaced_by_its_own_export(filled: Path) -> None:
    before = filled.read_bytes()
    with open_record(filled) as record, pytest.raises(InputError, match="the record itself"):
        export(record, "json", filled, FORCE)
    assert filled.read_bytes() == before


def test_a_format_or_folder_that_is_not_there_is_told(opened: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give one of json"):
        export(opened, "word", tmp_path / "x")
    with pytest.raises(InputError, match="no folder"):
        export(opened, "json", tmp_path / "no" / "x.json")


def test_a_book_narrowed_to_one_negotiation_holds_no_other(opened: Record) -> None:
    found = queries.negotiations(opened)
    assert len(found) > 1
    for negotiation in found:
        book = book_of(opened, ExportOptions(negotiation=negotiation.id)).snapshot
        ids = {r.id for r in book.reports}
        assert set(negotiation.reports) <= ids and [n.id for n in book.derived.negotiations] == [negotiation.id]
        assert {s.report for s in book.statements.values()} <= ids
        assert {d.report for d in book.derived.dates} == ids
        assert all(s in book.statements for e in book.derived.events for s in e.statements)
        assert all(e.negotiation in (negotiation.id, None) for e in book.derived.events)
    with pytest.raises(InputError, match="there are: "):
        book_of(opened, ExportOptions(negotiation="no such talks"))
