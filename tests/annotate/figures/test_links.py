"""Parts, running totals, dates and deals of figures, over times read by the layer before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures import read_figures
from onrecord.annotate.times import read_times
from onrecord.types import Figure, Parsed

TAIL = "\nMediators hoped that the ceasefire would hold."


@pytest.fixture(scope="session")
def figures_of(parse_text: Callable[[str], Parsed]) -> Callable[[str], tuple[Parsed, list[Figure]]]:
    """Text → its parse and figures, with its times read."""

    def read(text: str) -> tuple[Parsed, list[Figure]]:
        draft = Draft(parse_text(text + TAIL))
        draft = Draft(draft.parsed, times=read_times(draft)[0])
        return draft.parsed, list(read_figures(draft)[0])

    return read


PARTS = [
    ("Nine workers, among them two women, are missing.", [None, 0]),
    ("So far 31 hostages have been freed, including 20 in a swap in May.", [None, 0]),
    ("A total of 60 miners remain in captivity, with nine confirmed dead and another five feared dead.", [None, 0, 0]),
    ("They hold 40 people, 28 of them pupils.", [None, 0]),
    ("Shells killed nine villagers and wounded four more.", [None, None]),
]


@pytest.mark.parametrize(("text", "wholes"), PARTS, ids=[t[:30] for t, _ in PARTS])
def test_a_part_names_its_whole(text: str, wholes: list[int | None], figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    _, figures = figures_of(text)
    assert [f.part_of for f in figures] == [None if w is None else figures[w].id for w in wholes]


DATES = [
    ("The rebels released 12 nurses on Friday.", "Friday"),
    ("On Friday the rebels met envoys. They released 12 nurses.", "Friday"),
    ("So far 12 nurses have been released, including five in May.", None),
    ("Soldiers hold 12 nurses who were seized in May.", None),
    ("The nine sailors seized in May were freed on Friday.", "Friday"),
]


@pytest.mark.parametrize(("text", "words"), DATES, ids=[t[:30] for t, _ in DATES])
def test_a_figure_is_dated_by_its_own_clause_or_by_the_report(text: str, words: str | None, figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    parsed, figures = figures_of(text)
    when = figures[0].as_of
    assert when is not None
    times = {t.id: t.span.of(parsed.report.text) for t in read_times(Draft(parsed))[0]}
    assert (times[when.time] if when.time else None) == words


def test_what_is_asked_for_holds_on_no_day(figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    _, (figure,) = figures_of("The rebels demand the release of 400 prisoners.")
    assert (figure.measure, figure.as_of) == ("prisoners_to_release", None)


def test_a_running_total_is_told_from_a_happening(figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    assert figures_of("So far 31 hostages have been released.")[1][0].cumulative
    assert not figures_of("On Friday 31 hostages were released.")[1][0].cumulative


def test_those_who_are_only_shown_are_no_total(figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    assert figures_of("The group released a video of three hostages.")[1][0].some
    assert not figures_of("There are 135 hostages in the mine.")[1][0].some


def test_a_flow_keeps_the_deal_that_binds_it(figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    _, figures = figures_of("So far 31 hostages have been freed, including 20 in a swap in late May.")
    assert figures[1].agreement == "in a swap in late May"


def test_every_figure_stands_at_its_words(figures_of: Callable[[str], tuple[Parsed, list[Figure]]]) -> None:
    for text, _ in (*PARTS, *DATES):
        _, figures = figures_of(text)
        assert all(f.span.of(text).strip() and f.span.end <= len(text) for f in figures)
        assert [f.id for f in figures] == [f"f{i}" for i in range(1, len(figures) + 1)]
