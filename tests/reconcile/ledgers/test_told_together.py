"""Counts that are told in addition to one another, of one's own people, taken back, or of the dead who were handed over."""

from __future__ import annotations

import pytest
from tests.reconcile.ledgers.making import book, value

from onrecord.reconcile.ledgers.build import lines_of
from onrecord.reconcile.ledgers.corrections import corrected_lines


@pytest.mark.parametrize(
    ("why", "values", "verdict", "words"),
    [
        (
            "what is told in addition to a running count shares nobody with it",
            ["taken 60 03-01 A", "released 5 03-10/03-20 B", "released 20 04-10 B cum besides=1", "held 35 04-10 B"], "adds_up", "= 60",
        ),
        (
            "a dead captive who was handed over is held no longer, where that makes the sum whole",
            ["taken 60 03-01 A", "released 20 04-10 B", "bodies_recovered 1 04-12 B", "held 39 04-14 B"], "adds_up", "= 60",
        ),
        (
            "one of several releases, and later their count so far, is an update",
            ["released 12 04-01 A", "released 36 04-20 B cum"], "update", "36 released in all",
        ),
        (
            "a firm that counts its own people need not have the list of another count",
            ["held 30 04-01 A", "held 31+ 04-01 B scope=drivers own"], "different_scope", "31+ held",
        ),
        (
            "the same numbers of a body that counts all are a conflict",
            ["held 30 04-01 A", "held 31 04-01 B"], "does_not_add_up", "31 held",
        ),
    ],
)
def test_what_is_told_together(why: str, values: list[str], verdict: str, words: str) -> None:
    lines = lines_of(book(*values))
    assert any(n.verdict == verdict and words in n.sum for n in lines), (why, [(n.verdict, n.sum) for n in lines])


def test_bodies_are_left_out_where_they_make_no_sum_whole() -> None:
    lines = lines_of(book("taken 60 03-01 A", "released 20 04-10 B", "bodies_recovered 1 04-12 B", "held 30 04-14 B"))
    assert [n.sum for n in lines if n.verdict == "open"] == ["20 + 30 = 50 of 60"]


def test_a_figure_taken_back_is_shown_beside_what_is_given_instead() -> None:
    lines = list(corrected_lines([value(0, "released 25 04-10 A withdrawn"), value(1, "released 20 04-10 A"), value(2, "released 25 04-11 B")]))
    assert [(n.verdict, n.statements) for n in lines] == [("corrected", ("s000", "s001"))]
