"""A deed that delivers what was due at one of several times."""

from __future__ import annotations

import pytest

from onrecord.reconcile.instalments import instalment


@pytest.mark.parametrize(
    ("owed", "deed", "whole"),
    [
        ("release five prisoners on the first, third and sixth day", "the junta freed five prisoners", True),
        ("hand over ten bodies every week", "handed over 10 bodies on Monday", True),
        ("free three soldiers a day", "three more soldiers walked free", True),
        ("release five prisoners on the first, third and sixth day", "the junta freed four prisoners", False),  # less than was due
        ("release fifteen prisoners", "the junta freed fifteen prisoners", False),  # no instalments
        ("withdraw from the town each morning", "withdrew two columns", False),  # no number is owed
    ],
)
def test_an_instalment_is_the_very_number_that_is_due_again_and_again(owed: str, deed: str, whole: bool) -> None:
    assert instalment(owed, deed) is whole
