"""Scores the attribution layer on PolNeAR: polnear_bench.py [dev|train] [--guide] [--out FILE] [--scorer FILE]

Reads .bench/polnear/<part>, writes predictions in the scorer's format and prints what ../shared/bench/scorers/polnear_score.py says of them.
The broad convention is used: PolNeAR marks intentions, appraisals and objects as well, its contents hold "that" and the quotation marks, and
a source its relative clause. With --guide the contents of GUIDE.md's convention are scored instead, for comparison.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from polnear import HOME, Marked, articles

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.conventions import BROAD, GUIDE, Conventions
from onrecord.annotate.attributions.read import extract
from onrecord.types import Parsed

SCORER = Path(__file__).parents[2] / "shared/bench/scorers/polnear_score.py"


def predictions(texts: Mapping[str, Parsed], conventions: Conventions, weights: Mapping[str, float] | None = None) -> list[dict[str, Any]]:
    """What is found in every article, in the scorer's format."""
    found = []
    for name, parsed in texts.items():
        kept, _, _ = extract(parsed, conventions, weights)
        for item in kept:
            candidate = item.candidate
            found.append(
                {
                    "doc": name,
                    "content": [[parsed.tokens[a].start, parsed.tokens[b - 1].end] for a, b in candidate.content],
                    "cue": [[candidate.cue.start, candidate.cue.end]],
                    "source": whole_source(parsed, candidate),
                }
            )
    return found


def whole_source(parsed: Parsed, candidate: Candidate) -> list[list[int]]:
    """The source with its relative clause, as PolNeAR has it."""
    if candidate.source is None or candidate.source_words is None:
        return []
    first, last = candidate.source_words
    low, high = phrases.noun_phrase(candidate.source, relative=True)
    taken = [*candidate.content, candidate.cue_words]
    if first <= candidate.source.i < last and low >= first - 1 and not any(a < high and last < b for a, b in taken):
        last = max(last, phrases.trim(parsed.tokens, low, high)[1])
    return [[parsed.tokens[first].start, parsed.tokens[last - 1].end]] if first < last else []


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module; it is no part of the project."""
    spec = importlib.util.spec_from_file_location("polnear_score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path} is absent; give the scorer with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_threshold(texts: Mapping[str, Parsed], marks: Mapping[str, list[Marked]], weights: Mapping[str, float]) -> None:
    """Prints precision, recall and F1 of content@0.8 and full@0.8 on *texts* for several thresholds."""
    scorer = load_scorer(SCORER)
    gold = {n: (texts[n].report.text, [{"content": m.content, "cue": m.cue, "source": m.source} for m in marks[n]]) for n in texts}
    for threshold in (0.2, 0.25, 0.3, 0.35):
        by_name: dict[str, list[dict[str, Any]]] = {}
        for row in predictions(texts, replace(BROAD, threshold=threshold), weights):
            by_name.setdefault(row["doc"], []).append(row)
        print(f"threshold {threshold}")
        scorer.report(scorer.score(gold, by_name))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("part", nargs="?", default="dev"), p.add_argument("--guide", action="store_true")
    p.add_argument("--out", type=Path, default=HOME / "cache" / "polnear_predictions.jsonl"), p.add_argument("--scorer", type=Path, default=SCORER)
    a = p.parse_args()
    rows = predictions(articles(a.part), GUIDE if a.guide else BROAD)
    a.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    scorer = load_scorer(a.scorer)
    by_name: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_name.setdefault(row["doc"], []).append(row)
    scorer.report(scorer.score(scorer.load(str(HOME / "polnear" / a.part)), by_name))


if __name__ == "__main__":
    main()
