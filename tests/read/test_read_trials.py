"""Every reader meets every accident and the malice that is meant for it; what comes of it is told in docs/reference/formats.md."""

from __future__ import annotations

import pytest
from docs.pages.malice import ALL, Malice, found
from docs.pages.trials import SOUND, WORDED, Trial, trials

from onrecord.read.forms import FORMS

CANNOT_BE_TOLD = ("txt", "markdown")
"""Readers of plain text: where it ends in the middle, nothing tells that it does."""


def test_every_reader_but_the_one_that_refuses_is_tried() -> None:
    assert set(SOUND) == {form.name for form in FORMS} - {"excel"}


@pytest.fixture(params=list(SOUND))
def trial(request: pytest.FixtureRequest) -> Trial:
    """The row of one reader."""
    return next(t for t in trials() if t.form == request.param)


def test_a_sound_file_is_read_and_an_empty_one_is_told(trial: Trial) -> None:
    assert trial.sound.reports
    assert (trial.empty.reports, trial.empty.problems) == (0, ("empty!",))


def test_a_file_that_is_cut_off_is_told_wherever_that_can_be_seen(trial: Trial) -> None:
    assert trial.cut.reports <= trial.sound.reports
    assert trial.cut.problems or trial.form in CANNOT_BE_TOLD
    assert trial.cut.reports or any(p.endswith("!") for p in trial.cut.problems)


def test_the_content_decides_under_any_ending(trial: Trial) -> None:
    assert trial.renamed == trial.sound


def test_text_in_another_encoding_is_read_all_the_same(trial: Trial) -> None:
    assert (trial.encoded is not None) == (trial.form in WORDED)
    assert trial.encoded is None or trial.encoded.reports == trial.sound.reports


def test_what_was_written_comes_back(trial: Trial) -> None:
    assert trial.round_trip in (True, None)


@pytest.mark.parametrize("malice", ALL, ids=lambda m: m.what)
def test_malice_is_told_and_does_no_harm(malice: Malice) -> None:
    came = next(outcome for one, outcome in found() if one is malice)
    assert came.reports == malice.reports
    assert malice.problem in came.problems if malice.problem else not came.problems
