"""What holds for the blocks of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read import segment
from onrecord.read.blocks import BLANK

LINES = st.sampled_from(
    [
        "",
        "  ",
        "World News",
        "Rebels near deal",
        "Subscribe to our newsletter",
        "PORT CORRAN, May 3 (Reuters) - The envoys met on Tuesday, they said.",
        "Why it matters: The sailors have been held for a year now.",
        "The ferry in April. REUTERS",
        "Q: When will they be home?",
        "MR. ORSK: I cannot say that.",
        "> We will not wait.",
        "• 41 sailors",
        "1. A truce",
        "The envoy wrote:",
        "“We will bring them home.”",
        "3 May 2031",
        "Correction: The number was wrong.",
        "___",
        "The talks went on for nine hours in the town hall of Port Corran, and nothing was said of what had been agreed by the two sides. — AFP",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join), st.lists(LINES, max_size=14).map("\r\n\r\n".join)
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_character_that_prints_lies_in_exactly_one_block(text: str) -> None:
    blocks = segment(text)
    covered = [i for b in blocks for i in range(*b.span)]
    assert covered == sorted(set(covered)), "blocks are in order and none overlaps another"
    assert set(covered) >= {i for i, c in enumerate(text) if c not in BLANK and not c.isspace()}
    assert all(b.span.of(text) == b.span.of(text).strip(BLANK) != "" for b in blocks)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_only_turns_and_their_labels_have_a_speaker(text: str) -> None:
    assert all(b.kind in ("turn", "label") for b in segment(text) if b.speaker)
