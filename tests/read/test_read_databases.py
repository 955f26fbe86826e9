"""Exports of LexisNexis and Factiva: each report with its own title, outlet and day, whatever form the export is in."""

from __future__ import annotations

from pathlib import Path

import pytest
from papermaker import GOOD, word

from onrecord.read import read_bytes, read_paths
from onrecord.types import Report

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = ("lexisnexis-old", "nexis-uni", "factiva-shown", "factiva-indexed")
TITLES = ["Rebels free nine sailors as envoys meet in Port Corran", "Ferry talks stall"]
FIRST = "Nine of the captured sailors were freed on Saturday, two officials said"


def in_form(name: str, form: str) -> bytes:
    """A fixture in another form: as Word, RTF or a page, a line a paragraph."""
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    # Only plain text breaks lines by width.
    lines = (text if form == "txt" else text.replace("as envoys\nmeet", "as envoys meet")).split("\n")
    if form == "docx":
        return word([(line, None) for line in lines])
    if form == "rtf":
        return b"{\\rtf1\\ansi " + "\\par\n".join(lines).encode("cp1252") + b"}"
    if form == "html":
        return f"<html><head><title>Factiva or LexisNexis</title></head><body>{''.join(f'<div>{line}</div>' for line in lines)}</body></html>".encode()
    return "\n".join(lines).encode()


def reports_of(raw: bytes, name: str) -> list[Report]:
    results = list(read_bytes(raw, name))
    assert not [p for r in results for p in r.problems]
    return [r.report for r in results if r.report]


@pytest.mark.parametrize("form", ["txt", "docx", "rtf", "html"])
@pytest.mark.parametrize("name", NAMES)
def test_each_report_has_its_own_head(name: str, form: str) -> None:
    reports = reports_of(in_form(name, form), f"{name}.{form}")
    assert [r.title for r in reports] == TITLES
    assert [r.published for r in reports] == ["2024-03-03", "2024-03-05"]
    assert [(r.outlet or "").removesuffix(" (Karsa)") for r in reports] == ["The Karsa Gazette", "Veldland News Agency"]
    assert [r.name for r in reports] == [f"{name}-1", f"{name}-2"]


@pytest.mark.parametrize("name", NAMES)
def test_only_the_reports_text_is_prose(name: str) -> None:
    first, second = read_paths([FIXTURES / f"{name}.txt"])[0]
    prose = [b.span.of(first.text) for b in first.blocks if b.kind == "paragraph"]
    assert prose[0].startswith(FIRST)
    assert prose[1] == "\"We are close,\" said Foreign Minister Ada Lund."
    assert len(prose) == (3 if name == "factiva-indexed" else 2), "a line of the text may begin with letters that are a code elsewhere"
    assert [b.kind for b in first.blocks].count("byline") == 1
    assert [b.span.of(second.text) for b in second.blocks if b.kind == "paragraph"] == [
        "The talks on the exchange of captured sailors stalled on Monday, the government said."
    ]


def test_a_picture_is_a_caption_and_a_highlight_a_standfirst() -> None:
    (first, _), _ = read_paths([FIXTURES / "nexis-uni.txt"])
    assert [(b.kind, b.span.of(first.text)) for b in first.blocks if b.kind in ("caption", "standfirst")] == [
        ("standfirst", "The sailors came home by ferry."), ("caption", "The ferry at Port Corran."),
    ]


@pytest.mark.parametrize(
    ("name", "cut", "said"),
    [
        ("nexis-uni", "Classification", "breaks off in this report"), ("factiva-shown", "Document VELNA", "breaks off in this report"),
        ("lexisnexis-old", "                               2 of 2", "says that it has 2 reports and has 1"),
    ],
)
def test_an_export_that_breaks_off_says_so_and_what_is_there_is_read(name: str, cut: str, said: str) -> None:
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    results = list(read_bytes(text[: text.index(cut)].encode(), f"{name}.txt"))
    assert [r.report.title for r in results if r.report] == TITLES[: len(results)]
    problems = [p for r in results for p in r.problems]
    assert len(problems) == 1 and problems[0].lost and said in problems[0].message


def test_a_report_without_text_and_one_without_a_head_are_told() -> None:
    text = (FIXTURES / "factiva-shown.txt").read_text(encoding="utf-8")
    broken = text.replace("210 words\n", "").replace(text[text.index("Nine of") : text.index("Document KARGAZ")], "")
    problems = [(p.kind, p.where) for r in read_bytes(broken.encode(), "x.txt") for p in r.problems]
    assert problems == [("no_text", "x.txt:1"), ("unreadable", "x.txt:2")]


@pytest.mark.parametrize("text", [GOOD + "End of Document\n", GOOD + "Copyright 2024 Daily Example\n", GOOD + "1 of 3 DOCUMENTS were handed over, he said.\n"])
def test_an_ordinary_text_is_no_export(text: str) -> None:
    (report,) = reports_of(text.encode(), "wire.txt")
    assert report.text == text


def test_a_page_that_speaks_of_a_database_is_an_ordinary_page() -> None:
    body = f"<article><p>{GOOD}</p><p>The list was found through Factiva, he said.</p></article>"
    page = f"<html><head><title>Sailors freed</title></head><body>{body}</body></html>"
    (report,) = reports_of(page.encode(), "page.html")
    assert "Factiva" in report.text
