"""A stretch in which no sentence ends for thousands of characters is kept and told, and the report around it is read."""

from __future__ import annotations

import pytest

from onrecord.read import read_text
from onrecord.read.blocks import segment

GOOD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."


@pytest.mark.parametrize("piece", ["a", "1,", "“a", "said ", "the 5 hostages, ", "(", "\u2009 x"])
def test_hostile_stretches_are_told_and_the_rest_is_read(piece: str) -> None:
    result = read_text(f"{GOOD}\n\n{(piece * 6_000)[:6_000]}\n\n{GOOD}")
    assert result.report is not None
    kinds = [b.kind for b in result.report.blocks]
    assert "endless" in kinds
    assert kinds.count("paragraph") + kinds.count("title") + kinds.count("standfirst") >= 2
    told = [p for p in result.problems if p.kind == "limit"]
    assert [p.span for p in told] == [b.span for b in result.report.blocks if b.kind == "endless"]


@pytest.mark.parametrize(
    "text",
    [
        ", ".join(f"Anna Berg{n:03}" for n in range(200)) + " were named in the list.",  # a roster in one sentence
        " ".join([GOOD] * 60),
        "; ".join(["a clause of the accord that goes on"] * 200) + ".",
    ],
)
def test_a_long_list_or_a_long_paragraph_is_no_endless_stretch(text: str) -> None:
    assert "endless" not in {b.kind for b in segment(f"{GOOD}\n\n{text}")}
