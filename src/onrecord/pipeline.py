"""The only place where the stages are put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.annotate import annotate
from onrecord.parse import Parser
from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.dating import date_reports
from onrecord.types import Reading, Report, ReportDate, Resolved


def read_reports(reports: Iterable[Report], parser: Parser) -> Iterator[Reading]:
    """The reading of each report, in their order; each depends on its own report only."""
    for parsed in parser.parse_many(reports):
        yield annotate(parsed)


def date_and_resolve(readings: Sequence[Reading]) -> list[tuple[Reading, ReportDate, Resolved]]:
    """Every reading with its report's date and its calendar days."""
    dates = date_reports(readings)
    return [(r, d, resolve(r, d.published)) for r, d in zip(readings, dates, strict=True)]
