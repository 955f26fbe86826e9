"""Units in the number of their amount."""

from __future__ import annotations

import pytest

from onrecord.reconcile.agreements.settings import of_unit
from onrecord.reconcile.ledgers.rules import words


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [("8", "captives", "8 captives"), ("1", "bodies", "1 body"), ("at least 1", "prisoners", "at least 1 prisoner"), ("11", "people", "11 people")],
)
def test_one_has_a_unit_of_one(amount: str, unit: str, said: str) -> None:
    assert of_unit(amount, unit) == said


def test_a_measure_of_one_is_said_of_one() -> None:
    assert (words("bodies_recovered", one=True), words("bodies_recovered"), words("held", one=True)) == ("body recovered", "bodies recovered", "held")
