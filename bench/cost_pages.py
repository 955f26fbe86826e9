"""How long a page of the web view takes: python -m bench.cost_pages [--sizes 1000 10000] [--seed S]

Records of so many made-up reports (readings made without reading) are served in this process, one after another. Printed are milliseconds of
processor time, which is what an idle machine takes by the clock (on a shared one the clock tells of the others): of the first answer of all, which loads
the record, and for each page of its first answer, which works out what its list needs; the median of answers that are drawn anew (each is asked for
another length of list, so that none is kept); the median of answers that are kept; and the size of the answer. The first answer of what changed since a
day reconciles the record as it was before that day; the last days of the record are foreseen when the page that offers them is opened. Then, for the
pages with a name of their own, how much longer the largest record takes than the smallest, and the fitted exponent.
"""

from __future__ import annotations

import argparse
import math
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.charts import Bar, chart_line
from bench.corpus.readings import readings
from bench.cost_reconcile import put, shape
from fastapi.testclient import TestClient

from onrecord import pipeline
from onrecord.config import Config
from onrecord.record import open_record
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook

PAGES = (
    "/", "/timeline", "/figures", "/positions", "/commitments", "/talks", "/disputes", "/roster", "/channels", "/proposals", "/sources", "/reports",
    "/entities", "/problems", "/search?q=prisoners", "/next", "/agreements",
)
TIMES = 5


def options(outlet: str | None = None, published: str | None = None) -> pipeline.AddOptions:
    """How the pages would add; nothing is added here."""
    return pipeline.AddOptions("2026-01-01T00:00:00+00:00")


def asked(client: TestClient, address: str) -> tuple[float, int, int]:
    """Milliseconds of processor time, status and bytes of one answer."""
    start = time.process_time()
    answer = client.get(address)
    return 1000 * (time.process_time() - start), answer.status_code, len(answer.content)


def median(answers: Sequence[tuple[float, int, int]]) -> float:
    """The middle of the milliseconds."""
    return statistics.median(ms for ms, _, _ in answers)


def further(client: TestClient) -> list[str]:
    """What changed since the last days of the record, and the page of one report, event, statement and entity."""
    days = client.get("/new.json").json()["days"]
    report = client.get("/reports.json").json()["rows"][0][0][1]
    event = client.get("/timeline.json").json()["months"][0][1]["lines"][0]["link"]
    statement = client.get("/figures.json").json()["ledgers"][0]["rows"][0]["statement"]
    entity = client.get("/entities.json").json()["rows"][0][0][1]
    return [f"/new?since={days[-1]}", f"/new?since={days[0]}", report, f"/events/{event}", f"/statements/{statement}", entity]


def measure(reports: int, seed: int, folder: Path) -> dict[str, tuple[float, float]]:
    """Prints the table of a record of so many reports; the medians of each page, drawn anew and kept."""
    talks, days = shape(reports)
    path, found = folder / f"{reports}.db", dict[str, tuple[float, float]]()
    with open_record(path, write=True) as record:
        put(record, readings(reports, seed, talks=talks, days=days))
        pipeline.derive(record)
    book = RecordBook(path, pipeline.parser_for(Config()), options)
    client = TestClient(create_app(book), base_url="http://127.0.0.1:8000")
    first, _, _ = asked(client, "/")
    print(f"{reports} reports: the first page, which loads the record, {first:.0f} ms; then: its first answer, drawn anew, kept")
    pages = (*PAGES, *further(client))
    book.settled()  # what was begun behind the pages would be counted with them
    for page in pages:
        before, _, _ = asked(client, page)
        drawn = median([asked(client, f"{page}{'&' if '?' in page else '?'}per={50 + n}") for n in range(TIMES)])
        again = [asked(client, page) for _ in range(TIMES)]
        _, status, size = again[0]
        found[page] = drawn, median(again)
        row = "  ".join(f"{ms:6.0f}" for ms in (before, *found[page]))
        print(f"  {page[:22]:22} {row} ms  {size // 1024:5} KB  {status}", flush=True)
    return found


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    ask.add_argument("--seed", type=int, default=7)
    chosen = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = {size: measure(size, chosen.seed, Path(folder)) for size in chosen.sizes}
    least, most = min(found), max(found)
    for n, what in enumerate(("drawn anew", "kept")):
        small, large = (statistics.mean(found[size][page][n] for page in PAGES) for size in (least, most))
        grown = f", exponent {math.log(large / small) / math.log(most / least):.2f}" if most > least else ""
        longest = max(found[most][page][n] for page in PAGES)
        print(f"pages {what}: {large / small:.2f} times as long for {most / least:.0f} times the reports{grown}; the longest {longest:.0f} ms")
    for size, pages in found.items():
        print(chart_line(f"pages {size}", f"milliseconds of processor time, drawn anew, {size} reports", [Bar(page, pages[page][0]) for page in PAGES]))


if __name__ == "__main__":
    main()
