"""What is said of the counted is read in many ways of saying it; numbers that count nothing give nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.annotate.figures.test_sentences import TAIL
from tests.annotate.figures.wide_figures import NUMBERLESS, WIDE, Measured

from onrecord.types import Reading

NOT_YET = (
    "About a dozen passengers", "The pirates seized the ship in May", "The rebels say they have 40", "Pirates boarded",
    "The prisoners of war, 175", "Ukraine got back", "Six captured soldiers were back",
)
"""Beginnings of sentences that are not read right yet."""


@pytest.mark.parametrize(("text", "expected"), WIDE, ids=[t[:50] for t, _ in WIDE])
def test_a_way_of_saying_gives_its_measure(
    text: str, expected: list[Measured], read_text: Callable[[str], Reading], request: pytest.FixtureRequest
) -> None:
    if text.startswith(NOT_YET):
        request.applymarker(pytest.mark.xfail(reason="not read yet", strict=True))
    found = [(f.span, f.value, f.measure) for f in read_text(text + TAIL).figures]
    for words, value, measure in expected:
        first = text.index(words)
        assert any(s.start < first + len(words) and first < s.end and v == value and m == measure for s, v, m in found), found


@pytest.mark.parametrize("text", NUMBERLESS)
def test_numbers_that_count_nothing_give_nothing(text: str, read_text: Callable[[str], Reading]) -> None:
    assert read_text(text + TAIL).figures == ()
