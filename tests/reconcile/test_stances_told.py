"""Of whom, of when and in which number a stance is told. All names are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.reconcile.parties import CLAUSE, common
from onrecord.reconcile.positions import held_on, stance_words
from onrecord.types import Interval, Position, Span, Stance, Statement


@pytest.mark.parametrize(
    ("party", "stance", "words"),
    [
        ("Norland", "demands", "Norland demands"),
        ("families of the captives", "demands", "families of the captives demand"),
        ("Norland and the League", "refuses", "Norland and the League refuse"),
        ("villagers", "conditions", "villagers make a condition of"),
        ("villagers", "not_considering", "villagers are not considering"),
        ("United Islands", "conditions", "United Islands makes a condition of"),
    ],
)
def test_the_verb_has_the_number_of_the_party(party: str, stance: Stance, words: str) -> None:
    assert stance_words(party, stance) == words


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Villagers held the well. The villagers will stay.", "Villagers", "villagers"),
        ("Villagers held the well.", "Villagers", "Villagers"),
        ("Shabab held the well.", "Shabab", "Shabab"),
        ("Red Hand men came. A red hand was painted there.", "Red Hand", "Red Hand"),
        ("Unity Front fighters and the front they held", "Front", "front"),
    ],
)
def test_a_noun_that_opened_a_sentence_is_the_noun(text: str, name: str, found: str) -> None:
    assert common(text, name) == found


def test_a_relative_clause_is_no_part_of_a_name() -> None:
    assert CLAUSE.split("group of mothers, which has been camping at the bridge", maxsplit=1)[0] == "group of mothers"
    assert CLAUSE.split("Ministry of Trade, Mines and Forests", maxsplit=1)[0] == "Ministry of Trade, Mines and Forests"


def day(month: int, number: int) -> Interval:
    """A day of 2024."""
    return Interval(dt.date(2024, month, number), dt.date(2024, month, number))


@pytest.mark.parametrize(
    ("told", "date", "held", "why"),
    [
        (day(5, 2), day(4, 29), day(4, 29), "before the report"),
        (day(5, 2), day(5, 9), day(5, 2), "the day that is asked for is not the day of asking"),
        (day(5, 2), Interval(dt.date(2024, 5, 1), dt.date(2024, 5, 7)), Interval(dt.date(2024, 5, 1), dt.date(2024, 5, 7)), "the week of the report"),
        (day(5, 2), None, day(5, 2), "no day of its own"),
        (None, day(5, 9), day(5, 9), "a report without a day bounds nothing"),
    ],
)
def test_a_stance_is_not_held_after_its_report(told: Interval | None, date: Interval | None, held: Interval, why: str) -> None:
    item = Position("p1", Span(0, 4), "Norland", "demands", "it", "it")
    assert held_on(Statement("s1", "r1", "positions", "p1", item, Span(0, 4), "that", date, told)) == held, why
