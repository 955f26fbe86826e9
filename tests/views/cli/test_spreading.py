"""`read --engine` and `add` of what it wrote, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from onrecord.cluster import engine as engines
from onrecord.cluster.engine import Failed
from onrecord.cluster.plan import Done
from onrecord.cluster.work import read_partition

Run = Callable[..., Result]


class Reader:
    """Stands for the reading process: no report is read, each has an empty reading."""

    def ready(self) -> None:
        """Is ready."""

    def cpu(self) -> float:
        """No time."""
        return 0.0

    def peak(self) -> int:
        """No memory."""
        return 0

    def read(self, reports: list[Any]) -> list[bytes]:
        """Empty readings."""
        return [json.dumps({"report": {"id": r.id, "name": r.name, "text": ""}}).encode() for r in reports]


class Here:
    """An engine of this process; it fails over a file that is called `unlucky`."""

    def run(self, work: Any, tasks: Any) -> Any:
        """Does each task at once."""
        for task in tasks:
            if work.__name__ == "cut_files":
                yield task, work(task)
            elif "unlucky" in task.partition.place:
                yield task, Failed("KilledWorker")
            else:
                done: Done = read_partition(task, Reader())  # type: ignore[arg-type]
                yield task, done


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cluster is started."""
    from contextlib import nullcontext

    monkeypatch.setattr(engines, "engine", lambda *words: nullcontext(Here()))


def test_what_was_read_is_taken_into_a_record(run: Run, folder: Path, tmp_path: Path) -> None:
    first = run("read", "--engine", "local[2]", folder, "--out", tmp_path / "parts", "--partition", "1", "--json")
    assert first.exit_code == 0, first.stderr
    assert json.loads(first.stdout) == {"reports": 3, "lost": 0, "partitions": {"now": 3, "before": 0, "failed": 0}, "problems": []}
    again = run("read", "--engine", "local[2]", folder, "--out", tmp_path / "parts", "--partition", "1")
    assert "3 reports in 3 partitions, 0 of them read now" in again.stderr and "onrecord add" in again.stderr
    added = run("add", tmp_path / "parts", "--record", tmp_path / "r.db")
    assert added.exit_code == 0 and "Reports: 3 new, 0 known" in added.stdout, added.stderr


def test_a_partition_that_failed_is_told_and_is_lost_input_when_taken(run: Run, folder: Path, tmp_path: Path) -> None:
    unlucky = tmp_path / "unlucky.txt"
    unlucky.write_text("The Front freed nobody, two officials said on Friday.")
    done = run("read", "--engine", "local", folder, unlucky, tmp_path / "nowhere.txt", "--out", tmp_path / "parts", "--partition", "1")
    assert done.exit_code == 1 and "not read (KilledWorker); do the same again" in done.stderr and "nowhere.txt" in done.stderr
    added = run("add", tmp_path / "parts", "--record", tmp_path / "r.db")
    assert added.exit_code == 1 and "unlucky.txt: not read yet" in added.stderr and "3 new" in added.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--layers", "times", "--engine", "local"], "leave out --layers"), (["--fetch", "--engine", "local"], "leave out"),
        (["--partition", "5"], "only with --engine"),
    ],
)
def test_options_that_do_not_go_together_are_told(run: Run, folder: Path, tmp_path: Path, words: list[str], told: str) -> None:
    done = run("read", folder, "--out", tmp_path / "x", *words)
    assert done.exit_code == 2 and told in done.stderr and not (tmp_path / "x").exists()
