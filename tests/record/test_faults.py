"""Whatever happens to the file, the error says what to do and what was there is intact."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.record.conftest import arrival, made

from onrecord.errors import InputError, RecordBusy, RecordDamaged, RecordError, RecordReadOnly, RecordTooNew
from onrecord.record import migrations, open_record, queries, store
from onrecord.record.faults import fault


def filled(path: Path) -> Path:
    """A record with one report."""
    with open_record(path, write=True) as record:
        store.put_report(record, made(), arrival(made()), annotator="v1")
    return path


def count(path: Path) -> int:
    """How many reports the record at *path* holds."""
    with open_record(path) as record:
        return len(queries.annotators(record))


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    with open_record(path, write=True) as first, open_record(path, write=True, busy_ms=50) as second, first.writing():
        with pytest.raises(RecordBusy, match="another program is writing"):
            store.put_problems(second, [])
        assert len(queries.annotators(second)) == 1, "readers go on"


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(RecordTooNew, match="update onrecord"):
            open_record(path, write=write)
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        open_record(path, write=True)
    assert path.read_bytes() == before


def test_a_text_file_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.write_text("This is a report that somebody named like a record. " * 40)
    with pytest.raises(RecordError, match="not a readable record"):
        open_record(path)


def test_a_record_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such record"):
        open_record(tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()
    with pytest.raises(InputError, match="a folder"):
        open_record(tmp_path)
    with pytest.raises(InputError, match="cannot be made"):
        open_record(tmp_path / "no" / "r.db", write=True)


def test_an_empty_file_is_filled_by_writing_only(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(RecordError, match="empty file"):
        open_record(path)
    open_record(path, write=True).close()
    assert count(path) == 0


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    with open_record(path, write=True) as record:
        pages = record.rows("PRAGMA page_count")[0][0]
        record.connection.execute(f"PRAGMA max_page_count = {pages}")
        long = made("Head\n" + "The Front holds 40 prisoners, envoy Ana Ruiz said on Friday. The sides met in Port Sant. " * 4000, "long")
        with pytest.raises(RecordReadOnly, match="the disk is full"):
            store.put_report(record, long, arrival(long), annotator="v1")
    assert count(path) == 1
    with open_record(path, write=True) as record:
        assert record.rows("PRAGMA integrity_check")[0][0] == "ok"


READER = """
import os, sys
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
from pathlib import Path
from onrecord.record import open_record, queries
from onrecord.errors import RecordReadOnly
path = Path(sys.argv[1])
with open_record(path) as record:
    print(len(queries.annotators(record)))
try:
    with open_record(path, write=True) as record, record.writing() as sql:
        sql.execute("DELETE FROM report")
except RecordReadOnly as error:
    print("read-only:", error)
"""


def test_a_read_only_file_in_a_read_only_folder_is_read_and_never_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "box" / "r.db") if (tmp_path / "box").mkdir() is None else tmp_path
    path.chmod(0o444)
    for folder in [path.parent, *path.parents]:
        if folder.owner() and os.access(folder, os.W_OK) and str(folder).startswith(str(tmp_path.parents[1])):
            folder.chmod(0o755)
    path.parent.chmod(0o555)
    try:
        done = subprocess.run([sys.executable, "-c", READER, str(path)], capture_output=True, text=True, timeout=60, check=False)
    finally:
        path.parent.chmod(0o755)
    if "PermissionError" in done.stderr or "ModuleNotFoundError" in done.stderr:
        pytest.skip(f"NOT RUN: another user cannot reach this checkout ({done.stderr.splitlines()[-1]})")
    assert done.stdout.splitlines()[0] == "1", done.stderr
    assert "read-only:" in done.stdout and "make the file and its folder writable" in done.stdout
    assert count(path) == 1


@pytest.mark.parametrize(
    ("code", "kind", "advice"),
    [
        (sqlite3.SQLITE_BUSY, RecordBusy, "wait"), (sqlite3.SQLITE_LOCKED, RecordBusy, "wait"), (sqlite3.SQLITE_FULL, RecordReadOnly, "free some space"),
        (sqlite3.SQLITE_READONLY | 0x100, RecordReadOnly, "writable"), (sqlite3.SQLITE_CANTOPEN, RecordReadOnly, "folder"),
        (sqlite3.SQLITE_CORRUPT, RecordDamaged, "restore"), (sqlite3.SQLITE_IOERR, RecordError, "onrecord check"),
    ],
)
def test_every_fault_says_what_to_do(code: int, kind: type[RecordError], advice: str) -> None:
    error = sqlite3.OperationalError("seen")
    error.sqlite_errorcode = code
    told = fault(error, "my.db")
    assert type(told) is kind
    assert str(told).startswith("my.db: ") and advice in str(told)


def test_reading_leaves_nothing_beside_the_record(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    before = path.read_bytes()
    with open_record(path) as record:
        queries.snapshot(record)
        with pytest.raises(RecordReadOnly):
            store.remove_report(record, made().report.id)
    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]
    assert path.read_bytes() == before


def test_a_connection_that_may_not_write_says_so(tmp_path: Path) -> None:
    with open_record(filled(tmp_path / "r.db"), write=True) as record:
        record.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(RecordReadOnly, match="cannot be written"):
            store.remove_report(record, made().report.id)
        assert len(queries.annotators(record)) == 1
