"""Intervals of scores: drawing reports anew moves a mixed set, not a uniform one, and is the same every time."""

from __future__ import annotations

from onrecord.score import Result, distance, spread


def counted(right: int, of: int = 10) -> Result:
    """One report with *of* times in the gold and in the reading, *right* of them right."""
    result = Result()
    tally = result.tallies["times"]
    tally.right, tally.gold, tally.system, tally.located = right, of, of, of
    return result


def test_reports_that_are_alike_leave_chance_nothing_to_move() -> None:
    found = spread([counted(8)] * 6, "times")
    assert (found.value, found.low, found.high) == (0.8, 0.8, 0.8)


def test_reports_that_differ_give_an_interval_around_the_score() -> None:
    found = spread([counted(2), counted(10), counted(6), counted(9)], "times")
    assert found.low < found.value < found.high
    assert found == spread([counted(2), counted(10), counted(6), counted(9)], "times")


def test_a_distance_that_chance_explains_has_zero_in_its_interval() -> None:
    mixed = [counted(2), counted(10), counted(6)]
    near, far = distance(mixed, mixed, "times"), distance([counted(10)] * 4, [counted(1)] * 4, "times")
    assert near.low < 0 < near.high
    assert far.low == far.value == far.high == 0.9
