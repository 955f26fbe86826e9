"""What others cost on the same text: python -m bench.cost_peers [FOLDER] [--reports N]

Words per second of processor time, in one process, in turns, the better of two passes; start-up and the loading of models and word lists are left out by
a first report. textacy's direct quotations stand beside our layer of attributions (all kinds of reported speech), recognizers-text's dates beside our
layer of times; both without the parse that textacy and we need, then with it. A peer that is not installed is told; requirements-peers.lock pins them.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.charts import Bar, chart_line
from bench.cost import PASSES, by_layer, texts_in, timed

from onrecord.annotate import annotate
from onrecord.parse import KeptInMemory, SpacyParser
from onrecord.parse.blocks import plain, readable
from onrecord.types import Report

PEERS = {"textacy quotations": "textacy", "recognizers-text times": "recognizers_date_time"}
"""What is measured of each, and the module by which it is known to be there."""


def best(work: Callable[[], Any]) -> float:
    """Seconds of the better of two passes."""
    return min(timed(work)[0] for _ in range(PASSES))


def quoted(quotations: Callable[[Any], Any], doc: Any) -> list[Any] | None:
    """What textacy finds; None where it refuses a paragraph whose quotation is not closed."""
    try:
        return list(quotations(doc))
    except ValueError:
        return None


def measure(reports: list[Report]) -> dict[str, float]:
    """Words per second of each, of ours and of the peers that are there."""
    parser = SpacyParser(kept=KeptInMemory(0))
    for parsed in parser.parse_many(reports[:2]):
        annotate(parsed)
    words = sum(len(r.text.split()) for r in reports)
    texts = [plain(r, b) for r in reports for _, b in readable(r)]
    parse, docs = math.inf, list[Any]()
    for _ in range(PASSES):
        seconds, docs = timed(lambda: list(parser.nlp.pipe(texts, batch_size=64)))
        parse = min(parse, seconds)
    parses = list(parser.parse_many(reports))
    rounds = [by_layer(parses) for _ in range(PASSES)]
    layers = {name: min(r[name] for r in rounds) for name in rounds[0]}
    found = {
        "bare spaCy": words / parse, "our attributions (with whom they name)": words / (layers["cast"] + layers["attributions"]),
        "our attributions, with parse": words / (parse + layers["cast"] + layers["attributions"]), "our times": words / layers["times"],
    }
    if find_spec("textacy"):
        quotations = import_module("textacy.extract.triples").direct_quotations
        alone = best(lambda: [quoted(quotations, doc) for doc in docs])
        found["paragraphs that textacy refuses"] = sum(quoted(quotations, doc) is None for doc in docs)
        found |= {"textacy quotations": words / alone, "textacy quotations, with parse": words / (parse + alone)}
    if find_spec("recognizers_date_time"):
        dates = import_module("recognizers_date_time")
        dates.recognize_datetime(texts[0], dates.Culture.English)
        found["recognizers-text times"] = words / timed(lambda: [dates.recognize_datetime(t, dates.Culture.English) for t in texts])[0]
    return found


def main() -> None:
    """Prints the measurements, and loudly what is absent."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--reports", type=int, default=40)
    chosen = options.parse_args()
    found = measure(texts_in(chosen.folder, chosen.reports))
    refused = found.pop("paragraphs that textacy refuses", None)
    for name, speed in found.items():
        print(f"{name:40} {speed:9.0f} words/s")
    for ours, theirs in (
        ("our attributions (with whom they name)", "textacy quotations"), ("our attributions, with parse", "textacy quotations, with parse"),
        ("our times", "recognizers-text times"),
    ):
        if theirs in found:
            print(f"{ours} / {theirs}: {found[ours] / found[theirs]:.2f}")
    if refused is not None:
        print(f"textacy refuses {refused:.0f} paragraphs, as a quotation in them is not closed")
    for name, module in PEERS.items():
        if name not in found:
            print(f"NOT MEASURED: {name}, as {module} is not installed (pip install -r requirements-peers.lock)")
    print(chart_line("peers", "words per second of processor time", [Bar(name, speed) for name, speed in found.items()]))


if __name__ == "__main__":
    main()
