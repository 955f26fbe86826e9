"""Reading on one worker and on two: python -m bench.cost_processes [--reports N] [--partition P] [--turns T]

N made-up reports (bench/corpus) are read by `onrecord read --engine local[1]` and `local[2]` in turns; starting the workers and loading their models is
left out by a first small run on each. Printed by number of workers: seconds by the clock, processor time of all workers, share of the workers' time in
which they had work, bytes on disk and peak memory of a reading process. Then the ratio of the clocks, and what the ratio is when nobody else uses the
machine: workers × share with work × (processor time of one worker ÷ of two). On a shared machine the first tells of the others, the second does not.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.charts import Bar, chart_line
from bench.corpus.laid import lay
from bench.corpus.make import make_corpus

from onrecord.cluster.engine import Engine, engine
from onrecord.cluster.reading_process import Limits
from onrecord.cluster.run import Asked, read_on
from onrecord.config import Config
from onrecord.read import ReadOptions


@dataclass(frozen=True)
class Took:
    """One run."""

    workers: int
    clock: float
    cpu: float
    busy: float
    """Share of the workers' time."""
    reports: int
    size: int
    """Bytes of the Parquet files."""
    peak: int
    """Bytes of a reading process."""


def texts(reports: int, seed: int, file: Path) -> int:
    """Writes the reports as JSON Lines and gives how many words they have."""
    words = 0
    with file.open("w", encoding="utf-8") as out:
        for made in make_corpus(reports, seed, talks=max(2, reports // 300), days=100).reports:
            text = lay(made).text
            words += len(text.split())
            out.write(json.dumps({"id": made.id, "text": text, "outlet": made.outlet}) + "\n")
    return words


def run(on: Engine, workers: int, file: Path, out: Path, partition: int) -> Took:
    """Reads the file with workers that are warm."""
    model, options = Config().model, ReadOptions(entries=True)
    warm = out.with_suffix(".warm.jsonl")
    warm.write_text("".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[: 4 * workers]), encoding="utf-8")
    read_on(on, Asked((str(warm),), out.with_suffix(".warm"), options, model, 1))
    start = time.monotonic()
    done = read_on(on, Asked((str(file),), out, options, model, partition)).now
    clock = time.monotonic() - start
    return Took(
        workers, clock, sum(d.cpu for d in done), sum(d.seconds for d in done) / (workers * clock), sum(d.reports for d in done), sum(d.size for d in done),
        max(d.peak for d in done),
    )


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=2000)
    ask.add_argument("--partition", type=int, default=50)
    ask.add_argument("--turns", type=int, default=1)
    ask.add_argument("--seed", type=int, default=7)
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "made.jsonl"
        words = texts(asked.reports, asked.seed, file)
        took: list[Took] = []
        for turn in range(asked.turns):
            for workers in (1, 2):
                with engine(f"local[{workers}]", Config().model, Limits()) as on:
                    took.append(run(on, workers, file, Path(home) / f"{turn}-{workers}", asked.partition))
    tell(took, words)


def tell(took: list[Took], words: int) -> None:
    """Prints the table; of several turns the one with the least processor time."""
    one, two = (min((t for t in took if t.workers == n), key=lambda t: t.cpu) for n in (1, 2))
    print(f"{one.reports} reports of {words / one.reports:.0f} words")
    for t in (one, two):
        cost = f"{t.cpu:.1f} s of processor time ({words / t.cpu:.0f} words/s, {1000 * t.cpu / t.reports:.1f} ms a report)"
        rest = f"with work {t.busy:.0%} of the time; {t.size / t.reports / 1024:.1f} KB of Parquet a report; reading process {t.peak >> 20} MB at most"
        print(f"{t.workers} worker{'s' * (t.workers > 1)}: {t.clock:.1f} s by the clock, {cost}; {rest}")
    bars = [Bar(f"{t.workers} worker{'s' * (t.workers > 1)}", words * t.workers * t.busy / t.cpu) for t in (one, two)]
    print(chart_line("workers", "words per second with the machine to itself", bars))
    print(f"ratio by the clock {one.clock / two.clock:.2f}; with the machine to itself {2 * two.busy / max(one.busy, 0.01) * one.cpu / two.cpu:.2f}")


if __name__ == "__main__":
    main()
