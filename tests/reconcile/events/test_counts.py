"""What the words of a mention count, and which two counts may be of one happening."""

from __future__ import annotations

import pytest

from onrecord.reconcile.events.compare import limits
from onrecord.reconcile.events.mention import counted, signed
from onrecord.types import EventMention, Span


def mention(*targets: str) -> EventMention:
    """A release of these."""
    return EventMention("e1", Span(0, 9), Span(0, 4), "release", "happened", (), targets)


@pytest.mark.parametrize(
    ("target", "counts"),
    [
        ("the more than 235 miners", {">235"}),
        ("at least 12 sailors", {"+12"}),
        ("three of the 58 workers", {"3"}),
        ("dozens of the 240 hostages", set()),
        ("twenty-four prisoners", {"24"}),
        ("14:10 prisoners", set()),
        ("1,200 prisoners", {"1,200"}),
        ("the nurses", set()),
        ("nearly 60 pupils", {"~60"}),
    ],
)
def test_a_count_keeps_what_makes_a_bound_of_it(target: str, counts: set[str]) -> None:
    assert counted(mention(target)) == counts


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [(">235", "240", True), (">245", "240", False), ("+12", "12", True), (">12", "12", False), ("~60", "57", True), ("~60", "40", False), ("<9", "12", False),
     ("1,200", "1,200", True), (">80", ">100", True)],
)
def test_two_counts_may_be_one_where_their_limits_meet(one: str, other: str, may: bool) -> None:
    a, b = limits(one), limits(other)
    assert (a[0] <= b[1] and b[0] <= a[1]) == may


def test_a_bound_is_printed_in_words() -> None:
    assert [signed(n) for n in (">235", "240", "<9")] == ["more than 235", "240", "fewer than 9"]
