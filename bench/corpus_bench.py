"""Reads a made-up corpus into a record and scores the record against what is true: python -m bench.corpus_bench [--reports N] [--seed S]

--plant adds 300 reports more, with ten changes and sixty copies among them, and scores what the record says that they changed.
--record FILE keeps the record (and uses it again where it holds the same reports already: known reports are not read twice).
The corpus is that of bench/corpus: two negotiations at once, outlets that copy and rewrite, slips, late and undated reports.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.corpus.laid import row
from bench.corpus.make import Corpus, make_corpus
from bench.corpus.plant import plant, planted_truth
from bench.corpus.reports import Made
from bench.corpus.score import known, score
from bench.corpus.score_changes import score_changes
from bench.corpus.truth import truth

from onrecord.config import Config
from onrecord.desk.changing import changes_since, moment_of
from onrecord.pipeline import AddOptions, add, parser_for
from onrecord.record import Record, open_record, queries
from onrecord.types import Statement

COLLECTED = "2026-01-01T00:00:00+00:00"


def fill(record: Record, reports: Sequence[Made]) -> None:
    """Adds reports to the record."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row(m), ensure_ascii=False) + "\n" for m in reports), encoding="utf-8")
        add([str(path)], record, parser_for(Config()), AddOptions(COLLECTED))


def held(record: Record) -> tuple[dict[str, Statement], dict[str, str]]:
    """Statements by id, and the names of reports by theirs."""
    return {s.id: s for s in queries.statements(record)}, {r.id: r.name for r in queries.all_reports(record)}


def change(record: Record, corpus: Corpus, seed: int) -> None:
    """Adds the planted reports and prints how well what they changed is told."""
    added, before = plant(corpus, seed), moment_of(record)
    fill(record, added.reports)
    for line in score_changes(planted_truth(added), changes_since(record, before), *held(record)):
        print(line)


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--record", type=Path)
    ask.add_argument("--plant", action="store_true")
    asked = ask.parse_args()
    corpus = make_corpus(asked.reports, asked.seed)
    with open_record(asked.record, write=True) as record:
        start = time.monotonic()
        fill(record, corpus.reports)
        statements, names = held(record)
        print(f"{len(names)} reports, {len(statements)} statements, added in {time.monotonic() - start:.0f} s")
        for line in score(known(truth(corpus), queries.derived(record), statements, names)):
            print(line)
        if asked.plant:
            change(record, corpus, asked.seed + 1)


if __name__ == "__main__":
    main()
