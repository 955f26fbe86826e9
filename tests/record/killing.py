"""Work on a record killed with SIGKILL at random points, and what must hold then: `python -m tests.record.killing [N] [SEED]`.

Half of the points are counted in steps of SQLite's machine, so that they lie within statements and transactions; half are moments, which also fall
between them, into commits, renames and Python's own work. Points and moments are drawn from a seed.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.record.conftest import TEXT, arrival, made

from onrecord import pipeline
from onrecord.record import Record, connection, migrations, open_record, queries, store
from onrecord.record.backups import back_up
from onrecord.record.checks import check
from onrecord.record.judgements import append, judgements
from onrecord.record.merging import merge
from onrecord.types import Judgement
from onrecord.views.export import ExportOptions, export

WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
EVERY = 100
"""Steps of SQLite's machine between two points at which work can be killed."""
Tell = Callable[[str], None]
"""Told the id of each judgement once the program has said that it is noted."""
OLDER = Path(__file__).parent / "data" / f"version{migrations.VERSION - 1}.db.gz"


@dataclass(frozen=True, slots=True)
class Work:
    """Something that is done to the record in a folder; done again, it goes on where it was killed."""

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path, Tell], None]


def reports(first: int, last: int) -> list[Any]:
    """Readings made by hand."""
    return [made(TEXT.replace("stalls", f"stalls for day {n}"), f"r{n}") for n in range(first, last)]


def fill(path: Path, first: int, last: int) -> None:
    """A record with reports, derived; those that are there are left alone, as `add` does."""
    with open_record(path, write=True) as record:
        for reading in reports(first, last):
            if reading.report.id not in queries.annotators(record):
                store.put_report(record, reading, arrival(reading), annotator="v1")
        if not pipeline.is_current(record):
            pipeline.derive(record)


def judge(home: Path, tell: Tell, *, name: str = "r.db") -> None:
    """Four judgements on figures, each followed by a reconciling, as `judge` does; those that are noted are left alone."""
    with open_record(home / name, write=True) as record:
        for n, reading in enumerate(reports(0, 4)):
            if any(j.why == f"{name} {n}" for j in judgements(record)):
                continue
            target = sorted(s.id for s in queries.statements(record, queries.Filter(report=reading.report.id)) if s.layer == "figures")[0]
            made_ = append(record, Judgement("", "accept", target, "R. Coder", WHEN, why=f"{name} {n}", layer="figures", quote="40 prisoners"))
            tell(made_.id)
            pipeline.derive(record)
        if not pipeline.is_current(record):
            pipeline.derive(record)


def judged(home: Path, *names: str) -> None:
    """Records with judgements."""
    for n, name in enumerate(names):
        fill(home / name, 0, 4 + n)
        judge(home, lambda identity: None, name=name)


def migrate(home: Path, tell: Tell) -> None:
    """An older record brought up to date and derived."""
    fill(home / "r.db", 0, 0)


def write_out(home: Path, tell: Tell) -> None:
    """A backup and two exports, each in the place of an earlier one."""
    back_up(home / "r.db", home / "copy.db", force=True)
    with open_record(home / "r.db") as record:
        for form in ("json", "record"):
            export(record, form, home / f"out.{form}", ExportOptions(force=True))


def join(home: Path, tell: Tell) -> None:
    """Another record merged into the record."""
    with open_record(home / "other.db") as other, open_record(home / "r.db", write=True) as record:
        merge(record, other, when=WHEN)
        pipeline.derive(record)


WORKS = (
    Work("add", lambda home: None, lambda home, tell: fill(home / "r.db", 0, 4)),
    Work("judge", lambda home: fill(home / "r.db", 0, 4), judge),
    Work("migration", lambda home: (home / "r.db").write_bytes(gzip.decompress(OLDER.read_bytes())) and None, migrate),
    Work("export and backup", lambda home: judged(home, "r.db"), write_out),
    Work("merge", lambda home: judged(home, "r.db", "other.db"), join),
)


def state(home: Path) -> object:
    """What a record says, to be compared."""
    with open_record(home / "r.db") as record:
        return replace(queries.snapshot(record), problems=tuple(sorted(queries.problems(record), key=repr))), judgements(record)


def unsound(home: Path) -> Iterator[str]:
    """What `onrecord check` finds in the record and in every copy that has its name."""
    for name in ("r.db", "copy.db", "out.record"):
        if (home / name).exists():
            with open_record(home / name, write=name == "r.db") as record:
                yield from (f"{name}: {f}" for f in check(record))


