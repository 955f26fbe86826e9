"""Names of many languages, pair by pair: whether two reports mean one, with precision and recall that may not fall."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.reconcile.entities import join_entities
from onrecord.types import Participant, Reading, Report, Span, report_id

ROWS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pairs"]
PRECISION, RECALL = 0.95, 0.85


def participant(identity: str, name: str, told: dict[str, Any]) -> Participant:
    """One name as a reading gives it."""
    return Participant(
        identity, name, told.get("kind", "person"), told.get("side"), told.get("office"), (Span(int(identity) * 10, int(identity) * 10 + 5),),
        tuple(told.get("aliases", ())),
    )


def joined(row: dict[str, Any]) -> bool:
    """Whether the program holds both names to be one."""
    one, other = (participant(str(n), row[name], row.get(key, {})) for n, (name, key) in enumerate((("one", "a"), ("other", "b")), 1))
    together = row.get("a", {}).get("report") == row.get("b", {}).get("report") == 1
    groups = [(one, other)] if together else [(one,), (other,)]
    readings = [Reading(Report(report_id(f"report {n}", None, None), f"r{n}", f"report {n}" * 4), participants=who) for n, who in enumerate(groups)]
    return len(join_entities(readings)) == 1


def test_the_table_is_large_and_tells_why() -> None:
    assert len(ROWS) >= 60 and all(row["why"] for row in ROWS)
    assert {row["same"] for row in ROWS} == {True, False}


def test_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    told = [(row, joined(row)) for row in ROWS]
    right = sum(found and row["same"] for row, found in told)
    precision, recall = right / sum(found for _, found in told), right / sum(row["same"] for row, _ in told)
    with capsys.disabled():
        print(f"\n{len(ROWS)} pairs of names: precision {precision:.3f}, recall {recall:.3f}")
        for row, found in told:
            if found != row["same"]:
                print(f"  {'joined' if found else 'kept apart'}: {row['one']} / {row['other']} ({row['why']})")
    assert precision >= PRECISION and recall >= RECALL
