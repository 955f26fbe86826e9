"""Status: how the talks stand, told apart from the truce and from everything else that stalls or resumes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from breadth_status import BREADTH, CONTEXT, NOT_YET
from status_cases import CASES, HARD

from onrecord.types import Reading, Span


def overlap(one: Span, other: Span) -> float:
    """Shared characters over all characters of both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


@pytest.mark.parametrize(("text", "expected"), [c for c in CASES if c[0] not in HARD])
def test_a_sentence_gives_its_status_and_no_other(read_text: Callable[[str], Reading], text: str, expected: list[tuple[str, str]]) -> None:
    found = read_text(text).status
    assert [s.status for s in found] == [status for _, status in expected]
    for (quote, _), status in zip(expected, found, strict=True):
        at = text.index(quote)
        assert overlap(status.span, Span(at, at + len(quote))) >= 0.3, status.span.of(text)


def test_a_truce_is_not_the_talks(read_text: Callable[[str], Reading]) -> None:
    text = "The truce between the army and the rebels collapsed on Friday, but the peace talks in Kampala are continuing."
    assert [s.status for s in read_text(text).status] == ["active"]


def test_what_may_come_is_no_state(read_text: Callable[[str], Reading]) -> None:
    assert read_text("The talks could collapse if the rebels attack the town.").status == ()


@pytest.mark.parametrize(("text", "expected"), [*BREADTH, *(pytest.param(t, e, marks=pytest.mark.xfail(strict=True)) for t, e in NOT_YET)])
def test_a_way_of_saying_gives_its_state_and_no_other(read_text: Callable[[str], Reading], text: str, expected: list[tuple[str, str]]) -> None:
    whole = CONTEXT + text
    found = [s for s in read_text(whole).status if s.span.start >= len(CONTEXT)]
    assert len(found) == len(expected), [(s.status, s.span.of(whole)) for s in found]
    for (states, word), status in zip(expected, found, strict=True):
        assert status.status in states.split("|")
        assert word in status.span.of(whole)
