"""Who, to whom, through whom, where and when; and what holds for every event that is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.types import EventMention, Reading

ReadText = Callable[[str], Reading]


def only(reading: Reading, kind: str) -> EventMention:
    """The one event of a type."""
    found = [e for e in reading.events if e.type == kind]
    assert len(found) == 1, [(e.type, e.trigger_span) for e in reading.events]
    return found[0]


def test_the_passive_subject_is_the_target_and_the_agent_the_actor(read_text: ReadText) -> None:
    event = only(read_text("Two engineers were kidnapped by the Highland Front in Tesh."), "capture")
    assert event.actors and "Highland Front" in event.actors[0]
    assert event.targets == ("Two engineers",)
    assert event.place == "Tesh"


def test_whoever_is_accused_is_the_doer_of_the_deed(read_text: ReadText) -> None:
    event = only(read_text("The government accused the rebels of violating the truce."), "breach")
    assert [a.lower().removeprefix("the ") for a in event.actors] == ["rebels"]


def test_who_speaks_before_a_colon_and_how_many_are_no_parts(read_text: ReadText) -> None:
    event = only(read_text("Rebels hold 40 hostages. Interior ministry: 11 prisoners left the capital."), "release")
    assert event.targets == ("11 prisoners",)
    event = only(read_text("Rebels took a mine. How many hostages have been freed?"), "release")
    assert event.targets == ("hostages",)


def test_whoever_is_urged_is_the_doer_of_what_is_urged(read_text: ReadText) -> None:
    event = only(read_text("The bishop urged the army to release the prisoners."), "release")
    assert [a.lower().removeprefix("the ") for a in event.actors] == ["army"]


def test_a_mediator_stands_apart_from_actor_and_target(read_text: ReadText) -> None:
    event = only(read_text("The rebels sent a message to the government through Norway."), "message")
    assert event.through == ("Norway",)
    assert "Norway" not in event.actors + event.targets


def test_what_is_taken_without_a_doer_was_taken_by_the_one_known_captor(read_text: ReadText) -> None:
    text = "The Highland Front is holding nine hostages. The hostages were taken in March. Two hostages were released on Friday."
    event = only(read_text(text), "release")
    assert event.actors and "Highland Front" in event.actors[0]


def test_coordinated_verbs_share_actor_and_date(read_text: ReadText) -> None:
    reading = read_text("The envoy Ines Calder visited Lisbon on Monday and met the foreign minister.")
    visit, meeting = only(reading, "travel"), only(reading, "meet")
    assert visit.actors == meeting.actors
    assert visit.date is not None and visit.date == meeting.date


def test_an_event_without_a_time_has_no_date(read_text: ReadText) -> None:
    assert only(read_text("The rebels released two nurses."), "release").date is None


def test_a_since_phrase_dates_from_there_on(read_text: ReadText) -> None:
    event = only(read_text("The rebels have kidnapped nine people since January."), "capture")
    assert event.date is not None and event.date.relation == "since"


def test_the_quote_holds_the_trigger_and_stays_in_its_sentence(read_text: ReadText) -> None:
    text = "The talks went on in Oslo. The rebels released two nurses, who thanked the mediators. The army said nothing."
    event = only(read_text(text), "release")
    assert event.span.holds(event.trigger_span)
    assert event.span.of(text) == "The rebels released two nurses"


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "rebels",
            "army",
            "released",
            "hostages",
            "agreed",
            "to",
            "a",
            "truce",
            ".",
            ",",
            "Monday",
            "will",
            "not",
            "attacked",
            "if",
            "by",
            "and",
            "who",
            "met",
            "in",
            "Oslo",
            "“",
            "”",
            "said",
            "12",
            "them",
        ]
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_offsets_and_numbers_hold_for_any_text(read_text: ReadText, words: list[str]) -> None:
    text = " ".join(words)
    reading = read_text(text)
    ids = {a.id for a in reading.attributions}
    assert [e.id for e in reading.events] == [f"e{i}" for i in range(1, len(reading.events) + 1)]
    for event in reading.events:
        assert event.span.holds(event.trigger_span)
        assert event.trigger_span.of(text).strip() == event.trigger_span.of(text) != ""
        assert event.by is None or event.by in ids
        assert not set(event.actors) & set(event.targets) or event.type in ("accuse", "attack")


def test_no_name_of_one_conflict_stands_in_the_lexicons() -> None:
    folder = Path(__file__).parents[3] / "src" / "onrecord" / "annotate" / "lexicons"
    for path in sorted(folder.glob("events_*.toml")):
        words = path.read_text(encoding="utf-8").lower()
        for name in ("israel", "hamas", "gaza", "mossad", "netanyahu", "ukrain", "russia"):
            assert name not in words, f"{path.name} holds {name!r}"


@pytest.mark.parametrize("text", ["", "   ", "!!!", "Ω"])
def test_a_text_without_words_yields_nothing(read_text: ReadText, text: str) -> None:
    assert read_text(text).events == ()


def test_a_party_goes_by_the_initials_that_the_report_uses(read_text: ReadText) -> None:
    event = only(read_text("The Moro Islamic Liberation Front (MILF) freed two soldiers. The MILF wants talks."), "release")
    assert event.actors == ("MILF",)


def test_who_brokers_an_exchange_is_no_side_of_it(read_text: ReadText) -> None:
    event = only(read_text("The exchange of prisoners mediated by Oman was delayed."), "exchange")
    assert "Oman" not in event.actors


def test_who_is_accused_of_what_a_noun_tells_is_its_doer(read_text: ReadText) -> None:
    event = only(read_text("The bishop accused the militia of a massacre of civilians."), "attack")
    assert [a.lower().removeprefix("the ") for a in event.actors] == ["militia"]


def test_the_other_and_each_are_the_two_parties(read_text: ReadText) -> None:
    text = "A truce between Eritrea and Djibouti began in May. Eritrea and Djibouti agreed to keep it. Each has accused the other of breaking the truce."
    event = only(read_text(text), "accuse")
    assert set(event.actors) == {"Eritrea", "Djibouti"}
