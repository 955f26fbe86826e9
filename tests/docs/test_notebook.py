"""The notebook runs from top to bottom and shows what it promises; it is kept without outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"


def test_the_notebook_is_kept_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert [c for c in notebook.cells if c.cell_type == "code" and (c.outputs or c.execution_count)] == []


@pytest.mark.slow
def test_the_notebook_runs_and_shows_frame_words_disputes_and_chart(tmp_path: Path) -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = ["".join(str(o.get("data", {}).get("text/html", o.get("text", ""))) for o in c.outputs) for c in notebook.cells if c.cell_type == "code"]
    wanted = ("18 reports", "55 of the 58 persons</td>", "<mark>55 of the 58 persons</mark>", "As of 2025-04-12", "<section>", "<svg", "")
    assert [want for want, given in zip(wanted, shown, strict=True) if want not in given] == []
