"""Hard sentences about the state of talks: those that are read right, those that must yield nothing, and those that are known to be read wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hard_status import CONTEXT, FOUND, NOTHING, WRONG, Case

from onrecord.types import Reading, Status


def told(read_text: Callable[[str], Reading], sentence: str) -> list[Status]:
    """What the sentence itself tells; the one before only says that there are talks."""
    return [s for s in read_text(CONTEXT + sentence).status if s.span.start >= len(CONTEXT)]


def check(read_text: Callable[[str], Reading], case: Case) -> None:
    sentence, expected = case
    found = told(read_text, sentence)
    assert [s.status for s in found] == [status for _, status in expected]
    for (quote, _), status in zip(expected, found, strict=True):
        first = len(CONTEXT) + sentence.index(quote)
        assert status.span.start < first + len(quote) and first < status.span.end


@pytest.mark.parametrize("case", FOUND, ids=[text[:40] for text, _ in FOUND])
def test_a_state_is_told_in_many_ways(read_text: Callable[[str], Reading], case: Case) -> None:
    check(read_text, case)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_sounds_like_a_state_of_talks_is_none(read_text: Callable[[str], Reading], sentence: str) -> None:
    assert told(read_text, sentence) == []


@pytest.mark.parametrize(("case", "why"), [pytest.param(c, w, marks=pytest.mark.xfail(reason=w, strict=True)) for c, w in WRONG])
def test_known_to_be_read_wrong(read_text: Callable[[str], Reading], case: Case, why: str) -> None:
    check(read_text, case)
