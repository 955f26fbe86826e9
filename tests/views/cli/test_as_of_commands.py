"""Every command either shows the record as of a day, without a word of what came later, or says why it has no day."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.views.cli.conftest import TEXTS
from typer.main import get_command
from typer.testing import Result

from onrecord.views.cli.app import app
from onrecord.views.cli.moments import NO_DAY
from onrecord.views.export.formats import FORMATS

Run = Callable[..., Result]
DAY = "2024-03-03"
"""A day on which of the three reports only `wire` had been published."""
LATER = """
name = "Cartagena Accord"
parties = ["Norland", "Red Front"]
first_day = 2024-03-09
[[terms]]
obligor = "Red Front"
rules = ["ten captives a day for four days"]
"""
CODINGS = """report,words,layer,kind,scope,note
wire,48 soldiers,figures,other,soldiers,
herald,released 14 soldiers and still holds 40,figures,held,Daily Example,heard it on the radio
lines,will free ten soldiers next week,figures,held,Cartagena,heard it on the radio
"""
EARLIER = LATER.replace("Cartagena Accord", "Bergen Accord").replace("2024-03-09", "2024-03-01")


def commands(group: Any, path: str = "") -> dict[str, Any]:
    """Every command of the program by the words that start it."""
    if not hasattr(group, "commands"):
        return {path: group}
    itself = {path: group} if path and group.invoke_without_command else {}
    return itself | {k: c for name, sub in group.commands.items() for k, c in commands(sub, f"{path} {name}".strip()).items()}


EVERY = commands(get_command(app))
SHOWING = sorted(name for name, command in EVERY.items() if any("--as-of" in p.opts for p in command.params))
GIVEN = {
    "report": ["wire"], "show": ["wire:0-200"], "search": ["Front"], "agreement show": ["Bergen Accord"], "export": ["json", "-"],
    "compare": ["A. Coder", "program"],
}
"""What commands that show want besides."""


def pieces(text: str) -> set[str]:
    """All runs of four words."""
    words = re.findall(r"\w+", text)
    return {" ".join(words[n : n + 4]) for n in range(len(words) - 3)}


LATER_WORDS = (pieces(TEXTS["herald"]) | pieces(TEXTS["lines"])) - pieces(TEXTS["wire"])


def leaks(shown: str) -> set[str]:
    """The words of later reports, and of what was typed in for later days, that stand in what is shown."""
    words = " ".join(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", shown)))
    told = {p for p in LATER_WORDS if p in words}
    return told | {w for w in ("Cartagena", "Daily Example", "heard it on the radio") if w in shown}


@pytest.fixture(scope="module")
def known(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with an agreement typed in for an earlier day, one for a later, a judgement on a later report's words, and codings of all reports."""
    from typer.testing import CliRunner

    home = tmp_path_factory.mktemp("known")
    path = Path(shutil.copy(record, home / "record.db"))
    for name, terms in (("later", LATER), ("earlier", EARLIER)):
        (home / f"{name}.toml").write_text(terms)
        assert CliRunner().invoke(app, ["agreement", "add", str(home / f"{name}.toml"), "--record", str(path), "--who", "desk"]).exit_code == 0
    found = json.loads(CliRunner().invoke(app, ["show", "lines:0-40", "--record", str(path), "--json"]).stdout)
    judged = CliRunner().invoke(app, ["judge", "accept", found[0]["id"], "--record", str(path), "--who", "desk", "--why", "heard it on the radio"])
    assert judged.exit_code == 0, judged.stderr
    (home / "codings.csv").write_text(CODINGS)
    assert CliRunner().invoke(app, ["codings", "import", str(home / "codings.csv"), "--by", "A. Coder", "--record", str(path)]).exit_code == 0
    return path


def test_every_command_has_a_day_or_a_reason() -> None:
    assert {*SHOWING, *NO_DAY} == set(EVERY) and not set(SHOWING) & NO_DAY.keys()


@pytest.mark.parametrize("name", SHOWING)
def test_no_command_shows_words_of_a_later_report(run: Run, known: Path, name: str) -> None:
    forms: list[list[str]] = [[]] + ([["--json"]] if any("--json" in p.opts for p in EVERY[name].params) else [])
    for form in forms:
        done = run(*name.split(), *GIVEN.get(name, []), *form, "--record", known, "--as-of", DAY)
        assert done.exit_code == 0, done.stderr
        assert done.stdout.strip() and leaks(done.stdout) == set()


@pytest.mark.parametrize("form", [f.name for f in FORMATS])
def test_no_export_holds_words_of_a_later_report(run: Run, known: Path, tmp_path: Path, form: str) -> None:
    done = run("export", form, tmp_path / "made", "--record", known, "--as-of", DAY)
    assert done.exit_code == 0, done.stderr
    written = "".join(text_of(p) for p in sorted(tmp_path.rglob("*")) if p.is_file())
    assert written.strip() and leaks(written) == set()


def text_of(path: Path) -> str:
    """All text of a file, that of a zipped one by its members."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return path.read_bytes().decode("utf-8", "replace")


def test_what_is_later_is_there_without_the_day(run: Run, known: Path) -> None:
    """Else the test above would find nothing whatever was shown."""
    whole = run("export", "json", "-", "--record", known).stdout
    assert {"Cartagena", "Daily Example", "heard it on the radio"} <= leaks(whole) and len(leaks(whole)) > 20


@pytest.mark.parametrize("words", [("report", "lines"), ("show", "herald:0-40"), ("agreement", "show", "Cartagena Accord")])
def test_what_came_later_is_not_there_by_name(run: Run, known: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--record", known, "--as-of", DAY)
    assert done.exit_code == 2 and leaks(done.stdout + done.stderr) <= {"Cartagena"}


@pytest.mark.parametrize("name", ["add", "judge accept", "serve", "agreement remove"])
def test_a_command_without_a_day_says_why(run: Run, name: str) -> None:
    done = run(*name.split(), "x", "--as-of", DAY)
    assert done.exit_code == 2
    assert " ".join(NO_DAY[name].split()[:4]) in " ".join(re.sub(r"[│\n]", " ", done.stderr).split())
