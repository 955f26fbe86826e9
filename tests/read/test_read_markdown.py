"""Markdown becomes what its reader sees; front matter says whose it is and when it was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.read import read_bytes, read_paths
from onrecord.types import Report

FIXTURES = Path(__file__).parent / "fixtures"
LEAD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."


def read(text: str, name: str = "a.md") -> Report:
    (result,) = read_bytes(text.encode(), name)
    assert result.report is not None
    return result.report


def test_front_matter_and_marks() -> None:
    (report,), problems = read_paths([FIXTURES / "markdown-front-matter.md"])
    assert not problems
    assert (report.outlet, report.published, report.url) == ("Kestrel Post", "2031-04-09", "https://kestrelpost.example/2031/04/ferry-crews")
    assert report.title == "Ferry crews edge towards release as Tolmen and Karst envoys talk"
    assert "tags" not in report.text
    assert not set("*#>[]") & set(report.text)
    assert "a mediator from Brantia said that “a list of names” had changed hands" in report.text
    kinds = [(b.kind, b.span.of(report.text)[:20]) for b in report.blocks]
    assert kinds[0][0] == "title"
    assert [k for k, _ in kinds].count("list_item") == 2
    assert ("quotation", "We have asked for pr") in kinds


def test_a_date_that_is_none_and_an_address_that_is_none_are_told_and_left_out() -> None:
    (report,), problems = read_paths([FIXTURES / "markdown-broken-front-matter.md"])
    assert (report.title, report.published, report.url) == ("Families of ferry crews wait at the quay", None, None)
    assert sorted(p.kind for p in problems) == ["broken_date", "unreadable"]


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        (f"---\ntitle: A day at the quay\n---\n{LEAD}", "title", "A day at the quay"),
        (f"---\nsource: https://herald.example/7\n---\n{LEAD}", "url", "https://herald.example/7"),
        (f"---\nsource: https://herald.example/7\n---\n{LEAD}", "outlet", None),
        (f"---\r\npublication: 'Veld Herald'\r\n---\r\n{LEAD}", "outlet", "Veld Herald"),
        (f"# Near deal\n\n{LEAD}", "title", "Near deal"),
        (f"{LEAD}\n\n---\n\nIt was the third day of talks.", "outlet", None),
    ],
    ids=["title", "source that is an address", "and no outlet", "windows line ends", "first heading", "a rule is no front matter"],
)
def test_what_the_file_says_of_itself(text: str, field: str, expected: str | None) -> None:
    report = read(text)
    assert getattr(report, field) == expected
    assert LEAD in report.text


def test_front_matter_is_known_whatever_the_file_is_called() -> None:
    assert read(f"---\noutlet: Veld Herald\n---\n{LEAD}", "a.txt").outlet == "Veld Herald"


@pytest.mark.parametrize("mark", ["> ", "- ", "*", "["])
def test_marks_without_end_do_not_stop_it(mark: str) -> None:
    report = read(f"{LEAD}\n\n{mark * 20_000}x")
    assert report.text.startswith(LEAD)
