"""Heads that begin otherwise than with a title."""

from __future__ import annotations

import pytest

from onrecord.read import segment

LEAD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
SECOND = "The rebels hold 41 sailors, the ministry said, and have asked for the return of 60 prisoners who were sentenced after the spring offensive."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # No title at all: who wrote it, then where and when
        ("By Ana Brisk, Radio Veld\nPORT CORRAN, 14 March", ["byline", "dateline", "paragraph", "paragraph"]),
        ("By Ana Brisk\nEnvoys meet over captured sailors", ["byline", "title", "paragraph", "paragraph"]),
        ("Envoys meet over captured sailors\nPort Corran, Friday, March 14", ["title", "dateline", "paragraph", "paragraph"]),
        ("Envoys meet over captured sailors\nPort Corran - 14 Mar 2031, 21:03 CET", ["title", "dateline", "paragraph", "paragraph"]),
        # A place and more than a day is a headline
        ("Port Corran, 14 March sailors and a long wait", ["title", "paragraph", "paragraph"]),
    ],
)
def test_a_byline_or_a_place_and_a_day_is_no_title(head: str, expected: list[str]) -> None:
    assert [b.kind for b in segment(f"{head}\n\n{LEAD}\n\n{SECOND}")] == expected
