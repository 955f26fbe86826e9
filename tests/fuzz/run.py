"""Hostile bytes into every reader and the search: `python -m tests.fuzz.run [--runs N] [--seed S] [--target NAME] [--guided SECONDS]`.

Every run changes fixtures by a seed; `--guided` also lets atheris steer by what code was reached, for the targets that stay in this process. What
fails is written to `build/fuzz`; once mended, it moves to `tests/fuzz/found/TARGET/`, where `make test` tries it for ever.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target, targets

OUT = Path("build/fuzz")
LIMIT = 30
"""Seconds that one input may take."""


@dataclass
class Tried:
    """What came of one target."""

    runs: int = 0
    seconds: float = 0.0
    failed: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """First input of each kind of failure."""


class TookTooLong(AssertionError):
    """An input was given up after LIMIT seconds."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raises TookTooLong in the body after *seconds*."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong(f"took longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def attempt(target: Target, raw: bytes) -> str | None:
    """What got out of a target, with its place; None where it held."""
    try:
        with limited(LIMIT):
            target.run(raw)
    except (Exception, RecursionError) as error:  # noqa: BLE001 -- whatever gets out is what is looked for
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        return f"{type(error).__name__} at {where}: {str(error)[:160]}"
    return None


def fuzz(target: Target, runs: int, seed: int) -> Tried:
    """Feeds *runs* changed inputs to a target."""
    tried, chance, began = Tried(), random.Random(f"{target.name} {seed}"), time.perf_counter()
    for _ in range(runs):
        raw = mutated(chance, target.seeds)
        tried.runs += 1
        if (seen := attempt(target, raw)) is not None:
            tried.failed.setdefault(seen.split(": ")[0], (seen, raw))
    tried.seconds = time.perf_counter() - began
    return tried


def keep(target: Target, raw: bytes) -> Path:
    """Writes an input that failed to a file."""
    path = OUT / target.name.replace(" ", "-") / hashlib.sha256(raw).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def guide(target: Target, seconds: int) -> int:
    """Lets atheris steer in a process of its own, which ends when its time is up; its exit status."""
    command = [sys.executable, "-m", "tests.fuzz.guided", target.name, str(seconds), str(OUT / target.name.replace(" ", "-"))]
    return subprocess.run(command, check=False).returncode


def main() -> int:
    """Runs what was asked for, prints a line a target; 1 where anything got out."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=500)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--target", default="")
    asked.add_argument("--guided", type=int, default=0, metavar="SECONDS")
    given = asked.parse_args()
    bad = total = 0
    for target in targets():
        if given.target not in target.name:
            continue
        tried = fuzz(target, given.runs, given.seed)
        total += tried.runs
        bad += len(tried.failed)
        print(f"{target.name:20} {tried.runs:6} runs {tried.seconds:7.1f} s   failures {len(tried.failed)}", flush=True)
        for seen, raw in tried.failed.values():
            print(f"    {seen}\n    {keep(target, raw)}", flush=True)
        if given.guided and target.guided:
            bad += guide(target, given.guided) != 0
    print(f"runs {total}, seed {given.seed}, kinds of failure {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
