"""The web view under steady load while reports are added: `python -m tests.views.web.soak [SECONDS] [REQUESTS_A_SECOND]`.

`onrecord serve` runs as a process of its own over the sample; this process asks for its pages in turn at an even pace over the loopback device, and adds a
made-up report every few seconds. Printed: answers by status, times, and the memory of the server at twenty moments. Memory counts as flat when the server
ends with at most a quarter more than a new one that shows the same record: what more reports need is no leak, what stays of earlier states is.
"""

from __future__ import annotations

import argparse
import asyncio
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
from bench.corpus.laid import lay
from bench.corpus.make import make_corpus

from onrecord import pipeline
from onrecord.config import Config
from onrecord.record import open_record
from onrecord.types import Report, report_id

SAMPLE = Path(__file__).parents[3] / "sample" / "reports"
PAGES = (
    "/", "/timeline", "/figures", "/positions", "/commitments", "/talks", "/disputes", "/roster", "/channels", "/proposals", "/sources", "/reports",
    "/entities", "/problems", "/figures.json", "/timeline?per=20",
)  # fmt: skip
FLAT = 1.25
"""Memory at the end over that of a new server, at most."""
EVERY = 10.0
"""Seconds between two reports that are added."""
WHEN = "2026-01-02T03:04:05+00:00"


@dataclass
class Seen:
    """What came of the requests."""

    statuses: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    """Megabytes of the server; the last value after the load."""
    fresh: int = 0
    """Megabytes of a new server over the same record that gave each page once."""
    added: int = 0
    errors: list[str] = field(default_factory=list)


def megabytes(server: psutil.Process) -> int:
    """What the process holds in memory."""
    return int(server.memory_info().rss) >> 20


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def adding(path: Path, seen: Seen, stop: threading.Event) -> None:
    """Adds a made-up report every few seconds, until told to stop."""
    parser = pipeline.parser_for(Config())
    for n, one in enumerate(make_corpus(200, 7, talks=2, days=100).reports):
        text = lay(one).text
        report = Report(report_id(text, None, None), f"made-{n}", text)
        file = path.with_name(f"{report.name}.txt")
        file.write_text(text, encoding="utf-8")
        try:
            with open_record(path, write=True) as record:
                pipeline.add([str(file)], record, parser, pipeline.AddOptions(WHEN))
            seen.added += 1
        except Exception as error:  # noqa: BLE001 -- whatever a user would see
            seen.errors.append(f"adding: {error!r}")
        if stop.wait(EVERY):
            return


async def ask(client: httpx.AsyncClient, address: str, seen: Seen) -> None:
    """One request."""
    began = time.monotonic()
    try:
        answer = await client.get(address)
    except httpx.HTTPError as error:
        seen.statuses[type(error).__name__] += 1
        return
    seen.statuses[str(answer.status_code)] += 1
    seen.seconds.append(time.monotonic() - began)


async def load(base: str, server: psutil.Process, seen: Seen, asked: argparse.Namespace) -> None:
    """Requests at an even pace, and a look at the server's memory at times."""
    tasks: set[asyncio.Task[None]] = set()
    began, total = time.monotonic(), int(asked.seconds * asked.rate)
    async with httpx.AsyncClient(base_url=base, timeout=60, limits=httpx.Limits(max_connections=32)) as client:
        for n in range(total):
            await asyncio.sleep(max(0.0, began + n / asked.rate - time.monotonic()))
            task = asyncio.create_task(ask(client, PAGES[n % len(PAGES)], seen))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
            if n % (total // 20 or 1) == 0:
                seen.memory.append(megabytes(server))
        await asyncio.gather(*tasks)


@contextmanager
def served(path: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server of the record at *path*, and its process; stopped at the end."""
    port = free_port()
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(path), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}", psutil.Process(server.pid)
        finally:
            server.terminate()


def soak(home: Path, asked: argparse.Namespace) -> Seen:
    """Serves a record in *home*, loads it, stops the server, and asks a new one for the same pages once."""
    path, seen, stop = home / "r.db", Seen(), threading.Event()
    with open_record(path, write=True) as record:
        pipeline.add([str(SAMPLE)], record, pipeline.parser_for(Config()), pipeline.AddOptions(WHEN))
    with served(path) as (base, server):
        adder = threading.Thread(target=adding, args=(path, seen, stop))
        adder.start()
        asyncio.run(load(base, server, seen, asked))
        stop.set()
        adder.join()
        seen.memory.append(megabytes(server))
    with served(path) as (base, server):
        for address in PAGES:
            httpx.get(base + address, timeout=60).raise_for_status()
        seen.fresh = megabytes(server)
    return seen


def main() -> int:
    """Prints what was seen; status 1 where an answer was an error or memory grew."""
    ask_for = argparse.ArgumentParser(description=__doc__)
    ask_for.add_argument("seconds", nargs="?", type=float, default=300)
    ask_for.add_argument("rate", nargs="?", type=float, default=50)
    asked = ask_for.parse_args()
    with tempfile.TemporaryDirectory() as home:
        seen = soak(Path(home), asked)
    times = sorted(seen.seconds)
    bad = sum(n for status, n in seen.statuses.items() if status != "200") + len(seen.errors)
    print("\n".join(seen.errors[:5]))
    print(f"{sum(seen.statuses.values())} answers in {asked.seconds:.0f} s ({dict(seen.statuses)}), {seen.added} reports added; errors {bad}")
    middle, late, last = (1000 * seconds for seconds in (statistics.median(times), times[len(times) * 95 // 100], times[-1]))
    print(f"half within {middle:.0f} ms, 95 of 100 within {late:.0f} ms, the longest {last:.0f} ms")
    flat = seen.memory[-1] <= FLAT * seen.fresh
    print("memory of the server, MB: " + " ".join(map(str, seen.memory)) + f"; of a new one: {seen.fresh}; {'flat' if flat else 'NOT flat'}")
    return 1 if bad or not flat else 0


if __name__ == "__main__":
    raise SystemExit(main())
