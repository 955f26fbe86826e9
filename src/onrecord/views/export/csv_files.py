"""Tables of formats that researchers load as CSV: named columns, one row a thing, no value where nothing is known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Row = Mapping[str, object]


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """A CSV file in UTF-8 with a head line; None and "" are blank, lists are joined by "; ". A row may lack columns, never have others."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: told(value) for key, value in row.items()} for row in rows)


def told(value: object) -> object:
    """A value as its cell has it."""
    if value is None:
        return ""
    return "; ".join(str(v) for v in value) if isinstance(value, list | tuple) else value
