"""Alpha as its author worked it out by hand, and as another program gives it."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.alpha import Metric, Value, agreed, alpha, tally, together

TWO_BINARY = ["0100000010", "1110010000"]
TWO_NOMINAL = ["aabbdcccedda", "babbbccceddd"]
FOUR_WITH_GAPS = ["123321412***", "1233224125*3", "*3332342251*", "12332441251*"]
THREE_WITH_GAPS = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]
NUMBERS = st.sampled_from([0.0, 1.0, 2.0, 12.0, 240.0])
TABLE = st.integers(2, 4).flatmap(lambda coders: st.lists(st.lists(NUMBERS | st.none(), min_size=coders, max_size=coders), min_size=2, max_size=12))


def units(rows: list[str]) -> list[list[Value]]:
    """A row a coder, a sign a unit, * for none → the values of each unit, digits as numbers."""
    return [[float(v) if v.isdigit() else v for v in column if v != "*"] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("rows", "metric", "expected"),
    [
        (TWO_BINARY, "nominal", 0.095), (TWO_NOMINAL, "nominal", 0.692), (FOUR_WITH_GAPS, "nominal", 0.743), (FOUR_WITH_GAPS, "interval", 0.849),
        (THREE_WITH_GAPS, "nominal", 0.691), (THREE_WITH_GAPS, "interval", 0.811),
    ],
)
def test_worked_examples_come_out_as_published(rows: list[str], metric: Metric, expected: float) -> None:
    """K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), A to C; the last two as in the encyclopedia's article on alpha."""
    assert alpha(tally(units(rows), metric), metric) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("metric", ["nominal", "interval"])
@given(table=TABLE)
def test_another_program_gives_the_same(metric: Metric, table: list[list[float | None]]) -> None:
    found = tally([[v for v in unit if v is not None] for unit in table], metric)
    mine = alpha(found, metric)
    if mine is None:
        assert len(found.margins) < 2
        return
    data = np.array([[np.nan if v is None else v for v in unit] for unit in table], dtype=float).T
    assert mine == pytest.approx(krippendorff.alpha(reliability_data=data, level_of_measurement=metric), abs=1e-9)


def test_nothing_is_known_where_all_values_are_the_same_or_none_is_paired() -> None:
    assert alpha(tally([["a", "a"], ["a", "a"]], "nominal"), "nominal") is None
    assert agreed(tally([["a", "a"], ["a", "a"]], "nominal")) == 1.0
    assert alpha(tally([["a"], ["b"]], "nominal"), "nominal") is None and agreed(tally([["a"]], "nominal")) is None


def test_tallies_of_parts_add_up_to_that_of_the_whole() -> None:
    whole = units(FOUR_WITH_GAPS)
    assert together([tally(whole[:5], "interval"), tally(whole[5:], "interval")]) == tally(whole, "interval")


def test_agreement_is_the_share_of_equal_pairs() -> None:
    """Six of the ten units of the first example, told by its author as 60 %."""
    assert agreed(tally(units(TWO_BINARY), "nominal")) == pytest.approx(0.6)


def test_words_have_no_interval() -> None:
    with pytest.raises(TypeError, match="between numbers"):
        tally([["12", 12.0]], "interval")
