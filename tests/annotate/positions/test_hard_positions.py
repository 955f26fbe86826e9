"""Positions in hard sentences of invented negotiations: those read right, and those known to be read wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hard_positions import SENTENCES, WRONG

from onrecord.types import Reading

ROWS = [
    pytest.param(text, expected, marks=[pytest.mark.xfail(strict=True, reason=WRONG[text])] if text in WRONG else [], id=text[:60])
    for text, expected in SENTENCES
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_hard_sentence_gives_its_positions_and_no_other(read_text: Callable[[str], Reading], text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_text(text).positions
    assert [p.stance for p in found] == [stance for _, stance, _ in expected], found
    for position, (party, _, word) in zip(found, expected, strict=True):
        assert party.lower().rstrip("s") in position.party.lower()
        assert word in position.span.of(text)
