"""Whether a change that should only make reading faster left every reading as it was: python -m bench.same FILE [--data .bench] [--parses FILE]

Reads the annotated reports (tests/gold, sample, ../shared/gold), a hundred made-up ones and PolNeAR's development texts where they are there.
Where FILE is not there it is written: for each report and layer a hash of all that was read. Else every hash is held against it, and what differs
is named; status 1. With --parses, parses are kept in that file, so that a change of the layers alone is tried in a fraction of the time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from dataclasses import fields
from pathlib import Path

import msgspec
from bench.cost_copies import made
from tests.gate.gate import gold_sets

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.parse import KeptInFile, SpacyParser
from onrecord.read import read_paths
from onrecord.types import Reading, Report
from onrecord.versions import parses

ROOT = Path(__file__).parents[1]
MADE = 100
"""Made-up reports, drawn by seed."""


def reports(data: Path, scratch: Path) -> list[tuple[str, Report]]:
    """Every report with its name, those of a set with the set's."""
    folders = {one.name: one.reports for one in gold_sets(scratch)} | {"polnear": data / "polnear" / "dev" / "text"}
    read = [(name, report) for name, folder in folders.items() if folder.is_dir() for report in read_paths([folder])[0]]
    return [(f"{name}/{report.name}", report) for name, report in (*read, *(("made", report) for report in made(MADE, 7)))]


def hashes(reading: Reading) -> dict[str, str]:
    """A hash of each part of a reading."""
    return {f.name: hashlib.sha256(msgspec.json.encode(getattr(reading, f.name))).hexdigest()[:16] for f in fields(reading)}


def main() -> int:
    """Writes or compares; 1 where a reading differs."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--data", type=Path, default=ROOT / ".bench")
    ask.add_argument("--parses", type=Path)
    asked = ask.parse_args()
    parser = SpacyParser(kept=KeptInFile(asked.parses, parses(Config().model)) if asked.parses else None)
    with tempfile.TemporaryDirectory() as scratch:
        named = reports(asked.data, Path(scratch))
    found = {name: hashes(annotate(parsed)) for (name, _), parsed in zip(named, parser.parse_many([r for _, r in named]), strict=True)}
    if not asked.file.exists():
        asked.file.write_text(json.dumps(found, indent=0), encoding="utf-8")
        print(f"{len(found)} readings noted in {asked.file}")
        return 0
    before = json.loads(asked.file.read_text(encoding="utf-8"))
    differing = [f"{name}: {', '.join(k for k in row if row[k] != before.get(name, {}).get(k))}" for name, row in found.items() if row != before.get(name)]
    differing += [f"{name}: not read" for name in before if name not in found]
    print("\n".join([*differing, f"{len(found)} readings, {len(differing)} differ"]))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
