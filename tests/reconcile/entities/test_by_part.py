"""Who is told of by a part of a name, or by what it is alone. All names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.entities import join_entities, parts
from onrecord.reconcile.entities.by_part import told_by_part
from onrecord.types import Entity, Participant, ParticipantKind, Reading, Report, Span, report_id

Who = tuple[str, ParticipantKind, str | None]


def reading(number: int, *people: Who) -> Reading:
    """A report in which these are named."""
    text = " ".join(name for name, _, _ in people) + f" {number}"
    found, at = [], 0
    for n, (name, kind, side) in enumerate(people):
        found.append(Participant(f"w{n}", name, kind, side, None, (Span(at, at + len(name)),)))
        at += len(name) + 1
    return Reading(Report(report_id(text, None, None), f"r{number}", text), participants=tuple(found))


FULL = reading(1, ("Helena Brandt", "person", "Dorvan"), ("Dorvan", "state", "Dorvan"), ("Port Selim", "place", None))


@pytest.mark.parametrize(
    ("readings", "kinds", "why"),
    [
        ([FULL, reading(2, ("Brandt", "body", "Brandt"), ("Port Selim", "place", None))], ["person"], "the only bearer, beside the same town"),
        ([FULL, reading(2, ("Brandt", "body", "Brandt"), ("Orlo", "place", None))], ["body", "person"], "nothing else in common"),
        (
            [FULL, reading(2, ("Karl Brandt", "person", None)), reading(3, ("Brandt", "body", "Brandt"), ("Port Selim", "place", None))],
            ["body", "person", "person"], "two bear the name",
        ),
        (
            [FULL, reading(2, ("Brandt Shipping", "body", None)), reading(3, ("Brandt", "body", "Brandt"), ("Port Selim", "place", None))],
            ["body", "body", "person"], "a firm bears it in its name",
        ),
        ([FULL, reading(2, ("BRANDT", "body", "BRANDT"), ("Port Selim", "place", None))], ["body", "person"], "first letters are no surname"),
    ],
)
def test_a_body_of_one_word_is_the_only_person_of_that_surname(readings: list[Reading], kinds: list[str], why: str) -> None:
    found = join_entities(readings)
    assert sorted(e.kind for e in found if "brandt" in e.name.casefold()) == kinds, why


def named(found: tuple[Entity, ...], name: str) -> Entity:
    """The only entity that is called so."""
    (one,) = [e for e in found if name in (e.name, *e.names)]
    return one


def test_a_group_is_called_by_the_last_word_of_its_name_where_no_other_is() -> None:
    tide, bare = ("Tide Brotherhood", "body", "Tide Brotherhood"), ("Brotherhood", "body", "Brotherhood")
    speaker = ("Yusuf Amadi", "person", "Brotherhood")
    both = [reading(1, tide, bare, speaker), reading(2, tide)]
    assert named(join_entities(both), "Brotherhood").name == "Tide Brotherhood"
    assert named(join_entities(both), "Yusuf Amadi").side == "Tide Brotherhood"
    other = [*both, reading(3, ("Moon Brotherhood", "body", "Moon Brotherhood"), bare)]
    assert named(join_entities(other), "Tide Brotherhood") != named(join_entities(other), "Moon Brotherhood")


@pytest.mark.parametrize(
    ("people", "side", "why"),
    [
        ([("United Nurses' Association", "body", "United Nurses' Association"), ("union", "body", "union")], "United Nurses' Association", "the only union"),
        ([("Dockers Union", "body", "Dockers Union"), ("Miners Union", "body", "Miners Union"), ("union", "body", "union")], "union", "two are named"),
        ([("Medora", "body", "Medora"), ("union", "body", "union")], "union", "none is named"),
    ],
)
def test_a_bare_union_is_the_one_that_its_report_names(people: list[Who], side: str, why: str) -> None:
    told = reading(1, *people)
    ((_, found),) = told_by_part([(told, told.participants)])
    assert [p.side for p in found if p.name == "union"] == [side], why


def test_who_acts_for_an_arm_acts_for_whom_it_acts() -> None:
    found = join_entities([reading(1, ("government", "body", "Dorvan"), ("two officials", "group", "government"), ("Dorvan", "state", "Dorvan"))])
    assert named(found, "two officials").side == "Dorvan"


def test_a_name_of_titles_alone_has_a_part(read_text: Callable[[str], Reading]) -> None:
    assert parts("Sheikh") == ("sheikh",)
    assert join_entities([reading(1, ("Sheikh", "person", None)), reading(2, ("Sheikh Omar Farouk", "person", None))])
