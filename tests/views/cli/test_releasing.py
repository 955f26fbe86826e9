"""`release`: freezing under a name, listing, showing, comparing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def mine(tmp_path: Path, record: Path) -> Path:
    """A copy of the record that a test may change."""
    return Path(shutil.copy(record, tmp_path / "record.db"))


def test_a_release_is_frozen_by_its_name_alone_listed_and_shown(run: Run, mine: Path) -> None:
    done = run("release", "first", "--note", "as handed in", "--record", mine)
    assert done.exit_code == 0 and "first is frozen" in done.stderr
    listed = json.loads(run("release", "list", "--record", mine, "--json").stdout)["releases"]
    assert [(r["name"], r["note"], r["rows"]["report"]) for r in listed] == [("first", "as handed in", 3)]
    assert "first" in run("release", "list", "--record", mine).stdout
    shown = run("release", "show", "first", "--kind", "ledger", "--record", mine).stdout
    assert "as handed in" in shown and "ledger (" in shown
    rows = json.loads(run("release", "show", "first", "--kind", "report", "--record", mine, "--json").stdout)["rows"]["report"]
    assert {r["title"] for r in rows} == {"wire", "herald", "lines"}


def test_a_difference_is_told_row_by_row_with_its_reason(run: Run, mine: Path) -> None:
    run("release", "first", "--record", mine)
    assert "Nothing differs" in run("release", "diff", "first", "--record", mine).stdout
    rows = json.loads(run("release", "show", "first", "--kind", "statement", "--record", mine, "--json").stdout)["rows"]["statement"]
    figure = next(r for r in rows if r["title"].startswith("figures held"))
    assert run("judge", "reject", figure["id"][:12], "--who", "A. Coder", "--why", "misread", "--record", mine).exit_code == 0
    run("release", "second", "--record", mine)
    data = json.loads(run("release", "diff", "first", "second", "--kind", "statement", "--record", mine, "--json").stdout)
    (change,) = data["changes"]
    assert (change["what"], change["id"]) == ("removed", figure["id"])
    assert data["counts"]["statement"] == {"added": 0, "changed": 0, "removed": 1}
    assert "reject by A. Coder" in change["reasons"][0] and change["reports"]
    told = run("release", "diff", "first", "now", "--record", mine).stdout
    assert "statement: 1 removed" in told and "unchanged, each under the id that it had" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("release", "now"), "cannot be the name"),
        (("release", "freeze", "list"), "cannot be the name"),
        (("release", "show", "nix"), "no release is called 'nix'"),
        (("release", "diff", "nix"), "no release is called 'nix'"),
        (("release", "show", "first", "--kind", "nix"), "no kind of row; there are"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, mine: Path, words: tuple[str, ...], said: str) -> None:
    run("release", "first", "--record", mine)
    done = run(*words, "--record", mine)
    assert done.exit_code == 2 and said in done.stderr
