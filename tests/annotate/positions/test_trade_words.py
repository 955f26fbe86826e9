"""Words of the trade are counted once a report, and no word is missed for what is looked at first."""

from __future__ import annotations

import re

import pytest

from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.read import opening, trade_in

OPENINGS = [
    (r"\btalks\b", "talks", "a plain word begins with itself"),
    (r"\btruces?\b", "truce", "a letter that may be left out is not sure"),
    (r"\bguerr?illas?\b", "guer", "nor is one in the middle"),
    (r"\bgunm[ae]n\b", "gunm", "a choice of letters ends what is sure"),
    (r"\bstorm(ed|ing)? the\b", "storm", "so does a group"),
    (r"\bpay (rise|offer)\b", "pay ", "the blank before a group is sure"),
    (r"\b(army|troops)\b", "", "a pattern that begins with a choice has no sure opening"),
    (r"\bprison\b|\bjail(ed)?\b", "", "nor has one of two halves"),
]


@pytest.mark.parametrize(("pattern", "sure", "rule"), OPENINGS, ids=[o[2] for o in OPENINGS])
def test_opening_of_a_pattern(pattern: str, sure: str, rule: str) -> None:
    assert opening(pattern) == sure, rule


@pytest.mark.parametrize("name", ["patterns", "beside"])
def test_openings_are_plain_letters_of_their_patterns(name: str) -> None:
    for pattern in lexicon("parties")["trade"][name]:
        sure = opening(pattern)
        assert pattern.startswith(r"\b" + sure) and re.fullmatch("[a-z' ]*", sure), pattern


def test_each_word_of_the_trade_counts_once_whatever_its_capitals() -> None:
    assert trade_in("Truce talks. The TRUCE held, and the truces\nbefore it; a deal.") == (1, 2)


def test_words_that_only_begin_alike_do_not_count() -> None:
    assert trade_in("The coupon was dealt with; a warden walked on.") == (0, 0)
