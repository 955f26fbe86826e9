"""What reconciling costs as a record grows: python -m bench.cost_reconcile [--sizes 1000 3000 10000] [--seed S]

Readings are made without reading (bench/corpus/readings.py) for records of several sizes, with more negotiations and longer ones in
the larger. Printed for each size, in seconds of processor time: loading the readings from the record, setting the scene, reconciling,
writing what was derived; then the same for one report more. Then the ratios to the smallest size and the fitted exponent of the
whole. Seconds of a shared machine mean little: the ratios are of one run.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bench.corpus.readings import readings

from onrecord import pipeline
from onrecord.record import Record, open_record, store
from onrecord.types import Reading

ARRIVED = "2026-01-01T00:00:00+00:00"


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


def measure(reports: int, seed: int) -> tuple[Clock, Clock, dict[str, int]]:
    """Seconds for a record of so many reports from nothing, and for one report more; counts of what was derived."""
    talks, days = shape(reports)
    made = readings(reports + 1, seed, talks=talks, days=days)
    whole, one = Clock(), Clock()
    with open_record(None, write=True) as record:
        put(record, made[:-1])
        derived(record, whole)
        put(record, made[-1:])
        derived(record, one)
        counts = {
            table: record.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("statement", "entity", "event", "ledger_line", "origin_link", "dispute")
        }
        counts["pages"] = record.rows("PRAGMA page_count")[0][0]
    return whole, one, counts


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    ask.add_argument("--seed", type=int, default=7)
    asked = ask.parse_args()
    first: Clock | None = None
    for size in asked.sizes:
        whole, one, counts = measure(size, asked.seed)
        first = first or whole
        ratio = f"ratio {whole.whole / first.whole:.1f} for {size / asked.sizes[0]:.0f} times the reports"
        print(f"{size:6} reports  {whole.told()}  one more: {one.told()}  {ratio}")
        print(f"        {counts['pages'] * 4096 // size // 1024} KB a report; " + "  ".join(f"{name} {n}" for name, n in counts.items()), flush=True)
        if size > asked.sizes[0]:
            exponent = math.log(whole.whole / first.whole) / math.log(size / asked.sizes[0])
            print(f"        exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
