"""Reads a made-up corpus into a record and scores the record against what is true: python -m bench.corpus_bench [--reports N] [--seed S]

--record FILE keeps the record (and uses it again where it holds the same reports already: known reports are not read twice).
The corpus is that of bench/corpus: two negotiations at once, outlets that copy and rewrite, slips, late and undated reports.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from bench.corpus.laid import row
from bench.corpus.make import make_corpus
from bench.corpus.score import known, score
from bench.corpus.truth import truth

from onrecord.config import Config
from onrecord.pipeline import AddOptions, add, parser_for
from onrecord.record import Record, open_record, queries

COLLECTED = "2026-01-01T00:00:00+00:00"


def fill(record: Record, reports: int, seed: int) -> dict[str, object]:
    """Adds the corpus to the record; the truth about it."""
    corpus = make_corpus(reports, seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row(m), ensure_ascii=False) + "\n" for m in corpus.reports), encoding="utf-8")
        add([str(path)], record, parser_for(Config()), AddOptions(COLLECTED))
    return truth(corpus)


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--record", type=Path)
    asked = ask.parse_args()
    with open_record(asked.record, write=True) as record:
        start = time.monotonic()
        true = fill(record, asked.reports, asked.seed)
        names = {r.id: r.name for r in queries.all_reports(record)}
        statements = {s.id: s for s in queries.statements(record)}
        print(f"{len(names)} reports, {len(statements)} statements, added in {time.monotonic() - start:.0f} s")
        for line in score(known(true, queries.derived(record), statements, names)):
            print(line)


if __name__ == "__main__":
    main()
