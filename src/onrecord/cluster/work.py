"""What a worker does: one partition from its inputs to its file. Also what it does before: cutting files into pieces."""

from __future__ import annotations

import datetime as dt
import platform
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.adding import LONGEST
from onrecord.cluster.parts import Row, write_rows
from onrecord.cluster.plan import Done, Partition, sha256_of
from onrecord.cluster.reading_process import ReadingProcess
from onrecord.read import ReadOptions, ReadResult
from onrecord.read.pieces import Piece, cut, read_pieces
from onrecord.types import Problem


@dataclass(frozen=True, slots=True)
class Cut:
    """Files to be cut, and how many reports a piece may hold."""

    paths: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Task:
    """A partition to be read, how, and the folder for its file."""

    partition: Partition
    options: ReadOptions
    folder: str


def cut_files(task: Cut) -> tuple[Piece | Problem, ...]:
    """The pieces of each file in turn, or a Problem for one that the system does not let be read."""
    found: list[Piece | Problem] = []
    for path in task.paths:
        try:
            found += cut(Path(path), task.most)
        except OSError as error:
            found.append(Problem("unreadable", f"{path}: {error.strerror}; look at its permissions, and whether every worker sees it", where=path, lost=True))
    return tuple(found)


def read_partition(task: Task, process: ReadingProcess) -> Done:
    """Reads a partition into its file; what was there under its name is replaced by the same."""
    process.ready()
    start, before = time.monotonic(), time.process_time() + process.cpu()
    now = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()
    path = Path(task.folder) / task.partition.file
    rows = [Row(result, result.collected or now, reading) for result, reading in read_all(list(read_pieces(task.partition.pieces, task.options)), process)]
    write_rows(rows, path)
    lost = sum(p.lost for row in rows for p in row.result.problems)
    return Done(
        task.partition.key, sha256_of(path) or "", path.stat().st_size, sum(row.reading is not None for row in rows), lost,
        round(time.monotonic() - start, 3), round(max(0.0, time.process_time() + process.cpu() - before), 3), process.peak(), platform.node(),
    )


def read_all(results: Sequence[ReadResult], process: ReadingProcess) -> Iterator[tuple[ReadResult, bytes | None]]:
    """Each result with the reading of its report; a report that stopped its process has a Problem instead. Two reports of one id are read once."""
    reports = {r.report.id: r.report for r in results if r.report is not None and len(r.report.text) <= LONGEST}
    readings: dict[str, bytes | Problem] = dict(zip(reports, process.read(list(reports.values())), strict=True))
    for result in results:
        found = readings.get(result.report.id) if result.report is not None else None
        if isinstance(found, Problem):
            yield replace(result, problems=(*result.problems, found)), None
        else:
            yield result, found


def batches(paths: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """Paths in groups of so many."""
    group: list[str] = []
    for path in paths:
        group.append(path)
        if len(group) == size:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
