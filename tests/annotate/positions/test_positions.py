"""Positions: what a party demands, offers, refuses, accepts, weighs or makes a condition of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from positions_cases import CASES, HARD

from onrecord.types import Reading, Span


def overlap(one: Span, other: Span) -> float:
    """Shared characters over all characters of both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def likeness(one: str, other: str) -> bool:
    """Whether two names share at least half of the words of the shorter."""
    first, second = ({w.strip("'’s").rstrip("s") for w in x.lower().split()} - {"the", "of", "a"} for x in (one, other))
    return bool(first & second) and len(first & second) / min(len(first), len(second)) >= 0.5


@pytest.mark.parametrize(("text", "expected"), [c for c in CASES if c[0] not in HARD])
def test_a_sentence_gives_its_positions_and_no_other(read_text: Callable[[str], Reading], text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_text(text).positions
    assert len(found) == len(expected), [(p.span.of(text), p.party, p.stance) for p in found]
    for (quote, party, stance), position in zip(expected, found, strict=True):
        at = text.index(quote)
        assert overlap(position.span, Span(at, at + len(quote))) >= 0.3, position.span.of(text)
        assert (likeness(position.party, party), position.stance) == (True, stance), position


@pytest.mark.parametrize("text", HARD)
def test_what_is_not_read_yet_is_still_not_read(read_text: Callable[[str], Reading], text: str) -> None:
    """A sentence leaves HARD as soon as it is read right, so that the list tells the truth."""
    expected = next(e for t, e in CASES if t == text)
    found = [(likeness(p.party, q[1]), p.stance) for p in read_text(text).positions for q in expected if p.stance == q[2] and likeness(p.party, q[1])]
    assert len(found) < len(expected) or len(read_text(text).positions) != len(expected), "read right now: take it out of HARD"


def test_two_words_for_one_thing_have_one_key(read_text: Callable[[str], Reading]) -> None:
    keys = {
        read_text(text).positions[0].topic_key
        for text in ("Ukraine insists on an all-for-all exchange of prisoners.", "The rebels demanded an everyone-for-everyone exchange of captives.")
    }
    assert keys == {"all-for-all exchange"}


def test_a_carrier_s_proposal_is_marked(read_text: Callable[[str], Reading]) -> None:
    text = "Oman, which is mediating between the two sides, has proposed a truce of three months. The rebels rejected the proposal."
    assert [p.role for p in read_text(text).positions] == ["mediator_proposal", "party"]


def test_a_carrier_s_ultimatum_is_marked(read_text: Callable[[str], Reading]) -> None:
    text = "Kenya, the main mediator, gave the rebels ten days to accept the truce."
    assert [p.role for p in read_text(text).positions] == ["mediator_ultimatum"]


def test_spans_are_the_words_of_the_text(read_text: Callable[[str], Reading]) -> None:
    text = "  The union is asking for a wage rise of 12 percent , it said.\n\nManagement rejected the demand — again."
    for position in read_text(text).positions:
        assert position.span.of(text) == position.span.of(text).strip(" ,.—")
        assert position.topic in text
