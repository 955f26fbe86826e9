"""Counts that one sentence tells in a row: of two kinds, or in addition to one another. All names are invented."""

from __future__ import annotations

import pytest
from tests.reconcile.ledgers.making import book

from onrecord.reconcile.ledgers.build import lines_of
from onrecord.reconcile.ledgers.values import told_besides, told_in_row
from onrecord.reconcile.scene import Scene
from onrecord.types import Figure, Link, Reading, Report, ReportDate, Span, Statement, report_id

Two = tuple[str | None, str | None]


def counts(text: str, words: tuple[str, str], scopes: Two, tellers: Two = (None, None)) -> tuple[Scene, Statement, Statement]:
    """A report that holds two counts of one measure."""
    report = Report(report_id(text, None, None), "r1", text)
    found = []
    for n, (quote, scope, teller) in enumerate(zip(words, scopes, tellers, strict=True)):
        span = Span(text.index(quote), text.index(quote) + len(quote))
        item = Figure(f"f{n}", span, 5.0, None, None, "exact", "hostages", "released", scope)
        chain = (Link("a1", teller, teller, "named_body", teller, "said", "reporting"),) if teller else ()
        found.append(Statement(f"s{n}", report.id, "figures", f"f{n}", item, span, quote, None, None, chain))
    reading = Reading(report)
    return Scene((reading,), {report.id: ReportDate(report.id, None, "unknown", "")}, tuple(found), by_report={report.id: reading}), found[0], found[1]


@pytest.mark.parametrize(
    ("text", "words", "scopes", "row"),
    [
        ("43 pupils and two teachers were seized", ("43 pupils", "two teachers"), ("pupils", "teachers"), True),
        ("nine miners, three cooks and a guard", ("nine miners", "three cooks"), ("miners", "cooks"), True),
        ("six women as well as four men", ("six women", "four men"), ("women", "men"), True),
        ("nine miners were seized and three cooks fled", ("nine miners", "three cooks"), ("miners", "cooks"), False),
        ("nine miners and nine miners", ("nine miners", "nine miners"), ("miners", "miners"), False),
    ],
)
def test_one_kind_of_a_row_is_not_all_of_them(text: str, words: tuple[str, str], scopes: tuple[str, str], row: bool) -> None:
    scene, one, other = counts(text, words, scopes)
    assert told_in_row(scene, other, [one]) is row


def test_two_kinds_told_in_a_row_are_no_conflict() -> None:
    lines = lines_of(book("taken 43 03-01 A scope=pupils own", "taken 2 03-01 A scope=teachers own", "held 30 03-09 B"))
    assert not [n.sum for n in lines if n.verdict == "does_not_add_up"]


@pytest.mark.parametrize(
    ("text", "tellers", "added"),
    [
        ("16 were freed in May; 3 were freed in June", (None, None), True),
        ("16 were freed in May; 3 were freed in June", ("Peru", "Peru"), True),
        ("16 were freed, Peru said; 3 were freed, Chile said", ("Peru", "Chile"), False),
        ("16 were freed by 3 guards", (None, None), False),
        ("16 were freed besides 3 in June", ("Peru", "Chile"), True),
    ],
)
def test_a_semicolon_adds_what_one_source_tells(text: str, tellers: tuple[str | None, str | None], added: bool) -> None:
    scene, one, other = counts(text, ("16", "3"), (None, None), tellers)
    assert (told_besides(scene, other, [one]) == one.id) is added
