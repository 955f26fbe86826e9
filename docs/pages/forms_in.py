"""The table of forms in formats.md: every fixture of tests/read/fixtures, read as a person's file would be."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from onrecord.read import Namer, ReadOptions, read_bytes
from onrecord.read.decode import LOOKED_AT
from onrecord.read.forms import FORMS, form_of

FIXTURES = Path(__file__).parents[2] / "tests" / "read" / "fixtures"
TODAY = "2031-12-31"
"""The day on which the fixtures are read: their stories are of 2031."""
HEAD = """## Forms of report in

What a file is, its content decides; the ending decides where the content leaves it open, and which files of a folder are looked at.

| form | endings |
|---|---|
"""
READ = """
Every fixture of `tests/read/fixtures`, read by `make docs` (and by the tests): what it gave, and the problems that were told.

| form | fixture | reports read | problems |
|---|---|---|---|
"""


@cache
def page() -> str:
    """The two tables."""
    forms = "".join(f"| {form.name} | {' '.join(f'`{e}`' for e in form.extensions)} |\n" for form in FORMS)
    return HEAD + forms + READ + "".join(row(path) for path in sorted(FIXTURES.iterdir()) if path.is_file())


def row(path: Path) -> str:
    """One fixture."""
    raw = path.read_bytes()
    form = form_of(raw[:LOOKED_AT], path.name)
    results = list(read_bytes(raw, path.name, ReadOptions(today=TODAY, max_bytes=2_000_000), namer=Namer()))
    kinds = Counter(f"{p.kind}{' (lost)' if p.lost else ''}" for r in results for p in r.problems)
    problems = ", ".join(kind if n == 1 else f"{n} × {kind}" for kind, n in sorted(kinds.items()))
    return f"| {form.name if form else 'none'} | `{path.name}` | {sum(r.report is not None for r in results)} | {problems or 'none'} |\n"
