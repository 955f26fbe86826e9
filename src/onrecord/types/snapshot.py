"""The record at one moment, as views read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from onrecord.types.reading import Coverage
from onrecord.types.record import Derived, ReportDate, Statement
from onrecord.types.report import Problem, Report


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Reports, statements and what was derived from them, as could be known on *as_of* (None: all that was added)."""

    reports: tuple[Report, ...] = ()
    statements: dict[str, Statement] = field(default_factory=dict)
    """By statement id."""
    derived: Derived = field(default_factory=Derived)
    problems: tuple[Problem, ...] = ()
    coverage: dict[str, Coverage] = field(default_factory=dict)
    """By report id."""
    as_of: dt.date | None = None
    left_out: tuple[str, ...] = ()
    """Names of reports that *as_of* leaves out because they may be later."""

    def report(self, identity: str) -> Report:
        """The report with this id; KeyError when there is none."""
        for report in self.reports:
            if report.id == identity:
                return report
        raise KeyError(identity)

    def date_of(self, identity: str) -> ReportDate | None:
        """When the report with this id was published."""
        return next((d for d in self.derived.dates if d.report == identity), None)
