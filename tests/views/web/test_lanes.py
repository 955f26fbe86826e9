"""The drawn timeline: a mark an event, a sign for how it is told, stretches as bars, days without a report shaded, nothing unescaped."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree

import pytest

from onrecord.types import Derived, Event, Interval, LedgerValue, ReportDate, Snapshot
from onrecord.views.web.lanes import BINS, density_svg, lanes_svg, span_of
from onrecord.views.web.pages.timeline import PER, Drawing, Filters, choices, gaps, newest_first, timeline
from onrecord.views.web.pages.timeline import drawn as drawn_part
from onrecord.views.web.paging import part
from onrecord.views.web.sparks import spark

DAY = dt.date(2031, 5, 1)


def event(n: int, first: int | None, last: int | None, told: str = "happened", **more: object) -> Event:
    """An event from one day to another, counted from DAY; None is open."""
    days = Interval(*(None if d is None else DAY + dt.timedelta(days=d) for d in (first, last)))
    return Event(f"e{n}", "meet", f"<b>{n}</b>", None if days == Interval(None, None) else days, told, ("Norland",), (), (), **more)  # type: ignore[arg-type]


EVENTS = (event(1, 0, 0), event(2, 1, 9), event(3, 4, 4, "planned"), event(4, None, 12), event(5, 12, 12, "denied", differs=("day",)), event(6, None, None))


def drawn(*events: Event, without: tuple[Interval, ...] = ()) -> str:
    """The lanes of some events."""
    days = span_of(events)
    assert days is not None
    return lanes_svg(events, days, without)


def test_each_dated_event_is_one_mark_that_leads_to_it() -> None:
    svg = drawn(*EVENTS)
    ElementTree.fromstring(svg)
    assert [svg.count(f'href="/events/e{n}"') for n in range(1, 7)] == [1, 1, 1, 1, 1, 0]
    assert "<b>" not in svg


@pytest.mark.parametrize(("told", "sign"), [("happened", "fact"), ("planned", "open"), ("denied", "open"), ("called_for", "open"), ("possible", "open")])
def test_only_what_is_told_as_a_fact_is_filled(told: str, sign: str) -> None:
    svg = drawn(event(1, 0, 0, told), event(2, 9, 9, told))
    assert svg.count(f'class="{sign}"') == 2


def test_a_stretch_a_difference_and_an_open_end_are_seen() -> None:
    svg = drawn(*EVENTS)
    assert svg.count('class="wide"') == 1
    assert svg.count('class="differs"') == 1
    assert svg.count('class="open-end"') == 1


def test_bars_of_the_density_hold_every_dated_event_and_lead_to_their_days() -> None:
    days = span_of(EVENTS)
    assert days is not None
    svg = density_svg(EVENTS, days, (), "/timeline?")
    assert ">5 with a day<" in svg
    assert "from=2031-05-01&amp;to=2031-05-01" in svg


def test_a_thousand_events_are_counted_all_and_drawn_page_by_page() -> None:
    snapshot = Snapshot(derived=Derived(events=tuple(event(n, n // 5, n // 5) for n in range(1000))))
    events = newest_first(snapshot)
    around = Drawing(events, choices(snapshot), ())
    shown = {}
    for page in (1, 9):
        found = drawn_part(snapshot, part(events, page=page, per=PER, what="events"), Filters(), around)
        assert found.density is not None and ">1,000 with a day<" in found.density and found.chart is not None
        shown[page] = set(re.findall(r'href="/events/(e\d+)"', found.chart))
        assert {e.link for _, month in found.months for e in month.lines} == shown[page], "the drawing is of the events beneath it"
        assert found.shown == found.total == 1000
    assert (len(shown[1]), len(shown[9])) == (PER, 1000 - 8 * PER) and not shown[1] & shown[9]
    assert len(re.findall('class="bar"', str(found.density))) <= BINS, "bars that can be told apart, however many days there are"


def test_days_without_a_report_are_gaps_in_list_and_drawing() -> None:
    dates = tuple(ReportDate(f"r{n}", Interval.day(DAY + dt.timedelta(days=n)), "printed", "") for n in (0, 1, 9))
    snapshot = Snapshot(derived=Derived(dates=dates, events=(event(1, 0, 0), event(2, 10, 10))))
    (gap,) = gaps(snapshot)
    assert gap == Interval(dt.date(2031, 5, 3), dt.date(2031, 5, 9))
    page = timeline(snapshot)
    assert [line.text for _, month in page.months for line in month.lines if not line.lane] == ["No report that was read was published on these 7 days."]
    assert page.chart and page.chart.count('class="gap"') == 1


def test_plans_stand_beside_what_was_told_as_done_and_the_undated_between_others() -> None:
    plan, done = event(1, 0, 4, "planned"), event(2, 2, 2)
    loose, later = event(3, None, None, after=("e2",)), event(4, 9, 9, after=("e3",))
    lines = {e.link: e for _, month in timeline(Snapshot(derived=Derived(events=(plan, done, loose, later)))).months for e in month.lines}
    assert [word for word, *_ in lines["e1"].beside] == ["told as happened"]
    assert [word for word, *_ in lines["e2"].beside] == ["was planned"]
    assert [(word, i) for word, i, _ in lines["e3"].beside] == [("told to be after", "e2"), ("told to be before", "e4")]


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(factuality="denied"), {"e5"}), (Filters(first=DAY + dt.timedelta(days=10)), {"e4", "e5"}), (Filters(lane="force"), set()),
        (Filters(party="nor", last=DAY), {"e1"}), (Filters(origins=1), set()),
    ],
)
def test_filters_keep_what_they_name(filters: Filters, kept: set[str]) -> None:
    page = timeline(Snapshot(derived=Derived(events=EVENTS)), filters)
    assert {e.link for _, month in page.months for e in month.lines} == kept


def test_a_course_needs_two_days_and_shows_a_range_upright() -> None:
    def value(day: int, low: float | None, high: float | None) -> LedgerValue:
        return LedgerValue(f"s{day}", "r", "held", None, low, high, "", Interval.day(DAY + dt.timedelta(days=day)), None)

    assert spark([value(0, 5, 5), value(0, 6, 6)], "held") == ""
    svg = spark([value(0, 5, 5), value(3, 2, 9), value(5, None, 4)], "held <b>")
    ElementTree.fromstring(svg)
    assert (svg.count("<circle"), svg.count("<path")) == (3, 1)
