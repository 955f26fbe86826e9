"""Live blogs: each entry a report of its own day and address; what is no live blog stays one report."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.read import ReadOptions, read_bytes
from onrecord.read.live import last_day, text_entries
from onrecord.types import Report

FIXTURES = Path(__file__).parent / "fixtures"
ENTRY = "The Brantian foreign ministry said that seven crew members had been handed over at the Stane bridge."


def reports(name: str) -> list[Report]:
    return [r.report for r in read_bytes((FIXTURES / name).read_bytes(), name, ReadOptions(entries=True)) if r.report]


@pytest.mark.parametrize("name", ["html-live-blog-json-ld.html", "html-live-blog-marked.html"])
def test_each_entry_of_a_page_has_its_own_day_and_address(name: str) -> None:
    found = reports(name)
    assert [r.published for r in found] == ["2031-04-11", "2031-04-11", "2031-04-11", "2031-04-10"]
    assert len({r.url for r in found}) == len({r.id for r in found}) == 4
    assert {r.genre for r in found} == {"live_blog"}
    assert found[0].text.startswith("14:05\n\nLast of the seven crosses the bridge\n\n")
    assert not any(other.text.split("\n\n")[2] in found[0].text for other in found[1:])


def test_each_entry_of_a_text_is_an_exact_part_of_it_and_a_day_line_counts_for_what_follows() -> None:
    text = (FIXTURES / "txt-live-blog.txt").read_text(encoding="utf-8")
    found = reports("txt-live-blog.txt")
    assert all(r.text in text for r in found)
    assert [(r.text[:5], r.published) for r in found[1:]] == [
        ("14:05", "2031-04-11"), ("12:30", "2031-04-11"), ("09:10", "2031-04-11"), ("22:45", "2031-04-10"),
    ]
    assert not any("Thursday, 10 April" in r.text for r in found)


def test_a_text_is_kept_whole_where_its_offsets_are_to_be_the_files() -> None:
    raw = (FIXTURES / "txt-live-blog.txt").read_bytes()
    (result,) = read_bytes(raw, "txt-live-blog.txt")
    assert result.report is not None
    assert (result.report.text, result.report.genre) == (raw.decode(), "live_blog")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (f"Live updates: the bridge\n\n10:15 {ENTRY}\n\n9.40 pm {ENTRY}\n\n(08:05 GMT) {ENTRY}", 3),
        (f"The bridge, as it happened\n10:15\n{ENTRY}\n09:40\n{ENTRY}\n08:05\n{ENTRY}", 3),
        (f"Live updates: the bridge\n\n10:15 {ENTRY}\n\n09:40 {ENTRY}", 0),
        (f"A day at the bridge\n\n10:15 {ENTRY}\n\n09:40 {ENTRY}\n\n08:05 {ENTRY}", 0),
        (f"Live from the quay: what the families want\n\n{ENTRY}\n\nThey left at 10:15. {ENTRY}", 0),
    ],
    ids=["before the sentence", "on lines of their own", "two are too few", "nothing calls it live", "times inside sentences"],
)
def test_what_makes_a_live_blog_of_a_text(text: str, entries: int) -> None:
    assert len(text_entries(text, "a")) == entries


def test_a_page_with_several_articles_is_no_live_blog() -> None:
    page = (FIXTURES / "html-live-blog-marked.html").read_text(encoding="utf-8").replace("Live updates: the ferry crews", "The ferry crews")
    assert len(list(read_bytes(page.encode(), "a.html"))) == 1


@pytest.mark.parametrize(("lines", "day"), [(["Inland Radio, 11 April 2031"], "2031-04-11"), (["2031-04-10", "2031-04-11"], "2031-04-11"), (["No day"], None)])
def test_the_day_of_the_last_line_with_one(lines: list[str], day: str | None) -> None:
    assert last_day(lines) == day
