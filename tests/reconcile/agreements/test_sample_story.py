"""The sample's proposals and its truce say together what its story says (sample/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.read import ReadOptions
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Derived

REPORTS = Path(__file__).parents[3] / "sample" / "reports"


@pytest.fixture(scope="module")
def derived(parser: SpacyParser) -> Derived:
    """All that the sample's reports say together."""
    readings, _ = pipeline.read_inputs([str(REPORTS)], parser, ReadOptions())
    return reconcile(set_scene(readings))


def test_the_truce_of_april_has_its_days(derived: Derived) -> None:
    (truce,) = [a for a in derived.agreements if a.dates is not None]
    assert truce.dates is not None
    assert truce.dates.edtf() == "2025-04-07/2025-04-16"
    days = {d.day.isoformat(): d for d in truce.schedule}
    assert {d: sorted((u.low, u.unit) for u in x.due if u.unit != "days") for d, x in days.items() if any(u.unit != "days" for u in x.due)} == {
        "2025-04-06": [(1, "list")], "2025-04-09": [(1, "list")], "2025-04-12": [(1, "list")],
        **{d: [(8, "captives"), (24, "prisoners")] for d in ("2025-04-07", "2025-04-10", "2025-04-13")},
    }
    assert "8 delivered, as due" in days["2025-04-07"].account
    assert "24 delivered, as due" in days["2025-04-07"].account
    assert "8 delivered, as due" in days["2025-04-10"].account
    assert "delivered late, by the account of Belmar" in days["2025-04-09"].account
    assert "list: not delivered, by the account of Belmar" in days["2025-04-12"].account
    assert "8 captives: not delivered, by the account of Belmar; 24 prisoners: not reported in what was added" in days["2025-04-13"].account
    assert "lapsed" in days["2025-04-14"].account


def test_the_proposal_has_two_versions_and_an_acceptance_of_neither(derived: Derived) -> None:
    (text,) = [p for p in derived.proposals if p.versions]
    assert text.tabled_by == ("Belmar",)
    assert [(v.number, v.date.edtf() if v.date else None) for v in text.versions] == [(1, "2025-03-27"), (2, "2025-04-02")]
    numbers = {v.id: v.number for v in text.versions}
    answers = {(a.party, a.answer, numbers.get(a.version or "")) for a in text.answers}
    assert answers >= {("Highland Front", "accepted", None), ("Maravel", "not_our_text", None), ("Belmar", "not_our_text", 1), ("Maravel", "studying", 2)}
    assert ("Highland Front", "accepted", 1) not in answers
    assert text.differs


def test_the_truce_came_of_the_proposal(derived: Derived) -> None:
    (truce,) = [a for a in derived.agreements if a.dates is not None]
    (text,) = [p for p in derived.proposals if p.versions]
    assert truce.proposal == text.id
