"""What a page would say twice is said once; talks of two negotiations and days far from all others are kept apart. All names are invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from onrecord.types import Derived, Dispute, Interval, Ledger, LedgerLine, Negotiation, Snapshot, TalksSpell
from onrecord.views.brief.open import alone_lines, put_together, told_lines
from onrecord.views.brief.talks import strands
from onrecord.views.web.charts import within
from onrecord.views.web.lanes import window
from onrecord.views.web.pages.sums import sums

DAY = dt.date(2031, 5, 1)
NORTH, SOUTH = Negotiation("n", "Norland – River Army", ("Norland", "River Army")), Negotiation("s", "Sarn – Tesh", ("Sarn", "Tesh"))


def days(first: int, last: int) -> tuple[dt.date, dt.date]:
    """A stretch of days counted from DAY."""
    return DAY + dt.timedelta(days=first), DAY + dt.timedelta(days=last)


def spell(negotiation: str | None, track: str, day: int) -> TalksSpell:
    """A state told of one day."""
    return TalksSpell(track, "active", Interval(*days(day, day)), Interval(*days(day, day)), (), negotiation)


@pytest.mark.parametrize(
    ("spells", "names", "why"),
    [
        ([spell("n", "talks", 1), spell("n", "talks", 5)], [""], "one track of one negotiation needs no name"),
        ([spell("n", "talks", 1), spell("n", "truce", 5)], ["talks", "truce"], "two tracks are told apart"),
        ([spell("s", "talks", 9), spell("n", "talks", 1)], [NORTH.name, SOUTH.name], "two negotiations are never one, in the order of the record"),
        ([spell("n", "talks", 1), spell(None, "talks", 2)], [NORTH.name, "of no negotiation told apart"], "nor is one with what belongs to none"),
    ],
)
def test_talks_stand_by_negotiation_and_track(spells: list[TalksSpell], names: list[str], why: str) -> None:
    found = strands(Snapshot(derived=Derived(talks=tuple(spells), negotiations=(NORTH, SOUTH))))
    assert [strand.name for strand in found] == names, why
    assert all(list(strand.spells) == sorted(strand.spells, key=lambda s: str(s.ends), reverse=True) for strand in found)


def test_the_same_arithmetic_over_other_figures_is_one_sum() -> None:
    lines = tuple(
        LedgerLine(i, (i, "b"), verdict, total, minimal=minimal)
        for i, verdict, total, minimal in (
            ("l1", "adds_up", "3 + 5 = 8", False), ("l2", "adds_up", "3 + 5 = 8", False), ("l3", "open", "3 + 5 = 8", False), ("l4", "open", "1 of 2", True),
        )
    )
    found = sums(Ledger("x", "Hostages", "hostages", None, (), lines=lines))
    assert [(s.verdict, s.statements) for s in found] == [("adds_up", ("l1", "b", "l2")), ("open", ("l3", "b"))]


def test_a_difference_told_again_over_other_figures_takes_one_line_behind_the_first() -> None:
    told = [("d1", "3, not 4"), ("d2", "5, not 6"), ("d3", "3, not 4")]
    snapshot = Snapshot(derived=Derived(disputes=tuple(Dispute(i, "open term", "figure", t, (("a", ()), ("b", ()))) for i, t in told)))
    items = put_together(snapshot)
    assert [(t.id, t.again) for t in items] == [("d1", False), ("d3", True), ("d2", False)]
    assert [len(told_lines(snapshot, t)) for t in items] == [3, 1, 3]
    assert [line.text for line in alone_lines(snapshot, items[1])] == ["3, not 4", "a", "b"], "alone it is told whole"


@pytest.mark.parametrize(
    ("stretches", "first", "last", "why"),
    [
        ([(0, 0), (9, 9)], 0, 9, "two stand as they are"),
        ([*((n, n) for n in range(20)), (3, 400)], 0, 19, "one stretch that ends in another year does not press the others together"),
        ([(-900, -900), *((n, n) for n in range(20))], 0, 19, "nor does one that lies years before"),
        ([*((n, n) for n in range(5)), *((n, n) for n in range(300, 305))], 0, 304, "a half is not a few"),
    ],
)
def test_a_drawing_spans_the_days_where_most_lies(stretches: list[tuple[int, int]], first: int, last: int, why: str) -> None:
    found = window([days(*s) for s in stretches])
    assert ((found.first - DAY).days, (found.last - DAY).days) == (first, last), why


def test_a_chart_cuts_a_stretch_at_its_edge_and_leaves_what_lies_far_away_to_the_table() -> None:
    def row(first: int, last: int) -> dict[str, Any]:
        return dict(zip(("day", "until"), map(str, days(first, last)), strict=True))

    rows = [row(-900, -900), *(row(n, n) for n in range(20)), row(3, 400)]
    assert within(rows) == [*(row(n, n) for n in range(20)), row(3, 19)]
