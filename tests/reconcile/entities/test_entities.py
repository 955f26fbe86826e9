"""Who is who over all reports. All names are invented or as common as to mean nobody."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconcile.entities import compare, folded, join_entities
from onrecord.reconcile.entities.names import JOINED
from onrecord.reconcile.reconcile import set_scene
from onrecord.types import Entity, Participant, Reading, Report, Span, report_id

ONE = [
    ("Jane Roe", "Jane Roe", "the same"),
    ("Jane Roe", "Dr. Jane Roe", "a title is no part of a name"),
    ("Jane Roe", "Jane A. Roe", "a middle initial may be left out"),
    ("Jane Roe", "Jane Anne Roe", "a middle name may be left out"),
    ("Jane Anne Roe", "Jane A. Roe", "a middle name may be an initial"),
    ("J. Roe", "Jane Roe", "an initial"),
    ("William Burnett", "Bill Burnett", "a short form"),
    ("Anthony Carr", "Tony Carr", "a short form"),
    ("Robert Hale", "Bob Hale", "a short form that begins otherwise"),
    ("Mohammed Karimi", "Muhammad Karimi", "two spellings of a given name"),
    ("Ahmad Tahan", "Ahmed Tahan", "two spellings of a given name"),
    ("Hussein Daoud", "Husain Daoud", "two spellings of a given name"),
    ("Dmitry Sorokin", "Dmitri Sorokin", "two spellings of a given name"),
    ("Sergei Volkov", "Sergey Volkov", "two spellings of a given name"),
    ("Yousef Haddad", "Youssef Haddad", "two spellings of a given name"),
    ("Rene Dupre", "René Dupré", "accents"),
    ("Jose Nunez", "José Núñez", "accents"),
    ("Hamad al-Karimi", "Hamad Al Karimi", "an article with and without hyphen"),
    ("Hamad al-Karimi", "Hamad Karimi", "an article left out"),
    ("Hamad bin Jasser Al Karimi", "Hamad bin Jasser Karimi", "an article left out behind a father's name"),
    ("Hamad bin Jasser Al Karimi", "Sheikh Hamad Al Karimi", "a father's name left out"),
    ("Hamad bin Jasser Al Karimi", "Hamad bin Jasser", "a family name left out"),
    ("Abdul Rahman Sabri", "Abdulrahman Sabri", "one given name in two words"),
    ("Abd al-Rahman Sabri", "Abdulrahman Sabri", "one given name in three words"),
    ("Tariq Qadiri", "Tarik Kadiri", "q and k"),
    ("Khaled Shukri", "Khalid Shoukri", "ou and u"),
    ("Piet van der Berg", "Piet Van Der Berg", "particles with and without capitals"),
    ("Jean-Pierre Kabongo", "Jean Pierre Kabongo", "a hyphen"),
    ("Kim Do Yun", "Kim Do-yun", "a hyphen in a given name"),
    ("Robert Okonkwo-Hale", "Robert Okonkwo Hale", "a hyphen in a surname"),
    ("Olena Tkachenko", "Olena Tkatchenko", "a slip of one letter in a long surname"),
    ("Roe, Jane", "Jane Roe", "surname first with a comma"),
    ("Li Wenhua", "Wenhua Li", "surname first without one"),
    ("Carlos Vega Luna", "Carlos Vega", "a second family name left out"),
    ("J. Robert Hale", "Robert Hale", "going by the second name"),
    ("JR Hale", "James Robert Hale", "two initials in one"),
]
TWO = [
    ("Jane Roe", "John Roe", "two of one surname"),
    ("Yael Brandt", "Tamir Brandt", "mother and son"),
    ("Jane Roe", "Jane Doe", "two of one given name"),
    ("Omar Deng Jr.", "Omar Deng Sr.", "father and son by their names"),
    ("Omar Deng Jr.", "Omar Deng", "a son told as such"),
    ("Hamad bin Jasser Al Karimi", "Hamad bin Rashid Al Karimi", "two fathers"),
    ("Salman bin Hamad", "Hamad bin Salman", "father and son by order"),
    ("Jane A. Roe", "Jane B. Roe", "two middle initials"),
    ("Ali Musa", "Ali Mousavi", "a surname that begins alike"),
    ("Maria Silva", "Mario Silva", "one letter makes another person"),
    ("Ivan Petrov", "Ivana Petrova", "man and woman"),
    ("Peter Lado", "Petra Lado", "man and woman"),
    ("Ahmed Hassan", "Hassan Ahmed Ali", "a given name that is another's surname"),
    ("Li Wen", "Li Wei", "short names one letter apart"),
    ("Park Ji", "Park Jin", "short names one letter apart"),
    ("Kofi Mensah", "Kwame Mensah", "two of one surname"),
    ("Daniel Aron", "Danielle Aron", "man and woman"),
    ("John Carter", "Jon Cartwright", "a longer surname"),
    ("Omar Khalil", "Omar Jalil", "surnames a letter apart"),
    ("Samuel Okoth", "Samuel Okello", "surnames that begin alike"),
    ("Ana Rojas", "Ana Rosas", "surnames a letter apart"),
    ("George Hill", "George Hall", "surnames a letter apart"),
    ("Jean Kabila", "Joseph Kabila", "given names of one initial"),
    ("J. Roe", "K. Roe", "two initials"),
    ("Al Thawri", "Ali Nasser", "nothing in common"),
    ("Mark Evans", "Marcus Evanson", "nothing but a beginning"),
]


@pytest.mark.parametrize(("one", "other", "rule"), ONE)
def test_two_names_are_one_person(one: str, other: str, rule: str) -> None:
    assert compare(one, other).score >= JOINED, (rule, compare(one, other))


@pytest.mark.parametrize(("one", "other", "rule"), TWO)
def test_two_names_are_two_persons(one: str, other: str, rule: str) -> None:
    assert compare(one, other).score < JOINED, (rule, compare(one, other))


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_does_not_hang_on_the_order(one: str, other: str) -> None:
    assert compare(one, other).score == compare(other, one).score
    assert 0 <= compare(one, other).score <= 1


@given(st.text(max_size=30))
def test_folding_twice_adds_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(folded(folded(name)))


def reading(number: int, *who: Participant) -> Reading:
    """A reading that holds participants only."""
    text = f"report {number}"
    return Reading(Report(report_id(text, None, None), f"r{number}", text), participants=who)


def person(name: str, side: str | None = None, office: str | None = None, *aliases: str, kind: str = "person") -> Participant:
    """A participant with one mention."""
    return Participant("w1", name, kind, side, office, (Span(0, 6),), aliases)  # type: ignore[arg-type]


def names(entities: Sequence[Entity]) -> list[tuple[str, int]]:
    """Each entity's name and the number of its reports."""
    return sorted((e.name, len({r for r, _ in e.mentions})) for e in entities)


