"""What a pack tells over all reports: how talks are called, who held an office on a day, for whom an outlet speaks."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile import reconcile, set_scene
from onrecord.types import Derived, Entity, Pack, PackName, PackOffice, PackOutlet, Reading

NAMES = (
    PackName("Free Coast Front", "body", "Free Coast Front", ("FCF",)), PackName("Velland", "state", "Velland"),
    PackName("Belmar", "state", "Belmar", ("Belmari",), role="mediator"),
)
OFFICES = (
    PackOffice("foreign minister", "Belmar", "Ana Kost", dt.date(2031, 1, 1)),
    PackOffice("foreign minister", "Belmar", "Oto Lind", None, dt.date(2030, 12, 31)),
)
PACK = Pack("Coast", "Coast talks", NAMES, OFFICES, outlets=(PackOutlet("Velland Daily", "Velland"),))
STORY = "The FCF released six hostages on Friday. Velland rejected a demand of the FCF for prisoners. Belmar urged Velland and the FCF to hold talks."


def readings(parser: SpacyParser, *told: tuple[str, str], pack: Pack | None = PACK, outlet: str = "Wire") -> list[Reading]:
    """The readings of (day, text)."""
    packs = (pack,) if pack else ()
    return [annotate(parser.parse(report_of(text, published=day, published_basis="given", outlet=outlet)), packs) for day, text in told]


def derived(found: list[Reading], *packs: Pack) -> Derived:
    """What the readings say together."""
    return reconcile(set_scene(found, packs=packs))


def test_talks_between_the_parties_are_called_as_the_pack_says(parser: SpacyParser) -> None:
    found = readings(parser, ("2031-05-20", STORY))
    (talks,) = derived(found, PACK).negotiations
    assert talks.name == "Coast talks" and set(talks.parties) == {"Free Coast Front", "Velland"} and "Belmar" in talks.mediators
    assert any("pack Coast: talks between" in r for r in talks.reasons)
    (other,) = derived(found, Pack("Elsewhere", "Other talks", (NAMES[0], PackName("Far Isle", "state", "Far Isle")))).negotiations
    assert other.name != "Other talks"


@pytest.mark.parametrize(
    ("day", "words", "holder"),
    [
        ("2031-05-20", "Belmar's foreign minister", "Ana Kost"), ("2030-05-20", "The Belmari foreign minister", "Oto Lind"),
        ("2031-05-20", "Belmar's deputy foreign minister", None), ("2031-05-20", "Velland's foreign minister", None),
    ],
)
def test_an_office_is_whoever_held_it_when_the_report_was_published(parser: SpacyParser, day: str, words: str, holder: str | None) -> None:
    found = readings(parser, (day, f"{words} met envoys of Velland on Monday. Belmar said that talks were near."))
    persons = {e.name: e for e in derived(found, PACK).entities if e.kind == "person"}
    if holder is None:
        assert not {"Ana Kost", "Oto Lind"} & persons.keys()
    else:
        assert any(holder in r and "pack Coast" in r for r in persons[holder].reasons)
        assert set_scene(found, packs=(PACK,)).canonical(found[0].report.id, next(n for n in persons[holder].names)) == holder


def test_an_office_in_two_reports_is_one_person_with_the_named_holder(parser: SpacyParser) -> None:
    first, second = "Belmar's foreign minister said on Monday that a deal was near.", "Ana Kost, the foreign minister of Belmar, left for Velland on Tuesday."
    found = readings(parser, ("2031-05-20", first), ("2031-05-21", second))
    (kost,) = [e for e in derived(found, PACK).entities if e.name == "Ana Kost"]
    assert {report for report, _ in kost.mentions} == {r.report.id for r in found}


def test_an_outlet_speaks_for_its_side_in_its_own_voice(parser: SpacyParser) -> None:
    found = readings(parser, ("2031-05-20", STORY), outlet="Velland Daily")
    sides = {side for e in derived(found, PACK).events if e.origins for side, _ in e.origins.by_side}
    assert "own voice" not in sides and "Velland" in sides
    assert any("pack Coast: Velland Daily speaks for Velland" in r for e in derived(found, PACK).events for r in e.origins.reasons)
    assert "own voice" in {side for e in derived(found).events for side, _ in e.origins.by_side}


def test_what_a_pack_calls_somebody_is_a_reason(parser: SpacyParser) -> None:
    found: dict[str, Entity] = {e.name: e for e in derived(readings(parser, ("2031-05-20", STORY)), PACK).entities}
    assert "pack Coast: called Free Coast Front (FCF)" in found["Free Coast Front"].reasons
