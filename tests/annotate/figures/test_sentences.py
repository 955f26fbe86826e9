"""The table of sentences: every figure at its words, with its amount, unit, measure and scope; and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.annotate.figures.sentences import TABLE, Row

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures import read_figures
from onrecord.types import Parsed

TAIL = "\nMediators hoped that the ceasefire would hold."
"""Makes a lone sentence part of a report on talks."""


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:40] for t, _ in TABLE])
def test_a_sentence_gives_its_figures_and_no_others(text: str, expected: list[Row], parse_text: Callable[[str], Parsed]) -> None:
    figures, _ = read_figures(Draft(parse_text(text + TAIL)))
    assert [(f.span.of(text), f.value, f.comparator, f.unit, f.measure, f.scope) for f in figures] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rovers won 3-1 before 42,000 fans and have taken 12 points from five games.",
        "Shares of the bank fell 3 percent to 41 pounds after it cut 1,200 jobs.",
        "Up to 40 millimetres of rain fell in six hours and 300 homes lost power.",
    ],
)
def test_a_report_about_other_things_gives_no_figures(text: str, parse_text: Callable[[str], Parsed]) -> None:
    assert read_figures(Draft(parse_text(text)))[0] == ()
