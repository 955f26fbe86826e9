"""Ledgers do not depend on the order of their figures, and the solver's sets are minimal and many enough."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.ledgers.making import book

from onrecord.reconcile.ledgers.build import lines_of
from onrecord.reconcile.ledgers.flows import choices, disjoint, grouped
from onrecord.reconcile.ledgers.solve import minimal_sets
from onrecord.reconcile.ledgers.sums import Book

MEASURES = st.sampled_from(["taken", "held", "freed", "released", "rescued", "alive"])
FIGURE = st.builds(
    lambda m, n, d, r, more: f"{m} {n} {d} {r} {more}".strip(),
    MEASURES,
    st.sampled_from(["4", "9", "12", ">8", "40", "46"]),
    st.sampled_from(["05-01", "05-20", "06-10"]),
    st.sampled_from("ABC"),
    st.sampled_from(["", "cum", "scope=women"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(FIGURE, min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_the_figures_changes_nothing(figures: list[str], random: object) -> None:
    made = book(*figures)
    shuffled = list(made.values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lines_of(made) == lines_of(Book(made.family, tuple(shuffled)))


@settings(max_examples=25, deadline=None)
@given(st.lists(FIGURE, min_size=2, max_size=7))
def test_no_minimal_set_holds_another(figures: list[str]) -> None:
    found = [frozenset(i for g in m.groups for i in g.ids) for m in minimal_sets(book(*figures))]
    assert not any(a < b for a, b in itertools.permutations(found, 2))


@settings(max_examples=25, deadline=None)
@given(st.lists(FIGURE, min_size=1, max_size=8))
def test_chosen_flows_share_nobody(figures: list[str]) -> None:
    flows = grouped(v for v in book(*figures).values if v.flow)
    for chosen in choices(flows):
        assert all(disjoint(a, b) for a, b in itertools.combinations(chosen, 2))


def test_all_minimal_sets_are_found() -> None:
    """90 taken; by June 36 freed and 60 held (96); by May 20 + 74 (94): each sum is impossible by itself, and no smaller set is."""
    made = book("taken 90 04-01 A", "freed 20 05-01 B cum", "held 74 05-01 B", "freed 36 06-01 C cum", "held 60 06-01 C")
    found = {frozenset(i for g in m.groups for i in g.ids) for m in minimal_sets(made)}
    assert {frozenset({"s000", "s001", "s002"}), frozenset({"s000", "s003", "s004"})} <= found


@pytest.mark.parametrize("term", ["held before", "identified later"])
def test_an_excess_is_explained_by_terms_that_nobody_states(term: str) -> None:
    (minimal,) = minimal_sets(book("taken 90 04-01 A", "freed 36 06-01 B cum", "held 60 06-01 B"))
    assert term in minimal.explained_by


def test_no_line_says_that_somebody_lives_or_died() -> None:
    lines = lines_of(book("held 60 05-03 A", "dead 9 05-03 A of=0", "alive 40 05-03 A of=0"))
    assert lines
    assert all("are alive" not in n.sum and "are dead" not in n.sum for n in lines)
