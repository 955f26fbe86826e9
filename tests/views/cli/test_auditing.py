"""`audit`: a sample as CSV or typed, read back as precision and recall, kept as judgements."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.desk.auditing import Sample, draw, shares
from onrecord.record import open_record
from onrecord.views.cli.app import app

Run = Callable[..., Result]


def fill(path: Path, statement: str = "accept", sentence: str = "none", missed: str = "") -> Path:
    """Writes the same answers at every place of a sample."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["answer"] = statement if row["what"] == "statement" else sentence
        row["missed"] = missed if row["what"] == "sentence" else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_sample_is_the_same_for_the_same_seed_and_its_words_stand_in_their_report(record: Path) -> None:
    with open_record(record) as opened:
        one, two, other = (draw(opened, Sample(12, seed)) for seed in (1, 1, 2))
        texts = {row["name"]: row["text"] for row in opened.rows("SELECT name, text FROM report")}
    assert one == two != other
    assert all(texts[p.report][p.start : p.end] == p.words and p.words in p.sentence for p in one)
    assert {p.what for p in one} <= {"statement", "sentence"} and len([p for p in one if p.what == "statement"]) == 12


def test_every_layer_gets_as_many_places_and_small_ones_leave_theirs() -> None:
    """Ten over layers of 100, 2 and none."""
    assert shares({"events": 100, "status": 2, "figures": 0}, 10) == {"events": 8, "status": 2}


def test_a_sample_is_written_filled_in_and_read_back(run: Run, record: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert run("audit", "--sample", 14, "--out", path, "--record", record).exit_code == 0
    told = json.loads(run("audit", "--read", fill(path), "--json", "--record", record).stdout)
    assert told["answered"] == told["places"] >= 14
    assert all(q["precision"]["value"] == 1.0 and q["recall"]["value"] == 1.0 for q in told["layers"])
    assert all(q["precision"]["low"] < 1.0 for q in told["layers"] if q["layer"] != "all")
    assert run("audit", "--out", path, "--record", record).exit_code == 2
    rejected = run("audit", "--read", fill(path, statement="reject"), "--record", record)
    assert "0.00 [0.00–" in rejected.stdout and "90 % intervals" in rejected.stdout


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"statement": "perhaps"}, "write accept or reject"),
        ({"statement": "none"}, "at a statement"),
        ({"sentence": "reject"}, "name the layers that were missed"),
        ({"missed": "weather"}, "is no layer"),
    ],
)
def test_an_answer_that_cannot_be_understood_is_told_with_its_line(run: Run, record: Path, tmp_path: Path, answers: dict[str, str], said: str) -> None:
    path = tmp_path / "a.csv"
    run("audit", "--layer", "proposals", "--layer", "figures", "--out", path, "--record", record)
    done = run("audit", "--read", fill(path, **answers), "--record", record)
    assert done.exit_code == 2 and said in done.stderr and "a.csv:" in done.stderr


def test_typed_answers_count_until_somebody_ends(record: Path, run: Run) -> None:
    typed = CliRunner().invoke(app, ["audit", "--layer", "figures", "--json", "--record", str(record)], input="s\na\nfigures\na\n\nq\n")
    assert typed.exit_code == 0, typed.stderr
    told = json.loads(typed.stdout[typed.stdout.index("{") :])
    assert 1 <= told["answered"] <= 2 and told["layers"][0]["layer"] == "figures"


def test_answers_may_become_judgements(run: Run, record: Path, tmp_path: Path) -> None:
    mine, path = Path(shutil.copy(record, tmp_path / "record.db")), tmp_path / "a.csv"
    run("audit", "--layer", "figures", "--sample", 3, "--out", path, "--record", mine)
    done = run("audit", "--read", fill(path, statement="reject"), "--keep", "--who", "A. Coder", "--record", mine)
    assert done.exit_code == 0 and "3 answers kept as judgements of A. Coder" in done.stderr
    judged = json.loads(run("judge", "list", "--json", "--record", mine).stdout)["judgements"]
    assert [(j["action"], j["who"], j["why"], j["layer"]) for j in judged] == [("reject", "A. Coder", "audit of a sample", "figures")] * 3
    assert all(j["quote"] and j["context"] for j in judged)