@dataclass(slots=True)
class Child:
    """A process at work, of which it is known how it ended, and what it said that it had noted."""

    killed: bool
    failed: bool
    said: list[str]
    seconds: float


def at_work(work: Work, home: Path, *, step: int | None = None, moment: float | None = None) -> Child:
    """Does the work in a process that is killed at a step of SQLite's, or at a moment."""
    reading, writing = os.pipe()
    began, pid = time.monotonic(), os.fork()
    if pid == 0:
        labour(work, home, writing, step)
    os.close(writing)
    if moment is not None:
        time.sleep(moment)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    seconds = time.monotonic() - began
    with os.fdopen(reading) as pipe:
        said = pipe.read().splitlines()
    return Child(os.WIFSIGNALED(status), os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0, said, seconds)


def labour(work: Work, home: Path, pipe: int, step: int | None) -> None:
    """The child's life: it ends here, killed by itself at the step, or after its work; the last thing that it says is how many steps there were."""
    status, steps, plain = 1, 0, connection.connect

    def count() -> int:
        nonlocal steps
        steps += 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def counted(target: str, *, busy_ms: int) -> Any:
        opened = plain(target, busy_ms=busy_ms)
        opened.set_progress_handler(count, EVERY)
        return opened

    connection.connect = counted
    try:
        work.run(home, lambda identity: os.write(pipe, f"{identity}\n".encode()) and None)
        os.write(pipe, f"steps {steps}\n".encode())
        status = 0
    finally:
        os._exit(status)


def losses(work: Work, scratch: Path, points: int, draw: random.Random) -> Iterator[list[str]]:
    """What was lost at each of *points* points of a piece of work; an empty list for nothing."""
    template, whole = scratch / "template", scratch / "whole"
    template.mkdir()
    work.prepare(template)
    shutil.copytree(template, whole)
    child = at_work(work, whole)
    assert not child.failed, f"{work.name} fails when nobody kills it"
    steps, wanted = int(child.said[-1].split()[1]), state(whole)
    tried = 0
    while tried < points:
        home = scratch / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(template, home)
        by_step = tried % 2 == 0
        step, moment = (draw.randint(1, steps), None) if by_step else (None, draw.uniform(0, child.seconds))
        now = at_work(work, home, step=step, moment=moment)
        if now.killed:
            tried += 1
            yield lost(work, home, now, wanted)
        elif now.failed:
            tried += 1
            yield [f"{work.name} failed with an error at step {step}, moment {moment}"]


def lost(work: Work, home: Path, child: Child, wanted: object) -> list[str]:
    """What does not hold after a kill, and after the work was done again."""
    if not (home / "r.db").exists():
        open_record(home / "r.db", write=True).close()
    found = [f"after the kill: {seen}" for seen in unsound(home)]
    with open_record(home / "r.db", write=True) as record:
        found += [f"judgement {said} is gone" for said in missing(record, child.said)]
    work.run(home, lambda identity: None)
    found += [f"after the work was done again: {seen}" for seen in unsound(home)]
    if state(home) != wanted:
        found.append("the work done again gave another record")
    with open_record(home / "r.db") as record:
        found += [f"judgement {said} is gone in the end" for said in missing(record, child.said)]
    return [f"{work.name}: {each}" for each in found]


def missing(record: Record, said: list[str]) -> set[str]:
    """Judgements that the program said were noted and that are not there."""
    return {s for s in said if not s.startswith("steps")} - {j.id for j in judgements(record)}


def tried_and_lost(points: int, seed: int) -> tuple[Counter[str], list[str]]:
    """How many points of each piece of work were tried, and all that was lost."""
    draw, tried, found = random.Random(seed), Counter[str](), list[str]()
    for n, work in enumerate(WORKS):
        share = points // len(WORKS) + (n < points % len(WORKS))
        with tempfile.TemporaryDirectory() as scratch:
            for each in losses(work, Path(scratch), share, draw):
                tried[work.name] += 1
                found += each
    return tried, found


def main() -> int:
    """Prints points tried and losses; status 1 where something was lost."""
    points, seed = (int(v) for v in (*sys.argv[1:], *("200", "7")[len(sys.argv) - 1 :]))
    began = time.monotonic()
    tried, found = tried_and_lost(points, seed)
    for each in found:
        print(each)
    print(", ".join(f"{name} {n}" for name, n in tried.items()))
    print(f"points tried {tried.total()}, losses {len(found)}, seed {seed}, {time.monotonic() - began:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
