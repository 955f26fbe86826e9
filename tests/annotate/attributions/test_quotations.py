"""Quotation marks: which words stand in them, and which marks have no partner."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.attributions.quotations import find_quotations, pair_marks
from onrecord.types import Parsed, Reading, Span

PAIRS = [
    ("He said “yes” and “no”.", ["“yes”", "“no”"]),
    ('He said "yes" and "no".', ['"yes"', '"no"']),
    ("He said ''yes'' twice.", ["''yes''"]),
    ("Police say ‘real progress’ made", ["‘real progress’"]),
    ("Minister calls deal 'a sham' again", ["'a sham'"]),
    ("The drivers' union and the town's mayor met.", []),
    ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”"]),
    ('“An odd close" is still a close.', ['“An odd close"']),
    ("It was 5'10\" tall.", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_marks_are_paired_within_a_block(text: str, expected: list[str]) -> None:
    found, _ = pair_marks(text, Span(0, len(text)))
    assert [s.of(text) for s, _ in found] == expected


def test_open_mark_at_the_end_goes_on_where_the_next_paragraph_opens(parse_text: Callable[[str], Parsed]) -> None:
    quotations, problems = find_quotations(parse_text("“We went home.\n“We slept,” she said."))
    assert ([q.closed for q in quotations], problems) == ([False, True], ())


def test_open_mark_without_continuation_is_a_problem_at_its_place(parse_text: Callable[[str], Parsed]) -> None:
    text = "He called it “a disgrace and left.\nThen he came back."
    _, problems = find_quotations(parse_text(text))
    assert [(p.kind, p.span) for p in problems] == [("unpaired_quotation", Span(13, 14))]


@given(st.text(alphabet="ab ,.“”\"'‘’\n", max_size=60))
def test_any_marks_give_spans_that_lie_in_the_block_in_order_and_apart(text: str) -> None:
    found, unpaired = pair_marks(text, Span(0, len(text)))
    ends = [0]
    for span, _ in found:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
    assert unpaired is None or text[unpaired.start] in "“\"'"


def test_a_text_may_end_in_the_verb_of_saying(read_text: Callable[[str], Reading]) -> None:
    assert read_text("“When will they come home?” the mother asked").problems == ()
    assert read_text("“Then who?” she said").attributions[0].cue == "said"