def test_a_surname_alone_joins_the_only_one_who_bears_it() -> None:
    found = join_entities([reading(1, person("Jane Roe", "Kenya")), reading(2, person("Roe"))])
    assert names(found) == [("Jane Roe", 2)]
    assert "only one of that surname" in found[0].reasons[0]


def test_a_surname_alone_joins_nobody_when_two_bear_it() -> None:
    found = join_entities([reading(1, person("Jane Roe")), reading(2, person("Roe")), reading(3, person("John Roe"))])
    assert names(found) == [("Jane Roe", 1), ("John Roe", 1), ("Roe", 1)]


def test_two_officials_of_one_name_stay_apart_by_their_sides() -> None:
    found = join_entities([reading(1, person("Ali Musa", "Kenya", "minister")), reading(2, person("Ali Musa", "Sudan", "minister"))])
    assert names(found) == [("Ali Musa", 1), ("Ali Musa", 1)]


def test_one_envoy_whom_some_reports_put_on_the_wrong_side_is_one() -> None:
    belmar = person("Belmar", "Belmar", kind="state")
    wrong = reading(1, person("Ines Calder", "Arland", "envoy"), person("Arland", "Arland", kind="state"), belmar)
    found = join_entities([wrong, reading(2, person("Ines Calder", "Belmar", "envoy"), belmar), reading(3, person("Ines Calder", "Belmar", "envoy"))])
    assert [(e.side, len({r for r, _ in e.mentions})) for e in found if e.kind == "person"] == [("Belmar", 3)]


def test_two_of_one_name_stay_apart_by_their_work() -> None:
    found = join_entities([reading(1, person("Ali Musa", None, "army commander")), reading(2, person("Ali Musa", None, "school teacher"))])
    assert names(found) == [("Ali Musa", 1), ("Ali Musa", 1)]


def test_a_surname_with_a_title_is_nobody_of_other_work() -> None:
    found = join_entities([reading(1, person("Sole", None, "judge")), reading(2, person("Karim Sole", None, "lawyer"))])
    assert names(found) == [("Karim Sole", 1), ("Sole", 1)]
    assert names(join_entities([reading(1, person("Sole", None, "lawyer")), reading(2, person("Karim Sole", None, "lawyer"))])) == [("Karim Sole", 2)]


def test_one_may_change_office_within_a_government() -> None:
    found = join_entities([reading(1, person("Ali Musa", "Kenya", "minister")), reading(2, person("Ali Musa", "Kenya", "former spy chief"))])
    assert names(found) == [("Ali Musa", 2)]
    assert set(found[0].offices) == {"minister", "former spy chief"}


def test_what_stays_apart_is_not_joined_by_way_of_a_third() -> None:
    kenyan, sudanese, plain = person("Ali Musa", "Kenya", "minister"), person("Ali Musa", "Sudan", "minister"), person("Ali Musa")
    found = join_entities([reading(1, kenyan), reading(2, plain), reading(3, sudanese)])
    assert len(found) == 2


