"""How long a page of the web view takes: python -m bench.cost_pages [--reports N] [--seed S]

A record of N made-up reports (readings made without reading) is served in this process and each page is asked for several times. Printed
are the first answer, which loads the record, and for each page the median of the others in milliseconds and the size of the answer.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from bench.corpus.readings import readings
from bench.cost_reconcile import put, shape
from fastapi.testclient import TestClient

from onrecord import pipeline
from onrecord.config import Config
from onrecord.record import open_record
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook

PAGES = ("/", "/timeline", "/figures", "/positions", "/commitments", "/talks", "/disputes", "/reports", "/entities", "/search?q=prisoners")
TIMES = 5


def options(outlet: str | None = None, published: str | None = None) -> pipeline.AddOptions:
    """How the pages would add; nothing is added here."""
    return pipeline.AddOptions("2026-01-01T00:00:00+00:00")


def asked(client: TestClient, address: str) -> tuple[float, int, int]:
    """Milliseconds, status and bytes of one answer."""
    start = time.perf_counter()
    answer = client.get(address)
    return 1000 * (time.perf_counter() - start), answer.status_code, len(answer.content)


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=7)
    chosen = ask.parse_args()
    talks, days = shape(chosen.reports)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with open_record(path, write=True) as record:
            put(record, readings(chosen.reports, chosen.seed, talks=talks, days=days))
            pipeline.derive(record)
        client = TestClient(create_app(RecordBook(path, pipeline.parser_for(Config()), options)))
        first, _, _ = asked(client, "/")
        print(f"{chosen.reports} reports: the first page, which loads the record, {first:.0f} ms")
        for page in PAGES:
            found = [asked(client, page) for _ in range(TIMES)]
            _, status, size = found[0]
            print(f"  {page:22} {statistics.median(ms for ms, _, _ in found):7.0f} ms  {size // 1024:6} KB  {status}")


if __name__ == "__main__":
    main()
