"""`watch` and `add --tracker`: what comes into a folder, and a person's own table."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from onrecord.desk.watching import Folder
from onrecord.record import open_record
from onrecord.views.cli import watching

Run = Callable[..., Result]
TEXT = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said.\n"


def names(paths: tuple[Path, ...]) -> list[str]:
    return [p.name for p in paths]


def test_a_file_is_given_when_it_is_complete_and_once(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    file = tmp_path / "wire.txt"
    file.write_text("Half")
    assert names(folder.complete()) == []
    file.write_text(TEXT)
    assert names(folder.complete()) == [], "it grew between two looks"
    assert names(folder.complete()) == ["wire.txt"]
    assert names(folder.complete()) == []
    os.utime(file, ns=(1, 1))
    folder.complete()
    assert names(folder.complete()) == ["wire.txt"], "it changed since"


def test_files_that_are_being_written_hidden_ones_and_others_are_left(tmp_path: Path) -> None:
    for name in ("a.txt.part", "b.txt.crdownload", ".c.txt", "d.mp4", "e.txt"):
        (tmp_path / name).write_text(TEXT)
    folder = Folder(tmp_path)
    folder.complete()
    given = folder.complete()
    assert names(given) == ["e.txt"]
    folder.back(given)
    assert names(folder.complete()) == ["e.txt"], "what was taken back comes again"
    (tmp_path / "e.txt").unlink()
    assert folder.complete() == ()


def test_once_adds_what_is_there_and_goes_on_after_a_bad_file(run: Run, tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    (inbox / "wire.txt").write_text(TEXT)
    done = run("watch", inbox, "--record", tmp_path / "r.db", "--once", "--every", "0.1")
    assert done.exit_code == 1
    assert "Reports: 1 new, 0 known, 1 unreadable." in done.stdout
    assert "bad.pdf: broken or incomplete PDF" in done.stderr
    again = run("watch", inbox, "--record", tmp_path / "r.db", "--once", "--every", "0.1")
    assert "Reports: 0 new, 1 known, 1 unreadable." in again.stdout


def test_it_waits_for_another_writer_and_ends_on_ctrl_c(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox, record = tmp_path / "in", tmp_path / "r.db"
    inbox.mkdir()
    run("watch", inbox, "--record", record, "--once", "--every", "0.1")
    run("add", "--record", record, "--published", "2024-03-05", inbox_file(tmp_path))
    (inbox / "wire.txt").write_text(TEXT)
    other = sqlite3.connect(record, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setitem(open_record.__kwdefaults__, "busy_ms", 50)
    looks = 0
    real = time.sleep

    def sleep(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            threading.Timer(0.0, other.rollback).run()
        if looks == 4:
            raise KeyboardInterrupt
        real(0.01)

    monkeypatch.setattr(watching.time, "sleep", sleep)
    done = run("watch", inbox, "--record", record)
    assert done.exit_code == 0
    assert "Reports: 1 new" in done.stdout
    assert "no longer watching" in done.stderr
    other.close()


def inbox_file(folder: Path) -> Path:
    """A report that the record has before."""
    file = folder / "first.txt"
    file.write_text("The talks on the sailors stalled on Monday, the government of Veldland said in a statement.\n")
    return file


def test_a_folder_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    done = run("watch", tmp_path / "no", "--record", tmp_path / "r.db")
    assert (done.exit_code, "no such folder" in done.stderr) == (2, True)


def test_a_tracker_is_added_and_is_no_origin(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "desk.csv"
    table.write_text("Tag,Was\n2024-03-03,\"The rebels released nine sailors in Port Corran, the envoy of Veldland said.\"\n")
    done = run("add", "--tracker", table, "--map", "date=Tag,text=Was", "--record", tmp_path / "r.db")
    assert "Reports: 1 new" in done.stdout, done.stderr
    assert "a person's tracker (desk)" in run("sources", "--record", tmp_path / "r.db").stdout
    assert "no origin but a person's tracker" in " ".join(run("timeline", "--record", tmp_path / "r.db").stdout.split())
    assert run("add", "--tracker", table, "--map", "date", "--record", tmp_path / "r.db").exit_code == 2
    assert run("add", "--record", tmp_path / "r.db").exit_code == 2
