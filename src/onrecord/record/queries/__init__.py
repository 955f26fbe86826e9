"""The only SQL that views use: typed functions that give the values of onrecord.types."""

from onrecord.record.queries.derived import (
    commitments,
    derived,
    disputes,
    entities,
    event,
    events,
    ledgers,
    lookup,
    origins,
    positions,
    talks,
)
from onrecord.record.queries.filters import ALL, Filter
from onrecord.record.queries.narrowing import negotiations
from onrecord.record.queries.reports import ReportEntry, all_reports, annotators, find_report, raw_bytes, readings, report, reports, set_aside, unique_names
from onrecord.record.queries.roster import channels, roster
from onrecord.record.queries.statements import statement, statement_ids, statements, statements_by_id, support, supported
from onrecord.record.queries.texts import agreements, proposals
from onrecord.record.queries.whole import Hit, coverage, meta, problems, search, snapshot, snapshot_holding, snapshot_of, withdrawn

__all__ = [
    "ALL", "Filter", "Hit", "ReportEntry", "agreements", "all_reports", "annotators", "channels", "commitments", "coverage", "derived",
    "disputes", "entities", "event", "events", "find_report", "ledgers", "lookup", "meta", "negotiations", "origins", "positions",
    "problems", "proposals", "raw_bytes", "readings", "report", "reports", "roster", "search", "set_aside", "snapshot", "snapshot_holding", "snapshot_of",
    "statement", "statement_ids", "statements", "statements_by_id", "support", "supported", "talks", "unique_names", "withdrawn",
]
