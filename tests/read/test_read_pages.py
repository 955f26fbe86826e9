"""Printed pages become running text: wraps and hyphens undone, furniture apart, and every word's page kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papermaker import GOOD, Put, lines, pdf, statement_pdf

from onrecord.read import read_bytes
from onrecord.read.pages import PageLine, compose, joined
from onrecord.read.pdf import read_pdf
from onrecord.read.result import Input
from onrecord.types import Report, Span


def report_of(raw: bytes, name: str = "paper.pdf") -> Report:
    (result,) = read_bytes(raw, name)
    assert result.report is not None, result.problems
    return result.report


@pytest.fixture(scope="module")
def statement() -> Report:
    return report_of(statement_pdf())


def words_at(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span(start, start + len(words))


def test_a_statement_is_read_as_running_text(statement: Report) -> None:
    assert statement.title == "Envoys agree on a list of captured sailors"
    assert (statement.published, statement.published_basis) == ("2024-03-03", "printed"), "not the day in the file's metadata"
    assert "forty sailors whom they hold on the island, and that" in statement.text, "the printer's hyphen goes"
    assert "A Norwegian-Swiss team, long-standing mediators" in statement.text, "the words' own hyphens stay"
    assert "were in good health and would be visited by doctors" in statement.text, "a paragraph goes on over the page's end"


@pytest.mark.parametrize(
    ("words", "pages"),
    [("handed over a list", "p. 1"), ("would be visited", "p. 2"), ("in good health and would be visited", "pp. 1–2"), ("The next round", "p. 3")],
)
def test_every_word_has_its_page(statement: Report, words: str, pages: str) -> None:
    assert statement.pages_of(words_at(statement, words)) == pages


def test_heads_feet_and_page_numbers_are_furniture_and_stay_in_the_text(statement: Report) -> None:
    furniture = [b.span.of(statement.text) for b in statement.blocks if b.kind == "furniture"]
    assert furniture == [t for n in (1, 2, 3) for t in ("Office of the Envoy of Veldland", f"Page {n} of 3")]


def test_a_report_without_pages_has_none() -> None:
    (result,) = read_bytes(GOOD.encode(), "wire.txt")
    assert result.report is not None
    assert (result.report.pages, result.report.pages_of(Span(0, 5)), result.report.page_at(3)) == ((), "", None)


CASES = [
    (statement_pdf()[:1200], "unreadable", "broken or incomplete PDF"),
    (b"%PDF-1.7\n%%EOF", "unreadable", "broken or incomplete PDF"),
    (pdf([lines([GOOD.strip()])], password="sailors"), "unreadable", "protected by a password"),
    (pdf([[], []]), "no_text", "scanned"),
]


@pytest.mark.parametrize(("raw", "kind", "words"), CASES, ids=["truncated", "empty", "locked", "scanned"])
def test_a_pdf_that_gives_nothing_says_why(raw: bytes, kind: str, words: str) -> None:
    found, (problem,) = read_pdf(Input(raw, "paper.pdf", "paper"))
    assert found is None
    assert (problem.kind, problem.lost) == (kind, True)
    assert words in problem.message and ";" in problem.message


def test_content_decides_and_pages_without_text_are_named() -> None:
    (result,) = read_bytes(pdf([lines([GOOD.strip()]), [], []]), "wire.txt")
    assert result.report is not None
    assert [(p.kind, p.lost) for p in result.problems] == [("no_text", False)]
    assert "pages 2, 3" in result.problems[0].message


def test_a_column_that_ends_in_mid_sentence_goes_on_in_the_next() -> None:
    left = ("The mediators carried the list to", "the island on Monday and waited for the", "answer of the rebels, who had")
    right = ("asked for a week to look at it with", "their own officers.", "Nothing was said of the wounded.")
    columns = [Put(t, x=x, y=700 - 14 * n) for x, column in ((60, left), (320, right)) for n, t in enumerate(column)]
    text = report_of(pdf([columns])).text
    assert "answer of the rebels, who had asked for a week" in text


JOINS = [
    ("the nego-", "tiators met", frozenset[str](), "the negotiators met", "nothing speaks for the hyphen"),
    ("a Norwegian-", "Swiss team", frozenset[str](), "a Norwegian-Swiss team", "a capital behind it"),
    ("a well-", "known envoy", frozenset[str](), "a well-known envoy", "a known first part"),
    ("the truce-", "keepers", frozenset({"truce-keepers"}), "the truce-keepers", "the compound stands elsewhere"),
    ("the re-", "lease of", frozenset({"release"}), "the release of", "the whole word stands elsewhere"),
    ("a 60-", "day truce", frozenset[str](), "a 60-day truce", "a figure keeps it"),
    ("the sail\u00ad", "ors", frozenset[str](), "the sailors", "a soft hyphen is always the printer's"),
    ("on Monday —", "and again", frozenset[str](), "on Monday — and again", "a dash is no hyphen"),
]


@pytest.mark.parametrize(("first", "second", "known", "whole", "why"), JOINS, ids=[j[4] for j in JOINS])
def test_a_broken_word_is_mended(first: str, second: str, known: frozenset[str], whole: str, why: str) -> None:
    assert joined(first, second, known) == whole


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30), max_size=6), max_size=5))
def test_no_line_is_lost_and_pages_are_in_order(pages: list[list[str]]) -> None:
    made = compose([[PageLine(t, 0, 700 - 14 * n, 10) for n, t in enumerate(page)] for page in pages])
    letters = sorted(c for page in pages for t in page for c in t if c.isalnum())
    assert sorted(c for c in made.text if c.isalnum()) == letters
    assert list(made.pages) == sorted(made.pages)
    assert all(h.span.end <= len(made.text) and h.span.of(made.text).strip() for h in made.hints)
