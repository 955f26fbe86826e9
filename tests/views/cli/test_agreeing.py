"""`onrecord agreement`: typed in, listed, shown, taken back; and the list of agreements with its days."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
TERMS = """
name = "Truce of the bridge"
parties = ["Norland", "Red Front"]
first_day = 2024-03-04
[[terms]]
obligor = "Red Front"
what = "release ten soldiers a day"
rules = ["ten soldiers a day for three days"]
"""


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    """A copy of the record that may be written, with the terms beside it."""
    (tmp_path / "terms.toml").write_text(TERMS, encoding="utf-8")
    shutil.copy(record, tmp_path / "own.db")
    return tmp_path / "own.db"


def test_an_agreement_is_typed_in_shown_and_taken_back(run: Run, own: Path) -> None:
    added = run("agreement", "add", own.parent / "terms.toml", "--who", "A. Coder", "--record", own)
    assert added.exit_code == 0, added.stderr
    assert "Truce of the bridge is on record as" in added.stderr
    shown = run("agreement", "show", "Truce of the bridge", "--record", own)
    assert "typed in by A. Coder" in " ".join(shown.stdout.split())
    assert "day 1 — 10 prisoners" in " ".join(shown.stdout.split())
    assert "Truce of the bridge" in run("agreements", "--record", own).stdout
    assert "Truce of the bridge" in run("brief", "--record", own).stdout
    assert run("check", "--record", own).exit_code == 0
    assert run("agreement", "remove", "Truce of the bridge", "--why", "another text", "--record", own).exit_code == 0
    assert "Truce of the bridge" not in run("agreement", "list", "--record", own).stdout
    assert "add" in run("judge", "list", "--record", own).stdout


def test_it_survives_another_reading_of_the_reports(run: Run, own: Path) -> None:
    run("agreement", "add", own.parent / "terms.toml", "--record", own)
    again = own.parent / "more.txt"
    again.write_text("Norland and the Red Front will meet in Port Sant on Monday, the envoy said.", encoding="utf-8")
    assert run("add", again, "--record", own).exit_code == 0
    assert "Truce of the bridge" in run("agreement", "list", "--record", own).stdout


@pytest.mark.parametrize(("text", "said"), [
    ("name = ", "no TOML"), (TERMS.replace("obligor", "owner"), "terms[1].owner: no such field"),
    (TERMS.replace("ten soldiers a day for three days", "soon"), "terms[1].rules[1]: no rule was understood"),
])
def test_what_is_wrong_is_one_line_with_what_to_do(run: Run, own: Path, text: str, said: str) -> None:
    (own.parent / "wrong.toml").write_text(text, encoding="utf-8")
    done = run("agreement", "add", own.parent / "wrong.toml", "--record", own)
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_same_twice_is_refused(run: Run, own: Path) -> None:
    run("agreement", "add", own.parent / "terms.toml", "--record", own)
    again = run("agreement", "add", own.parent / "terms.toml", "--record", own)
    assert again.exit_code == 2
    assert "on record already" in again.stderr


def test_as_json(run: Run, own: Path) -> None:
    import json

    run("agreement", "add", own.parent / "terms.toml", "--record", own)
    value: Any = json.loads(run("agreements", "--record", own, "--json").stdout)
    (typed,) = [a for a in value["agreements"] if a["typed_by"]]
    assert [d["day"] for d in typed["schedule"]] == ["2024-03-04", "2024-03-05", "2024-03-06"]
