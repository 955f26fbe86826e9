"""What a measurement printed elsewhere comes into the page and the history by command, never by hand."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import bench.__main__ as measuring
import pytest

PRINTED = """
2 reports of 3 words
ratio by the clock 1.83; with the machine to itself 1.95
chart: {"name": "workers", "unit": "words", "kind": "bars", "rows": [{"name": "1 worker", "value": 2.0, "group": ""}]}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with one section, and the list of measurements."""
    shutil.copy(measuring.HERE / "measurements.toml", tmp_path)
    (tmp_path / "quality.md").write_text(f"# Head\n\n{measuring.BEGIN}\n\n## Another\n\nkept\n\n{measuring.END}\ntail\n", encoding="utf-8")
    (tmp_path / "said.txt").write_text(PRINTED, encoding="utf-8")
    for name, path in (("HERE", tmp_path), ("QUALITY", tmp_path / "quality.md"), ("CHARTS", tmp_path / "charts")):
        monkeypatch.setattr(measuring, name, path)
    (tmp_path / "charts").mkdir()
    return tmp_path


def test_what_was_printed_elsewhere_is_shown_and_noted_with_its_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--only", "two processes", "--said", str(home / "said.txt")])
    assert measuring.main() == 0
    page = (home / "quality.md").read_text(encoding="utf-8")
    assert "ratio by the clock 1.83" in page and "kept" in page and page.endswith("tail\n") and "charts/workers.svg" in page
    (line,) = (home / "history.jsonl").read_text(encoding="utf-8").splitlines()
    noted = json.loads(line)
    assert noted["said"] == "said.txt" and set(noted["results"]) == {"two processes"}
    assert noted["results"]["two processes"].splitlines() == PRINTED.strip().splitlines()[:2]


@pytest.mark.parametrize("names", [[], ["--only", "two processes", "sorting"]])
def test_a_file_is_of_one_measurement(names: list[str], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", *names, "--said", str(home / "said.txt")])
    with pytest.raises(SystemExit):
        measuring.main()
    assert not (home / "history.jsonl").exists()
