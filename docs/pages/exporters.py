"""exporters.md: what each exporter writes, as its module tells it, and what every column of its tables means."""

from __future__ import annotations

import inspect
from importlib import import_module

from onrecord.views.export import FORMATS, Format
from onrecord.views.export.lexicon import lexicon

HEAD = """# Exporters, one by one

What each format of [`onrecord export`](exports.md) holds. The tables of `plover`, `mend` and `ceasefires` come with a `codebook.csv` that says the same of
their columns; lists in a cell are parted by `; `, and a text that a spreadsheet would run as a formula has an apostrophe before it. How types of the record are
told in other vocabularies stands in the [word lists](lexicons.md) under `views/export/lexicons`, each with a note.
"""
TOLD = ("markdown", "docx", "timelinejs", "webannotation", "ftm", "plover", "mend", "ceasefires", "atom")


def page() -> str:
    """The page's text."""
    return HEAD + "".join(section(f) for f in FORMATS if f.name in TOLD)


def section(form: Format) -> str:
    """What a format writes, and the columns of its tables."""
    module = import_module(f"onrecord.views.export.{form.module}")
    meanings, tables = lexicon("columns")["columns"], getattr(module, "TABLES", {})
    columns = "".join(f"\n`{name}.csv`: {', '.join(f'`{c}`' for c in columns)}.\n" for name, columns in tables.items())
    used = dict.fromkeys(c for columns in tables.values() for c in columns)
    rows = "\n| column | what it holds |\n|---|---|\n" + "".join(f"| `{c}` | {meanings[c]} |\n" for c in used) if used else ""
    return f"\n## {form.name}\n\n{inspect.getdoc(module)}\n{columns}{rows}"
