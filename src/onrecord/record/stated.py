"""Statements that stand in the record as they would be made again, so that their reports need not be unpacked."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence

from onrecord.record.codec import from_json, to_json
from onrecord.record.connection import Record
from onrecord.record.queries.statements import Chain, statement_of
from onrecord.types import Layer, Statement

Own = tuple[Statement, ...]
MARKS = "statement_marks"
"""The key in `meta` of a hash of the statements of each report, by which those that did not change are passed over."""
INEXACT = "~"
"""Ends the mark of a report whose rows are not all that it says: of two statements with one id there is one row, of days that are open at both ends none."""


def mark_of(statements: Sequence[Statement]) -> str:
    """A hash of the statements of one report, by which they are known to be the same."""
    open_days = any(days is not None and days.first is None and days.last is None for s in statements for days in (s.date, s.published))
    told = hashlib.sha256(to_json(statements).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return told + (INEXACT if open_days or len({s.id for s in statements}) < len(statements) else "")


def is_exact(mark: str) -> bool:
    """Whether the rows of a report with this mark are all that it says."""
    return not mark.endswith(INEXACT)


def statement_marks(record: Record) -> dict[str, str]:
    """By report the mark of its statements as they stand in the record; of one that was put aside since, none."""
    kept = record.one("SELECT value FROM meta WHERE key = ?", (MARKS,))
    return from_json(dict[str, str], kept[0]) if kept else {}


class InRecord:
    """The statements of those *reports* whose rows are all that they say, in the order of their ids; what was read is kept."""

    def __init__(self, record: Record, reports: frozenset[str]) -> None:
        self.record, self.reports = record, reports
        self._layers: dict[Layer, dict[str, Own]] = {}
        self._known: dict[str, Statement] = {}

    def of(self, report: str) -> Own:
        """The statements of one of the reports."""
        return tuple(map(statement_of, self.record.rows("SELECT * FROM statement WHERE report = ? ORDER BY id", (report,))))

    def layer(self, layer: Layer, reports: Collection[str]) -> Iterable[Statement]:
        """The statements of one layer in some of the reports."""
        known = self._layers.setdefault(layer, {})
        wanted = [report for report in reports if report not in known]
        if wanted:
            known |= dict.fromkeys(wanted, ())
            among = "SELECT * FROM statement WHERE report IN (SELECT value FROM json_each(?)) AND layer = ? ORDER BY report, id"
            for row in self.record.rows(among, (to_json(wanted), layer)):
                one = statement_of(row)
                known[one.report] += (one,)
                self._known[one.id] = one
        return (statement for report in reports for statement in known[report])

    def one(self, identity: str) -> Statement | None:
        """The statement with this id; None where none of the reports says it."""
        if identity not in self._known:
            row = self.record.one("SELECT * FROM statement WHERE id = ?", (identity,))
            if row is None or row["report"] not in self.reports:
                return None
            self._known[identity] = statement_of(row)
        return self._known[identity]

    def voices(self, identities: Iterable[str]) -> dict[str, tuple[str, Chain]]:
        """By id, of those that the reports say, the report and by whose account it says so."""
        asked = "SELECT id, report, chain_json FROM statement WHERE id IN (SELECT value FROM json_each(?))"
        rows, chains = self.record.rows(asked, (to_json(list(identities)),)), dict[str, Chain]()
        return {i: (report, chain_of(told, chains)) for i, report, told in rows if report in self.reports}


def chain_of(told: str, known: dict[str, Chain]) -> Chain:
    """A chain read from its JSON, those of the same words once."""
    return known[told] if told in known else known.setdefault(told, from_json(Chain, told))
