"""What reconciling costs as a record grows: python -m bench.cost_reconcile [--sizes 1000 3000 10000] [--seed S]

Readings are made without reading (bench/corpus/readings.py) for records of several sizes, with more negotiations and longer ones in
the larger. Printed for each size, in seconds of processor time: deriving everything at once; then, in a process of its own that opens
the record from its file, one report more as `onrecord add` does it, reading left out: what was known before, deriving, what it changed.
Beside that its share of the whole, the rows that it wrote and the peak memory of its process. Then the ratios to the smallest size and
the fitted exponents. Seconds of a shared machine mean little: the ratios are of one run.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.charts import Point, chart_line
from bench.corpus.readings import readings

from onrecord import pipeline
from onrecord.desk.changing import changes_since, moment_of
from onrecord.record import Record, open_record, store
from onrecord.types import Reading

ARRIVED = "2026-01-01T00:00:00+00:00"
PAGE = 4096
"""Bytes of a page of SQLite's file."""


@dataclass
class Clock:
    """Seconds of processor time by part; lives as long as the measurement."""

    parts: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Times one part."""
        start = time.process_time()
        yield
        self.parts[name] = self.parts.get(name, 0.0) + time.process_time() - start

    @property
    def whole(self) -> float:
        """All parts."""
        return sum(self.parts.values())

    def told(self) -> str:
        """The parts in a row."""
        return "  ".join(f"{name} {seconds:.2f}" for name, seconds in self.parts.items())


def put(record: Record, made: Sequence[Reading]) -> None:
    """Stores readings as if they had been read."""
    for reading in made:
        store.put_report(record, reading, store.Arrival(b"", None, ARRIVED, "bench", "bench"), annotator="bench")


def derived(record: Record, clock: Clock) -> None:
    """Derives as `onrecord add` does."""
    with clock.part("derive"):
        pipeline.derive(record)


def shape(reports: int) -> tuple[int, int]:
    """How many negotiations and days a record of so many reports tells of: both grow with the root of its size."""
    scale = math.sqrt(reports / 1000)
    return max(2, round(2 * scale)), max(20, round(100 * scale))


@dataclass(frozen=True)
class One:
    """What one report more costs."""

    parts: dict[str, float]
    rows: int
    """Rows written."""
    megabytes: int
    """Peak memory of its process."""

    @property
    def seconds(self) -> float:
        """All parts."""
        return sum(self.parts.values())


def measure(reports: int, seed: int, folder: Path) -> tuple[Clock, One, dict[str, int]]:
    """Seconds for a record of so many reports from nothing, and for one report more; counts of what was derived."""
    talks, days = shape(reports)
    made = readings(reports + 1, seed, talks=talks, days=days)
    path, more, whole = folder / f"{reports}.db", folder / f"{reports}.pickle", Clock()
    more.write_bytes(pickle.dumps(made[-1]))
    with open_record(path, write=True) as record:
        put(record, made[:-1])
        derived(record, whole)
    told = subprocess.run([sys.executable, "-m", "bench.cost_reconcile", "--one", str(path), str(more)], capture_output=True, text=True, check=True)
    with open_record(path) as record:
        counts = {
            table: record.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("statement", "entity", "event", "ledger_line", "origin_link", "dispute")
        }
        counts["pages"] = record.rows("PRAGMA page_count")[0][0]
    return whole, One(**json.loads(told.stdout)), counts


def one_more(path: Path, reading: Reading) -> One:
    """Adds one report to the record at *path* as `onrecord add` does once it is read."""
    clock = Clock()
    with open_record(path, write=True) as record:
        with clock.part("before"):
            before = moment_of(record)
        written = record.connection.total_changes
        put(record, [reading])
        derived(record, clock)
        written = record.connection.total_changes - written
        with clock.part("changes"):
            changes_since(record, before)
    return One(clock.parts, written, peak())


def peak() -> int:
    """Megabytes that this program held at most; the process's own count would begin with those of the program that started it."""
    status = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8")) if status.exists() else None
    return int(told[1]) // 1024 if told is not None else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--one", type=Path, nargs=2, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one is not None:
        print(json.dumps(asdict(one_more(asked.one[0], pickle.loads(asked.one[1].read_bytes())))))
        return
    with tempfile.TemporaryDirectory() as folder:
        tell([(size, *measure(size, asked.seed, Path(folder))) for size in asked.sizes])


def tell(found: Sequence[tuple[int, Clock, One, dict[str, int]]]) -> None:
    """Prints what was measured."""
    points = [Point(size, seconds, name) for size, whole, one, _ in found for name, seconds in (("all at once", whole.whole), ("one more", one.seconds))]
    print(chart_line("reconciling", "seconds of processor time", points))
    sizes = [Point(size, counts["pages"] * PAGE / size / 1024, "record") for size, _, _, counts in found]
    print(chart_line("record size", "kilobytes of the record a report", sizes))
    smallest, first, least, _ = found[0]
    for size, whole, one, counts in found:
        ratio = f"ratio {whole.whole / first.whole:.1f} for {size / smallest:.0f} times the reports"
        parts = "  ".join(f"{name} {seconds:.2f}" for name, seconds in one.parts.items())
        print(f"{size:6} reports  {whole.told()}  {ratio}")
        print(f"        one more: {parts}  derive is {one.parts['derive'] / whole.whole:.1%} of the whole; {one.rows} rows, {one.megabytes} MB at most")
        print(f"        {counts['pages'] * PAGE // size // 1024} KB a report; " + "  ".join(f"{name} {n}" for name, n in counts.items()))
        if size > smallest:
            times = math.log(size / smallest)
            print(f"        exponent {math.log(whole.whole / first.whole) / times:.2f}, of one more {math.log(one.seconds / least.seconds) / times:.2f}")


if __name__ == "__main__":
    main()
