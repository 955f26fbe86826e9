"""What a pack tells a reading: who is who, whose side, words for captives, tracks; the report's own words go first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import report_of

from onrecord.annotate import annotate, touching
from onrecord.annotate.cast.packed import phrases
from onrecord.parse import SpacyParser
from onrecord.types import Pack, PackCaptives, PackName, PackOffice, Packs, PackTrack, Reading

FRONT = PackName("Free Coast Front", "body", "Free Coast Front", ("FCF", "the Coastals"))
VELLAND = PackName("Velland", "state", "Velland", ("Vellander",))
PACK = Pack(
    "Coast", names=(FRONT, VELLAND, PackName("Odo Marsh", "person", "Free Coast Front", role="person"), PackName("Old Quay", "place", role="place")),
    offices=(PackOffice("envoy", "Velland", "Ana Kost"),), tracks=(PackTrack("prisoners", ("prisoner talks",)),),
    captives=(PackCaptives("guest", "hostages"),),
)
TEXT = (
    "The FCF seized 20 guests at Old Quay, Velland's interior ministry said. Odo Marsh told reporters that the guests would be released. "
    "The Coastals rejected an offer. The prisoner talks have stalled, a Vellander official said."
)


def reading(parser: SpacyParser, text: str, *packs: Pack) -> Reading:
    """The reading of a text with packs."""
    return annotate(parser.parse(report_of(text)), packs)


def test_names_of_one_entry_are_one_and_called_as_the_pack_says(parser: SpacyParser) -> None:
    found = {p.name: p for p in reading(parser, TEXT, PACK).participants}
    assert found["Free Coast Front"].aliases == ("FCF", "The Coastals")
    assert "pack Coast: FCF is Free Coast Front" in found["Free Coast Front"].reasons
    assert (found["Odo Marsh"].kind, found["Odo Marsh"].side) == ("person", "Free Coast Front")
    assert (found["Velland"].kind, found["Velland"].side) == ("state", "Velland")
    assert found["Old Quay"].kind == "place"
    assert {e.actors[0] for e in reading(parser, TEXT, PACK).events if e.type == "reject"} == {"Free Coast Front"}


def test_a_word_of_the_pack_counts_captives_and_says_so(parser: SpacyParser) -> None:
    without, (figure, *_) = reading(parser, TEXT).figures, reading(parser, TEXT, PACK).figures
    assert figure.unit == "hostages" and "pack Coast: guest means hostages" in figure.confidence.reasons
    assert without[0].unit != "hostages"


def test_a_state_of_the_talks_is_on_the_track_whose_words_its_sentence_has(parser: SpacyParser) -> None:
    (state,) = reading(parser, TEXT, PACK).status
    assert state.track == "prisoners" and "pack Coast: “prisoner talks” is of the track prisoners" in state.confidence.reasons
    twice = replace(PACK, tracks=(*PACK.tracks, PackTrack("all", ("talks",))))
    assert reading(parser, TEXT, twice).status[0].track == "talks", "words of two tracks tell of neither"


def test_a_side_that_the_report_tells_is_kept_and_the_difference_told(parser: SpacyParser) -> None:
    text = "Velland's army chief Odo Marsh said on Monday that the Front had 20 hostages. Velland rejected the demand."
    found = reading(parser, text, PACK)
    assert {p.side for p in found.participants if p.name == "Odo Marsh"} == {"Velland"}
    (problem,) = [p for p in found.problems if p.kind == "pack"]
    assert problem.span is not None and problem.span.of(text) == "Odo Marsh"
    assert "places Odo Marsh with Velland, pack Coast with Free Coast Front" in problem.message


def test_a_name_that_means_two_things_is_used_for_neither(parser: SpacyParser) -> None:
    other = Pack("Other", names=(PackName("Federal Customs Force", "body", "Velland", ("FCF",)),))
    assert "fcf" in phrases((PACK,)) and "fcf" not in phrases((PACK, other))
    assert {p.name for p in reading(parser, TEXT, PACK, other).participants} >= {"FCF"}


@pytest.mark.parametrize(
    ("text", "touched"),
    [("The FCF met an envoy.", True), ("Two guests left.", True), ("Ana Kost spoke.", True),
     ("Nobody of them is named here.", False), ("Prisoner talks go on.", True)],
)
def test_a_pack_touches_the_reports_that_have_a_word_of_it(text: str, touched: bool) -> None:
    assert bool(touching((PACK,), report_of(text))) is touched


@given(st.permutations([PACK, Pack("Away", names=(PackName("Far Isle", "state", "Far Isle"),)), Pack("Nothing")]))
def test_packs_without_a_word_in_the_report_change_nothing(parser: SpacyParser, packs: Packs) -> None:
    report = report_of(TEXT)
    assert touching(tuple(packs), report) == (PACK,)
