"""Two writers and several readers at once: nobody sees an error, no write is lost, and what is read is of one moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.record.conftest import OTHER, arrival, made
from tests.record.together import together

from onrecord.record import open_record, queries, store

SECONDS = 4
"""`make together` takes ten minutes."""
FULL = 2
"""SQLite's number for `synchronous = FULL`: what is said to be written is on the disk."""


@pytest.mark.slow
def test_nobody_sees_an_error_and_no_write_is_lost(tmp_path: Path) -> None:
    done = together(tmp_path / "r.db", SECONDS, writers=2, readers=4)
    assert done.errors == [] and done.lost == ()
    assert len(done.told) == 6 and all(t.turns for t in done.told)
    assert done.reports == done.judgements == sum(t.turns for t in done.told if t.role == "write")


def test_what_is_read_within_one_block_is_of_one_moment_also_in_blocks_within_it(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_record(path, write=True) as writer, open_record(path) as reader:
        store.put_report(writer, made(), arrival(made()), annotator="v1")
        with reader.reading():
            assert len(queries.all_reports(reader)) == 1
            store.put_report(writer, made(OTHER, "two"), arrival(made(OTHER)), annotator="v1")
            assert len(queries.all_reports(reader)) == len(queries.snapshot(reader).reports) == 1
        assert len(queries.all_reports(reader)) == 2


def test_what_was_said_to_be_written_is_on_the_disk(tmp_path: Path) -> None:
    for _ in ("made", "opened"):
        with open_record(tmp_path / "r.db", write=True) as record:
            assert record.rows("PRAGMA synchronous")[0][0] == FULL
