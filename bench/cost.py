"""What reading costs: words per second of whole reading and of each layer against the bare parser, on the same texts in one process.

cost.py [FOLDER] [--reports N]: texts of FOLDER (the sample where none is named), cut to N. Bare parser, parse and layers are timed in turns, round after
round; the ratio is the middle one of all rounds, and the outermost are told beside it. Absolute seconds of a shared machine mean little. Start-up and the
loading of the model are left out.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.charts import Bar, chart_line

from onrecord.annotate import STEPS, annotate
from onrecord.annotate.cast import read_cast
from onrecord.annotate.draft import Draft
from onrecord.parse import KeptInMemory, SpacyParser
from onrecord.parse.blocks import plain, readable
from onrecord.read import read_paths
from onrecord.types import Parsed, Report

ROOT = Path(__file__).parents[1]
PASSES = 2
"""How often the parts of other measurements are timed; the better time counts, since other work on the machine only adds."""
ROUNDS = 5
WARM = 3
"""Reports read before the clock starts, so that caches of lexicons and vectors are filled on both sides."""


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor time, and what came out."""
    start = time.process_time()
    out = work()
    return time.process_time() - start, out


def measure(reports: list[Report]) -> dict[str, float]:
    """Words per second of the bare pipeline, of parse, of whole reading; share of reading's time by layer."""
    parser = SpacyParser(kept=KeptInMemory(0))
    for parsed in parser.parse_many(reports[:WARM]):
        annotate(parsed)
    words = sum(len(r.text.split()) for r in reports)
    texts = [plain(r, b) for r in reports for _, b in readable(r)]
    rounds = []
    for _ in range(ROUNDS):  # in turns, so that neither has the warmer machine
        bare, _ = timed(lambda: list(parser.nlp.pipe(texts, batch_size=64)))
        parse, parses = timed(lambda: list(parser.parse_many(reports)))
        rounds.append({"bare": bare, "parse": parse, **by_layer(parses)})
    ratios = sorted(r["bare"] / (sum(r.values()) - r["bare"]) for r in rounds)
    least = {name: min(r[name] for r in rounds) for name in rounds[0]}
    bare, parse = least.pop("bare"), least["parse"]
    reading = sum(least.values())
    found = {"words": words, "bare words/s": words / bare, "parse words/s": words / parse, "reading words/s": words / reading}
    found |= {"reading / bare": statistics.median(ratios), "lowest of the rounds": ratios[0], "highest of the rounds": ratios[-1]}
    return found | {f"{name} share of reading": seconds / reading for name, seconds in least.items()} | {"times words/s": words / least["times"]}


def by_layer(parses: list[Parsed]) -> dict[str, float]:
    """Seconds that the cast and each layer take over all reports."""
    layers: dict[str, float] = {"cast": 0.0, **{name: 0.0 for name, _ in STEPS}}
    for parsed in parses:
        seconds, cast = timed(lambda parsed=parsed: read_cast(parsed))  # type: ignore[misc]
        layers["cast"] += seconds
        draft = Draft(parsed, cast)
        for name, step in STEPS:
            seconds, (items, _) = timed(lambda step=step, draft=draft: step(draft))  # type: ignore[misc]
            layers[name] += seconds
            draft = replace(draft, **{name: items})
    return layers


def texts_in(folder: Path | None, most: int) -> list[Report]:
    """The reports to be measured on."""
    reports, _ = read_paths([folder or ROOT / "sample" / "reports"])
    return reports[:most]


def main() -> None:
    """Prints the measurements as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--reports", type=int, default=200)
    chosen = options.parse_args()
    found = measure(texts_in(chosen.folder, chosen.reports))
    print(json.dumps({k: round(v, 3) for k, v in found.items()}, indent=1))
    shares = {k.removesuffix(" share of reading"): v for k, v in found.items() if k.endswith(" share of reading")}
    print(chart_line("layers", "share of the time of reading", [Bar(name, share) for name, share in shares.items()]))
    speeds = {k.removesuffix(" words/s"): found[k] for k in ("bare words/s", "parse words/s", "reading words/s")}
    print(chart_line("reading", "words per second of processor time", [Bar(name, speed) for name, speed in speeds.items()]))


if __name__ == "__main__":
    main()
