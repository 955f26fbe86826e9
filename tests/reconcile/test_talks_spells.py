"""Which tellings of the state of talks are one spell. All names are invented."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Reading, TalksSpell

Dated = tuple[str, str]
"""The day of a report and its text."""
FIGHT = """The Kestrel League seized nine soldiers of Norland in Orlo, Norland's defence ministry said.
Norland accused the Kestrel League of breaking the truce."""
ACTIVE = ("2031-05-02", "Talks between Norland and the Kestrel League on the soldiers continued in Tesh, a Belmari diplomat said.")
BROKEN = ("2031-05-05", "The talks between Norland and the Kestrel League were suspended, Belmar's foreign ministry said.")
STUCK = ("2031-05-06", "The talks are deadlocked, a Norland official said.")
AGAIN = ("2031-05-09", "Talks between Norland and the Kestrel League resumed in Tesh, a Belmari diplomat said.")


@pytest.fixture(scope="module")
def spells(parser: SpacyParser) -> Callable[[list[Dated]], tuple[TalksSpell, ...]]:
    """The spells of some dated reports of one negotiation."""

    def read(day: str, text: str) -> Reading:
        return annotate(parser.parse(report_of(f"{text}\n{FIGHT}\nIssue of {day}.", published=day, published_basis="given")))

    return lambda told: reconcile(set_scene([read(*one) for one in told])).talks


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        ([ACTIVE, ("2031-05-03", ACTIVE[1])], [("active", 2)], "the same state told again goes on"),
        ([ACTIVE, BROKEN, AGAIN], [("active", 1), ("suspended", 1), ("active", 1)], "a break told between ends it"),
        ([BROKEN, STUCK, ("2031-05-07", BROKEN[1])], [("suspended", 2), ("stalled", 1)], "another word for a break does not end one"),
        (
            [BROKEN, ("2031-05-07", "Mediators are exploring whether the talks can be revived, a diplomat said."), ("2031-05-08", BROKEN[1])],
            [("suspended", 2), ("exploring", 1)], "feelers do not end a break",
        ),
        (
            [BROKEN, ("2031-06-09", "Norland's president met his cabinet, after the breakdown of talks.")],
            [("suspended", 2)], "a break that is only named in passing opens no spell where one is known",
        ),
        (
            [("2031-06-09", "Norland's president met his cabinet on Monday, after the breakdown of talks.")],
            [("collapsed", 1)], "and one that began before the report where none is",
        ),
        (
            [("2031-05-02", "The talks are deadlocked, a Norland official said. The talks have reached a dead end, the official said.")],
            [("stalled", 1)], "one account of one report and day is one point",
        ),
        (
            [("2031-05-02", "The talks are deadlocked, a Norland official said. The talks have reached a dead end, a Belmari diplomat said.")],
            [("stalled", 2)], "two accounts are two",
        ),
    ],
)
def test_what_is_told_of_one_state_is_one_spell_until_something_ends_it(
    spells: Callable[[list[Dated]], tuple[TalksSpell, ...]], told: list[Dated], expected: list[tuple[str, int]], why: str
) -> None:
    for order in permutations(told):
        assert [(s.status, len(s.points)) for s in spells(list(order))] == expected, why


def test_a_break_known_only_in_passing_began_at_an_unknown_day(spells: Callable[[list[Dated]], tuple[TalksSpell, ...]]) -> None:
    (spell,) = spells([("2031-06-09", "Norland's president met his cabinet on Monday, after the breakdown of talks.")])
    assert spell.begins is not None and spell.begins.first is None


def test_gaps_that_remain_are_of_the_day_of_their_report(spells: Callable[[list[Dated]], tuple[TalksSpell, ...]]) -> None:
    text = "Gaps remain in the talks on finalizing a truce agreement.\nA truce agreement of November freed six soldiers of Norland."
    (spell,) = [s for s in spells([("2032-02-12", text)]) if s.status == "active"]
    assert [p.date.edtf() for p in spell.points if p.date] == ["2032-02-12"]
