"""A small record of three invented reports, and a way to run commands on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from onrecord import deriving, pipeline, versions
from onrecord.parse import SpacyParser
from onrecord.views.cli.app import app

TEXTS = {
    "wire": (
        "March 2, 2024\n\nPORT SANT - The Red Front is holding 48 soldiers, Norland's defence minister Ana Ruiz said on Saturday. "
        "The Front released six soldiers on Friday under a truce that began last week.\n\n"
        "“We demand that every soldier be freed by March 10,” Ruiz told reporters. The Front rejected the demand.\n"
    ),
    "herald": (
        "March 5, 2024\n\nTalks between Norland and the Red Front resumed in Port Sant on Monday, two officials briefed on the talks said. "
        "The officials said that progress had been made.\n\nThe Red Front has released 14 soldiers and still holds 40, the army said.\n"
    ),
    "lines": "Norland accused the Red Front of breaching the truce on Tuesday. The Front, according to its spokesman, will free ten soldiers next week.",
}


@pytest.fixture(scope="session", autouse=True)
def steady() -> Iterator[None]:
    """Versions that stay the same for the whole run, also while somebody edits the code."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (pipeline, versions):
            patch.setattr(module, "annotator", lambda model: "annotator of a test")
        for module in (deriving, versions):
            patch.setattr(module, "reconciler", lambda: "reconciler of a test")
        yield


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports: two text files and a line of JSON."""
    home = tmp_path_factory.mktemp("reports")
    for name in ("wire", "herald"):
        (home / f"{name}.txt").write_text(TEXTS[name])
    line = {"id": "lines", "text": TEXTS["lines"], "outlet": "Daily Example", "published": "2024-03-07", "title": "Truce breached, Norland says"}
    (home / "feed.jsonl").write_text(json.dumps(line) + "\n")
    return home


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, parser: SpacyParser) -> Callable[..., Result]:
    """Runs a command with the session's parser, 80 columns wide."""
    monkeypatch.setattr(pipeline, "parser_for", lambda config: parser)
    monkeypatch.setenv("COLUMNS", "80")
    return lambda *words: CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory, folder: Path, parser: SpacyParser) -> Path:
    """The reports in a record that no test changes."""
    from onrecord.record import open_record

    path = tmp_path_factory.mktemp("record") / "record.db"
    with open_record(path, write=True) as opened:
        pipeline.add([str(folder)], opened, parser, pipeline.AddOptions("2026-01-02T03:04:05+00:00"))
    return path


@pytest.fixture
def data(run: Callable[..., Result], record: Path) -> Callable[..., Any]:
    """Runs a command with --json on the record and gives what it printed."""

    def get(*words: object) -> Any:
        done = run(*words, "--record", record, "--json")
        assert done.exit_code == 0, done.stderr
        return json.loads(done.stdout)

    return get
