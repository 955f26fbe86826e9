"""Statements that fit a search: words, and conditions on who says what, where and when; bound parameters only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from onrecord.record.connection import Record
from onrecord.record.queries.filters import Filter, conditions, like
from onrecord.record.queries.whole import match

MOST = 2000
"""Statements that one search gives at most; a search that finds more is to be narrowed."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Conditions that must all hold; empty ones ask for nothing."""

    words: str = ""
    """Words and "phrases" that the statement's own words hold."""
    where: tuple[Filter, ...] = ()
    """Each filter must hold, so that two sources of one chain can be asked for."""
    kinds: tuple[tuple[str, ...], ...] = ()
    """The kind of the statement is one of each of these."""
    sides: tuple[str, ...] = ()
    """Parts of the name of the side that the source speaks for."""
    names: tuple[str, ...] = ()
    """Parts of a report's name, or beginnings of its id."""
    before: dt.date | None = None
    """Surely before this day, by its own day or else by its report's."""
    after: dt.date | None = None
    """Surely after this day."""

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        return self != Sought() and bool(match(self.words) or self.structured)

    @property
    def structured(self) -> bool:
        """Whether more than words is asked."""
        return bool(self.where or self.kinds or self.sides or self.names or self.before or self.after)


def find(record: Record, sought: Sought) -> tuple[str, ...]:
    """Ids of the statements that fit: the best match first where only words are asked, else the latest report first."""
    parts, values = asked(record, sought)
    query = match(sought.words)
    if query and not parts:  # the index alone ranks, and the best are looked up: a word that every report has would cost half a second else
        best = "SELECT rowid, rank FROM statement_words WHERE statement_words MATCH ? ORDER BY rank LIMIT ?"
        rows = record.rows(f"SELECT s.id FROM ({best}) w JOIN statement s ON s.key = w.rowid ORDER BY w.rank, s.id", (query, MOST))
        return tuple(row[0] for row in rows)
    if query:
        parts, values = ["s.key IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)", *parts], [query, *values]
    rows = record.rows(
        f"""SELECT s.id FROM statement s JOIN report r ON r.id = s.report WHERE {' AND '.join(parts) or '1'}
            ORDER BY s.published_last IS NULL, s.published_last DESC, s.report, s."start", s.id LIMIT ?""",
        (*values, MOST),
    )
    return tuple(row[0] for row in rows)


def asked(record: Record, sought: Sought) -> tuple[list[str], list[Any]]:
    """The conditions but the words, as SQL and values."""
    parts: list[str] = []
    values: list[Any] = []
    for where in sought.where:
        condition, given = conditions(record, where)
        parts.append(f"({condition})")
        values += given
    for kinds in sought.kinds:
        parts.append(f"s.kind IN ({', '.join('?' * len(kinds))})")
        values += kinds
    for side in sought.sides:
        parts.append("s.source_side LIKE ? ESCAPE '\\'")
        values.append(like(side))
    for name in sought.names:
        parts.append("(r.name LIKE ? ESCAPE '\\' OR substr(r.id, 1, length(?)) = ?)")
        values += [like(name), name, name]
    if sought.before is not None:
        parts.append("coalesce(s.date_last, s.published_last) < ?")
        values.append(sought.before.isoformat())
    if sought.after is not None:
        parts.append("coalesce(s.date_first, s.published_first) > ?")
        values.append(sought.after.isoformat())
    return parts, values
