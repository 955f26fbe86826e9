"""Our scorer gives what the annotation guide's scorer gives, to three decimals, also on readings that are wrong in every way."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.parse import SpacyParser
from onrecord.pipeline import ReadOptions, date_and_resolve, read_inputs
from onrecord.score import read_gold, result_json, score
from onrecord.views.export.reading_json import reading_json

LAYERS = ("times", "attributions", "figures", "events", "positions", "commitments", "status")


def theirs(gold: Path, system: Path, reports: Path) -> Any:
    """What the guide's scorer prints."""
    done = subprocess.run(
        [sys.executable, str(gold / "score.py"), str(gold), str(system), str(reports), "--json"], capture_output=True, text=True, check=True, timeout=120
    )
    return json.loads(done.stdout)


def ours(gold: Path, system: dict[str, Any], reports: Path) -> Any:
    """What our scorer gives."""
    wanted = read_gold(gold)
    texts = {name: (reports / value["report"]).read_text(encoding="utf-8") for name, value in wanted.items()}
    return result_json(score(wanted, system, texts, strict=True))


def spoilt(value: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A reading with items dropped, doubled, shortened, mixed up and without their places."""
    out = dict(value)
    for layer in LAYERS:
        items = []
        for item in value.get(layer) or []:
            change = chance.randrange(8)
            if change == 0:
                continue
            new = dict(item)
            if change == 1 and new.get("end", 0) - new.get("start", 0) > 8:
                new["end"] -= 5
                new["quote"] = new["quote"][:-5]
            elif change == 2:
                new = {k: v for k, v in new.items() if k not in ("start", "end") and not k.endswith(("_spans", "_span"))}
            elif change == 3:
                key = chance.choice(sorted(new))
                if key not in ("start", "end", "quote") and not key.endswith(("_spans", "_span", "content_more")):
                    new[key] = None if isinstance(new[key], str | None) else new[key]
            elif change == 4:
                items.append(dict(new))
            items.append(new)
        out[layer] = items
    out["published"] = chance.choice([value.get("published"), "2023-12-01/2023-12-03", "2023", None])
    return out


@pytest.fixture(scope="module")
def readings(shared: Path, parser: SpacyParser) -> dict[str, Any]:
    """The readings of the five reports."""
    found, _ = read_inputs([str(shared / "reports")], parser, ReadOptions())
    return {r.report.name: reading_json(r, resolved, date) for r, date, resolved in date_and_resolve(found)}


def write(folder: Path, readings: dict[str, Any]) -> Path:
    """The readings as files."""
    folder.mkdir()
    for name, value in readings.items():
        (folder / f"{name}.json").write_text(json.dumps(value))
    return folder


def test_on_our_readings_of_the_five(shared: Path, readings: dict[str, Any], tmp_path: Path) -> None:
    gold, reports = shared / "gold", shared / "reports"
    assert ours(gold, readings, reports) == theirs(gold, write(tmp_path / "system", readings), reports)


def test_the_gold_against_itself_is_right_throughout(shared: Path) -> None:
    gold = shared / "gold"
    result = ours(gold, read_gold(gold), shared / "reports")
    assert all(result[layer]["right"]["f1"] == 1.0 for layer in LAYERS)
    assert result["published"]["right"] == 5


@pytest.mark.parametrize("seed", range(6))
def test_on_readings_that_are_wrong_in_every_way(shared: Path, tmp_path: Path, seed: int) -> None:
    gold, reports = shared / "gold", shared / "reports"
    chance = random.Random(seed)
    wrong = {name: spoilt(value, chance) for name, value in read_gold(gold).items()}
    wrong.pop(sorted(wrong)[seed % len(wrong)])
    assert ours(gold, wrong, reports) == theirs(gold, write(tmp_path / "system", wrong), reports)
