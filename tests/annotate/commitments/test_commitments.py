"""Commitments: what is owed under an agreement or ultimatum, and accounts that it was kept, broken or is disputed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from breadth_cases import ALL as BREADTH
from breadth_cases import HARD as HARD_BREADTH
from commitments_cases import CASES, HARD
from hard_commitments import ALL
from hard_commitments import HARD as HARD_ONES
from last_cases import ALL as LAST
from last_cases import HARD as HARD_LAST
from more_cases import ALL as MORE
from more_cases import HARD as HARD_MORE
from plain_cases import ALL as PLAIN
from plain_cases import HARD as HARD_PLAIN

from onrecord.types import Reading, Span


def overlap(one: Span, other: Span) -> float:
    """Shared characters over all characters of both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


@pytest.mark.parametrize(("text", "expected"), [c for c in CASES if c[0] not in HARD])
def test_a_sentence_gives_its_commitments_and_no_other(read_text: Callable[[str], Reading], text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_text(text).commitments
    assert len(found) == len(expected), [(c.span.of(text), c.obligor, c.account) for c in found]
    for (quote, obligor, account), commitment in zip(expected, found, strict=True):
        at = text.index(quote)
        assert overlap(commitment.span, Span(at, at + len(quote))) >= 0.3, commitment.span.of(text)
        assert obligor.lower().rstrip("s") in commitment.obligor.lower(), commitment
        assert commitment.account == account


def test_an_exchange_binds_both_sides(read_text: Callable[[str], Reading]) -> None:
    text = "Under the deal, the rebels will release 40 soldiers in exchange for the release of 60 fighters by the government."
    first, second = read_text(text).commitments
    assert first.in_return is not None and "60 fighters" in first.in_return
    assert second.obligee == first.obligor


def test_performance_under_a_deal_is_kept_in_part(read_text: Callable[[str], Reading]) -> None:
    (kept,) = read_text("The kidnappers freed six of the pupils as part of the deal.").commitments
    assert (kept.account, kept.in_part) == ("kept", True)


def test_a_report_without_a_negotiation_has_no_commitments(read_text: Callable[[str], Reading]) -> None:
    assert read_text("The club kept its promise to lower ticket prices. The keeper broke his contract.").commitments == ()


def why_hard(text: str) -> str | None:
    """Why a sentence is not read right yet."""
    return next((reason for part, reason in (HARD_ONES | HARD_MORE | HARD_LAST | HARD_PLAIN | HARD_BREADTH).items() if part in text), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(t, e, marks=[pytest.mark.xfail(reason=r, strict=True)] if (r := why_hard(t)) else []) for t, e in [*ALL, *MORE, *LAST, *PLAIN, *BREADTH]],
)
def test_hard_sentences(read_text: Callable[[str], Reading], text: str, expected: list[tuple[str, str, str]]) -> None:
    test_a_sentence_gives_its_commitments_and_no_other(read_text, text, expected)


UNDER = "Under the truce between Norland and the Kestrel rebels, the rebels must hand over a list. "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (UNDER + "They failed to deliver the list that was due on Saturday, a diplomat said.", [None, "until"]),
        (UNDER + "The third group of captives was not released on Sunday, a diplomat said.", [None, "on"]),
        ("Under the deal, Norland must hand over the list by eight o'clock on the evening before each release.", [None]),
        ("Under the deal, Norland must hand over the list by noon on Friday.", ["until"]),
        ("Under the deal, Norland must hand over a convoy of food by seven every morning.", [None]),
    ],
)
def test_a_deadline_is_one_day_that_was_set_or_missed(read_text: Callable[[str], Reading], text: str, days: list[str | None]) -> None:
    found = read_text(text).commitments
    assert [c.deadline.relation if c.deadline else None for c in found] == days, [(c.what, c.account) for c in found]


@pytest.mark.parametrize("sides", ["The government of Chad and the rebels", "Chad and the Kestrel rebels"])
def test_of_two_kinds_of_people_that_were_freed_each_side_freed_its_own(read_text: Callable[[str], Reading], sides: str) -> None:
    found = read_text(f"{sides} began a truce. Eight hostages and 24 prisoners were freed on the first day of the truce.").commitments
    kept = {c.what: c.obligor for c in found if c.account == "kept"}
    assert kept["free 24 prisoners"] == "Chad"
    assert kept["free Eight hostages"] in ("rebels", "Kestrel")
