"""What counts as found and as right, on invented words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldError
from onrecord.score import read_gold, result_json, score
from onrecord.score.agree import date_right, same
from onrecord.score.places import find, overlap, quote_place

TEXT = "The Front freed six soldiers on Friday. The army said that six soldiers were back."


@pytest.mark.parametrize(
    ("name", "gold", "system", "agree"),
    [
        ("party", "the Red Front", "Red Front", True), ("party", "Norland", "Front", False), ("targets", ["soldiers"], ["the soldiers"], True),
        ("audience", None, None, True), ("audience", None, "Reuters", False), ("stance", "Demands", "demands", True), ("stance", "demands", None, False),
        ("affiliation", "Norland's army", "Norland army", True), ("value", "2024-03", "2024-03-01", False),
    ],
)
def test_values_agree(name: str, gold: object, system: object, agree: bool) -> None:
    assert same(name, gold, system) is agree


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("2024-03-02", True), ("2024-03-03", True), ("2024-03-01/2024-03-03", True), ("2024-03-01/2024-03-09", False), ("2024-03", False),
        (None, False), ("../2024-03-02", False),
    ],
)
def test_dates_of_reports(said: str | None, right: bool) -> None:
    assert date_right({"published": "2024-03-02", "published_also": ["2024-03-03"]}, {"published": said}) is right


def test_places() -> None:
    assert overlap([(0, 10)], [(5, 15)]) == pytest.approx(1 / 3)
    assert overlap([], [(0, 1)]) == 0
    assert find("a saxon said so", "so") == [(13, 15)] and find("saxophone", "xo") == [(2, 4)]
    assert quote_place({"quote": "six soldiers", "nth": 2}, TEXT) == (59, 71)
    assert quote_place({"quote": "seven soldiers"}, TEXT) is None
    with pytest.raises(GoldError, match="not the text"):
        quote_place({"quote": "six", "start": 0, "end": 3}, TEXT)


def test_doubtful_gold_is_neither_missed_nor_too_much() -> None:
    figure: dict[str, Any] = {"quote": "six soldiers", "value": 6, "low": None, "high": None, "comparator": "exact", "measure": "released"}
    gold = {"one": {"report": "one.txt", "published": None, "figures": [{**figure, "doubt": True}]}}
    for system in ({}, {"one": {"figures": [figure]}}):
        tally = result_json(score(gold, system, {"one": TEXT}))["figures"]
        assert tally["gold"] == 0 and tally["located"]["precision"] == 0
    extra = score(gold, {"one": {"figures": [figure, {**figure, "nth": 2}]}}, {"one": TEXT})
    assert extra.tallies["figures"].system == 1 and any("EXTRA" in e for e in extra.errors)


def test_gold_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such folder"):
        read_gold(tmp_path / "no")
    with pytest.raises(GoldError, match="no JSON file"):
        read_gold(tmp_path)
    (tmp_path / "record.json").write_text(json.dumps({"events": []}))
    (tmp_path / "one.json").write_text("{")
    with pytest.raises(GoldError, match="mend the file"):
        read_gold(tmp_path)
