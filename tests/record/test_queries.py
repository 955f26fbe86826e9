"""Queries: names, filters, search, look-up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.record.conftest import OTHER, TEXT, arrival, made

from onrecord.errors import InputError
from onrecord.reconcile import reconcile, set_scene
from onrecord.record import Record, queries, store
from onrecord.record.queries import Filter
from onrecord.record.queries.whole import match


@pytest.fixture
def filled(record: Record) -> Record:
    """Two reports of two outlets, one dated, and a third that shares the first one's name."""
    one, two, three = made(), made(OTHER, "two"), made(TEXT.replace("Exchange", "Talks"), "one")
    one = replace(one, report=replace(one.report, outlet="Daily Example", published="2024-03-01", published_basis="printed"))
    two = replace(two, report=replace(two.report, outlet="The Other 100%"))
    for reading in (one, two, three):
        store.put_report(record, reading, arrival(reading), annotator="v1")
    scene = set_scene(queries.readings(record))
    store.replace_derived(record, scene.statements, reconcile(scene), notes={})
    return record


def test_two_reports_of_one_name_are_told_apart_by_their_ids(filled: Record) -> None:
    names = sorted(queries.unique_names(filled).values())
    assert names[2] == "two" and all(n.startswith("one~") and len(n) == 10 for n in names[:2])
    for name in names:
        assert queries.report(filled, name).name == name
    assert queries.report(filled, "tw").name == "two"
    assert queries.report(filled, queries.report(filled, "two").id[:8]).name == "two"


@pytest.mark.parametrize(("name", "message"), [("one", "give more"), ("nine", "no report is called"), ("", "no report is called")])
def test_a_name_of_none_or_several_is_refused(filled: Record, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        queries.find_report(filled, name)


@pytest.mark.parametrize(
    ("where", "layers"),
    [
        (Filter(layer="figures"), ["figures"] * 3),
        (Filter(party="front", layer="figures"), ["figures"] * 3),
        (Filter(party="Norland", layer="figures"), ["figures"] * 3),
        (Filter(party="Norland", layer="events"), []),
        (Filter(party="Nor", layer="figures"), []),
        (Filter(by="ruiz", layer="figures"), ["figures"] * 3),
        (Filter(by="nobody"), []),
        (Filter(outlet="daily", layer="events"), ["events"]),
        (Filter(outlet="100%", layer="events"), ["events"]),
        (Filter(outlet="0%0", layer="events"), []),
        (Filter(since=dt.date(2024, 3, 2)), []),
        (Filter(until=dt.date(2024, 3, 1), layer="events"), ["events"]),
        (Filter(negotiation="no such talks"), []),
    ],
    ids=str,
)
def test_filters(filled: Record, where: Filter, layers: list[str]) -> None:
    assert [s.layer for s in queries.statements(filled, where)] == layers


def test_statements_are_found_by_the_beginning_of_their_id(filled: Record) -> None:
    some = queries.statements(filled)[0]
    assert queries.statement(filled, some.id[:10]) == some
    assert queries.lookup(filled, some.id[:10]) == ("statement", some.id)
    for wrong in ("", "zz"):
        with pytest.raises(InputError):
            queries.statement(filled, wrong)
        with pytest.raises(InputError):
            queries.lookup(filled, wrong)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("prisoners", True), ("PRISONERS front", True), ('"holds 40"', True), ('"40 holds"', False), ("prison*", True), ("prison", False),
        ("resumes", True), ('"', False), ("-", False), ("AND OR NOT", False), ("40)", True), ("quote:40", False),
    ],
)
def test_search_takes_any_words_and_never_fails(filled: Record, words: str, found: bool) -> None:
    hits = queries.search(filled, words)
    assert bool(hits) == found
    texts = {r.id: r.text for r in queries.all_reports(filled)}
    assert all(texts[h.report][h.span.start : h.span.end] == h.words for h in hits)


def test_a_search_is_quoted_word_by_word() -> None:
    assert match('a "b c" d* "') == '"a" "b c" "d"*'


def test_the_snapshot_holds_everything(filled: Record) -> None:
    whole = queries.snapshot(filled)
    assert len(whole.reports) == 3 and len(whole.statements) == 9 and len(whole.problems) == 3
    assert sum(c.sentences for c in whole.coverage.values()) == 9
    assert whole.as_of is None and whole.left_out == ()
