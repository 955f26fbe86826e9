"""Writes a made-up corpus with its truth: python -m bench.corpus --reports 1000 --seed 7 --out DIR [--plant]

DIR/reports.jsonl holds the reports as JSON Lines, DIR/truth.json what is true of them. With --plant, DIR/added.jsonl holds 300 more
reports with ten changes and sixty copies among them, and DIR/added.json says which.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from bench.corpus.laid import row
from bench.corpus.make import make_corpus
from bench.corpus.plant import plant, planted_truth
from bench.corpus.reports import Made
from bench.corpus.truth import truth


def write_rows(path: Path, reports: Sequence[Made]) -> None:
    """Reports as JSON Lines."""
    path.write_text("".join(json.dumps(row(m), ensure_ascii=False) + "\n" for m in reports), encoding="utf-8")


def main() -> None:
    """Writes the files."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--plant", action="store_true")
    ask.add_argument("--out", type=Path, required=True)
    asked = ask.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    corpus = make_corpus(asked.reports, asked.seed)
    write_rows(asked.out / "reports.jsonl", corpus.reports)
    (asked.out / "truth.json").write_text(json.dumps(truth(corpus), ensure_ascii=False, indent=1), encoding="utf-8")
    if asked.plant:
        added = plant(corpus, asked.seed + 1)
        write_rows(asked.out / "added.jsonl", added.reports)
        (asked.out / "added.json").write_text(json.dumps(planted_truth(added), ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{len(corpus.reports)} reports in {asked.out}")


if __name__ == "__main__":
    main()
