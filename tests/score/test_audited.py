"""Precision and recall of an audited sample, and the intervals: against numbers worked out by hand and a simulated record."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.audited import ALL, SENTENCE, Answered, lines, quality
from onrecord.score.wilson import wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (8, 10, 0.541, 0.931),
        (10, 10, 0.787, 1.0),
        (0, 10, 0.0, 0.213),
        (45, 50, 0.809, 0.950),
    ],
)
def test_the_score_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    """Bounds solve (p − share)² = z² p (1 − p) / n; it is not empty where all are right."""
    found = wilson(right, of)
    assert found is not None
    assert (found.value, found.low, found.high) == (right / of, pytest.approx(low, abs=1e-3), pytest.approx(high, abs=1e-3))


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_0_and_1(pair: tuple[int, int]) -> None:
    found = wilson(*pair)
    assert found is not None
    assert found.low - 0.0 >= -1e-12 and found.low <= found.value + 1e-12 and found.value <= found.high + 1e-12 and found.high <= 1.0


def test_of_nothing_nothing_is_told() -> None:
    assert wilson(0, 0) is None
    assert quality([]) == ()


def test_what_was_missed_is_scaled_up_to_the_record() -> None:
    """100 figures of which 4 of 5 are right: 80 right ones. 200 sentences without any, 1 missed in 10: 20 missed. Recall 80 / 100."""
    rows = [Answered("figures", f"r{n}", 100, 5, n != 0) for n in range(5)]
    rows += [Answered(SENTENCE, f"r{n}", 200, 10, missed=("figures",) if n == 0 else ()) for n in range(10)]
    figures, both = quality(rows)
    assert (figures.layer, figures.asked, figures.accepted, figures.missed, both.layer) == ("figures", 5, 4, 1, ALL)
    assert figures.precision is not None and figures.precision.value == 0.8
    assert figures.recall is not None and figures.recall.value == pytest.approx(0.8)
    assert figures.recall.low < 0.8 < figures.recall.high
    assert "0.80 [" in lines([figures])[1]


def test_a_sentence_that_several_statements_bring_counts_once() -> None:
    """Both statements of one sentence were drawn and the same miss was told at both: one statement is missing, not two."""
    rows = [Answered("figures", "r", 2, 2, missed=("figures",), beside=2) for _ in range(2)]
    assert quality(rows)[0].recall is not None
    assert quality(rows)[0].recall.value == pytest.approx(2 / 3)  # type: ignore[union-attr]


def test_places_that_were_skipped_tell_nothing() -> None:
    """Of ten that were drawn five are answered; these stand for all hundred."""
    rows = [Answered("figures", f"r{n}", 100, 10) for n in range(5)] + [Answered(SENTENCE, "r0", 100, 50, missed=("figures",))]
    assert quality(rows)[0].recall.value == pytest.approx(0.5)  # type: ignore[union-attr]


def test_a_layer_that_was_only_missed_has_recall_nothing_and_no_precision() -> None:
    rows = [Answered("events", "r", 10, 1), Answered(SENTENCE, "r", 10, 1, missed=("figures",))]
    figures = next(q for q in quality(rows) if q.layer == "figures")
    assert figures.precision is None and figures.recall is not None and figures.recall.value == 0.0


def test_over_many_samples_the_estimate_is_the_truth_on_the_average() -> None:
    """A record of 400 figures (75 % right) and 300 sentences of which 60 lack one: true recall 300 / 360."""
    chance, found = random.Random(5), []
    right, lacking = [n % 4 != 0 for n in range(400)], [n % 5 == 0 for n in range(300)]
    for _ in range(4):
        rows = [Answered("figures", f"r{n}", 400, 60, ok) for n, ok in enumerate(chance.sample(right, 60))]
        rows += [Answered(SENTENCE, f"r{n}", 300, 60, missed=("figures",) * lack) for n, lack in enumerate(chance.sample(lacking, 60))]
        one = quality(rows)[0].recall
        assert one is not None
        found.append(one)
    truth = 300 / 360
    assert sum(f.value for f in found) / len(found) == pytest.approx(truth, abs=0.04)
    assert sum(f.low <= truth <= f.high for f in found) >= 3


def test_nothing_missed_is_no_certainty() -> None:
    """None missed in 20 of 100 sentences: Wilson allows 11.9 %, which is 11.9 of 100, beside 50 right ones."""
    rows = [Answered("figures", f"r{n}", 50, 5) for n in range(5)] + [Answered(SENTENCE, f"r{n}", 100, 20) for n in range(20)]
    found = quality(rows)[0].recall
    assert found is not None
    assert (found.value, found.high) == (1.0, 1.0) and found.low == pytest.approx(50 / (50 + 11.91), abs=1e-3)


def test_of_one_report_nothing_is_known_of_others() -> None:
    found = quality([Answered("figures", "r", 10, 5, n > 1) for n in range(5)])[0].precision
    assert found is not None and (found.low, found.high) == (0.0, 1.0)
