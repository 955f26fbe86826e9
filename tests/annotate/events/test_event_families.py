"""Families of event words: what is owed, held, promised, called, shot, dropped off, and what came of what was planned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

ReadText = Callable[[str], Reading]
Rows = list[tuple[str, str, str, str]]


def found(reading: Reading, word: str) -> list[tuple[str, str]]:
    """Type and factuality of the events whose trigger holds *word*."""
    return [(e.type, e.factuality) for e in reading.events if word in e.trigger_span.of(reading.report.text)]


FAMILIES: Rows = [
    # what a main clause says is owed
    ("Under the Muscat accord the two navies are to dim their searchlights at night.", "dim", "other", "planned"),
    ("The kidnappers threatened to marry off the girls.", "marry", "other", "conditional"),
    # people told as held at the time
    ("Bandits freed six of the 40 kidnapped pupils in Kaduna, but 34 were still being held on Sunday.", "held", "capture", "ongoing"),
    ("The guerrillas freed the mayor but held back two councilmen.", "held back", "capture", "ongoing"),
    ("The general has been held in the basement of his palace since August.", "held", "capture", "ongoing"),
    # a promise in a clause of its own, or told as given
    ("The colonel assured the elders that there would be no flights over the village.", "assured", "agree", "happened"),
    ("An undertaking of last December to mark the minefields was honoured by Karsan.", "undertaking", "agree", "happened"),
    # talk over a line, and a call that asks for something
    ("The pilot told his wife in a call that lasted a minute that he was fed.", "call", "call", "happened"),
    ("Manila rejected a call by a seamen's union to send an envoy to Sanaa.", "call", "appeal", "happened"),
    # talks by their length, host and course
    ("Guards and prisoners made up after overnight talks mediated by a bishop; twelve hostages were freed.", "talks", "meet", "happened"),
    ("The two states signed the truce after nine days of negotiations in Vienna.", "negotiations", "meet", "happened"),
    ("Negotiations over a radio link were continuing on Tuesday.", "Negotiations", "meet", "ongoing"),
    # shots that nobody is told to have fired
    ("At dusk a shot rang out near the embassy held by the gunmen.", "shot", "attack", "happened"),
    ("The monitors heard 14 shots overnight along the truce line.", "shots", "attack", "happened"),
    # those who are held walk off a ship
    ("The pirates left at noon, and the hostages walked off the ship in Salalah.", "walked off", "release", "happened"),
    ("The parties to the truce recommitted themselves to the Khartoum declaration.", "recommitted", "agree", "happened"),
    # what one thing is made to hang on
    ("The rebels have tied the release of the crew to an end of the blockade.", "tied", "demand", "happened"),
    # a party calls what is on the table unacceptable
    ("The union called the offer an insult and went on with the strike.", "called", "reject", "happened"),
    # vehicles and monitors stopped or turned back
    ("Monitors of the truce were turned back twice by the army at Sarn.", "turned back", "other", "happened"),
    # police against pickets
    ("Police cleared pickets from the gate of the mine on the ninth day of the strike.", "cleared", "operation", "happened"),
    # hostages left somewhere
    ("The three hostages were left at a filling station near Lagos at dawn.", "left", "release", "happened"),
    # "free" that the parser takes for an adjective
    ("Tarsk has demanded that Belmora free all wounded captives first.", "free", "release", "called_for"),
    # a demand of captors
    ("The hijackers asked for a bus and two pilots.", "asked for", "demand", "happened"),
    # what is ruled out is told too, as denied
    ("The ferry is held by gunmen, and the navy has ruled out storming it.", "storming", "attack", "denied"),
]


@pytest.mark.parametrize(("text", "word", "kind", "factuality"), FAMILIES)
def test_a_family_of_words_tells_its_event(read_text: ReadText, text: str, word: str, kind: str, factuality: str) -> None:
    assert (kind, factuality) in found(read_text(text), word)


CAME_TO_NOTHING = [
    ("The two delegations were to have met in Juba on Friday.", "met", "denied"),
    ("The last hostages had been due to leave the island on Monday.", "leave", "denied"),
    ("The rebels were due to release ten soldiers on Friday but did not.", "release", "denied"),
    ("The army has agreed to no truce of any kind.", "agreed", "denied"),
    ("The army withdrew from none of the nine towns.", "withdrew", "denied"),
    ("The envoy welcomed the release of nine miners by the rebels.", "release", "happened"),
    # neighbours that keep their sense
    ("The envoy would welcome the release of nine miners by the rebels.", "release", "conditional"),
    ("The talks between the army and the rebels ended with no deal on Friday.", "ended", "happened"),
    ("The rebels were due to release ten soldiers on Friday.", "release", "planned"),
    ("Soldiers have killed four people at a rally, the doctors say; the junta denies this.", "killed", "happened"),
]


@pytest.mark.parametrize(("text", "word", "factuality"), CAME_TO_NOTHING)
def test_what_was_planned_or_refused_did_not_happen(read_text: ReadText, text: str, word: str, factuality: str) -> None:
    assert factuality in {f for _, f in found(read_text(text), word)}


NO_EVENTS = [
    ("The rebels tied their boat to the pier during the truce.", "tied"),
    ("The envoy made a call for calm after the truce.", "call for"),
    ("The two sides still hold the view that the truce is dead.", "hold"),
    ("The army kept its troops in their barracks during the truce.", "kept"),
]


@pytest.mark.parametrize(("text", "word"), NO_EVENTS)
def test_neighbours_of_the_families_tell_none(read_text: ReadText, text: str, word: str) -> None:
    assert not {k for k, _ in found(read_text(text), word)} & {"capture", "demand", "call"}
