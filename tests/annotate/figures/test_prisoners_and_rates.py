"""Whom a figure counts where captives stand against prisoners, and what a rate, a rest and a count of one's own people are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures import read_figures
from onrecord.types import Parsed

LEAD = "Mediators met the rebels about the hostages of Tarna and the prisoners held by the government.\n"


@pytest.mark.parametrize(
    ("text", "number", "unit", "measure"),
    [
        ("The rebels hold the captives of Tarna. They want 60 prisoners freed. The rebels hold 21 people.", 21, "hostages", "held"),
        ("The union said at least 30 of its drivers had yet to come home.", 30, "hostages", "held"),
        ("Twelve hostages have yet to be freed.", 12, "hostages", "held"),
        ("The envoy proposed five prisoners for one captive.", 5, "prisoners", "other"),
        ("The envoy proposed five prisoners for one captive.", 1, "hostages", "other"),
        ("The army would insist on the ratio of May, three prisoners for one captive only for the sick.", 1, "hostages", "other"),
        ("The rebels freed nine hostages.", 9, "hostages", "released"),
    ],
)
def test_a_figure_counts_those_of_whom_the_words_tell(text: str, number: int, unit: str, measure: str, parse_text: Callable[[str], Parsed]) -> None:
    figures, _ = read_figures(Draft(parse_text(LEAD + text)))
    assert [(f.unit, f.measure) for f in figures if f.value == number] == [(unit, measure)]


def test_who_only_counts_the_held_does_not_hold_them(read_text: Callable[[str], object]) -> None:
    reading = read_text(LEAD + "The health ministry puts the number of people still held at 47. The rebels freed nine hostages.")
    whose = {f.value: f.whose for f in reading.figures}  # type: ignore[attr-defined]
    assert whose[47] is None and whose[9] is not None


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The government made mistakes. It freed 30 men and got nine back.", 30, "prisoners"),
        ("The rebels made mistakes. They freed 30 men and got nine back.", 30, "hostages"),
    ],
)
def test_whom_a_state_frees_it_had_jailed(text: str, number: int, unit: str, read_text: Callable[[str], object]) -> None:
    reading = read_text(LEAD + text)
    assert [f.unit for f in reading.figures if f.value == number] == [unit]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["Twelve hostages were released in May and two were rescued by the army; one has been returned dead."])
def test_one_returned_dead_is_a_figure(text: str, parse_text: Callable[[str], Parsed]) -> None:
    figures, _ = read_figures(Draft(parse_text(LEAD + text)))
    assert [(f.value, f.measure) for f in figures][-1] == (1, "dead")
