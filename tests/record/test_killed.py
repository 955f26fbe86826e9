"""Killed at random points of its work, the program leaves a sound record, loses no judgement and completes when it is run again."""

from __future__ import annotations

import pytest
from tests.record.killing import WORKS, tried_and_lost

POINTS = 20
"""`make faults` tries 200."""


@pytest.mark.slow
def test_nothing_is_lost_wherever_work_is_killed() -> None:
    tried, found = tried_and_lost(POINTS, seed=1)
    assert found == []
    assert set(tried) == {w.name for w in WORKS} and tried.total() == POINTS
