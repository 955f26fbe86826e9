"""Work on a record over a disk that refuses to write, and what must hold then: `python -m tests.record.failing [N] [SEED] [WORK] [FAULT]`.

Four faults, their points drawn from a seed. `full`: from some write on, the disk is full. `broken`: one write fails, the next goes through. `small`: no
file can grow beyond some size, which libraries written in C meet too. `unsynced`: one sync fails. The work is that of the kills and whole commands; of
each: one clear sentence or none, the record opens and is sound, no judgement is gone, and the same work done again completes.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
from tests.conftest import report_of
from tests.record.faulty import Disk, broken_at, full_from, limit_files, whole
from tests.record.killing import WORKS, Work, judged, state, unsound

from onrecord import pipeline
from onrecord.errors import OnRecordError, of_system
from onrecord.parse import Parser
from onrecord.record import open_record, queries
from onrecord.record.judgements import judgements
from onrecord.views.cli.app import FAILED, app

FAULTS = ("full", "broken", "small", "unsynced")
NEWS = "March 2, 2024\n\nPORT SANT - The Red Front is holding 48 soldiers, Norland's defence minister Ana Ruiz said on Saturday.\n"


class Refused(Exception):
    """A command said in a sentence that it could not be done."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the program, with the record of a desk in its folder; FIGURE stands for the id of a statement."""

    words: tuple[str, ...]

    def __call__(self, home: Path, tell: Callable[[str], None]) -> None:
        """Runs it; Refused with what it said where it could not be done, AssertionError where it said something else."""
        with open_record(home / "r.db") as record:
            figure = next(s.id for s in queries.statements(record, queries.Filter()) if s.layer == "figures")
        words = [figure if w == "FIGURE" else w.replace("HOME", str(home)) for w in self.words]
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            status = app([*words, "--record", str(home / "r.db")], standalone_mode=False)
        lines = said.getvalue().splitlines()
        if status == FAILED:
            assert [line.startswith("onrecord: ") for line in lines[-1:]] == [True] and len(lines) <= 2, lines
            raise Refused(lines[-1])
        assert not status, (status, lines)


@cache
def desk() -> tempfile.TemporaryDirectory[str]:
    """A folder with two records that have judgements, a backup, and a report to be added."""
    made = tempfile.TemporaryDirectory()
    home = Path(made.name)
    judged(home, "r.db", "other.db")
    shutil.copy(home / "r.db", home / "kept.db")
    (home / "new.txt").write_text(NEWS)
    return made


def a_desk(home: Path) -> None:
    """The same in another folder."""
    shutil.copytree(desk().name, home, dirs_exist_ok=True)


COMMANDS = (
    ("add", "HOME/new.txt"), ("judge", "accept", "FIGURE", "--why", "heard it", "--who", "R. Coder"), ("merge", "HOME/other.db"),
    ("backup", "HOME/copy.db", "--force"), ("restore", "HOME/kept.db", "--force"), ("judge", "export", "HOME/log.jsonl"), ("dossier", "FIGURE", "HOME/dossier"),
    *(("export", form, f"HOME/out-{form}", "--force") for form in ("csv", "page", "record", "xlsx", "parquet", "docx", "site")),
    ("release", "freeze", "first"),
)  # fmt: skip


def works() -> tuple[Work, ...]:
    """What the kills are tried on, and the commands."""
    return (*WORKS, *(Work(" ".join(c[:2] if c[0] in ("judge", "export", "release") else c[:1]), a_desk, Command(c)) for c in COMMANDS))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How work in a process of its own ended."""

    writes: int = 0
    syncs: int = 0
    refused: int = 0
    sentence: str = ""
    """What the user was told where it could not be done."""
    trace: str = ""
    """What a user must never see."""
    said: tuple[str, ...] = ()
    """Ids of the judgements that the program had said were noted."""


def at_work(work: Work, home: Path, disk: Disk, limit: int | None = None) -> Outcome:
    """Does the work in a process of its own on such a disk."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(writing, msgspec.json.encode(labour(work, home, disk, limit)))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(pid, 0)
    return msgspec.json.decode(told, type=Outcome) if told else Outcome(trace="the process ended without a word")


def labour(work: Work, home: Path, disk: Disk, limit: int | None) -> Outcome:
    """The child's life."""
    said: list[str] = []
    sentence = trace = ""
    if limit is None:
        assert disk.install(), "NOT RUN: the calls of this SQLite cannot be reached"
    else:
        limit_files(limit)
    try:
        work.run(home, said.append)
    except (OnRecordError, Refused) as error:
        sentence = str(error)
    except OSError as error:
        sentence = str(of_system(error))
    except BaseException:  # noqa: BLE001 -- whatever a user would see as a traceback
        trace = traceback.format_exc()
    return Outcome(disk.writes, disk.syncs, disk.refused, sentence, trace, tuple(said))


@dataclass(frozen=True, slots=True)
class Ground:
    """A folder before the work, and what became of it when nothing failed."""

    template: Path
    writes: int
    syncs: int
    largest: int
    wanted: object
    judged: frozenset[str]


