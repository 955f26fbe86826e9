"""No text makes a regular expression try for longer than a moment: what needs its square is bounded by where text is cut."""

from __future__ import annotations

import re

import pytest

from tests.fuzz.patterns import LONGEST, PUMPS, SHORTER, SIZE, patterns, pumped, spent

PATTERNS = patterns()


def test_there_are_patterns_to_try() -> None:
    assert len(PATTERNS) > 150


def test_a_bad_pattern_is_found() -> None:
    assert spent(re.compile(r"(?:\w+\s?)*:"), pumped("a", 24)) > spent(re.compile(r"\w+:"), pumped("a", 24)) * 100


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_common_pieces_over_and_over(name: str) -> None:
    slow = {piece: took for piece in PUMPS if (took := spent(PATTERNS[name], pumped(piece, SHORTER.get(name.split("#")[0], SIZE)))) > LONGEST}
    assert not slow, f"{name} {PATTERNS[name].pattern!r}"
