"""The words of a restricted desk note, and who wrote it, are in no byte of any export."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.views.export.test_left_out import readable

from onrecord.errors import InputError
from onrecord.record import open_record, queries
from onrecord.record.notes import Note, notes, put_note, take_back
from onrecord.views.export import FORMATS, ExportOptions, export

SECRET, AUTHOR, OPEN = "the heron flies at midnight", "Quillon Vex", "the gannet stays ashore"
WHEN = dt.datetime(2025, 7, 3, tzinfo=dt.UTC)


@pytest.fixture(scope="module", name="filled")
def with_notes(undecided: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with a restricted note on a report, a statement and an event, and an open one."""
    path = tmp_path_factory.mktemp("notes") / "record.db"
    shutil.copy(undecided, path)
    with open_record(path, write=True) as record:
        snapshot = queries.snapshot(record)
        for target in (snapshot.reports[0].id, min(snapshot.statements), snapshot.derived.events[0].id):
            put_note(record, Note(target, AUTHOR, WHEN, SECRET))
        put_note(record, Note(snapshot.reports[0].id, "Jo Coder", WHEN, OPEN, restricted=False))
        take_back(record, 1, who=AUTHOR, when=WHEN)  # who took a restricted note back is restricted too
    return path


@pytest.mark.parametrize("form", [f.name for f in FORMATS])
def test_a_restricted_note_leaves_in_no_format(filled: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    with open_record(filled) as record:
        export(record, form, path, ExportOptions())
    written = [path, *path.parent.glob("out.*")]
    files = [f for p in written for f in ([p] if p.is_file() else p.rglob("*")) if f.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        for words in (SECRET, AUTHOR):
            assert words.encode() not in data and words.encode("utf-16-le") not in data, file
    assert not any(words in text for p in written for text in readable(p) for words in (SECRET, AUTHOR))


def test_a_copy_of_the_record_keeps_what_may_leave(filled: Path, tmp_path: Path) -> None:
    with open_record(filled) as record:
        export(record, "record", tmp_path / "copy.db", ExportOptions())
        target = queries.snapshot(record).reports[0].id
        assert len(notes(record, target, also_taken_back=True)) == 2
    with open_record(tmp_path / "copy.db") as copy:
        assert [n.words for n in notes(copy, target)] == [OPEN]


def test_a_note_is_never_changed_and_always_says_something() -> None:
    with open_record(None) as record:
        put_note(record, Note("x", "Jo", WHEN, "one"))
        with pytest.raises(sqlite3.IntegrityError):
            record.connection.execute("UPDATE note SET words = 'two'")
        for words, who in (("", "Jo"), ("x" * 5001, "Jo"), ("one", " ")):
            with pytest.raises(InputError):
                put_note(record, Note("x", who, WHEN, words))
        assert [n.words for n in notes(record, "x")] == ["one"]
