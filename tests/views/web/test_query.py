"""The search box: words and key:value become conditions; what is not understood is said with its place, and nothing reaches SQL but as a value."""

from __future__ import annotations

import datetime as dt

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import open_record
from onrecord.record.queries import Filter
from onrecord.record.queries.sought import Sought, find
from onrecord.views.web.query import read_query


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ('women "safe return"', Sought('women "safe return"')),
        ("by:Hale type:demand", Sought("", (Filter(by="Hale"),), (("demand", "demand", "demands"),))),
        ('by:"Idris Hale" by:ministry', Sought("", (Filter(by="Idris Hale"), Filter(by="ministry")))),
        ("measure:held", Sought("", (Filter(layer="figures"),), (("held", "held", "helds"),))),
        ("layer:figure outlet:Gazette", Sought("", (Filter(layer="figures"), Filter(outlet="Gazette")))),
        ("before:2025-03-09 before:2025-03-05", Sought(before=dt.date(2025, 3, 5))),
        ("on:2025-03-05", Sought(before=dt.date(2025, 3, 6), after=dt.date(2025, 3, 4))),
        ("side:Front report:02", Sought(sides=("Front",), names=("02",))),
    ],
)
def test_conditions_are_read(text: str, sought: Sought) -> None:
    query = read_query(text)
    assert query.errors == ()
    assert query.sought == sought


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("said:Hale", "said: at character 1 is no key"),
        ("women by:", "by: at character 7 has nothing behind it"),
        ("before:yesterday", "no day; write it as YYYY-MM-DD"),
        ("layer:weather", "no layer; give one of"),
        ('truce "open', "has no other end"),
    ],
)
def test_what_is_not_understood_is_said(text: str, said: str) -> None:
    assert said in "; ".join(read_query(text).errors)


@given(st.text(alphabet="abz:\"'%_\\-*() \u0000é0129;", max_size=60))
def test_no_search_breaks_the_record(text: str) -> None:
    with open_record(None) as record:
        assert find(record, read_query(text).sought) == ()


def ids(client: TestClient, text: str, **scope: str) -> list[str]:
    """Statements that a search finds."""
    return [f["hit"]["statement"] for f in client.get("/search.json", params={"q": text, **scope}).json()["found"]]


def test_every_condition_narrows_and_every_result_has_its_words(client: TestClient) -> None:
    every = ids(client, "captives")
    assert every
    assert set(ids(client, "captives layer:figures")) < set(every)
    hits = client.get("/search.json", params={"q": 'by:"Front" after:2025-03-01'}).json()["found"]
    assert hits
    for f in hits[:5]:
        chain = client.get(f"/statements/{f['hit']['statement']}.json").json()["statement"]["chain"]
        assert any("Front" in f"{link['resolved']} {link['source']}" for link in chain)
        text = client.get(f"/reports/{f['hit']['report']}.json").json()["report"]["text"]
        start, end = f["hit"]["span"]
        assert text[start:end] == f["hit"]["words"]


def test_a_search_that_is_not_understood_finds_nothing_and_says_why(client: TestClient) -> None:
    page = client.get("/search", params={"q": "captives said:Hale"})
    assert page.status_code == 200
    assert "Not understood: said: at character 10 is no key" in page.text
    assert "<ol class=\"hits\">" not in page.text


def test_as_of_holds_in_a_search(client: TestClient) -> None:
    assert len(ids(client, "captives", as_of="2025-04-12")) < len(ids(client, "captives"))


def test_a_search_of_thousands_of_words_is_cut_and_told() -> None:
    read = read_query("talks " * 3_000)
    assert len(read.sought.words.split()) == 60
    assert read.errors == ("more than 60 words and conditions; those from character 361 on were left out",)
