"""A plain table: rows of cells under their columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.views.web.asked import Asked
from onrecord.views.web.paging import Pager

Cell = tuple[str, str | None]
"""Text and where it leads."""
ONE_PAGE = Pager(1, 1, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pager: Pager = ONE_PAGE
    beneath: tuple[Cell, ...] = ()
    """Lines beneath the table: what is not in it, and why."""


def paged(whole: Table, asked: Asked, what: str, *, per: int = 100) -> Table:
    """The part of a table that the URL asks for."""
    shown = asked.part(whole.rows, per=per, what=what)
    return replace(whole, rows=shown.rows, pager=shown.pager)


def plain(*texts: str) -> tuple[Cell, ...]:
    """Cells that lead nowhere."""
    return tuple((text, None) for text in texts)
