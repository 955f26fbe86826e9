"""What a cluster of names is called over all reports."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.reconcile.entities import called


@pytest.mark.parametrize(
    ("names", "kind", "expected", "why"),
    [
        ({"Front": 60, "Red Front": 20, "RED FRONT": 30}, "body", "Red Front", "a body in full, not by its last word nor in capitals"),
        ({"Army": 9, "Third Army": 1}, "body", "Army", "a longer form that is used once is no name"),
        ({"Ruth Amir": 2, "Amir": 9}, "person", "Ruth Amir", "a person with given name and surname"),
    ],
)
def test_the_name_that_stands_for_a_cluster(names: dict[str, int], kind: str, expected: str, why: str) -> None:
    assert called(Counter(names), kind, set()) == expected, why
