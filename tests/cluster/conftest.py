"""Short reports in all the forms that are cut, and a real cluster of two workers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

TEXT = (
    "The Red Front holds {n} prisoners, envoy Ana Ruiz said on Friday. “We demand that all {n} be freed by May 10,” Ruiz told reporters in Port Sant. "
    "The Front released {m} soldiers last week, the army of Norland said."
)


def text(n: int) -> str:
    """One short report, none like another."""
    return TEXT.format(n=40 + n, m=3 + n)


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty reports: 24 lines (one of them broken, two of one id), 9 rows of Parquet, 6 files of which two bear one name, and one file that is no text."""
    home = tmp_path_factory.mktemp("inputs")
    lines = [json.dumps({"id": f"line{n}", "outlet": "Daily Example", "published": "2024-05-02", "text": text(n)}) for n in range(23)]
    lines.insert(11, "{not json")
    lines.append(json.dumps({"id": "line3", "text": text(60)}))
    (home / "feed.jsonl").write_text("\n".join(lines) + "\n")
    with duckdb.connect() as base:
        base.execute("CREATE TABLE t (id VARCHAR, text VARCHAR, published DATE)")
        base.executemany("INSERT INTO t VALUES (?, ?, '2024-05-03')", [(f"row{n}", text(n + 30)) for n in range(9)])
        base.execute(f"COPY t TO '{home / 'dump.parquet'}' (FORMAT parquet)")
    for folder in ("a", "b"):
        (home / folder).mkdir()
        (home / folder / "wire.txt").write_text(f"May 4, 2024\n\n{text(45 + (folder == 'b'))}")
    for n in range(4):
        (home / "a" / f"report{n}.txt").write_text(text(50 + n))
    (home / "b" / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    return home


@pytest.fixture(scope="session")
def cluster() -> Iterator[Any]:
    """Two workers, each a process, as somebody would start them on two machines."""
    import distributed

    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", silence_logs="CRITICAL") as made:
        yield made
