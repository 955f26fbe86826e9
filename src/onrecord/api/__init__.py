"""The record from Python: `onrecord.open(path)` gives an OpenRecord, its lists are Rows of typed values with their words."""

from onrecord.api.opened import OpenRecord, open
from onrecord.api.rows import Rows
from onrecord.api.shown import BriefView, ChangeRow, EventRow, LedgerRow, ReportRow, ReportText, StatementRow, Told

__all__ = ["BriefView", "ChangeRow", "EventRow", "LedgerRow", "OpenRecord", "ReportRow", "ReportText", "Rows", "StatementRow", "Told", "open"]
