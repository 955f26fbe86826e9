"""The sample holds together: its annotation is of its own texts, and its record speaks of reports that are there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gold.markup import compile_gold, load

SAMPLE = Path(__file__).parents[2] / "sample"
GOLD = sorted((SAMPLE / "gold").glob("*.gold"))


def record() -> dict[str, Any]:
    """What the record of the sample must say."""
    value: dict[str, Any] = json.loads((SAMPLE / "gold" / "record.json").read_text(encoding="utf-8"))
    return value


def names() -> set[str]:
    """The names by which record.json calls the reports."""
    files = {p.name[:2] for p in (SAMPLE / "reports").iterdir() if p.suffix != ".jsonl"}
    lines = [json.loads(line) for p in (SAMPLE / "reports").glob("*.jsonl") for line in p.read_text(encoding="utf-8").splitlines() if line.strip()]
    return files | {line["id"] for line in lines}


def test_at_least_six_reports_are_annotated() -> None:
    assert len(GOLD) >= 6


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_an_annotation_is_of_the_report_as_it_stands(path: Path) -> None:
    source = load(path)
    assert source.text == (SAMPLE / "reports" / f"{path.stem}.txt").read_bytes().decode("utf-8")
    gold = compile_gold(source)
    assert gold["published"] == record()["published"][path.stem[:2]]["date"]


def test_the_record_speaks_of_reports_that_are_there() -> None:
    value = record()
    told = set(value["published"]) | {r for e in value["events"] for r in e["reports"]} | {r for o in value["origins"] for r in o["reports"]}
    told |= {x["report"] for key in ("figures", "positions", "commitments", "talks") for x in value[key]}
    assert told == names() == set(value["published"])


def test_the_ministrys_figures_add_up() -> None:
    assert 3 + 16 + 2 + 1 + 36 == 58 and record()["ledger"][4]["sum"] == "19 + 2 + 1 + 36 = 58"


@pytest.mark.parametrize("path", sorted((SAMPLE / "reports").glob("*.txt")), ids=lambda p: p.stem)
def test_a_report_has_120_to_350_words(path: Path) -> None:
    assert 120 <= len(path.read_text(encoding="utf-8").split()) <= 350