def test_unnamed_sources_are_never_linked() -> None:
    officials = Participant("w1", "two Kenyan officials", "group", "Kenya", "officials", (Span(0, 6),))
    found = join_entities([reading(1, officials), reading(2, officials)])
    assert names(found) == [("two Kenyan officials", 1), ("two Kenyan officials", 1)]


def test_bodies_are_joined_by_a_shared_short_name() -> None:
    one, other = person("Coastal Defence Front", "CDF", None, "CDF", kind="body"), person("CDF", "CDF", kind="body")
    assert names(join_entities([reading(1, one), reading(2, other)])) == [("Coastal Defence Front", 2)]


def test_a_body_is_one_with_and_without_what_it_is() -> None:
    one, other = person("Stella Bay", kind="body"), person("Stella Bay intelligence agency", kind="body")
    assert len(join_entities([reading(1, one), reading(2, other)])) == 1
    assert len(join_entities([reading(1, person("Norland", "Norland", kind="body")), reading(2, person("Norland’s group", kind="body"))])) == 2


def test_a_body_told_of_by_its_first_word_is_the_only_one_so_called_there() -> None:
    short, nurses, miners = (person(n, kind="body") for n in ("Union", "Union of Nurses", "Union of Miners"))
    assert names(join_entities([reading(1, short, nurses)])) == [("Union of Nurses", 1)]
    assert len(join_entities([reading(1, short, nurses, miners)])) == 3
    assert len(join_entities([reading(1, short), reading(2, nurses)])) == 2


def test_a_body_told_of_by_its_last_words_is_the_only_one_so_called() -> None:
    full, short = person("International Committee of the Red Cross", kind="body"), person("Red Cross", kind="body")
    assert len(join_entities([reading(1, full), reading(2, short)])) == 1
    assert len(join_entities([reading(1, full), reading(2, short), reading(3, person("Maranda Red Cross", kind="body"))])) == 3
    assert len(join_entities([reading(1, person("Bank of Maranda", kind="body")), reading(2, person("Maranda", kind="body"))])) == 2


def test_short_names_of_two_states_bodies_stay_apart() -> None:
    one, other = person("CDF", "Chile", kind="body"), person("CDF", "Cuba", kind="body")
    assert len(join_entities([reading(1, one), reading(2, other)])) == 2


def test_a_government_is_one_whether_its_state_is_named_or_not() -> None:
    one, other = person("Kenyan government", "Kenya", kind="body"), person("government", "Kenya", "government", kind="body")
    assert names(join_entities([reading(1, one), reading(2, other)])) == [("Kenyan government", 2)]


def test_a_state_is_called_by_its_name() -> None:
    found = join_entities([reading(1, person("Kenya", "Kenya", None, "Kenyan", "Kenyan", kind="state"))])
    assert [e.name for e in found] == ["Kenya"]


def test_the_order_of_the_reports_changes_nothing() -> None:
    readings = [
        reading(1, person("Jane Roe", "Kenya", "envoy", "Roe")), reading(2, person("J. Roe")), reading(3, person("Roe")),
        reading(4, person("John Roe", "Sudan")),
    ]
    expected = join_entities(readings)
    for order in itertools.permutations(readings):
        assert join_entities(order) == expected


def test_reading_no_reports_gives_nobody() -> None:
    assert join_entities([]) == ()


def test_a_merge_is_an_edge_with_its_score_and_reason() -> None:
    (one,) = join_entities([reading(1, person("William Burnett", "Kenya", "envoy")), reading(2, person("Bill Burnett", "Kenya"))])
    (edge,) = one.merges
    assert {edge.one, edge.other} == {"William Burnett", "Bill Burnett"} and edge.score >= JOINED and "forms of one given name" in edge.why


def test_offices_carry_the_days_on_which_they_were_told_and_whether_they_were_left(read_text: Callable[[str], Reading]) -> None:
    texts = {
        "2031-03-01": "Foreign Minister Ana Brandt said on Monday that talks had begun. Brandt will travel to Kenya.",
        "2031-05-01": "Foreign Minister Ana Brandt met the envoy. Brandt said talks went on.",
        "2031-09-01": "Former Foreign Minister Ana Brandt said the talks had failed. Brandt left office in July.",
    }
    scene = set_scene([replace(r, report=replace(r.report, published=d, published_basis="given", id=d)) for d, t in texts.items() for r in [read_text(t)]])
    (brandt,) = [e for e in scene.entities if e.name == "Ana Brandt"]
    told = [(t.office, t.former, t.first.edtf() if t.first else None, t.last.edtf() if t.last else None) for t in brandt.terms]
    assert told == [("foreign minister", False, "2031-03-01", "2031-05-01"), ("foreign minister", True, "2031-09-01", "2031-09-01")]
    assert [t.words.quote for t in brandt.terms] == ["Foreign Minister Ana Brandt", "Former Foreign Minister Ana Brandt"]
