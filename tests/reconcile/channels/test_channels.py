"""Who reaches whom through whom. All reports are invented; the states are real because the word lists know states."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Channel, Reading

TALKS = (
    "The Ridge Front, which holds 40 hostages, is in talks with Kenya. The Ridge Front is holding 40 hostages. "
    "Kenya demanded their release, but the Ridge Front refused. "
    "Oman mediates between Kenya and the Ridge Front."
)
Ways = set[tuple[str, ...]]

SENTENCES: list[tuple[str, Ways, str]] = [
    ("Kenya sent a message to the Ridge Front through Oman on Sunday.", {("Kenya", "Oman", "Ridge Front")}, "through one"),
    ("Kenya sent a message to the Ridge Front on Sunday.", {("Kenya", "Ridge Front")}, "straight"),
    ("The Ridge Front replied via Oman on Tuesday.", {("Ridge Front", "Oman", "Kenya")}, "the receiver is the other party"),
    ("The demands reached Kenya through Oman on Tuesday.", {("Ridge Front", "Oman", "Kenya")}, "the sender is the other party"),
    ("Kenya sent messages to the Ridge Front through Omani and Egyptian mediators.",
     {("Kenya", "Oman", "Ridge Front"), ("Kenya", "Egypt", "Ridge Front")}, "two carriers are two ways"),
    ("Oman's foreign minister spoke by telephone with the Ridge Front on Monday.", {("Oman", "Ridge Front")}, "a call"),
    ("The families met the foreign minister of Kenya on Monday.", set(), "families are no channel"),
    ("A spokesman for the Ridge Front did not respond to a request for comment.", set(), "nor is the press"),
    ("Kenya may send a message to the Ridge Front.", set(), "what is only possible shows no way"),
]


def channels_of(parser: SpacyParser, *texts: str) -> tuple[Channel, ...]:
    """The channels of invented reports."""
    readings = [annotate(parser.parse(report_of(text, published="2031-05-20", published_basis="given"))) for text in texts]
    return reconcile(set_scene(readings)).channels


def ways(channels: tuple[Channel, ...]) -> Ways:
    """Paths of channels that are more than the remark on who mediates."""
    return {(c.sender, *c.through, c.receiver) for c in channels if any(u.kind != "remark" for u in c.uses)}


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES, ids=[w for _, _, w in SENTENCES])
def test_the_way_that_a_sentence_shows(parser: SpacyParser, text: str, expected: Ways, why: str) -> None:
    assert ways(channels_of(parser, f"{TALKS}\n{text}")) == expected, why


def test_a_remark_on_who_mediates_is_a_way_in_both_directions(parser: SpacyParser) -> None:
    (found,) = [c for c in channels_of(parser, TALKS) if c.through == ("Oman",)]
    assert found.both_ways and {found.sender, found.receiver} == {"Kenya", "Ridge Front"}
    assert found.uses[0].kind == "remark" and found.first is None, "a remark is no use"


def test_a_message_taken_further_makes_one_way_of_two(parser: SpacyParser) -> None:
    text = "Oman communicates with Ridge Front political officials abroad, who in turn deliver messages to the group's leadership in the hills."
    found = ways(channels_of(parser, f"{TALKS}\n{text}"))
    assert ("Oman", "Ridge Front (political office)", "Ridge Front (leadership)") in found


def test_two_messages_of_two_reports_make_no_way(parser: SpacyParser) -> None:
    first = f"{TALKS}\nKenya communicates with Oman."
    second = "Oman delivers messages to the Ridge Front's political office abroad, which in turn passes them on to the group's leadership."
    assert not any(len(way) > 3 or (way[:1] == ("Kenya",) and way[-1] != "Oman") for way in ways(channels_of(parser, first, second)))


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("Oman offered on May 2 to carry messages between the two sides.", None, "what is offered is no use"),
        ("Oman is ready to relay messages between the two sides, its foreign minister said on May 2.", None, "nor what one is ready for"),
        ("Oman carried messages between the two sides on May 2.", "2031-05-02", "what was carried is one"),
        ("Oman's foreign minister called on the Ridge Front on May 2 not to speak of it in public.", None, "what is not to be spoken of is no call"),
    ],
)
def test_an_offer_to_carry_is_no_use_of_a_way(parser: SpacyParser, text: str, first: str | None, why: str) -> None:
    days = {c.first.edtf() for c in channels_of(parser, f"{TALKS}\n{text}") if "Oman" in (c.sender, c.receiver, *c.through) and c.first}
    assert days == ({first} if first else set()), why


STORY = (
    f"{TALKS}\nKenya sent a message to the Ridge Front through Oman on May 1.",
    "The Ridge Front sent a message to Kenya through Oman on May 20.\nMessages take two or three days to reach the Ridge Front.",
    "Communication with the Ridge Front was cut on May 5, a Kenyan official said.\nKenya has no direct contact with the Ridge Front.",
)


@pytest.fixture(scope="module")
def story(parser: SpacyParser) -> list[Reading]:
    """Three reports on one way."""
    return [annotate(parser.parse(report_of(t, published="2031-05-21", published_basis="given"))) for t in STORY]


def found(readings: list[Reading]) -> tuple[Channel, ...]:
    """What readings tell of channels."""
    return reconcile(set_scene(readings)).channels


def test_one_way_in_both_directions_is_one_channel_with_first_and_last_use(story: list[Reading]) -> None:
    (way,) = [c for c in found(story) if c.through == ("Oman",)]
    assert way.both_ways and way.first is not None and way.last is not None
    assert (way.first.edtf(), way.last.edtf()) == ("2031-05-01", "2031-05-20")
    assert {u.date.edtf() for u in way.uses if u.date} == {"2031-05-01", "2031-05-20"}


def test_a_delay_is_kept_in_the_words_of_the_report(story: list[Reading]) -> None:
    assert {u.delay for c in found(story) if c.through == ("Oman",) for u in c.uses} >= {"two or three days"}


def test_a_break_that_is_told_has_words_and_one_that_is_only_silence_has_none(story: list[Reading]) -> None:
    (way,) = [c for c in found(story) if c.through == ("Oman",)]
    told = [b for b in way.breaks if b.words]
    assert [b.begins.edtf() for b in told if b.begins] == ["2031-05-05"] and told[0].words is not None and "was cut" in told[0].words.quote
    assert [(b.begins.edtf(), b.ends.edtf()) for b in way.breaks if not b.words and b.begins and b.ends] == [("2031-05-01", "2031-05-20")]


def test_contact_that_is_denied_is_no_use(story: list[Reading]) -> None:
    (direct,) = [c for c in found(story) if not c.through and {c.sender, c.receiver} == {"Kenya", "Ridge Front"}]
    assert [u.state for u in direct.uses if u.kind == "message"] == ["denied"] and direct.first is None


def test_every_use_stands_at_its_words_and_the_order_of_reports_changes_nothing(story: list[Reading]) -> None:
    texts = {r.report.id: r.report.text for r in story}
    for way in found(story):
        for use in way.uses:
            assert use.words.span.of(texts[use.words.report]) == use.words.quote
    assert len({found(list(order)) for order in permutations(story)}) == 1
