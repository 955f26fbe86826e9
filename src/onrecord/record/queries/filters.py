"""What a person narrows a view by, as conditions over statements."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from onrecord.record.connection import Record
from onrecord.types import Interval, Layer


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that must all hold; None asks for nothing."""

    layer: Layer | None = None
    report: str | None = None
    """Id of a report."""
    party: str | None = None
    """A name, alias or side of somebody whom the statement names or who says it."""
    since: dt.date | None = None
    """Not wholly before this day; a statement without a day counts by its report's."""
    until: dt.date | None = None
    """Not wholly after this day."""
    by: str | None = None
    """Words of a source anywhere in the chain."""
    outlet: str | None = None
    negotiation: str | None = None
    """Id or part of the name of a negotiation."""

    @property
    def asks(self) -> bool:
        """Whether anything is asked that only statements can answer (all but the days)."""
        return any(v is not None for v in (self.layer, self.report, self.party, self.by, self.outlet, self.negotiation))

    def days_fit(self, days: Interval | None) -> bool:
        """Whether *days* may lie between since and until: an open interval counts by the end that is known, unknown days never fit."""
        if self.since is None and self.until is None:
            return True
        if days is None:
            return False
        known = Interval(days.first or days.last, days.last or days.first)
        return known.overlaps(Interval(self.since, self.until))


ALL = Filter()
"""No condition."""


def like(words: str) -> str:
    """A LIKE pattern that finds *words* anywhere; `\\` escapes."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def names_meant(record: Record, party: str) -> tuple[str, ...]:
    """All names that *party* may stand under: of entities that bear it as a name or act for it."""
    rows = record.rows(
        """SELECT DISTINCT n.name FROM entity_name n WHERE n.entity IN (
             SELECT entity FROM entity_name WHERE name = ?1 COLLATE NOCASE UNION SELECT id FROM entity WHERE side = ?1 COLLATE NOCASE)""",
        (party,),
    )
    return tuple(sorted({party, *(row[0] for row in rows)}))


def conditions(record: Record, where: Filter) -> tuple[str, list[Any]]:
    """SQL over `statement s JOIN report r` and its values, "1" when nothing is asked."""
    parts: list[str] = []
    values: list[Any] = []
    for column, value in (("s.layer", where.layer), ("s.report", where.report)):
        if value is not None:
            parts.append(f"{column} = ?")
            values.append(value)
    if where.outlet is not None:
        parts.append("r.outlet LIKE ? ESCAPE '\\'")
        values.append(like(where.outlet))
    if where.by is not None:
        named = "json_extract(value, '$.resolved') || ' ' || json_extract(value, '$.source')"
        parts.append(f"EXISTS (SELECT 1 FROM json_each(s.chain_json) WHERE {named} LIKE ? ESCAPE '\\')")
        values.append(like(where.by))
    if where.party is not None:
        names = names_meant(record, where.party)
        marks = ", ".join("?" * len(names))
        parts.append(
            f"s.id IN (SELECT statement FROM statement_party WHERE name COLLATE NOCASE IN ({marks}) OR ' ' || name || ' ' LIKE ? ESCAPE '\\')"
        )
        values.extend((*names, like(f" {where.party} ")))
    if where.negotiation is not None:
        chosen = "SELECT id FROM negotiation WHERE id LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\'"
        parts.append(f"s.report IN (SELECT report FROM negotiation_report WHERE negotiation IN ({chosen}))")
        values.extend((like(where.negotiation)[1:], like(where.negotiation)))
    if where.since is not None:
        parts.append("coalesce(s.date_last, s.date_first, s.published_last) >= ?")
        values.append(where.since.isoformat())
    if where.until is not None:
        parts.append("coalesce(s.date_first, s.date_last, s.published_first) <= ?")
        values.append(where.until.isoformat())
    return (" AND ".join(parts) or "1"), values
