"""Credits that a report itself gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.origins import find_origins
from onrecord.types import Reading

ReadText = Callable[[str], Reading]

CREDITS = [
    ("NAIROBI (Reuters) - Rebels freed nine men on Monday.", {("wire", "Reuters")}, "an agency in the dateline"),
    ("NAIROBI, May 6 (AP) — Rebels freed nine men on Monday.", {("wire", "Associated Press")}, "… with a day"),
    ("Rebels freed nine men on Monday. (AFP)", {("wire", "Agence France-Presse")}, "an agency behind the text"),
    ("Rebels freed nine men on Monday.\nReporting by Jane Roe, Reuters", {("wire", "Reuters")}, "an agency in the byline"),
    ("Rebels freed nine men on Monday, Reuters reported.", {("cites", "Reuters")}, "an outlet by whose account something is told"),
    ("Rebels will free nine men, a commander told the BBC.", {("cites", "BBC")}, "an outlet to whom something was told"),
    ("Rebels freed nine men on Monday. The men went home.", set(), "no credit"),
]


@pytest.mark.parametrize(("text", "expected", "rule"), CREDITS)
def test_a_credit_is_an_edge(read_text: ReadText, text: str, expected: set[tuple[str, str]], rule: str) -> None:
    assert {(link.kind, link.other) for link in find_origins([read_text(text)], {})} == expected, rule


def test_a_statement_that_is_quoted_is_an_edge_to_its_issuer(read_text: ReadText) -> None:
    text = "The Kenyan foreign ministry said in a statement that it met the rebels. “We will go on with the talks,” the statement added."
    found = find_origins([read_text(text)], {})
    assert [link.kind for link in found] == ["quotes"]
    assert found[0].other.startswith("statement of")
