"""The record that the gate's reports give together, point by point beside what it must say (`record.json`): how many points of each part are right."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.parse import Parser
from onrecord.pipeline import AddOptions, add
from onrecord.record import open_record
from onrecord.score import score_whole
from onrecord.views.export.record_json import record_json

ROOT = Path(__file__).parents[2]
WHEN = "2026-01-01T00:00:00+00:00"


def records() -> dict[str, tuple[Path, Path]]:
    """(what the record must say, its reports) of the sets that are there."""
    shared = ROOT.parent / "shared"
    found = {"five": (shared / "gold" / "record.json", shared / "reports"), "sample": (ROOT / "sample" / "gold" / "record.json", ROOT / "sample" / "reports")}
    return {name: paths for name, paths in found.items() if paths[0].exists()}


def measure_together(parser: Parser, gold: Path, reports: Path) -> dict[str, Any]:
    """`right` and `of` by part of the record."""
    with open_record(None) as record:
        add([str(reports)], record, parser, AddOptions(WHEN))
        points = score_whole(json.loads(gold.read_text(encoding="utf-8")), record_json(record))
    right, of = Counter(p.kind for p in points if p.right), Counter(p.kind for p in points)
    return {"right": {part: right[part] for part in of}, "of": dict(of)}


def told(name: str, row: dict[str, Any]) -> str:
    """One set in a line."""
    return f"record of {name}: " + ", ".join(f"{part} {n} of {row['of'][part]}" for part, n in row["right"].items())


def fallen(name: str, row: dict[str, Any], floor: dict[str, Any] | None) -> list[str]:
    """What stands below its floor, in words; a gold with other counts has no floor."""
    if floor is None:
        return [f"record of {name}: no floor yet; set it with --update"]
    if floor["of"] != row["of"]:
        return [f"record of {name}: what it must say changed since its floors were set; look at the change, then --update"]
    return [f"record of {name} {x}: {n} points right, the floor is {floor['right'][x]}" for x, n in row["right"].items() if n < floor["right"][x]]
