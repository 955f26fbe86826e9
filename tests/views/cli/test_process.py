"""The program as a person starts it: quick to answer, quiet in a pipe, one line an error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from onrecord.views.cli.app import app

COMMANDS = [
    "add", "remove", "brief", "diff", "timeline", "figures", "positions", "commitments", "talks", "roster", "channels", "proposals", "agreements", "disputes",
    "sources", "entities", "problems", "report", "sort",
    "show", "search", "read", "check", "score", "serve", "export", "judge", "agreement", "release", "watch", "audit", "backup", "restore", "verify", "merge",
    "dossier", "codings", "reliability", "compare",
    "pack",
]
HEAVY = ("spacy", "thinc", "numpy", "fastapi", "altair", "z3", "trafilatura", "onrecord.types", "onrecord.record")


def start(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own."""
    env = {k: v for k, v in os.environ.items() if k != "ONRECORD_RECORD"} | {"OPENBLAS_NUM_THREADS": "1"} | more
    return subprocess.run([sys.executable, "-m", "onrecord", *words], capture_output=True, text=True, timeout=120, env=env, check=False)


def test_every_command_of_the_list_is_there_and_no_other() -> None:
    group = get_command(app)
    assert set(group.list_commands(typer.Context(group))) == set(COMMANDS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    from typer.testing import CliRunner

    done = CliRunner().invoke(app, [name, "--help"])
    assert done.exit_code == 0
    if name in ("judge", "agreement", "release", "codings", "pack"):
        group = get_command(app).commands[name]  # type: ignore[attr-defined]
        shown = [CliRunner().invoke(app, [name, sub, "--help"]).stdout for sub in group.commands]
    else:
        shown = [done.stdout]
    for text in shown:
        assert f"onrecord {name}" in text and "Example" in text
        assert "--json" in text or name in ("serve", "export", "backup", "restore") or f"onrecord {name} export" in text


def test_help_loads_nothing_heavy_and_comes_at_once() -> None:
    code = (
        "import sys; sys.argv = ['onrecord', '--help']\nfrom onrecord.views.cli import main\n"
        f"try: main()\nexcept SystemExit: pass\nprint([m for m in {HEAVY} if m in sys.modules], file=sys.stderr)"
    )
    taken = []
    for _ in range(3):
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
        taken.append(time.monotonic() - began)
    assert done.stderr.strip() == "[]"
    idle = min(timed("import typer, rich.console") for _ in range(3))
    assert min(taken) < max(0.5, 4 * idle), "half a second, or four times what Typer alone takes on a machine that is busy"


def timed(code: str) -> float:
    """Seconds that a process takes for *code*."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    return time.monotonic() - began


@pytest.mark.parametrize(("given", "held"), [(None, "1"), ("2", "2")])
def test_the_parser_counts_on_one_thread_unless_its_user_says_otherwise(given: str | None, held: str) -> None:
    """A second thread of numpy's only waits for the first, and takes more than the half of all processor time."""
    code = (
        "import os, sys; sys.argv = ['onrecord', '--help']\nfrom onrecord.views.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nprint(os.environ['OPENBLAS_NUM_THREADS'], file=sys.stderr)"
    )
    env = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"} | ({"OPENBLAS_NUM_THREADS": given} if given else {})
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=env, check=True)
    assert done.stderr.split()[-1] == held


def test_looking_at_a_record_loads_no_model(record: Path) -> None:
    code = (
        f"import sys; sys.argv = ['onrecord', 'timeline', '--record', {str(record)!r}]\nfrom onrecord.views.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nprint([m for m in ('spacy', 'thinc', 'fastapi') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_only_data_comes_out_of_a_pipe(record: Path) -> None:
    done = start("timeline", "--json", "--record", str(record))
    assert done.returncode == 0
    assert all(line.startswith("onrecord: bringing") for line in done.stderr.splitlines()), "only where the program changed since the record was made"
    json.loads(done.stdout)
    shown = start("timeline", "--record", str(record), FORCE_COLOR="", TERM="xterm-256color")
    assert "\x1b[" not in shown.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["timeline", "--record", "nowhere.db"], "no such record"), (["brief"], "no such record"), (["show", "x", "--record", "."], "a folder"),
        (["score", "nowhere"], "no such folder"), (["serve", "--config", "nowhere.toml", "--record", "x.db"], "nowhere.toml"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(words: list[str], told: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *words], capture_output=True, text=True, timeout=120, cwd=tmp_path, check=False,
        env={k: v for k, v in os.environ.items() if k != "ONRECORD_RECORD"},
    )
    assert done.returncode == 2 and done.stdout == ""
    assert told in done.stderr and done.stderr.count("\n") == 1 and done.stderr.startswith("onrecord: ")
    assert list(tmp_path.iterdir()) == []


def test_the_record_is_named_by_the_environment(record: Path, tmp_path: Path) -> None:
    done = start("check", ONRECORD_RECORD=str(record))
    assert done.returncode == 0 and "sound" in done.stdout


def test_a_closed_pipe_is_no_error(record: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m onrecord export json - --record {record} | head -c 10", shell=True, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_told() -> None:
    import socket

    from onrecord.errors import InputError
    from onrecord.views.cli.serving import listening

    with listening("127.0.0.1", 0) as bound, pytest.raises(InputError, match="give another with --port"):
        listening("127.0.0.1", bound.getsockname()[1])
    assert isinstance(bound, socket.socket)
