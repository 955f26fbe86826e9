"""Agreements put together over reports: terms, first day, deliveries and accounts. All people, groups and places are invented."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Agreement, Derived, Reading

REPORTS = (
    ("2026-03-01", """Chad and the rebel group Blue Savanna Front agreed to a truce of six days from Monday, Oman's foreign minister said.
Under the agreement, the Blue Savanna Front will release five hostages a day. Chad will free two prisoners for every hostage.
The Blue Savanna Front must deliver a list of names by seven each morning. The Blue Savanna Front seized the hostages in January."""),
    ("2026-03-03", """The Blue Savanna Front released five hostages on Monday, Oman's foreign ministry said.
The Blue Savanna Front released four more hostages on Tuesday, Oman's foreign ministry said.
Chad freed ten prisoners on Monday. Chad accused the Blue Savanna Front of violating the truce on Tuesday.
The hostages were seized in January by the Blue Savanna Front, which demands that Chad free more prisoners."""),
    ("2026-03-07", """The truce between Chad and the Blue Savanna Front was extended by two days on Saturday, Oman's foreign ministry said.
Chad demands that the Blue Savanna Front release all hostages. The Blue Savanna Front rejected the demand of Chad."""),
)


@pytest.fixture(scope="module")
def readings(parser: SpacyParser) -> tuple[Reading, ...]:
    """The readings of the reports."""
    return tuple(annotate(parser.parse(report_of(text, outlet=f"Wire {day}", published=day, published_basis="given"))) for day, text in REPORTS)


def derived_of(readings: tuple[Reading, ...]) -> Derived:
    """All that the readings say together."""
    return reconcile(set_scene(readings))


@pytest.fixture(scope="module")
def made(readings: tuple[Reading, ...]) -> Agreement:
    """The one agreement of the reports."""
    (agreement,) = derived_of(readings).agreements
    return agreement


def test_terms_of_one_obligor_and_thing_are_one_term(made: Agreement) -> None:
    assert {(t.obligor, t.about, tuple(r.kind for r in t.rules)) for t in made.terms if t.rules} == {
        ("Chad and Blue Savanna Front", "truce", ("lasts",)), ("Blue Savanna Front", "captives", ("tranche",)), ("Chad", "prisoners", ("ratio",)),
        ("Blue Savanna Front", "list", ("list",)),
    }


def test_the_first_day_lies_ahead_of_the_report_that_tells_it(made: Agreement) -> None:
    assert made.dates is not None
    assert made.dates.edtf() == "2026-03-02/2026-03-07"


def test_every_day_says_what_is_due_and_what_is_told(made: Agreement) -> None:
    days = {d.number: d for d in made.schedule}
    assert "5 captives: 5 delivered, as due, by the account of Oman" in days[1].account
    assert "10 prisoners: 10 delivered, as due" in days[1].account
    assert "5 captives: 4 delivered, 1 fewer than due, by the account of Oman" in days[2].account
    assert "in breach (Blue Savanna Front) by the account of Chad" in days[2].account
    assert "5 captives: not reported in what was added" in days[3].account


def test_an_extension_counts_where_it_is_told_with_its_days(made: Agreement) -> None:
    days = {d.number: d for d in made.schedule}
    assert "extended by 2 days by the account of Oman" in days[6].account
    assert "later than any report that was added" in days[8].account
    assert 9 not in days


def test_everything_rests_on_statements(made: Agreement, readings: tuple[Reading, ...]) -> None:
    known = {s.id for s in set_scene(readings).statements}
    assert all(t.statements and set(t.statements) <= known for t in made.terms)
    assert all(d.statement in known for day in made.schedule for d in day.reported)


def test_any_order_of_the_reports_gives_the_same(readings: tuple[Reading, ...]) -> None:
    whole = derived_of(readings).agreements
    assert all(derived_of(order).agreements == whole for order in permutations(readings))


def test_what_a_removed_report_told_is_gone(readings: tuple[Reading, ...]) -> None:
    (left,) = derived_of(readings[:1]).agreements
    assert not any(d.reported for d in left.schedule)
    assert all(d.account == "" or "later than" in d.account for d in left.schedule)


@pytest.mark.parametrize("text", [
    "The paper foresees a truce of 14 days in which the Blue Savanna Front would release 30 hostages, two people briefed on the text said.",
    "Chad demands a truce of six days. The Blue Savanna Front could release five hostages a day, an official said.",
    "Oman must answer within a week, the union said. The council agreed to buy ten buses a year for five years.",
])
def test_what_is_only_proposed_is_no_agreement(parser: SpacyParser, text: str) -> None:
    reading = annotate(parser.parse(report_of(text, published="2026-03-01", published_basis="given")))
    assert derived_of((reading,)).agreements == ()
