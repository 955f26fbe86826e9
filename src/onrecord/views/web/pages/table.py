"""A plain table: rows of cells under their columns."""

from __future__ import annotations

from dataclasses import dataclass

Cell = tuple[str, str | None]
"""Text and where it leads."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plain(*texts: str) -> tuple[Cell, ...]:
    """Cells that lead nowhere."""
    return tuple((text, None) for text in texts)
