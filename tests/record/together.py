"""Two writers and ten readers on one record at once: `python -m tests.record.together [SECONDS] [WRITERS] [READERS]`.

A writer adds a report, judges a figure in it and puts the record together anew, over and over, each through a connection of its own as a command opens
one. A reader opens the record, reads all of it and looks whether a judgement that it saw before is gone. Whatever is raised is an error that a user
would have seen. In the end every write that was said to be done must be there, and the record must be sound.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from pathlib import Path

from tests.record.conftest import TEXT, arrival, made

from onrecord import pipeline
from onrecord.record import open_record, queries, store
from onrecord.record.checks import check
from onrecord.record.judgements import append, chain_breaks, judgements
from onrecord.types import Judgement

WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
PAUSE = 0.2
"""Seconds of rest after a turn, so that those who are many do not only wait for the processor."""


@dataclass
class Told:
    """What one process did."""

    role: str
    turns: int = 0
    slowest: float = 0.0
    """Seconds of the longest turn."""
    reports: list[str] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def write(path: Path, who: int, turn: int, told: Told) -> None:
    """One turn of a writer."""
    reading = made(TEXT.replace("stalls", f"stalls again, writer {who} hears for day {turn}"), f"w{who}-{turn}")
    with open_record(path, write=True) as record:
        store.put_report(record, reading, arrival(reading), annotator="v1")
        told.reports.append(reading.report.id)
        pipeline.settle(record)
        figure = sorted(s.id for s in queries.statements(record, queries.Filter(report=reading.report.id)) if s.layer == "figures")[:1]
        target = figure[0] if figure else reading.report.id
        told.judged.append(append(record, Judgement("", "accept", target, f"Writer {who}", WHEN, why=f"turn {turn}", layer="figures", quote="40 prisoners")).id)
        pipeline.settle(record)


def read(path: Path, who: int, turn: int, told: Told) -> None:
    """One turn of a reader, who sees that nothing it saw is gone."""
    with open_record(path) as record:
        seen = [j.id for j in judgements(record)]
        whole = queries.snapshot(record)
        assert len(whole.reports) >= len(told.reports), "a report is gone"
    assert seen[: len(told.judged)] == told.judged, "a judgement is gone"
    told.judged, told.reports = seen, [r.id for r in whole.reports]


def live(work: Callable[[Path, int, int, Told], None], path: Path, who: int, seconds: float, out: Queue[Told]) -> None:
    """A process: turns until the time is up."""
    told = Told(work.__name__)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        began = time.monotonic()
        try:
            work(path, who, told.turns, told)
        except Exception:  # noqa: BLE001 -- whatever a user would see
            told.errors.append(traceback.format_exc())
        told.slowest = max(told.slowest, time.monotonic() - began)
        told.turns += 1
        time.sleep(PAUSE)
    out.put(told)


@dataclass(frozen=True)
class Result:
    """What came of a run."""

    told: tuple[Told, ...]
    lost: tuple[str, ...]
    reports: int
    judgements: int

    @property
    def errors(self) -> list[str]:
        """All that a user would have seen."""
        return [e for t in self.told for e in t.errors]


def together(path: Path, seconds: float, writers: int, readers: int) -> Result:
    """Lets them all work on the record at *path*, and looks what is missing in the end."""
    open_record(path, write=True).close()
    apart = multiprocessing.get_context("fork")
    out: Queue[Told] = apart.Queue()
    roles = [*((write, n) for n in range(writers)), *((read, n) for n in range(readers))]
    processes = [apart.Process(target=live, args=(work, path, n, seconds, out)) for work, n in roles]
    for each in processes:
        each.start()
    told = tuple(out.get(timeout=seconds + 120) for _ in processes)
    for each in processes:
        each.join()
    with open_record(path, write=True) as record:
        pipeline.settle(record)
        reports, judged = set(queries.annotators(record)), {j.id for j in judgements(record)}
        lost = [f"report {r}" for t in told for r in t.reports if r not in reports] + [f"judgement {j}" for t in told for j in t.judged if j not in judged]
        lost += [f"unsound: {finding}" for finding in check(record)] + [f"chain broken at {i}" for i in chain_breaks(record)]
    return Result(told, tuple(lost), len(reports), len(judged))


def main() -> int:
    """Prints turns, waits, errors and losses; status 1 where there were any."""
    seconds, writers, readers = (float(v) for v in (*sys.argv[1:], *("600", "2", "10")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as home:
        done = together(Path(home) / "r.db", seconds, int(writers), int(readers))
        size = (Path(home) / "r.db").stat().st_size
    for each in (*done.errors, *done.lost):
        print(each)
    for role, named in (("write", "writers"), ("read", "readers")):
        turns = [t for t in done.told if t.role == role]
        print(f"{len(turns)} {named}: {sum(t.turns for t in turns)} turns, the longest {max((t.slowest for t in turns), default=0):.1f} s")
    print(f"{done.reports} reports, {done.judgements} judgements, {size >> 10} KB; errors {len(done.errors)}, lost writes {len(done.lost)}, {seconds:.0f} s")
    return 1 if done.errors or done.lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
