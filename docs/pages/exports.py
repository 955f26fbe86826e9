"""exports.md: the formats of `onrecord export`."""

from __future__ import annotations

from onrecord.views.export import FORMATS

HEAD = """# Exports

`onrecord export FORMAT PATH` writes the record for other programs. What stands at PATH is replaced only with `--force`, a folder only if an export made
it; the export is made beside its place and put there when it is whole. Filters go over the record before any format sees it, so that every format obeys
them. In Python: `onrecord.views.export.export(record, format, path, ExportOptions(…))`.

| format | makes | what it is |
|---|---|---|
"""


def page() -> str:
    """The page's text."""
    return HEAD + "".join(f"| `{f.name}` | a {f.shape} | {f.about} |\n" for f in FORMATS)
