"""Families of saying what a number counts: walking out, being left over, labels, searches, a second verb, whom nobody holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.annotate.figures.test_sentences import TAIL

from onrecord.types import Reading

FAMILIES = [
    # those who are held walk out
    ("Rebels hold 40 hostages at a school in Kasane. The six crossed the river on Monday.", "six crossed", 6, "released"),
    ("Fourteen hostages left the ferry on Friday; 27 have come out since the weekend.", "27", 27, "released"),
    ("Twelve people taken from a bus by kidnappers stumbled into a police post on Friday.", "Twelve people", 12, "released"),
    # those who hold or guard them only move
    ("Rebels hold 40 hostages at a school in Kasane. Nine gunmen came out at dusk.", "Nine gunmen", 9, "other"),
    # a headline's "free"
    ("Rebels set free nine road workers. The other hostages were kept.", "nine road workers", 9, "released"),
    # whose release is asked for who are left
    ("The charity demanded the release of its three remaining colleagues from the kidnappers.", "three remaining colleagues", 3, "held"),
    ("The kidnappers let three drivers go. We have asked for the release of the other two.", "other two", 2, "held"),
    # who is trapped, left in a wood, detained "arbitrarily"
    ("The kidnappers freed nine pupils. Another 20 are still in the forest.", "Another 20", 20, "held"),
    ("More than 50 staff of two aid groups have been arbitrarily detained, among them hostages.", "50 staff", 50, "held"),
    # a second verb says it
    ("The hijackers hold 158 hostages. One man jumped overboard on Monday and is missing.", "One man", 1, "missing"),
    # for whom one searches
    ("The hostages were freed, but teams went on searching for the remaining nine.", "remaining nine", 9, "missing"),
    # labels
    ("The army shelled the hostages' camp, the clinic says. Dead – 3, injured – 14.", "3", 3, "dead"),
    ("The army shelled the hostages' camp, the clinic says. Dead – 3, injured – 14.", "14", 14, "injured"),
    ("The rebels hold hostages and captives. Freed: 23. Dead: 4.", "23", 23, "released"),
    ("The rebels hold hostages and captives. Freed: 23. Dead: 4.", "4", 4, "dead"),
    ("Bandits freed 11 of the 62 hostages on Saturday. The freed 11 had been driven to Abuja.", "freed 11", 11, "released"),
    # shot, and alive
    ("Two villagers were shot and wounded near the hostages' camp.", "Two villagers", 2, "injured"),
    ("The gang shot one captive in the leg last month.", "one captive", 1, "injured"),
    # who does the holding is not held
    ("The eight hijackers of the plane lie on the ground; the captors freed 60 hostages.", "eight hijackers", 8, "other"),
    # persons by office or place, wherever they are, are not held for that
    ("The rebels hold 60 hostages. Two of the ministers are still in Geneva.", "Two of the ministers", 2, "other"),
]


@pytest.mark.parametrize(("text", "words", "value", "measure"), FAMILIES)
def test_a_family_gives_its_measure(text: str, words: str, value: int, measure: str, read_text: Callable[[str], Reading]) -> None:
    first = text.index(words)
    found = [(f.value, f.measure) for f in read_text(text + TAIL).figures if f.span.start < first + len(words) and first < f.span.end]
    assert (value, measure) in found


def test_an_age_behind_a_pronoun_is_no_figure(read_text: Callable[[str], Reading]) -> None:
    text = "The kidnappers freed three hostages, all of them over 50, on Friday."
    assert [f.value for f in read_text(text).figures] == [3]


def test_two_kinds_of_people_joined_are_one_count(read_text: Callable[[str], Reading]) -> None:
    text = "The siege of the church goes on: the 61 monks and church workers trapped inside have no water, the bishop said."
    assert "61 monks and church workers" in [f.span.of(text + TAIL).removeprefix("the ") for f in read_text(text + TAIL).figures]
