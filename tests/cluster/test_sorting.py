"""Copies and negotiations over a folder of readings are those that are found with all readings in memory."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pytest
from bench.corpus.parts import put_parts
from bench.corpus.readings import readings as made_readings

from onrecord.annotate import annotate
from onrecord.cluster import copies
from onrecord.cluster.sorting import members, sort
from onrecord.cluster.taking import take_all
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.pipeline import AddOptions
from onrecord.read import read_paths
from onrecord.reconcile.entities import join_entities
from onrecord.reconcile.negotiations import find_negotiations
from onrecord.reconcile.origins.pairs import pairs
from onrecord.record import open_record
from onrecord.types import Reading

SAMPLE = Path(__file__).parents[2] / "sample" / "reports"


def in_memory(readings: Sequence[Reading]) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """The pairs, and the reports of each negotiation, as reconciling finds them."""
    ordered = sorted(readings, key=lambda r: r.report.id)
    found = {(ordered[p.one].report.id, ordered[p.other].report.id, p.shared.kind, p.shared.score) for p in pairs(ordered)}
    talks = find_negotiations(ordered, join_entities(ordered))
    return found, {(n.id, n.name, report) for n in talks for report in n.reports}


def on_disk(folder: Path) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """The same of what was written."""
    with duckdb.connect() as base:
        found = set(base.execute(f"SELECT report, other, kind, score FROM '{folder}/sorted/copies.parquet'").fetchall())
        talks = set(base.execute(f"SELECT negotiation, name, report FROM '{folder}/sorted/negotiations.parquet'").fetchall())
    return found, talks


@pytest.fixture(scope="module")
def sample(parser: SpacyParser) -> list[Reading]:
    """The sample, read."""
    return [annotate(parsed) for parsed in parser.parse_many(read_paths([SAMPLE])[0])]


def test_the_sample_is_sorted_as_reconciling_sorts_it(sample: list[Reading], tmp_path: Path) -> None:
    folder = put_parts(tmp_path / "parts", sample, 5)
    found = sort(folder)
    assert on_disk(folder) == in_memory(sample)
    assert found.reports == len(sample) and [n for _, _, n in found.negotiations] == [18] and dict(found.copies)["copy"] >= 1
    assert list(folder.glob(".sort*")) == []


@pytest.mark.parametrize("memory", ["2GB", "120MB"])
def test_a_made_corpus_is_sorted_as_reconciling_sorts_it_however_little_memory_there_is(memory: str, tmp_path: Path) -> None:
    readings = made_readings(500, 7, talks=4, days=120)
    folder = put_parts(tmp_path / "parts", [*readings, *readings[:20]], 40)
    found = sort(folder, memory=memory)
    assert found.reports == len(readings), "a report that was read twice counts once"
    assert on_disk(folder) == in_memory(readings)
    assert len(found.negotiations) == 4


def test_a_band_that_very_many_reports_share_is_compared_with_its_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    readings = made_readings(120, 7, talks=2, days=60)
    monkeypatch.setattr(copies, "PROPOSED", copies.PROPOSED.replace(f"many <= {copies.MOST}", "many <= 1").replace(f"many > {copies.MOST}", "many > 1"))
    folder = put_parts(tmp_path / "parts", readings, 40)
    sort(folder)
    fewer, whole = on_disk(folder)[0], in_memory(readings)[0]
    assert fewer <= whole and {p[1] for p in fewer if p[2] == "copy"} | {p[0] for p in fewer if p[2] == "copy"} == {
        report for p in whole if p[2] == "copy" for report in p[:2]
    }, "fewer pairs, and no report that is in none"


def test_the_reports_of_one_negotiation_are_taken_alone(tmp_path: Path) -> None:
    readings = made_readings(60, 7, talks=2, days=30)
    folder = put_parts(tmp_path / "parts", readings, 40)
    (first, name, count), _ = sort(folder).negotiations
    assert len(members(folder, first[:6])) == len(members(folder, name)) == count
    with open_record(None) as record:
        result = take_all([str(folder)], record, AddOptions("2026-01-02T03:04:05+00:00"), negotiation=first)
        assert len(result.new) == count
    with pytest.raises(InputError, match=f"no negotiation.*{name}"):
        members(folder, "nobody")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(lambda folder: next(folder.glob("part-*")).unlink(), "are not read"), (lambda folder: (folder / "plan.json").unlink(), "no folder of readings")],
)
def test_a_folder_that_is_not_whole_is_not_sorted(spoil: Callable[[Path], None], told: str, tmp_path: Path) -> None:
    folder = put_parts(tmp_path / "parts", made_readings(10, 7), 40)
    spoil(folder)
    with pytest.raises(InputError, match=told):
        sort(folder)
    with pytest.raises(InputError, match="not sorted"):
        members(folder, "x")


def test_memory_that_is_no_size_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--memory much"):
        sort(put_parts(tmp_path / "parts", made_readings(5, 7), 40), memory="much")


FULL = """
import sys
from tests.record.faulty import limit_files
limit_files(int(sys.argv.pop(1)))
from onrecord.views.cli import main
main()
"""


def on_a_small_disk(folder: Path, most: int, *options: str) -> tuple[int, str]:
    """Status and last words of `onrecord sort` in a process whose files cannot grow beyond so many bytes."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", FULL, str(most), "sort", str(folder), *options], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize("most", [20_000, 400_000])
def test_on_a_full_disk_it_says_so_and_leaves_nothing_half_written(most: int, tmp_path: Path) -> None:
    made = made_readings(120, 7, talks=2, days=60)
    folder = put_parts(tmp_path / "parts", made, 60)
    before = {p.name for p in folder.iterdir()}
    status, said = on_a_small_disk(folder, most)
    assert status == 2 and said.count("\n") == 1
    assert said.startswith(f"onrecord: {folder}: cannot be sorted") and "see that the disk is not full" in said
    assert {p.name for p in folder.iterdir()} == before
    sort(folder)
    whole = {p.name: p.read_bytes() for p in (folder / "sorted").iterdir()}
    assert set(whole) == {"copies.parquet", "negotiations.parquet"} and on_disk(folder) == in_memory(made)
    assert on_a_small_disk(folder, most)[0] == 2
    assert {p.name: p.read_bytes() for p in (folder / "sorted").iterdir()} == whole, "an earlier result is as it was"


KILLED = """
import os, signal, sys
from pathlib import Path
from onrecord.cluster import sorting, talks
talks.Talks.gather = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
sorting.sort(Path(sys.argv[1]))
"""
HELD = """
import sys
from pathlib import Path
from onrecord.cluster.spill import spill
with spill(Path(sys.argv[1]), "100MB"):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_run_has_left_is_taken_away_by_the_next_and_what_another_works_in_is_not(tmp_path: Path) -> None:
    made = made_readings(60, 7, talks=2, days=30)
    folder = put_parts(tmp_path / "parts", made, 60)
    assert subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False).returncode == -signal.SIGKILL
    assert len(list(folder.glob(".sort-*/tables.duckdb"))) == 1 and not (folder / "sorted").exists()
    with subprocess.Popen([sys.executable, "-c", HELD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None and other.stdout is not None and other.stdout.readline() == "open\n"
        (held,) = folder.glob(".sort-*")
        sort(folder)
        assert list(folder.glob(".sort-*")) == [held]
        other.stdin.close()
    assert on_disk(folder) == in_memory(made) and list(folder.glob(".sort-*")) == []
