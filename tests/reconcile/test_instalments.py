"""A deed that delivers what was due at one of several times."""

from __future__ import annotations

import pytest

from onrecord.reconcile.instalments import by_ratio, instalment


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


@pytest.mark.parametrize(
    ("deed", "sentence", "whole"),
    [
        ("24 prisoners were freed", "Eight sailors and 24 prisoners were freed on Monday.", True),
        ("20 prisoners were freed", "Eight sailors and 20 prisoners were freed on Monday.", False),  # four too few
        ("24 prisoners were freed", "24 prisoners were freed on Monday.", False),  # nobody tells for how many
    ],
)
def test_a_ratio_is_kept_by_as_many_as_it_makes_of_the_others(deed: str, sentence: str, whole: bool) -> None:
    assert by_ratio("free three prisoners for every sailor", deed, sentence) is whole
