"""On a full disk, at a write that fails and where no file can grow, work ends with a sentence, loses no judgement and completes when it is run again."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from tests.record.failing import FAULTS, all_tried, works

from onrecord.errors import of_system
from onrecord.parse import SpacyParser
from onrecord.record import backups, open_record
from onrecord.record.backups import back_up

POINTS = 6
"""`make faults` tries 200."""


@pytest.mark.slow
def test_nothing_is_lost_whichever_write_fails(parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord import pipeline

    for name in ("parser_for", "annotator"):
        monkeypatch.setattr(pipeline, name, getattr(pipeline, name))
    by_work, by_fault, found = all_tried(POINTS, 1, parser)
    assert found == []
    assert by_work.total() == POINTS and set(by_work) <= {w.name for w in works()}
    assert set(by_fault) <= set(FAULTS)


@pytest.mark.slow
def test_nothing_is_lost_where_the_disk_does_not_take_what_was_written(parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord import pipeline

    for name in ("parser_for", "annotator"):
        monkeypatch.setattr(pipeline, name, getattr(pipeline, name))
    by_work, by_fault, found = all_tried(4, 1, parser, "judge", "unsynced")
    assert found == []
    assert set(by_fault) == {"unsynced"} and sum(by_work.values()) == 4


def test_what_is_told_as_failed_is_not_there_and_may_be_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, refused = os.fsync, [True]

    def sync(handle: int) -> None:
        if refused.pop() if refused and stat.S_ISDIR(os.fstat(handle).st_mode) else False:
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with open_record(tmp_path / "r.db", write=True):
        with pytest.raises(OSError, match="Input/output") as refusal:
            back_up(tmp_path / "r.db", tmp_path / "copy.db")
        assert str(of_system(refusal.value)).startswith(str(tmp_path)) and not (tmp_path / "copy.db").exists()
        back_up(tmp_path / "r.db", tmp_path / "copy.db")
    assert {p.name for p in tmp_path.iterdir()} >= {"r.db", "copy.db"} and not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "free some space"), (errno.EFBIG, "free some space"), (errno.EROFS, "permissions"), (errno.EIO, "look at the disk")],
)
def test_what_the_system_refuses_is_one_sentence(number: int, words: str) -> None:
    told = str(of_system(OSError(number, "what it says", "out.csv")))
    assert told.startswith("out.csv: ") and words in told and "Errno" not in told


def test_a_record_is_not_taken_for_damaged_because_its_copy_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("r.db", "kept.db"):
        open_record(tmp_path / name, write=True).close()

    def refuse(connection: sqlite3.Connection, target: Path, *, force: bool = False) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(backups, "copy_to", refuse)
    before = (tmp_path / "r.db").read_bytes()
    with pytest.raises(OSError, match="No space"):
        backups.restore(tmp_path / "kept.db", tmp_path / "r.db", force=True)
    assert (tmp_path / "r.db").read_bytes() == before
    assert {p.name for p in tmp_path.iterdir()} == {"r.db", "kept.db"}
