"""Forty pairs of invented reports: copy, update, rewrite, the same words of one speaker, the same subject only."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from stories import STORIES

from onrecord.reconcile.origins import find_origins
from onrecord.types import OriginLink, Reading, Report, report_id

ReadText = Callable[[str], Reading]


def trimmed(text: str) -> str:
    """The text as a second outlet prints it: without its last paragraph, a word changed."""
    return "\n".join(text.split("\n")[:-1]).replace(" said", " has said", 1)


def updated(text: str) -> str:
    """The text as the same outlet prints it later."""
    return text + "\nThis story has been updated with the reaction of a neighbour, who declined to be named."


def reading_of(read_text: ReadText, text: str, outlet: str, published: str) -> Reading:
    """The reading of a text printed by an outlet on a day."""
    found = read_text(text)
    report = Report(
        report_id(text, outlet, None), outlet, text, outlet=outlet, published=published, published_basis="given", blocks=found.report.blocks,
    )
    return Reading(report, found.participants, found.times, found.attributions, found.figures, found.events, found.positions, found.commitments, found.status)


def between(links: tuple[OriginLink, ...], one: Reading, other: Reading) -> list[OriginLink]:
    """The edges between two reports."""
    ids = {one.report.id, other.report.id}
    return [link for link in links if {link.report, link.other} == ids]


VERSIONS = {
    "copy": ("copy", lambda s: trimmed(s.base), "Second Post"),
    "update": ("update", lambda s: updated(s.base), "First Herald"),
    "rewrite": ("rewrite", lambda s: s.rewrite, "Second Post"),
    "same words": ("quotes", lambda s: s.same_words, "Second Post"),
    "same subject": (None, lambda s: s.same_subject, "Second Post"),
}


@pytest.mark.parametrize(("version", "number"), list(itertools.product(VERSIONS, range(len(STORIES)))))
def test_a_pair_of_reports_is_told_by_its_kind(read_text: ReadText, version: str, number: int) -> None:
    kind, make, outlet = VERSIONS[version]
    story = STORIES[number]
    one = reading_of(read_text, story.base, "First Herald", "2031-05-06")
    other = reading_of(read_text, make(story), outlet, "2031-05-07")
    found = between(find_origins([one, other], {}), one, other)
    assert [link.kind for link in found] == ([kind] if kind else []), [link.reasons for link in found]
    assert all(link.reasons for link in found)


def test_among_all_stories_only_versions_of_one_are_linked(read_text: ReadText) -> None:
    readings, home = [], {}
    for number, story in enumerate(STORIES):
        for k, text in enumerate((story.base, story.rewrite, story.same_subject, trimmed(story.base))):
            reading = reading_of(read_text, text, f"Outlet {k}", "2031-05-06")
            readings.append(reading)
            home[reading.report.id] = number
    links = [link for link in find_origins(readings, {}) if link.other in home]
    assert all(home[link.report] == home[link.other] for link in links)
    assert sum(link.kind == "copy" for link in links) == len(STORIES)
    assert sum(link.kind == "rewrite" for link in links) >= len(STORIES)


def test_the_order_of_the_reports_changes_nothing(read_text: ReadText) -> None:
    readings = [reading_of(read_text, text, "Outlet", "2031-05-06") for text in (STORIES[0].base, STORIES[0].rewrite, STORIES[1].base)]
    assert find_origins(readings, {}) == find_origins(list(reversed(readings)), {})
