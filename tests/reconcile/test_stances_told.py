"""Of whom, of when and in which number a stance is told. All names are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from onrecord.reconcile.matters import matters, one_matter, topic_of
from onrecord.reconcile.parties import CLAUSE, common
from onrecord.reconcile.positions import held_on, stance_words
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.reconcile.scene import Scene
from onrecord.types import Interval, Position, PositionLine, Reading, Span, Stance, Statement


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
        (day(5, 2), Interval(dt.date(2024, 5, 1), dt.date(2024, 5, 7)), Interval(dt.date(2024, 5, 1), dt.date(2024, 5, 2)), "the week of the report, so far"),
        (day(5, 2), Interval(dt.date(2024, 3, 1), dt.date(2024, 5, 31)), day(5, 2), "a season that goes on is not the day of asking"),
        (day(5, 2), None, day(5, 2), "no day of its own"),
        (None, day(5, 9), day(5, 9), "a report without a day bounds nothing"),
    ],
)
def test_a_stance_is_not_held_after_its_report(told: Interval | None, date: Interval | None, held: Interval, why: str) -> None:
    item = Position("p1", Span(0, 4), "Norland", "demands", "it", "it")
    assert held_on(Scene((), {}, ()), Statement("s1", "r1", "positions", "p1", item, Span(0, 4), "that", date, told)) == held, why


def stance(report: str, held: Stance, topic: str, date: Interval | None = None) -> Statement:
    """A statement of a stance, told on the day of its report."""
    item = Position("p1", Span(0, 4), "Norland", held, topic, "talks")
    return Statement(f"{report}-{held}-{topic}", report, "positions", "p1", item, Span(0, 4), topic, date, day(5, int(report)))


def test_two_stances_of_one_report_are_on_two_matters_and_later_ones_go_to_theirs() -> None:
    first = (stance("2", "refuses", "talks about its troops"), stance("2", "demands", "release of all captives"))
    later = (stance("9", "offers", "talks about troops in the valley"), stance("9", "considers", "release of ten captives"))
    found = [{(s.report, s.item.stance) for s in m if isinstance(s.item, Position)} for m in matters([*first, *later])]
    assert sorted(map(sorted, found)) == [[("2", "demands"), ("9", "considers")], [("2", "refuses"), ("9", "offers")]]


@pytest.mark.parametrize(
    ("key", "one", "other", "why"),
    [
        ("pause", "any truce", "another ceasefire", "in the same words"),
        ("pause", "a truce", "a humanitarian truce of ten days", "one a narrower form of the other"),
        ("pause", "another truce", "the revised proposal, which provides for a truce of ten days", None),
        ("release of captives", "release of all hostages", "the release of ten captives", "in the same words"),
        ("release of captives", "all the captives exchanged in one day", "release everybody it holds for 100 prisoners", None),
        ("release of captives", "the release of the pilots", "the release of the two pilots without conditions", "one a narrower form of the other"),
        ("talks", "talks", "talks under fire", "one a narrower form of the other"),
        ("talks", "the mediators' plan", "no talks under fire", None),
        ("wounded first", "that the wounded be let go first", "the sick before all others", "both on wounded first"),
        ("deal", "the ratio of the April agreement", "the revised proposal", None),
    ],
)
def test_stances_are_on_one_matter_where_their_topics_are_one_or_narrow_each_other(key: str, one: str, other: str, why: str | None) -> None:
    assert one_matter(topic_of(key, one), topic_of(key, other)) == one_matter(topic_of(key, other), topic_of(key, one)) == why


def test_stances_that_differ_on_two_matters_are_no_change() -> None:
    found = matters([stance("2", "accepts", "the mediators' plan"), stance("9", "refuses", "talks under fire")])
    assert len(found) == 2


def test_a_stance_told_again_in_other_words_is_one_line() -> None:
    assert len(matters([stance("2", "demands", "return to the negotiating table"), stance("9", "demands", "come back to the table")])) == 1


def test_a_stance_that_changed_within_a_report_is_one_matter() -> None:
    assert len(matters([stance("2", "refuses", "the plan", day(4, 1)), stance("2", "accepts", "the plan", day(4, 20))])) == 1


def positions(read_text: Callable[[str], Reading], text: str) -> list[PositionLine]:
    """The positions that a text tells."""
    return list(reconcile(set_scene([read_text(text)])).positions)


def test_people_who_ask_their_government_are_not_it(read_text: Callable[[str], Reading]) -> None:
    found = positions(read_text, "Colombians call on the government to free the miners. Colombia and the ELN are holding talks over nine hostages.")
    assert "Colombia" not in {p.party for p in found if p.stance == "demands"}


TALKS = "Peru and the Front are holding talks over 12 captives. "


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The Front repeated its claim that the women are considered soldiers, which Peru rejects.",
            [("refuses", "its claim that the women are considered soldiers")],
        ),
        ("Peru rejected the Front's claim that it had agreed to a truce.", []),
        ("Peru denied a report that it had offered to free ten prisoners.", []),
        ("Peru rejected the Front's demand that the army leave the valley.", [("refuses", "the Front's demand that the army leave the valley")]),
    ],
)
def test_who_rejects_a_claim_refuses_the_claim_and_holds_nothing_that_it_says(
    text: str, held: list[tuple[str, str]], read_text: Callable[[str], Reading]
) -> None:
    assert [(p.stance, p.topic) for p in positions(read_text, TALKS + text) if p.party == "Peru"] == held
