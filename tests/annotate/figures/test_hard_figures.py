"""Hard sentences give the figures that people would give, on the days that they would give; those that go wrong are named with their reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.annotate.figures.hard_sentences import DATED, HARD, WRONG
from tests.annotate.figures.sentences import Row
from tests.annotate.figures.test_sentences import TAIL

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures import read_figures
from onrecord.annotate.times.read import times_of
from onrecord.reconcile.calendar import resolve
from onrecord.types import Interval, Parsed, Reading

ROWS = [pytest.param(t, rows, id=t[:40]) for t, rows in HARD]
ROWS += [pytest.param(t, rows, id=t[:40], marks=pytest.mark.xfail(strict=True, reason=why)) for why, t, rows in WRONG]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_hard_sentence_gives_its_figures_and_no_others(text: str, expected: list[Row], parse_text: Callable[[str], Parsed]) -> None:
    figures, _ = read_figures(Draft(parse_text(text + TAIL)))
    assert [(f.span.of(text), f.value, f.comparator, f.unit, f.measure, f.scope) for f in figures] == expected


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[t[:40] for t, _ in DATED])
def test_a_figure_holds_when_the_sentence_says(text: str, expected: list[tuple[str, str | None]], parse_text: Callable[[str], Parsed]) -> None:
    parsed = parse_text(text + TAIL)
    times = times_of(parsed)
    figures, _ = read_figures(Draft(parsed, times=times))
    resolved = resolve(Reading(parsed.report, times=times), Interval.day(dt.date(2024, 5, 20)))
    assert [(f.span.of(text), resolved.edtf(f.as_of)) for f in figures] == expected
