"""Statements: one by one, by filter, and what rests on them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from onrecord.errors import InputError
from onrecord.record.codec import ITEMS, from_json
from onrecord.record.connection import Record
from onrecord.record.queries.filters import ALL, Filter, conditions
from onrecord.types import Interval, Link, Span, Statement

Chain = tuple[Link, ...]
MANY = 500
"""Ids in one query; SQLite takes 999 values in old builds."""


def interval(first: str | None, last: str | None) -> Interval | None:
    """The days between two ISO days, either of which may be open."""
    if first is None and last is None:
        return None
    return Interval(dt.date.fromisoformat(first) if first else None, dt.date.fromisoformat(last) if last else None)


def statement_of(row: sqlite3.Row) -> Statement:
    """The statement of a row."""
    return Statement(
        id=row["id"], report=row["report"], layer=row["layer"], local=row["local"], item=from_json(ITEMS[row["layer"]], row["item_json"]),
        span=Span(row["start"], row["end"]), quote=row["quote"], date=interval(row["date_first"], row["date_last"]),
        published=interval(row["published_first"], row["published_last"]), chain=from_json(Chain, row["chain_json"]),
        date_reason=row["date_reason"], in_opinion=bool(row["in_opinion"]), in_caption=bool(row["in_caption"]), in_title=bool(row["in_title"]),
    )


def statements(record: Record, where: Filter = ALL) -> tuple[Statement, ...]:
    """The statements that *where* asks for, in the order of reports by date and of their places in the text."""
    condition, values = conditions(record, where)
    rows = record.rows(
        f"""SELECT s.* FROM statement s JOIN report r ON r.id = s.report WHERE {condition}
            ORDER BY s.published_first IS NULL, s.published_first, r.name, r.id, s."start", s."end", s.id""",
        values,
    )
    return tuple(statement_of(row) for row in rows)


def statement_ids(record: Record, where: Filter) -> frozenset[str]:
    """Only the ids of the statements that *where* asks for."""
    condition, values = conditions(record, where)
    return frozenset(row[0] for row in record.rows(f"SELECT s.id FROM statement s JOIN report r ON r.id = s.report WHERE {condition}", values))


def statement(record: Record, identity: str) -> Statement:
    """The statement whose id begins so; InputError for none or several."""
    rows = record.rows("SELECT * FROM statement WHERE substr(id, 1, length(?1)) = ?1", (identity,))
    if len(rows) != 1 or not identity:
        what = "no statement has" if not rows else f"{len(rows)} statements have"
        raise InputError(f"{record.path}: {what} an id that begins with {identity!r}; `onrecord search WORDS` gives ids")
    return statement_of(rows[0])


def batches(identities: Iterable[str]) -> Iterator[Sequence[str]]:
    """Ids in lots that one query takes."""
    wanted = list(dict.fromkeys(identities))
    for at in range(0, len(wanted), MANY):
        yield wanted[at : at + MANY]


def statements_by_id(record: Record, identities: Iterable[str]) -> dict[str, Statement]:
    """The statements with these ids; those that are not there are left out."""
    found = {}
    for lot in batches(identities):
        for row in record.rows(f"SELECT * FROM statement WHERE id IN ({', '.join('?' * len(lot))})", lot):
            found[row["id"]] = statement_of(row)
    return found


def supported(record: Record, identity: str) -> tuple[tuple[str, str], ...]:
    """(kind, id) of everything that rests on the statement with this id."""
    rows = record.rows("SELECT kind, object FROM support WHERE statement = ? ORDER BY kind, object", (identity,))
    return tuple((row[0], row[1]) for row in rows)


def support(record: Record, identity: str) -> tuple[str, ...]:
    """Ids of the statements that the event, ledger, line or dispute with this id rests on."""
    rows = record.rows("SELECT DISTINCT statement FROM support WHERE object = ? ORDER BY statement", (identity,))
    return tuple(row[0] for row in rows)
