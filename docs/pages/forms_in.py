"""The table of forms in formats.md: every fixture of tests/read/fixtures, read as a person's file would be."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.read import Namer, ReadOptions, read_bytes
from onrecord.read.decode import LOOKED_AT
from onrecord.read.forms import FORMS, form_of
from onrecord.read.lexicon import lexicon

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
COLUMNS = """
## Columns of JSON and CSV

A row's columns are known by its kind, the first below whose signs are all there; of several columns the first that holds something is used, however its
letters are written. What a kind does not name is known as in the last row (also `title`, `url` or `link`,
`language`, `id`). `--map text=body,published=date` wins over all.

| kind | signs | text | published | outlet | note |
|---|---|---|---|---|---|
"""


@cache
def page() -> str:
    """The two tables."""
    forms = "".join(f"| {form.name} | {' '.join(f'`{e}`' for e in form.extensions)} |\n" for form in FORMS)
    rows = "".join(row(path) for path in sorted(FIXTURES.iterdir()) if path.is_file())
    return HEAD + forms + READ + rows + COLUMNS + "".join(kind_row(kind) for kind in lexicon("columns")["kinds"])


def kind_row(kind: dict[str, Any]) -> str:
    """One kind of dump."""
    cells = [", ".join(f"`{c}`" for c in kind.get(field, ())) for field in ("signs", "text", "published", "outlet")]
    return f"| {kind['name']} | {' | '.join(cells)} | {kind.get('note', '')} |\n"


def row(path: Path) -> str:
    """One fixture."""
    raw = path.read_bytes()
    form = form_of(raw[:LOOKED_AT], path.name)
    results = list(read_bytes(raw, path.name, ReadOptions(today=TODAY, max_bytes=2_000_000, entries=True), namer=Namer()))
    kinds = Counter(f"{p.kind}{' (lost)' if p.lost else ''}" for r in results for p in r.problems)
    problems = ", ".join(kind if n == 1 else f"{n} × {kind}" for kind, n in sorted(kinds.items()))
    return f"| {form.name if form else 'none'} | `{path.name}` | {sum(r.report is not None for r in results)} | {problems or 'none'} |\n"
