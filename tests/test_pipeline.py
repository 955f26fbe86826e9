"""Adding: idempotent, in any order, report by report, and never all lost for one."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.pipeline import AddOptions, ReadOptions, add, derive, is_current, known_on
from onrecord.record import Record, open_record, queries, store
from onrecord.record.checks import check
from onrecord.types import Packs, Parsed, Reading
from onrecord.views.export.record_json import record_json

OPTIONS = AddOptions("2026-01-02T03:04:05+00:00")
TEXTS = {
    "one": "March 1, 2024\n\nThe Red Front holds 40 prisoners, envoy Ana Ruiz said on Friday. The Front released six of them last week.",
    "two": "March 4, 2024\n\nThe Red Front released 12 prisoners on Sunday, the army of Norland said. Talks will resume in Port Sant on Thursday.",
    "three": "Norland's government rejected the Front's demand for a withdrawal, two officials said Tuesday. “We will not leave,” a spokesman said.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports."""
    home = tmp_path / "reports"
    home.mkdir()
    for name, text in TEXTS.items():
        (home / f"{name}.txt").write_text(text)
    return home


def told(record: Record) -> dict[str, Any]:
    """Everything a record says."""
    return record_json(record)


def test_adding_twice_adds_nothing_and_does_not_load_the_model(folder: Path, parser: SpacyParser) -> None:
    with open_record(None) as record:
        first = add([str(folder)], record, parser, OPTIONS)
        assert sorted(first.new) == ["one", "three", "two"] and first.coverage.sentences >= 5
        before = told(record)
        unloaded = SpacyParser("no-such-model")
        unloaded.name = parser.name
        again = add([str(folder)], record, unloaded, OPTIONS)
        assert again.new == () and sorted(again.known) == ["one", "three", "two"]
        assert told(record) == before


def test_the_order_of_the_reports_changes_nothing(folder: Path, parser: SpacyParser) -> None:
    seen = []
    for order in itertools.permutations(TEXTS):
        with open_record(None) as record:
            for name in order:
                add([str(folder / f"{name}.txt")], record, parser, OPTIONS)
            seen.append(told(record))
            assert check(record) == ()
    assert all(value == seen[0] for value in seen)


def test_removing_a_report_leaves_the_record_that_never_had_it(folder: Path, parser: SpacyParser) -> None:
    with open_record(None) as whole, open_record(None) as part:
        add([str(folder)], whole, parser, OPTIONS)
        add([str(folder / "one.txt"), str(folder / "three.txt")], part, parser, OPTIONS)
        store.remove_report(whole, queries.find_report(whole, "two"))
        derive(whole)
        assert told(whole) == told(part)


def test_one_text_in_two_files_is_one_report(folder: Path, parser: SpacyParser) -> None:
    (folder / "again.txt").write_text(TEXTS["one"])
    with open_record(None) as record:
        result = add([str(folder)], record, parser, OPTIONS)
        assert len(result.new) == 3 and len(result.known) == 1


