"""Positions over the breadth of news language: every verb, noun, adjective and idiom by which a stance is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from answers_sentences import ANSWERS, ANSWERS_NOT_YET
from breadth_sentences import BREADTH, CONTEXT, NOT_YET
from frames_sentences import FRAMES, FRAMES_NOT_YET

from onrecord.types import Position, Reading

Expected = list[tuple[str, str, str]]


def told(found: tuple[Position, ...], expected: Expected, text: str) -> bool:
    """Whether each expected position is read, and no other."""
    left = list(found)
    for party, stance, word in expected:
        hit = next((p for p in left if p.stance == stance and party.lower().rstrip("s") in p.party.lower() and word.lower() in p.span.of(text).lower()), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


@pytest.mark.parametrize(("text", "expected"), [*BREADTH, *ANSWERS, *FRAMES])
def test_a_sentence_within_a_report_gives_its_positions_and_no_other(read_text: Callable[[str], Reading], text: str, expected: Expected) -> None:
    whole = CONTEXT + text
    found = read_text(whole).positions
    assert told(found, expected, whole), found


def test_what_is_not_read_yet_is_still_not_read(read_text: Callable[[str], Reading]) -> None:
    """A sentence that is read right moves to BREADTH."""
    read = [text for text, expected in [*NOT_YET, *ANSWERS_NOT_YET, *FRAMES_NOT_YET] if told(read_text(CONTEXT + text).positions, expected, CONTEXT + text)]
    assert not read
