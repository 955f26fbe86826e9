"""What very many readings cost: python -m bench.cost_sorting [--sizes 1000 3000 10000] [--memory 500MB]

Readings are made without reading (bench/corpus/readings.py), put into a folder as `onrecord read --engine` leaves it, and sorted (`onrecord sort`) and taken
into a record (`onrecord add`, deriving left out) in a process of its own each. Printed for each size: processor time a report, peak memory of the process,
and pairs found; then the fitted exponent. Seconds of a shared machine mean little: the ratios are of one run.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.charts import Point, chart_line
from bench.corpus.parts import COLLECTED, put_parts
from bench.corpus.readings import readings
from bench.cost_reconcile import shape

from onrecord.cluster.sorting import sort
from onrecord.cluster.taking import take
from onrecord.pipeline import AddOptions
from onrecord.record import open_record

PART = 200
WORK = ("sort", "take")


def once(work: str, folder: Path, memory: str) -> dict[str, float]:
    """Does one of the two in this process and gives what it took."""
    start, found = time.process_time(), {}
    if work == "sort":
        done = sort(folder, memory=memory)
        found = {"pairs": sum(n for _, n in done.copies), "negotiations": len(done.negotiations)}
    else:
        path = folder.with_suffix(".db")
        with open_record(path, write=True) as record:
            take(folder, record, AddOptions(COLLECTED))
        found = {"bytes": path.stat().st_size}
    return {"seconds": time.process_time() - start, "megabytes": peak(), **found}


def peak() -> int:
    """Megabytes that this process had at most (Linux only); what getrusage gives counts those of the process that started it."""
    row = next(line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
    return int(row.split()[1]) >> 10


def measure(size: int, seed: int, home: Path, memory: str) -> dict[str, dict[str, float]]:
    """Both, over a folder of *size* reports."""
    talks, days = shape(size)
    folder = put_parts(home / str(size), readings(size, seed, talks=talks, days=days), PART)
    found = {}
    for work in WORK:
        command = [sys.executable, "-m", "bench.cost_sorting", "--memory", memory, "--once", work, str(folder)]
        found[work] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    ask.add_argument("--memory", default="500MB")
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--once", nargs=2, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.once is not None:
        print(json.dumps(once(asked.once[0], Path(asked.once[1]), asked.memory)))
        return
    first: dict[str, dict[str, float]] = {}
    points: list[tuple[str, Point]] = []
    with tempfile.TemporaryDirectory() as home:
        for size in asked.sizes:
            found = measure(size, asked.seed, Path(home), asked.memory)
            first = first or found
            for work, row in found.items():
                points += [("seconds", Point(size, row["seconds"], work)), ("megabytes", Point(size, row["megabytes"], work))]
                rest = "  ".join(f"{name} {value:g}" for name, value in row.items() if name not in ("seconds", "megabytes", "bytes"))
                kept = f"{row['bytes'] / size / 1024:.1f} KB a report in the record" if "bytes" in row else rest
                times = math.log(size / asked.sizes[0])
                grown = f"  exponent {math.log(row['seconds'] / first[work]['seconds']) / times:.2f}" if size > asked.sizes[0] else ""
                print(f"{size:6} reports  {work}: {1000 * row['seconds'] / size:.1f} ms a report, {row['megabytes']:.0f} MB at most; {kept}{grown}", flush=True)
    for of, unit in (("seconds", "seconds of processor time"), ("megabytes", "megabytes at most")):
        print(chart_line(f"sorting {of}", unit, [point for name, point in points if name == of]))


if __name__ == "__main__":
    main()
