"""Who did it when the parse misleads, and when it was when the day stands in another clause; sentences of many conflicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.types import EventMention, Genre, Reading

ReadText = Callable[[str], Reading]


def event(reading: Reading, word: str) -> EventMention:
    """The event whose trigger begins with *word*."""
    text = reading.report.text
    found = [e for e in reading.events if e.trigger_span.of(text).startswith(word)]
    assert len(found) == 1, [(e.type, e.trigger_span.of(text)) for e in reading.events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        pytest.param(
            "Kharva, a neighbouring state that has mediated before, offered on Tuesday to carry messages.",
            "offered",
            {"Kharva"},
            id="a participle after an apposition is the main verb",
        ),
        pytest.param(
            'President Ada Sol said the rebels had "torn up the truce" and ordered the army to resume operations.',
            "ordered",
            {"Ada Sol"},
            id="what follows a quotation is done by whoever speaks, not by whom he speaks of",
        ),
        pytest.param(
            "The government of Kalvia and the Red Front have agreed to exchange prisoners.",
            "agreed",
            {"government", "Red Front"},
            id="a plural verb asks for both, also where the parse hangs one within the other",
        ),
        pytest.param("The Front accused the army of bombing the village.", "bombing", {"army"}, id="who is accused of a deed does it"),
        pytest.param("The army is accused by the Front of bombing the village.", "bombing", {"army"}, id="also where it hangs on the accuser"),
        pytest.param("The mayor held the militia responsible for killing six farmers.", "killing", {"militia"}, id="who is held responsible for it"),
        pytest.param("The envoy thanked the Front for freeing two nurses.", "freeing", {"Front"}, id="who is thanked for it"),
        pytest.param("Twenty prisoners will leave the jails of Kalvia tomorrow.", "leave", set(), id="who leaves a jail is freed by somebody else"),
    ],
)
def test_who_does_it(read_text: ReadText, text: str, word: str, actors: set[str]) -> None:
    assert {a.removeprefix("the ") for a in event(read_text(text), word).actors} == actors


def test_those_who_cross_out_of_captivity_are_who_is_freed(read_text: ReadText) -> None:
    found = event(read_text("Thirty prisoners crossed the bridge at noon under the exchange of hostages."), "crossed")
    assert (found.type, found.targets) == ("release", ("Thirty prisoners",))


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Envoy Ruth Amir flew to Cairo, where she met the hostages' families late on Tuesday.", "flew", "Tuesday"),
        ("The rebels gave up their claim on Monday, in a statement in which they offered to free all hostages.", "offered", "Monday"),
        ("The rebels dropped their demand for a withdrawal of the army on Monday.", "demand", None),
        ("Both armies agreed to a truce of ten days from Friday, the mediator said of the hostage talks.", "agreed", None),
    ],
)
def test_when_it_was(read_text: ReadText, text: str, word: str, day: str | None) -> None:
    """A day dates what was done then: where a journey led, in the statement that was made; a wish and what begins later are not dated by it."""
    reading = read_text(text)
    date = event(reading, word).date
    times = {t.id: t.span.of(text) for t in reading.times}
    told = times[date.time] if date is not None else ""
    assert day in told if day else not date or date.relation != "on"


@pytest.mark.parametrize(
    ("text", "word", "fact"),
    [
        ("Delegations to meet in Geneva on prisoners", "meet", "planned"),
        ("The agreement says nothing of a withdrawal of the army.", "withdrawal", "possible"),
        ("The rebels have dropped their demand for an amnesty in the hostage talks.", "demand", "denied"),
        ("The front refuses to name them, and wants all the captives exchanged in one day.", "exchanged", "called_for"),
        ("The list of hostages has to reach the mediators by eight.", "reach", "called_for"),
    ],
)
def test_whether_it_was(read_text: ReadText, text: str, word: str, fact: str) -> None:
    """A headline's infinitive is a plan, a paper's noun no deed, a dropped demand none, a duty not yet done."""
    assert event(read_text(text), word).factuality == fact


def test_talks_under_fire_tell_of_no_attack(read_text: ReadText) -> None:
    assert not [e for e in read_text("There will be no talks on hostages under fire, the commander said.").events if e.type == "attack"]


def test_a_participant_that_no_word_names_is_marked(read_text: ReadText) -> None:
    text = "Norland and the Red Front fought near Tesh in May. The Red Front attacked a convoy. On Friday shells hit the village of Kesh, killing nine people."
    supplied = [e for e in read_text(text).events if e.type == "attack" and set(e.actors) & set(e.supplied)]
    assert all(set(e.supplied) <= {*e.actors, *e.targets} for e in read_text(text).events)
    assert all(e.confidence.reasons != () for e in supplied)


def read_as(parser: SpacyParser, genre: Genre, text: str) -> Reading:
    """The reading of a text of this genre."""
    return annotate(parser.parse(replace(report_of(text), genre=genre)))


def test_what_a_readout_tells_was_said_in_the_call_that_it_opens_with(parser: SpacyParser) -> None:
    text = (
        "Readout of Minister Sol's call with President Amir\n\nGeneva, 2 April 2025\n\nMinister Ada Sol spoke by telephone today with President Ruth Amir on"
        " the hostages.\n\nThe Minister presented a revised proposal. President Amir welcomed the proposal."
    )
    assert event(read_as(parser, "readout", text), "presented").date is not None
    assert event(read_as(parser, "news", text), "presented").date is None


def test_an_entry_of_a_live_blog_is_news_of_its_time(parser: SpacyParser) -> None:
    text = (
        "Live: the hostages come home\n\n20:55 What we know\nTen hostages were freed.\n\n17:30 Buses arrive\nBuses have crossed the border. "
        "The rebels had demanded a ransom.\n\n14:10 First group\nThe rebels handed four hostages to the Red Cross."
    )
    found = read_as(parser, "live_blog", text)
    assert {t.span.of(text) for t in found.times if t.id == getattr(event(found, "handed").date, "time", None)} == {"14:10"}
    assert event(found, "demanded").date is None


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        pytest.param("Kinshasa and the M23 resumed talks in Doha. Each accused the other of attacks.", "accused", {"Congo", "M23"}, id="each and the other"),
        pytest.param("The generals refused the plan. They had met the mediators on Monday.", "met", {"The generals"}, id="they are the subject before"),
        pytest.param("Rabat was to blame for the collapse of the talks, the Polisario said.", "blame", {"Polisario"}, id="who says so blames"),
        pytest.param("The Front quit the talks, accusing the army of shelling its camp.", "accusing", {"Front"}, id="a participle has the subject of its verb"),
    ],
)
def test_who_they_are(read_text: ReadText, text: str, word: str, actors: set[str]) -> None:
    assert set(event(read_text(text), word).actors) == actors
