"""The five real reports: what their annotators called boilerplate lies in silent blocks or captions, and little else does."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.read import read_paths
from onrecord.types import QUIET_BLOCKS


def test_boilerplate_of_the_five(shared: Path) -> None:
    reports, problems = read_paths([shared / "reports"])
    assert len(reports) == 5
    assert not problems
    found = missed = wrong = other = 0
    for report in reports:
        gold = gold_places(report.text, json.loads((shared / "gold" / f"{report.name}.json").read_text())["boilerplate"])
        ours = {i for b in report.blocks if b.kind in QUIET_BLOCKS for i in range(*b.span)}
        found += len(gold & ours)
        missed += len(gold - ours)
        wrong += len(ours - gold)
        other += len(report.text) - len(gold)
    assert found / (found + missed) >= 0.98
    assert wrong / other <= 0.002


def gold_places(text: str, rows: list[dict[str, object]]) -> set[int]:
    """The characters of all boilerplate quotations."""
    places: set[int] = set()
    for row in rows:
        at = -1
        for _ in range(int(str(row.get("nth", 1)))):
            at = text.index(str(row["quote"]), at + 1)
        places |= set(range(at, at + len(str(row["quote"]))))
    return places
