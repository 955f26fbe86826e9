"""The table of forms in formats.md: every fixture of tests/read/fixtures, read as a person's file would be."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from docs.pages.malice import found
from docs.pages.trials import FIXTURES, Reader, Trial, outcome, trials
from onrecord.read.decode import LOOKED_AT
from onrecord.read.forms import FORMS, form_of
from onrecord.read.guard import Guard
from onrecord.read.lexicon import lexicon

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
TRIALS = """
A sound file of each reader, and the same file empty, cut off in the middle, under an ending that no reader has, and (of text) in UTF-16. `lost` is input that
was not read, and the exit status is then not 0. What cannot be told from a whole file (a text that ends in the middle) is read as far as it goes. Round trip: a
text that was written in the form comes back as the same text; there is none where only other programs write it.

| reader | sound | empty | cut off | other ending | UTF-16 | round trip |
|---|---|---|---|---|---|---|
"""
MALICE = """
Bad input that is no accident:

| input | what comes of it |
|---|---|
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
    with Guard() as guard:
        reader = Reader(guard)
        rows = "".join(row(reader, path) for path in sorted(FIXTURES.iterdir()) if path.is_file())
    tried = "".join(map(trial_row, trials())) + MALICE + "".join(f"| {malice.what} | {came.words} |\n" for malice, came in found())
    return HEAD + forms + READ + rows + TRIALS + tried + COLUMNS + "".join(kind_row(kind) for kind in lexicon("columns")["kinds"])


def kind_row(kind: dict[str, Any]) -> str:
    """One kind of dump."""
    cells = [", ".join(f"`{c}`" for c in kind.get(field, ())) for field in ("signs", "text", "published", "outlet")]
    return f"| {kind['name']} | {' | '.join(cells)} | {kind.get('note', '')} |\n"


def trial_row(trial: Trial) -> str:
    """One reader."""
    encoded = trial.encoded.words if trial.encoded is not None else "—"
    back = "—" if trial.round_trip is None else "same text" if trial.round_trip else "another text"
    cells = (trial.form, trial.sound.words, trial.empty.words, trial.cut.words, trial.renamed.words, encoded, back)
    return f"| {' | '.join(cells)} |\n"


def row(reader: Reader, path: Path) -> str:
    """One fixture."""
    raw = path.read_bytes()
    form = form_of(raw[:LOOKED_AT], path.name)
    came = outcome(reader.read(path.name, raw))
    kinds = Counter(p.replace("!", " (lost)") for p in came.problems)
    problems = ", ".join(kind if n == 1 else f"{n} × {kind}" for kind, n in sorted(kinds.items()))
    return f"| {form.name if form else 'none'} | `{path.name}` | {came.reports} | {problems or 'none'} |\n"
