"""Words of the trade are counted once a report, and no word is missed for what is looked at first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.trade import openings, stands_in, trade_in

OPENINGS = [
    (r"\btalks\b", ["talks"], "a plain word begins with itself"),
    (r"\btruces?\b", ["truce"], "a letter that may be left out is not sure"),
    (r"\bguerr?illas?\b", ["guer"], "nor is one in the middle"),
    (r"\bgunm[ae]n\b", ["gunm"], "a choice of letters ends what is sure"),
    (r"\bstorm(ed|ing)? the\b", ["storm"], "so does a group"),
    (r"\bpay (rise|offer)\b", ["pay "], "the blank before a group is sure"),
    (r"\b(army|troops?)\b", ["army", "troop"], "a choice at the head begins with any of its words"),
    (r"\b(pre)?condition\b", ["precondition", "condition"], "one that may be left out begins with what follows too"),
    (r"\bprison\b|\bjail(ed)?\b", ["prison", "jail"], "of two halves each has its own"),
    (r"\b[ae]nd\b|\bstrike\b", [], "one half that is not sure makes all unsure"),
]


@pytest.mark.parametrize(("pattern", "sure", "rule"), OPENINGS, ids=[o[2] for o in OPENINGS])
def test_openings_of_a_pattern(pattern: str, sure: list[str], rule: str) -> None:
    assert list(openings(pattern)) == sure, rule


PATTERNS = [p for name in ("patterns", "beside") for p in lexicon("parties")["trade"][name]]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_pattern_is_found_wherever_a_search_finds_it(data: st.DataObject) -> None:
    """Words that a pattern meets, drawn from the pattern, are found though its openings are looked for first."""
    text = data.draw(st.sampled_from(PATTERNS))
    words = f"so {data.draw(st.from_regex(text, fullmatch=True, alphabet=st.characters(min_codepoint=32, max_codepoint=126)))} it is"
    assert stands_in(words, openings(text), re.compile(text)) == (re.search(text, words) is not None), text


def test_each_word_of_the_trade_counts_once_whatever_its_capitals() -> None:
    assert trade_in("Truce talks. The TRUCE held, and the truces\nbefore it; a deal.") == (1, 2)


def test_words_that_only_begin_alike_do_not_count() -> None:
    assert trade_in("The coupon was dealt with; a warden walked on.") == (0, 0)
