"""`onrecord read --engine`: files cut, partitions read wherever there are workers, and each noted when its file is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.adding import Progress, silent
from onrecord.cluster.engine import Engine, Failed
from onrecord.cluster.plan import Done, Partition, Plan, finished, note_done, partitions_of, write_plan
from onrecord.cluster.work import Cut, Task, batches, cut_files
from onrecord.errors import InputError
from onrecord.read import ReadOptions
from onrecord.read.paths import STDIN, find_files
from onrecord.read.pieces import Piece
from onrecord.types import Problem
from onrecord.versions import annotator, extractor

REPORTS = 200
"""Reports of a partition: half a minute of one core's work, which is the most that a lost worker loses."""
FILES = 200
"""Files that one task looks at."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is to read, how, and where to."""

    inputs: tuple[str, ...]
    folder: Path
    options: ReadOptions
    model: str
    reports: int = REPORTS
    """Of a partition at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a run: partitions read now, those that an earlier run had read, those that could not be read."""

    now: tuple[Done, ...]
    before: tuple[Done, ...]
    failed: tuple[tuple[Partition, str], ...]
    problems: tuple[Problem, ...]
    """Inputs that are no files."""

    @property
    def lost(self) -> bool:
        """Whether some input was lost."""
        return bool(self.failed or any(p.lost for p in self.problems) or any(d.lost for d in (*self.now, *self.before)))


def read_on(engine: Engine, asked: Asked, progress: Progress = silent) -> Told:
    """Reads what is not read yet; the same call goes on where a run was ended, and does nothing where all is done."""
    plan = planned(engine, asked)
    asked.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_plan(asked.folder, plan)
    had = finished(asked.folder)
    clear(asked.folder, keep={p.file for p in plan.partitions if p.key in had})
    waiting = [Task(p, plan.options, str(asked.folder.resolve())) for p in plan.partitions if p.key not in had]
    now: list[Done] = []
    failed: list[tuple[Partition, str]] = []
    from onrecord.cluster.readers import read_here

    count = 0
    for task, found in engine.run(read_here, waiting):
        if isinstance(found, Failed):
            failed.append((task.partition, found.why))
            continue
        note_done(asked.folder, found)
        now.append(found)
        count += found.reports
        progress(count, task.partition.place)
    return Told(tuple(now), tuple(had[p.key] for p in plan.partitions if p.key in had), tuple(failed), plan.problems)


def planned(engine: Engine, asked: Asked) -> Plan:
    """The partitions of all inputs, in their order: the same on every run over the same bytes, whoever cuts them."""
    paths, problems = named(asked.inputs)
    found: dict[tuple[str, ...], Sequence[Piece | Problem]] = {}
    for task, pieces in engine.run(cut_files, (Cut(group, asked.reports) for group in batches(paths, FILES))):
        if isinstance(pieces, Failed):
            raise InputError(f"{task.paths[0]} and {len(task.paths) - 1} more: the files could not be looked at ({pieces.why}); every worker must see them")
        found[task.paths] = pieces
    everything = [piece for group in batches(paths, FILES) for piece in found[group]]
    problems += [p for p in everything if isinstance(p, Problem)]
    made_by = (annotator(asked.model), extractor(), replace(asked.options, today=None))
    partitions = partitions_of((p for p in everything if isinstance(p, Piece)), asked.reports, made_by)
    inputs = tuple(asked.inputs)
    return Plan(inputs, asked.model, made_by[0], made_by[1], asked.options, partitions, tuple(problems))


def named(inputs: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """The files that *inputs* mean, as a person named them, and the problems in the place of others."""
    paths, problems = [], []
    for found in find_files(inputs):
        if found.problem is not None:
            problems.append(found.problem)
        elif found.path is None or str(found.path) == STDIN:
            raise InputError(f"{found.address or STDIN}: with --engine only files are read, which every worker can see; save it as a file")
        else:
            paths.append(str(found.path))
    return paths, problems


def clear(folder: Path, keep: set[str]) -> None:
    """Takes away files that no partition of the plan has, and what a worker that was lost left half written."""
    for file in strays(folder, keep):
        file.unlink(missing_ok=True)


def strays(folder: Path, keep: set[str]) -> Iterator[Path]:
    """Files of partitions that are not to be kept."""
    for pattern in ("part-*.parquet", ".part-*.tmp"):
        yield from (file for file in sorted(folder.glob(pattern)) if file.name not in keep)
