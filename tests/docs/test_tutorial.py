"""What README, tutorial and how-tos show is what the program gives: their commands are run in order, in an empty folder beside the sample.

A shown line must be found in the output, behind the one before; `…` stands for anything, white space for any white space, and an id of
eight hex digits for any id: where a later command names it, the id that was really given is used.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIRST = "onrecord add sample/reports"
ID = re.compile(r"\b[0-9a-f]{8}\b")
HOWTO = sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs" / "howto").glob("*.md") if "```console" in p.read_text(encoding="utf-8"))
PAGES = ["README.md", "docs/tutorial.md", *HOWTO]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.S | re.M)


def steps(text: str) -> Iterator[tuple[str, str]]:
    """(command, what is shown of its output) of every console block, in order."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            yield command.strip(), shown


def pattern(line: str) -> tuple[re.Pattern[str], list[str]]:
    """A shown line as a pattern over output with single spaces, and the ids that it shows."""
    ids = ID.findall(line)
    parts = ID.sub("\0", " ".join(line.split())).split("…")
    words = ".*?".join(re.escape(p.strip()).replace("\0", "([0-9a-f]{8})") for p in parts)
    return re.compile(words), ids


def missing(shown: str, output: str, ids: dict[str, str]) -> list[str]:
    """The shown lines that the output does not have in this order; notes in *ids* what shown ids really are."""
    flat, at, out = " ".join(output.split()), 0, []
    for line in shown.splitlines():
        if not line.strip(" …"):
            continue
        wanted, named = pattern(line)
        found = wanted.search(flat, at)
        if found is None:
            out.append(line.strip())
            continue
        at = found.end()
        ids.update(zip(named, found.groups(), strict=True))
    return out


def run(command: str, folder: Path, ids: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs `onrecord …` in *folder* as a shell would."""
    words = [ids.get(w, w) for w in shlex.split(command)]
    assert words[0] == "onrecord", f"only onrecord is run here, not {words[0]}; write other commands in ```sh blocks"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ONRECORD_")} | {"COLUMNS": "80", "NO_COLOR": "1", "OPENBLAS_NUM_THREADS": "1"}
    installed = os.environ.get("INSTALLED_PYTHON")  # of `make wheel-test`: the program as it is installed, not as it stands here
    if installed:
        environment.pop("PYTHONPATH", None)
    line = [installed or sys.executable, "-m", "onrecord", *words[1:]]
    return subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A folder in which the first command of both pages was run, and what it gave: reading the sample twice would only take time."""
    folder = tmp_path_factory.mktemp("added")
    shutil.copytree(ROOT / "sample", folder / "sample")
    return folder, run(FIRST, folder, {})


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_the_program_gives(page: str, tmp_path: Path, added: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder = tmp_path / "here"
    shutil.copytree(added[0], folder)
    ids: dict[str, str] = {}
    wrong = []
    found = list(steps((ROOT / page).read_text(encoding="utf-8")))
    assert len(found) >= 4, f"{page} shows hardly any command"
    assert found[0][0] == FIRST
    for number, (command, shown) in enumerate(found):
        done = run(command, folder, ids) if number else added[1]
        assert done.returncode == 0, f"{page}: `{command}` ended with {done.returncode}: {done.stderr[-500:]}"
        wrong += [f"`{command}` does not give: {line}" for line in missing(shown, done.stdout + "\n" + done.stderr, ids)]
    assert wrong == [], f"{page} is out of date:\n" + "\n".join(wrong)


def test_a_shown_line_that_is_not_given_is_noticed() -> None:
    assert missing("two\none\n", "one\ntwo", {}) == ["one"]
    assert missing("one … three\n", "one two\n  three", {}) == []


def test_a_shown_id_stands_for_the_one_given() -> None:
    ids: dict[str, str] = {}
    assert missing("taken  0c4ea62b\n", "taken 11112222", ids) == []
    assert ids == {"0c4ea62b": "11112222"}


def test_the_example_of_the_python_page_runs(tmp_path: Path) -> None:
    code = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8"), re.S)
    assert code
    done = subprocess.run([sys.executable, "-c", code[0]], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "55 of the 58 persons held" in done.stdout
