"""A codebook maps our words to a user's, and says where it is wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.errors import InputError
from onrecord.types import Figure, Interval, Span
from onrecord.views.export.codebook import CODED, codebook_of, load_codebook, precision, shipped

HEAD = 'title = "mine"\n'


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_codebook_codes_every_word(name: str) -> None:
    book = load_codebook(name)
    assert book.title == name and book.note
    for part, words in CODED.items():
        assert [w for w in words if book.code(part, w) is None] == []


def test_two_are_shipped() -> None:
    assert shipped() == ("conflict-data", "plain")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = \n", "no TOML.*line 1"),
        ("note = 'x'\n", "x.toml:1: title: is missing"),
        (HEAD + "event_types = 1\n", "x.toml:2: event_types: not known; there are title"),
        (HEAD + "\n[event_type]\nvariable = 'a'\nmeeting = 3\n", r"x.toml:5: \[event_type\] meeting: not known; there are variable, meet"),
        (HEAD + "[event_type]\nmeet = 3\n", r"x.toml:2: \[event_type\] variable: must be the name"),
        (HEAD + "[precision]\nvariable = '1a'\n", r"x.toml:3: \[precision\] variable"),
        (HEAD + "[precision]\nvariable = 'a'\nday = true\n", r"x.toml:4: \[precision\] day: True is no code"),
        (HEAD + "[number]\nvariable = 'n'\ndozens = 'lower'\n", r"x.toml:4: \[number\] dozens: 'lower' is no rule"),
        (HEAD + "[precision]\nvariable = 'a'\n[number]\nvariable = 'a'\n", "name of two variables"),
        (HEAD + "[rename.figures]\nlow = 'n low'\n", r"x.toml:3: \[rename.figures\] low: 'n low' is no name"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_key(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        codebook_of(text, "x.toml")


def test_a_codebook_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match=r"nowhere\.toml.*conflict-data, plain"):
        load_codebook("nowhere.toml")


def figure(comparator: str, value: float | None, low: float | None = None, high: float | None = None) -> Figure:
    """A figure of so many."""
    return Figure("f1", Span(0, 1), value, low, high, comparator, "people", "held")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codebook", "given", "coded"),
    [
        ("conflict-data", figure("exact", 58), 58), ("conflict-data", figure("dozens", None, 24), 24), ("conflict-data", figure("more_than", 235, 236), 236),
        ("conflict-data", figure("between", None, 10, 20), 15), ("conflict-data", figure("hundreds", None, 2000), 200),
        ("plain", figure("hundreds", None, 2000), 2000), ("plain", figure("less_than", 10, None, 9), None),
    ],
)
def test_vague_numbers_follow_the_rule(codebook: str, given: Figure, coded: float | None) -> None:
    assert load_codebook(codebook).number(given) == coded


def test_dozens_is_what_a_project_says_it_is() -> None:
    mine = codebook_of(HEAD + "[number]\nvariable = 'n'\ndozens = 12\n", "x.toml")
    assert mine.number(figure("dozens", None, 24)) == 12
    assert mine.number(figure("exact", 3)) is None, "what is not coded stays blank"


@pytest.mark.parametrize(
    ("days", "told"), [(None, "unknown"), ((1, 1), "day"), ((1, 7), "week"), ((1, 31), "month"), ((1, None), "open")],
)
def test_precision_is_the_length_of_the_interval(days: tuple[int, int | None] | None, told: str) -> None:
    day = lambda n: dt.date(2025, 1, n) if n else None  # noqa: E731
    assert precision(Interval(day(days[0]), day(days[1])) if days else None) == told
