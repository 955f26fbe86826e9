"""Numbers and comparators on tokens made by hand; no model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.figures.numbers import amounts
from onrecord.types import Token


def tokens(text: str) -> list[Token]:
    """The words of *text*, parted by single spaces, as tokens without syntax."""
    out, at = [], 0
    for i, word in enumerate(text.split(" ")):
        out.append(Token(i, word, at))
        at += len(word) + 1
    return out


TABLE = [
    ("more than 235 people", [("more than 235", 235, 236, None, "more_than")]),
    ("between 15 and 20 men", [("between 15 and 20", None, 15, 20, "between")]),
    ("one hundred and five", [("one hundred and five", 105, None, None, "exact")]),
    ("1.5 million people", [("1.5 million", 1_500_000, None, None, "exact")]),
    ("half a dozen", [("half a dozen", 6, None, None, "exact")]),
    ("at least two dozen", [("at least two dozen", 24, 24, None, "at_least")]),
    ("dozens of men", [("dozens", None, 24, None, "dozens")]),
    ("hundreds of thousands", [("hundreds of thousands", None, 200_000, None, "hundreds")]),
    ("twenty - three miners", [("twenty - three", 23, None, None, "exact")]),
    ("15 to 20 percent of", [("15 to 20 percent", None, 15, 20, "between")]),
    ("up to nine days", [("up to nine", 9, None, 9, "at_most")]),
    ("no more than 12", [("no more than 12", 12, None, 12, "at_most")]),
    ("no fewer than 12", [("no fewer than 12", 12, 12, None, "at_least")]),
    ("fewer than 50 men", [("fewer than 50", 50, None, 49, "less_than")]),
    ("some 200", [("some 200", 200, None, None, "about")]),
    ("ten or so", [("ten or so", 10, None, None, "about")]),
    ("30 or more", [("30 or more", 30, 30, None, "at_least")]),
    ("60 - plus nation", [("60 - plus", 60, 60, None, "at_least")]),
    ("several dozen", [("several dozen", None, 24, None, "dozens")]),
    ("more than a dozen", [("more than a dozen", 12, 13, None, "more_than")]),
    ("two to three million", [("two to three million", None, 2_000_000, 3_000_000, "between")]),
    ("over two thousand five hundred men", [("over two thousand five hundred", 2500, 2501, None, "more_than")]),
    ("12 killed and two wounded", [("12", 12, None, None, "exact"), ("two", 2, None, None, "exact")]),
    ("a total of 134", [("a total of 134", 134, None, None, "exact")]),
    ("two - thirds of the men", [("two - thirds", 66.6, None, None, "exact")]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t for t, _ in TABLE])
def test_a_number_has_its_comparator_and_bounds(text: str, expected: list[tuple[object, ...]]) -> None:
    words = tokens(text)
    found = [(" ".join(t.text for t in words[a.first : a.last]), a.value, a.low, a.high, a.comparator) for a in amounts(words)]
    assert found == expected


WORDS = [
    "more",
    "than",
    "at",
    "least",
    "up",
    "to",
    "between",
    "and",
    "15",
    "20",
    "1,200",
    "two",
    "dozen",
    "dozens",
    "hundred",
    "of",
    "-",
    "or",
    "third",
    "40th",
    "a",
    "half",
    "men",
    "percent",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_bounds_are_in_order_and_amounts_never_overlap(words: list[str]) -> None:
    found = amounts(tokens(" ".join(words)))
    for a in found:
        assert a.first <= a.core < a.core_end <= a.last
        assert a.low is None or a.high is None or a.low <= a.high
        if a.value is not None:
            assert a.low is None or a.comparator == "more_than" or a.low <= a.value
            assert a.high is None or a.comparator == "less_than" or a.high >= a.value
        else:
            assert a.low is not None
    assert all(b.first >= a.last for a, b in pairwise(found))


@given(st.integers(min_value=0, max_value=10_000_000))
def test_digits_with_separators_are_read_back(value: int) -> None:
    (amount,) = amounts(tokens(f"{value:,}"))
    assert amount.value == value
