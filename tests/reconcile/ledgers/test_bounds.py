"""The band of a stock over time: the values of a day, between two days those of both, open where a report leaves it open."""

from __future__ import annotations

import pytest
from tests.reconcile.ledgers.making import book

from onrecord.reconcile.ledgers.bounds import bounds_of


@pytest.mark.parametrize(
    ("figures", "expected", "rule"),
    [
        (["held 40 05-01 A", "held 34 05-10 B"],
         [("2031-05-01", 40, 40), ("2031-05-02/2031-05-09", 34, 40), ("2031-05-10", 34, 34)], "between two counts it lies between them"),
        (["held 40 05-01 A", "held 43 05-01 B", "held 34 05-02 B"], [("2031-05-01", 40, 43), ("2031-05-02", 34, 34)], "two counts of one day make a range"),
        (["held 40+ 05-01 A", "held 34 05-03 B"],
         [("2031-05-01", 40, None), ("2031-05-02", 34, None), ("2031-05-03", 34, 34)], "what a report leaves open stays open"),
        (["held 40 05-01 A"], [], "one day makes no band"),
        (["held 40 05-01 A", "held 9 05-03 B scope=women"], [], "a count of some is no count of all"),
        (["released 4 05-01 A", "released 6 05-03 B"], [], "what happens is no stock"),
    ],
)
def test_a_stock_lies_between_its_reported_values(figures: list[str], expected: list[tuple[str, int, int | None]], rule: str) -> None:
    made = bounds_of(book(*figures))
    assert [(b.days.edtf(), b.low, b.high) for b in made] == expected, rule


def test_every_bound_rests_on_figures() -> None:
    assert all(b.statements for b in bounds_of(book("held 40 05-01 A", "held 34 05-10 B", "alive 30 05-02 A", "alive 28 05-04 A")))
