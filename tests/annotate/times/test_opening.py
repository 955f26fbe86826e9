"""Which words a pattern can begin with is told from the pattern, and no match is lost by trying it at these alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.times.opening import DIGIT, Endless, openings
from onrecord.annotate.times.scan import by_opening

PATTERNS = [
    (r"next\s+(?:day|week)", {"next"}, "a word ends at a blank"),
    (r"(?:the\s+)?(?:early|late)", {"the", "early", "late"}, "what may be left out is left out"),
    (r"days?\b", {"day", "days"}, "a letter may be left out"),
    (r"centur(?:y|ies)", {"century", "centuries"}, "a word goes on behind a choice"),
    (r"(?P<d>\d{1,2}|[0-2]5)(?:st|nd)", {DIGIT}, "all digits are one"),
    (r"['’]\d0s", {"'", "’"}, "a sign stands for itself"),
    (r"(?=sunday)(?<!\w)Sun(?:day)?", {"sun", "sunday"}, "what only looks around is no part of a word"),
    (r"mid-(?:may|june)", {"mid"}, "a hyphen ends a word"),
    (r"(?-i:Q)[1-4]", {"q"}, "so does a digit; capitals are the same"),
]
ENDLESS = [r"\w+ago", r"[a-z]{4,12}day", r".day", r"[^x]y", r"a*b", r"(?:the)?"]


@pytest.mark.parametrize(("pattern", "words", "rule"), PATTERNS, ids=[p[2] for p in PATTERNS])
def test_words_that_a_pattern_begins_with(pattern: str, words: set[str], rule: str) -> None:
    assert openings(pattern) == words, rule


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_may_begin_with_any_word_is_refused(pattern: str) -> None:
    with pytest.raises(Endless):
        openings(pattern)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_a_pattern_meets_begins_with_one_of_its_words(data: st.DataObject) -> None:
    """Drawn from the patterns above."""
    pattern = data.draw(st.sampled_from([p for p, _, _ in PATTERNS if "(?<!" not in p]))
    met = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII), fullmatch=True))
    first = re.match(r"[^\W\d_]+|.", met)
    assert first is not None
    assert (DIGIT if first[0].isdigit() else first[0].lower()) in openings(pattern)


def test_no_rule_is_tried_at_words_that_begin_nothing() -> None:
    """Most words of a text: nothing is tried at them."""
    assert not by_opening().keys() & {"and", "of", "to", "said", "talks"}
