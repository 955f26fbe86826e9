"""What is found by blocks and look-ups is what comparing everything with everything finds."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reconcile.commitments import alike, linked
from onrecord.reconcile.dating.clues import Clues, same_story
from onrecord.reconcile.dating.spells import SEEDS, stories
from onrecord.reconcile.disputes.standing import at_odds, contrary
from onrecord.reconcile.ledgers.flows import Group
from onrecord.reconcile.ledgers.pairs import Calendar
from onrecord.types import TalksPoint

NAMES = [st.frozensets(st.sampled_from("ABCDEFGH"), max_size=5), st.frozensets(st.sampled_from("ABC"), max_size=3)]


@given(st.lists(st.one_of(*NAMES), max_size=12))
def test_stories_are_those_of_a_comparison_of_each_with_each(named: list[frozenset[str]]) -> None:
    clues: list[Any] = [Clues(None, (), (), names) for names in named]  # type: ignore[arg-type]
    waiting, brute = list(range(len(clues))), []
    while waiting:
        group = [waiting.pop(0)]
        for i in list(waiting):
            if any(same_story(clues[i], clues[k]) for k in group[:SEEDS]):
                group.append(i)
                waiting.remove(i)
        brute.append(group)
    assert stories(clues, range(len(clues))) == brute


@given(st.lists(st.frozensets(st.sampled_from(["list", "hand", "over", "free", "troops"]), max_size=4), max_size=12))
def test_terms_hang_together_as_by_a_comparison_of_each_with_each(terms: list[frozenset[str]]) -> None:
    ids = [str(n) for n in range(len(terms))]
    every = [(a, b) for (a, x), (b, y) in combinations(zip(ids, terms, strict=True), 2) if alike(x, y)]
    assert components(ids, linked(zip(terms, ids, strict=True))) == components(ids, every)


def components(ids: list[str], pairs: Any) -> set[frozenset[str]]:
    """What hangs together."""
    of = {i: {i} for i in ids}
    for a, b in pairs:
        both = of[a] | of[b]
        for i in both:
            of[i] = both
    return {frozenset(group) for group in of.values()}


DAYS = st.none() | st.integers(1, 9).map(lambda n: dt.date(2031, 5, n))


@given(st.lists(DAYS, max_size=8), DAYS, st.integers(1, 3))
def test_the_nearest_are_the_first_of_all_sorted_by_distance(days: list[dt.date | None], day: dt.date | None, most: int) -> None:
    groups: list[Any] = [SimpleNamespace(day=d) for d in days]
    away = lambda g: 0 if g.day is None or day is None else abs((g.day - day).days)  # noqa: E731
    found: list[Group] = Calendar(groups).nearest(day, most)
    assert [id(g) for g in found] == [id(g) for g in sorted(groups, key=away)[:most]]


POINT = st.tuples(st.sampled_from(["none", "active", "progress", "stalled", "agreed", "exploring"]), st.sampled_from("AB"), st.sampled_from(["x", "y"]))


@settings(max_examples=200)
@given(st.lists(POINT, max_size=8))
def test_states_at_odds_are_those_of_a_comparison_of_each_with_each(told: list[tuple[str, str, str]]) -> None:
    points: list[Any] = [TalksPoint(str(n), status, None, None, None) for n, (status, _, _) in enumerate(told)]  # type: ignore[arg-type]
    link = lambda name: (SimpleNamespace(side=None, source_class="unnamed_source", resolved=name),)  # noqa: E731
    statements = {str(n): SimpleNamespace(report=report, chain=link(who)) for n, (_, report, who) in enumerate(told)}
    scene: Any = SimpleNamespace(by_id=statements)
    brute = {
        p.statement for (i, a), (j, b) in combinations(enumerate(points), 2) if contrary(a.status, b.status) and told[i][1:] != told[j][1:] for p in (a, b)
    }
    assert at_odds(scene, points) == sorted(brute)
