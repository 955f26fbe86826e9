"""What some outlets did not carry: said only where most did, of outlets that printed something on those days, and never as a reproach."""

from __future__ import annotations

import datetime as dt

from onrecord.types import Derived, Event, EventMention, Interval, Negotiation, Report, ReportDate, Snapshot, Span, Statement
from onrecord.views.brief.open import silent_lines, untold_lines

DAY = dt.date(2031, 5, 6)
MENTION = EventMention("e1", Span(0, 4), Span(0, 4), "release", "happened")


def snapshot(told: str, *, late: str = "") -> Snapshot:
    """Outlets A to E with a report each of one negotiation; those in *told* tell of the release, those in *late* printed weeks after."""
    reports = tuple(Report(x, x, "text of a report", outlet=f"Outlet {x}") for x in "ABCDE")
    days = {x: Interval.day(DAY + dt.timedelta(days=30 * (x in late))) for x in "ABCDE"}
    said = {f"s{x}": Statement(f"s{x}", x, "events", "e1", MENTION, Span(0, 4), "text", days[x], days[x]) for x in told}
    event = Event("ev", "release", "Front releases nine", Interval.day(DAY), "happened", (), (), tuple(said), negotiation="n")
    talks = Negotiation("n", "N", ("a", "b"), reports=tuple("ABCDE"))
    derived = Derived(dates=tuple(ReportDate(x, d, "given", "") for x, d in days.items()), events=(event,), negotiations=(talks,))
    return Snapshot(reports, said, derived)


def test_what_most_outlets_told_and_one_did_not_is_said() -> None:
    (line,) = silent_lines(snapshot("ABCD"))
    assert line.text == "Front releases nine" and line.marks[1] == "not in the reports added of Outlet E" and line.cites


def test_what_few_told_is_no_silence_of_the_others() -> None:
    assert list(silent_lines(snapshot("AB"))) == []


def test_an_outlet_without_a_report_of_those_days_is_not_named() -> None:
    assert list(silent_lines(snapshot("ABCD", late="E"))) == []


def test_what_all_told_is_no_line_and_no_heading() -> None:
    assert untold_lines(snapshot("ABCDE")) == []


def test_the_heading_says_that_it_is_no_evidence() -> None:
    assert "no evidence" in untold_lines(snapshot("ABCD"))[0].text
