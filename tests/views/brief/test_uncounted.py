"""Figures that no ledger counts are shown in their words where there is nothing else; "no figure was read" is said only where none was."""

from __future__ import annotations

import datetime as dt

from onrecord.types import Derived, Figure, Interval, Report, ReportDate, Snapshot, Span, Statement
from onrecord.views.brief.figures import figures_section

TEXT = "Pay will rise by 5.5 per cent."
DAY = Interval.day(dt.date(2031, 5, 6))


def snapshot(*spans: Span) -> Snapshot:
    """One dated report with a figure at each span, none of them in a ledger."""
    said = {
        f"s{n}": Statement(f"s{n}", "r", "figures", f"f{n}", Figure(f"f{n}", span, 5.5, 5.5, 5.5, "exact", "per cent", "other"), span, span.of(TEXT), DAY, DAY)
        for n, span in enumerate(spans)
    }
    return Snapshot((Report("r", "r", TEXT, outlet="The Quay"),), said, Derived(dates=(ReportDate("r", DAY, "given", ""),)))


def test_a_share_of_pay_is_shown_in_its_words() -> None:
    section = figures_section(snapshot(Span(17, 29)))
    assert [(line.text, line.date) for line in section.lines] == [("“5.5 per cent” — The Quay in its own voice", "6 May 2031")]
    assert section.lines[0].cites and section.note != "No figure was read."


def test_where_none_was_read_it_is_said() -> None:
    section = figures_section(snapshot())
    assert (section.lines, section.note) == ((), "No figure was read.")
