"""exports.md: the formats of `onrecord export`."""

from __future__ import annotations

from onrecord.views.export import FORMATS
from onrecord.views.export.formats import Carried

HEAD = """# Exports

`onrecord export FORMAT PATH` writes the record for other programs. What stands at PATH is replaced only with `--force`, a folder only if an export made
it; the export is made beside its place and put there when it is whole. Filters go over the record before any format sees it, so that every format obeys
them. In Python: `onrecord.views.export.export(record, format, path, ExportOptions(…))`.

| format | makes | what it is |
|---|---|---|
"""


CARRIED = """
## What each format carries

Measured by `tests/views/export/test_carried.py` on the sample: whether the words, the places (report, hash, characters), the chains (who says so, through whom)
of all statements are in the export, of those that its rows or lines rest on, or of none; and whether people's decisions are. A date is never told more exactly
than the record has it.

| format | words | places | chains | decisions | what it does not carry, or otherwise |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The page's text."""
    made = "".join(f"| `{f.name}` | a {f.shape} | {f.about} |\n" for f in FORMATS)
    rows = "".join(carried(f.name, f.carries) for f in FORMATS if f.carries is not None)
    return HEAD + made + CARRIED + rows


def carried(name: str, it: Carried) -> str:
    """The row of one format."""
    return f"| `{name}` | {it.words} | {it.places} | {it.chains} | {it.decisions} | {it.lost} |\n"
