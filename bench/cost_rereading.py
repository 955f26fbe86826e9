"""What reading again costs after a change of one layer: python -m bench.cost_rereading [--reports N]

N made-up reports (bench/corpus) are read with parses and layers kept in a file, then read again in a process that has the model loaded: with nothing kept, with
parses alone, and with the version of one layer changed, for each layer. Printed: milliseconds of processor time a report, as a share of reading anew, which
layers were read, and whether all readings are the same.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import tomllib
from importlib.resources import files
from pathlib import Path

from bench.charts import Bar, chart_line
from bench.cost import PASSES, WARM, timed
from bench.cost_copies import Nothing, made

from onrecord.annotate import KeptLayers, annotate
from onrecord.parse import KeptInFile, SpacyParser
from onrecord.types import Reading, Report
from onrecord.versions import layers


def leaning(changed: str) -> list[str]:
    """A layer and those that lean on it, in the order of reading."""
    table = tomllib.loads((files("onrecord.annotate") / "layers.toml").read_text(encoding="utf-8"))
    found: list[str] = []
    for name, row in table.items():
        if name == changed or set(found) & set(row["leans_on"]):
            found.append(name)
    return found


def read(parser: SpacyParser, reports: list[Report], kept: KeptLayers | None) -> list[Reading]:
    """The readings."""
    return [annotate(parsed, kept=kept) for parsed in parser.parse_many(reports)]


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=60)
    ask.add_argument("--seed", type=int, default=7)
    asked = ask.parse_args()
    reports, now = made(asked.reports, asked.seed), layers("made")
    anew = SpacyParser(kept=Nothing())
    read(anew, reports[:WARM], None)
    whole, expected = min((timed(lambda: read(anew, reports, None)) for _ in range(PASSES)), key=lambda row: row[0])
    print(f"{len(reports)} reports; {'read anew':30} {1000 * whole / len(reports):6.1f} ms a report")
    bars = [Bar("read anew", 1000 * whole / len(reports))]
    with tempfile.TemporaryDirectory() as home:
        keeper = KeptInFile(Path(home) / "parses.db", "1")
        read(SpacyParser(kept=keeper), reports, KeptLayers(keeper, now))
        print(f"kept in the file: {(Path(home) / 'parses.db').stat().st_size / len(reports) / 1024:.1f} KB a report")
        for name in ("", *now):
            best, same = math.inf, False
            for turn in range(PASSES):
                again = set(leaning(name)) if name else set()
                kept = KeptLayers(keeper, {layer: f"{v} {name} {turn}" if layer in again else v for layer, v in now.items()}) if name else None
                seconds, found = timed(lambda kept=kept: read(SpacyParser(kept=keeper), reports, kept))  # type: ignore[misc]
                best, same = min(best, seconds), found == expected
            told = f"changed: {name}" if name else "all layers, parses kept"
            rest = f"{best / whole:.0%} of reading anew; read: {', '.join(leaning(name)) if name else 'all layers'}; {'the same' if same else 'NOT the same'}"
            print(f"{told:30} {1000 * best / len(reports):6.1f} ms a report, {rest}")
            bars.append(Bar(told, 1000 * best / len(reports)))
    print(chart_line("rereading", "milliseconds of processor time a report", bars))


if __name__ == "__main__":
    main()