def ground(work: Work, scratch: Path) -> Ground:
    """Prepares the folder of a piece of work, and does the work once on a copy."""
    template, done = scratch / "template", scratch / "done"
    template.mkdir()
    work.prepare(template)
    shutil.copytree(template, done)
    seen = at_work(work, done, Disk(whole))
    assert not seen.sentence + seen.trace, f"{work.name} fails when nothing fails: {seen.sentence}{seen.trace}"
    largest = max(p.stat().st_size for p in done.rglob("*") if p.is_file())
    return Ground(template, seen.writes, seen.syncs, largest, summary(work, done), ids(template))


def ids(home: Path) -> frozenset[str]:
    """The judgements of the record in a folder that are in the newest schema."""
    if not (home / "r.db").exists():
        return frozenset()
    with contextlib.suppress(OnRecordError), open_record(home / "r.db") as record:
        return frozenset(j.id for j in judgements(record))
    return frozenset()


def summary(work: Work, home: Path) -> object:
    """What a record says; after a command, which notes the moment, only how much."""
    if not isinstance(work.run, Command):
        return state(home)
    with open_record(home / "r.db") as record:
        seen = queries.snapshot(record)
        return len(seen.reports), len(seen.statements), pipeline.is_current(record)


def tried(work: Work, scratch: Path, points: int, draw: random.Random, faults: Sequence[str] = FAULTS) -> Iterator[tuple[str, Outcome, list[str]]]:
    """The fault, how the work ended and what was lost, at each of *points* points at which something was refused; none where the work does not sync."""
    on, home, n = ground(work, scratch), scratch / "home", 0
    faults = [f for f in faults if f != "unsynced" or on.syncs]
    points = points if faults else 0
    while n < points:
        fault = draw.choice(faults)
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(on.template, home)
        if fault == "small":
            disk, limit = Disk(whole), draw.randint(0, on.largest)
        elif fault == "unsynced":
            disk, limit = Disk(whole, broken_at(draw.randint(1, on.syncs))), None
        else:
            disk, limit = Disk((full_from if fault == "full" else broken_at)(draw.randint(1, on.writes))), None
        seen = at_work(work, home, disk, limit)
        if not seen.refused and not seen.sentence and not seen.trace:
            continue
        n += 1
        yield fault, seen, [f"{work.name}, {fault}: {each}" for each in lost(work, home, seen, on)]


def lost(work: Work, home: Path, seen: Outcome, on: Ground) -> list[str]:
    """What does not hold after a fault, and after the work was done again on a sound disk."""
    found = [seen.trace] if seen.trace else []
    if "Errno" in seen.sentence or "\n" in seen.sentence:
        found.append(f"no clear sentence: {seen.sentence}")
    if not (home / "r.db").exists():
        open_record(home / "r.db", write=True).close()
    found += [f"after the fault: {each}" for each in unsound(home)]
    kept = on.judged | set(seen.said)
    found += [f"judgement {gone} is gone" for gone in kept - ids(home)] if work.name != "migration" else []
    again = at_work(work, home, Disk(whole)) if seen.sentence or not isinstance(work.run, Command) else Outcome()
    found += [f"done again: {again.sentence}{again.trace}"] if again.sentence or again.trace else []
    found += [f"after the work was done again: {each}" for each in unsound(home)]
    found += [f"judgement {gone} is gone in the end" for gone in kept - ids(home)]
    if not found and summary(work, home) != on.wanted:
        found.append("the work done again gave another record")
    return found


def all_tried(points: int, seed: int, parser: Parser, chosen: str = "", fault: str = "") -> tuple[Counter[str], Counter[str], list[str]]:
    """Points by work, by fault, and all that was lost; only works whose name has *chosen* in it, and the one *fault* where one is named."""
    pipeline.parser_for = lambda config: parser
    pipeline.annotator = lambda model: "v1"
    parser.parse(report_of(NEWS))
    draw, by_work, by_fault, found = random.Random(seed), Counter[str](), Counter[str](), list[str]()
    fitting = [w for w in works() if chosen in w.name]
    asked = draw.sample(fitting, len(fitting))
    for n, work in enumerate(asked):
        with tempfile.TemporaryDirectory() as scratch:
            for met, _, each in tried(work, Path(scratch), points // len(asked) + (n < points % len(asked)), draw, (fault,) if fault else FAULTS):
                by_work[work.name] += 1
                by_fault[met] += 1
                found += each
    return by_work, by_fault, found


def main() -> int:
    """Prints points tried and losses; status 1 where something was lost."""
    from onrecord.parse import SpacyParser

    points, seed, chosen, fault = (*sys.argv[1:], *("200", "7", "", "")[len(sys.argv) - 1 :])
    began = time.monotonic()
    by_work, by_fault, found = all_tried(int(points), int(seed), SpacyParser(), chosen, fault)
    for each in found:
        print(each)
    for counts in (by_work, by_fault):
        print(", ".join(f"{name} {n}" for name, n in counts.items()))
    print(f"points tried {by_work.total()}, losses {len(found)}, seed {seed}, {time.monotonic() - began:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
