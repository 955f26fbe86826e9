"""What all lists of derived values are narrowed by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord.record.codec import from_json
from onrecord.record.connection import Record
from onrecord.record.queries.filters import Filter
from onrecord.record.queries.statements import statement_ids
from onrecord.types import Interval

T = TypeVar("T")


def values(record: Record, kind: type[T], table: str, order: str = "id") -> tuple[T, ...]:
    """All values of a derived table."""
    return tuple(from_json(kind, row[0]) for row in record.rows(f"SELECT value_json FROM {table} ORDER BY {order}"))


def wanted(record: Record, where: Filter) -> frozenset[str] | None:
    """Ids of the statements that *where* asks for, days left out; None when it asks for nothing."""
    if not where.asks:
        return None
    return statement_ids(record, Filter(where.layer, where.report, where.party, None, None, where.by, where.outlet, where.negotiation))


def rests(ids: frozenset[str] | None, statements: Iterable[str]) -> bool:
    """Whether one of *statements* is wanted."""
    return ids is None or any(s in ids for s in statements)


def any_day(where: Filter, days: Sequence[Interval | None]) -> bool:
    """Whether one of *days* lies between the filter's."""
    return any(where.days_fit(d) for d in days)
