"""Terms told as noun phrases and in shares, and what came of duties told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcome_cases import CASES, HARD

from onrecord.types import Reading, Span

Expected = list[tuple[str, str, str]]


def words(name: str) -> set[str]:
    """The words of a name, articles left out."""
    return {w.strip(",.'").lower() for w in name.split()} - {"the", "a"}


def overlap(one: Span, other: Span) -> float:
    """Shared characters over all characters of both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


@pytest.mark.parametrize(("text", "expected"), [*CASES, *(pytest.param(*c, marks=pytest.mark.xfail(strict=True)) for c in HARD)])
def test_a_short_report_gives_its_duties_with_what_came_of_them_and_no_other(read_text: Callable[[str], Reading], text: str, expected: Expected) -> None:
    found = list(read_text(text).commitments)
    assert len(found) == len(expected), [(c.span.of(text), c.obligor, c.account) for c in found]
    for quote, obligor, account in expected:
        at = text.index(quote)
        best = max(found, key=lambda c: overlap(c.span, Span(at, at + len(quote))))
        assert overlap(best.span, Span(at, at + len(quote))) >= 0.3, quote
        assert words(obligor) <= words(best.obligor), (quote, best.obligor)
        assert best.account == account, (quote, best.account)
        found.remove(best)
