"""One report with its statements marked."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Report, ReportDate, Snapshot, Statement
from onrecord.views.brief.words import withdrawn_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.marks import MarkedBlock, marked_blocks
from onrecord.views.web.pages.names import name_of
from onrecord.views.web.seen import said_by_report


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report with its statements marked."""

    report: Report
    date: ReportDate | None
    blocks: tuple[MarkedBlock, ...]
    statements: tuple[Statement, ...]
    leans_on: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """By which later versions the struck statements were withdrawn."""


def report_page(snapshot: Snapshot, identity: str, said: tuple[Statement, ...]) -> ReportPage:
    """The page of one report that says *said*; KeyError when there is none."""
    report = snapshot.report(identity)
    leans = tuple(
        f"{link.kind.replace('_', ' ')}: {name_of(snapshot, link.other)}" + (f" ({'; '.join(link.reasons[:2])})" if link.reasons else "")
        for link in snapshot.derived.origin_links if link.report == identity
    )
    gone = {w.statement: w for w in snapshot.derived.withdrawn if w.report == identity}
    names = {r.id: r.name for r in snapshot.reports}
    withdrawn = tuple(dict.fromkeys(withdrawn_words(w, names) for w in gone.values()))
    return ReportPage(report, snapshot.date_of(identity), tuple(marked_blocks(report, list(said), gone)), said, leans, withdrawn)


def make(asked: Asked) -> ReportPage:
    """The page of the report in the path; KeyError when there is none."""
    return report_page(asked.snapshot, asked.identity, asked.once(said_by_report).get(asked.identity, ()))
