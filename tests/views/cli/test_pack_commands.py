"""`pack`: check, add, list, remove; `add --pack` and packs of the settings."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
GOOD = 'name = "Port Sant"\ntalks = "Soldiers of Port Sant"\n[[parties]]\nname = "Red Front of Norland"\naliases = ["Red Front"]\n'


@pytest.fixture
def mine(tmp_path: Path, record: Path) -> Path:
    """A copy of the record that a test may change."""
    return Path(shutil.copy(record, tmp_path / "record.db"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack."""
    (tmp_path / "sant.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "sant.toml"


def test_a_pack_is_added_used_listed_and_taken_back(run: Run, mine: Path, pack: Path) -> None:
    before = run("entities", "--record", mine, "--json").stdout
    done = run("pack", "add", pack, "--who", "A. Coder", "--record", mine)
    assert done.exit_code == 0 and "pack Port Sant is in the record: 1 parties" in done.stderr and "3 reports read again" in done.stderr
    assert "Red Front of Norland" in run("entities", "--record", mine).stdout
    (kept,) = json.loads(run("pack", "list", "--record", mine, "--json").stdout)["packs"]
    assert (kept["name"], kept["added_by"], kept["toml"]) == ("Port Sant", "A. Coder", GOOD)
    assert "Port Sant" in run("pack", "list", "--record", mine).stdout
    assert run("pack", "remove", "Port Sant", "--record", mine).exit_code == 0
    assert run("entities", "--record", mine, "--json").stdout == before


def test_a_mistake_is_told_with_its_line(run: Run, mine: Path, pack: Path) -> None:
    pack.write_text(f"{GOOD}[[places]]\nnome = 'Tarn'\n", encoding="utf-8")
    checked = run("pack", "check", pack)
    assert checked.exit_code == 1 and f"{pack}:7: `nome` is no key here" in checked.stderr
    assert run("pack", "add", pack, "--record", mine).exit_code == 1
    assert "`nome` is no key here" in run("problems", "--record", mine).stdout
    pack.write_text("name =", encoding="utf-8")
    assert run("pack", "add", pack, "--record", mine).exit_code == 2


def test_add_takes_packs_by_option_and_by_settings(run: Run, tmp_path: Path, pack: Path) -> None:
    (tmp_path / "wire.txt").write_text("May 2, 2031\n\nThe Red Front freed six soldiers on Friday, Norland's army said.\n", encoding="utf-8")
    settings = tmp_path / "settings.toml"
    settings.write_text('packs = ["sant.toml"]\n', encoding="utf-8")
    for n, more in enumerate((("--pack", pack), ("--config", settings))):
        made = tmp_path / f"{n}.db"
        assert run("add", tmp_path / "wire.txt", *more, "--record", made).exit_code == 0
        assert "Red Front of Norland" in run("entities", "--record", made).stdout
    out = tmp_path / "out"
    assert run("read", tmp_path / "wire.txt", "--pack", pack, "--out", out).exit_code == 0
    assert "Red Front of Norland" in (out / "wire.json").read_text(encoding="utf-8")


def test_a_pack_that_is_not_there_is_told(run: Run, mine: Path, tmp_path: Path) -> None:
    done = run("pack", "add", tmp_path / "none.toml", "--record", mine)
    assert done.exit_code == 2 and "give the path of a pack" in done.stderr
