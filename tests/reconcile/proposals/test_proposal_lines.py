"""Texts on the table over reports: versions, who tabled and carried them, each answer to its version. All groups are invented."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Derived, ProposalLine, Reading

STAKE = " The Blue Savanna Front has held the hostages since March. Chad wants the Blue Savanna Front to free the hostages."
REPORTS = (
    ("2026-03-01", "Oman, which mediates between Chad and the rebel group Blue Savanna Front, presented a first proposal to both sides on Sunday."
     " The paper foresees a truce of 14 days and the release of 30 hostages." + STAKE),
    ("2026-03-04", "The Blue Savanna Front said on Wednesday that it had accepted the Omani proposal, which Oman mediates."
     " A Chadian official said the text which the Front had accepted was not the one that Chad had been given." + STAKE),
    ("2026-03-09", "Oman, which mediates between Chad and the Blue Savanna Front, presented a revised proposal on Monday, Oman's foreign ministry said."
     " Chad rejected the revised proposal on Monday, a Chadian official said." + STAKE),
)


@pytest.fixture(scope="module")
def readings(parser: SpacyParser) -> tuple[Reading, ...]:
    """The readings of the reports."""
    return tuple(annotate(parser.parse(report_of(text, published=day, published_basis="given"))) for day, text in REPORTS)


def derived_of(readings: tuple[Reading, ...]) -> Derived:
    """All that the readings say together."""
    return reconcile(set_scene(readings))


@pytest.fixture(scope="module")
def line(readings: tuple[Reading, ...]) -> ProposalLine:
    """The one text of the reports."""
    (found,) = derived_of(readings).proposals
    return found


def test_versions_of_one_text_are_told_apart_by_words_and_days(line: ProposalLine) -> None:
    assert [(v.number, v.date.edtf() if v.date else None) for v in line.versions] == [(1, "2026-03-01"), (2, "2026-03-09")]
    assert line.tabled_by == ("Oman",)


def test_what_a_version_provides_is_in_the_words_of_a_report(line: ProposalLine, readings: tuple[Reading, ...]) -> None:
    texts = {r.report.id: r.report.text for r in readings}
    terms = [w for v in line.versions for w in v.terms]
    assert [w.quote for w in terms] == ["foresees a truce of 14 days and the release of 30 hostages"]
    assert all(w.span.of(texts[w.report]) == w.quote for w in terms)


def test_an_answer_whose_version_no_words_tell_is_to_none(line: ProposalLine) -> None:
    numbers = {v.id: v.number for v in line.versions}
    told = {(a.party, a.answer, numbers.get(a.version or "")) for a in line.answers}
    assert ("Blue Savanna Front", "accepted", None) in told
    assert ("Chad", "not_our_text", None) in told
    assert ("Chad", "rejected", 2) in told


def test_accepted_and_not_our_text_is_a_difference(line: ProposalLine) -> None:
    assert line.differs == ("accepted by Blue Savanna Front; by the account of Chad what was accepted is another text",)


def test_any_order_of_the_reports_gives_the_same(readings: tuple[Reading, ...]) -> None:
    whole = derived_of(readings).proposals
    assert all(derived_of(order).proposals == whole for order in permutations(readings))


def test_what_a_removed_report_told_is_gone(readings: tuple[Reading, ...]) -> None:
    (left,) = derived_of(readings[:1]).proposals
    assert [v.number for v in left.versions] == [1]
    assert left.answers == ()
    assert left.differs == ()


def test_a_text_of_another_party_is_another_line(parser: SpacyParser, readings: tuple[Reading, ...]) -> None:
    text = "Chad tabled a proposal of its own on Friday, a Chadian official said. Oman mediates between Chad and the Blue Savanna Front." + STAKE
    other = annotate(parser.parse(report_of(text, published="2026-03-13", published_basis="given")))
    assert sorted(p.tabled_by for p in derived_of((*readings, other)).proposals) == [("Chad",), ("Oman",)]


def test_months_of_silence_end_a_text(parser: SpacyParser, readings: tuple[Reading, ...]) -> None:
    text = "Oman, which mediates between Chad and the Blue Savanna Front, presented a proposal on Friday, its foreign ministry said." + STAKE
    later = annotate(parser.parse(report_of(text, published="2026-07-10", published_basis="given")))
    assert len(derived_of((*readings, later)).proposals) == 2


@pytest.mark.parametrize(
    ("text", "author", "why"),
    [
        ("The Blue Savanna Front offered on Monday to free all hostages for 100 prisoners. Chad has not answered the offer.", "Blue Savanna Front", "its own"),
        ("Chad has not answered the offer.", "", "nobody is told to have offered"),
    ],
)
def test_an_offer_is_that_of_the_only_one_told_to_have_offered(parser: SpacyParser, text: str, author: str, why: str) -> None:
    reading = annotate(parser.parse(report_of(text + STAKE, published="2026-03-11", published_basis="given")))
    assert [p.title for p in derived_of((reading,)).proposals] == [f"{author or 'author not told'}: offer"], why