def test_a_report_that_breaks_a_layer_is_a_loud_problem_and_the_others_are_read(
    folder: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.annotate

    def brittle(parsed: Parsed, packs: Packs, kept: object) -> Reading:
        if parsed.report.name == "two":
            raise IndexError("of a layer")
        return real(parsed, packs, None)

    monkeypatch.setattr(pipeline, "annotate", brittle)
    with open_record(None) as record:
        result = add([str(folder)], record, parser, OPTIONS)
        assert result.lost and len(result.new) == 3
        assert [(p.kind, p.lost) for p in queries.problems(record) if p.lost] == [("not_understood", True)]
        assert {queries.unique_names(record)[s.report] for s in queries.statements(record)} == {"one", "three"}


def test_a_reading_by_an_older_program_is_read_again(folder: Path, parser: SpacyParser) -> None:
    with open_record(None) as record:
        add([str(folder)], record, parser, OPTIONS)
        before = told(record)
        record.connection.execute("UPDATE reading SET annotator = 'onrecord 0.0'")
        assert not is_current(record)
        again = add([str(folder)], record, parser, OPTIONS)
        assert sorted(again.reread) == ["one", "three", "two"]
        assert told(record) == before and is_current(record)


def test_unreadable_inputs_are_problems_and_the_rest_is_read(folder: Path, parser: SpacyParser) -> None:
    (folder / "empty.txt").touch()
    with open_record(None) as record:
        inputs = [str(folder), str(folder / "missing.txt")]
        result = add(inputs, record, parser, OPTIONS)
        assert len(result.new) == 3 and len(result.unreadable) == 2
        assert {p.kind for p in queries.problems(record)} >= {"missing", "empty"}
        add(inputs, record, parser, OPTIONS)
        assert sum(p.kind == "missing" for p in queries.problems(record)) == 1


def test_a_problem_of_a_report_that_was_read_is_one_row(folder: Path, parser: SpacyParser) -> None:
    (folder / "old.txt").write_bytes("Talks in the caf\u00e9 resumed on Friday, the Front\u2019s envoy said.".encode("cp1252"))
    with open_record(None) as record:
        for _ in range(2):
            add([str(folder)], record, parser, OPTIONS)
            assert [(p.kind, p.report) for p in queries.problems(record) if p.kind == "encoding"] == [("encoding", queries.find_report(record, "old"))]


def test_a_text_too_long_for_one_report_is_refused(folder: Path, parser: SpacyParser) -> None:
    (folder / "long.txt").write_text("The talks went on for a day. " * 40_000)
    with open_record(None) as record:
        result = add([str(folder)], record, parser, OPTIONS)
        assert len(result.new) == 3 and [p.kind for p in result.problems if p.lost] == ["too_large"]


def test_as_of_counts_only_what_was_surely_published_by_then(folder: Path, parser: SpacyParser) -> None:
    with open_record(None) as record:
        add([str(folder)], record, parser, AddOptions(OPTIONS.collected_at, reading=ReadOptions()))
        with known_on(record, dt.date(2024, 3, 2)) as past:
            whole = queries.snapshot(past)
            assert [r.name for r in whole.reports] == ["one"]
            assert whole.as_of == dt.date(2024, 3, 2) and set(whole.left_out) == {"two", "three"}
            assert check(past) == ()
        assert len(queries.reports(record)) == 3, "the record itself is not touched"


def test_as_of_keeps_the_dates_that_later_reports_gave(folder: Path, parser: SpacyParser) -> None:
    with open_record(None) as record:
        add([str(folder)], record, parser, OPTIONS)
        dates = {e.name: e.date for e in queries.reports(record)}
        with known_on(record, dt.date(2024, 12, 31)) as past:
            assert all(dates[e.name] == e.date for e in queries.reports(past))


SLOW = """
import sys, time
from onrecord import pipeline
from onrecord.record import open_record
from pathlib import Path
config = pipeline.Config()
def slowly(done, name):
    print(done, flush=True)
    time.sleep(0.5)
with open_record(Path(sys.argv[2]), write=True) as record:
    result = pipeline.add([sys.argv[1]], record, pipeline.parser_for(config), pipeline.AddOptions("2026-01-02T03:04:05+00:00"), slowly)
    print(len(result.new), len(result.known) + len(result.reread))
"""


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    home = tmp_path / "many"
    home.mkdir()
    for n in range(24):
        (home / f"r{n:02}.txt").write_text(f"March {n + 1}, 2024\n\n" + f"The Red Front released {n + 3} prisoners on Sunday, the army of Norland said. " * 8)
    path = tmp_path / "r.db"
    run = [sys.executable, "-c", SLOW, str(home), str(path)]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}) as first:
        assert first.stdout is not None
        while first.stdout.readline().strip() != "2":
            time.sleep(0.01)
        first.send_signal(signal.SIGKILL)
    with open_record(path) as record:
        kept = len(queries.annotators(record))
        assert 2 <= kept < 24
    done = subprocess.run(run, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.splitlines()[-1] == f"{24 - kept} {kept}"
    with open_record(path) as record:
        assert len(queries.annotators(record)) == 24 and queries.meta(record, "derived_of") and check(record) == ()
