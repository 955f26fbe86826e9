"""What all lists of derived values are narrowed by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.record.codec import from_json
from onrecord.record.connection import Record
from onrecord.record.queries.filters import Filter, like
from onrecord.record.queries.statements import statement_ids
from onrecord.types import Interval, Negotiation, Words

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


def negotiations(record: Record) -> tuple[Negotiation, ...]:
    """The talks that the reports are about."""
    return values(record, Negotiation, "negotiation", "name, id")


def mentioning(record: Record, where: Filter) -> frozenset[str] | None:
    """Ids of the reports that a filter leaves; None for all."""
    if where.report is None and where.outlet is None and where.negotiation is None:
        return None
    ids = {row[0] for row in record.rows("SELECT id FROM report WHERE coalesce(outlet, '') LIKE ? ESCAPE '\\'", (like(where.outlet or ""),))}
    if where.report is not None:
        ids &= {where.report}
    if where.negotiation is not None:
        ids &= {r for n in negotiations(record) if where.negotiation in n.id or where.negotiation.casefold() in n.name.casefold() for r in n.reports}
    return frozenset(ids)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a filter leaves of words that may have no statement."""

    where: Filter
    statements: frozenset[str] | None
    reports: frozenset[str] | None

    def fit(self, told: Iterable[tuple[Words, Interval | None]]) -> bool:
        """Whether one of these words, each with its days, is asked for; words without a statement answer no question about source or party."""
        return any(self.where.days_fit(days) and self.has(words) for words, days in told)

    def has(self, words: Words) -> bool:
        """Whether these words are asked for, days left out."""
        if words.statement is not None:
            return self.statements is None or words.statement in self.statements
        only_reports = self.where.layer is None and self.where.by is None and self.where.party is None
        return only_reports and (self.reports is None or words.report in self.reports)


def kept_words(record: Record, where: Filter) -> Kept:
    """The test by which places in reports are kept."""
    return Kept(where, wanted(record, where), mentioning(record, where))
