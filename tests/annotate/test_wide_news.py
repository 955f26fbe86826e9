"""Wide English: ways of saying what is owed, where talks stand and what a party wants, each read as what it is and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_plain_news import right
from wide_news import COMMITMENTS, STATUS
from wide_stances import POSITIONS

from onrecord.types import Reading

Read = Callable[[str], Reading]
CONTEXT = "Mediators said on Tuesday that they were in touch with both sides.\n\n"
CASES = [
    *(("positions", t, e) for t, e in POSITIONS),
    *(("commitments", t, e) for t, e in COMMITMENTS),
    *(("status", CONTEXT + t, [(w, s, "") for w, s in e]) for t, e in STATUS),
]
NOT_YET = ("The rebels' participation hinges", "The Doha text provides", "Fighting in Tripoli broke",
           "A withdrawal from all occupied", "The barge will stay", "The rebels had promised to give up", "Norway neither pays")
"""Beginnings of sentences that are not read right yet: a verb read as a noun, an army given to the only state named, a truce that fighting broke."""


@pytest.mark.parametrize(("layer", "text", "expected"), CASES, ids=[t.removeprefix(CONTEXT)[:60] for _, t, _ in CASES])
def test_a_way_of_saying_gives_this_and_no_other(
    read_text: Read, layer: str, text: str, expected: list[tuple[str, str, str]], request: pytest.FixtureRequest
) -> None:
    if any(text.removeprefix(CONTEXT).startswith(one) for one in NOT_YET):
        request.applymarker(pytest.mark.xfail(reason="not read yet", strict=True))
    assert right(read_text, layer, text, [e[:2] if layer == "status" else e for e in expected])
