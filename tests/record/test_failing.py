"""On a full disk, at a write that fails and where no file can grow, work ends with a sentence, loses no judgement and completes when it is run again."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from tests.record.failing import FAULTS, all_tried, works

from onrecord.errors import of_system
from onrecord.parse import SpacyParser
from onrecord.record import backups, open_record

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
