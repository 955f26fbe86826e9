"""What the pages of the whole sample tell: texts with versions and answers, people, days of agreements, differences, copies, inferred days, sums."""

from __future__ import annotations

import datetime as dt
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import LOCAL, options

from onrecord.parse import SpacyParser
from onrecord.types import Derived, Event, EventMention, Interval, Link, Negotiation, Report, Snapshot, Span, Statement, TalksPoint
from onrecord.views.brief.words import days_in
from onrecord.views.web.app import create_app
from onrecord.views.web.pages.entries import entry
from onrecord.views.web.pages.talks import drawn_point
from onrecord.views.web.record_book import RecordBook

DAY = Interval.day(dt.date(2031, 5, 1))


@pytest.fixture(scope="module")
def sample(whole_record: Path, parser: SpacyParser) -> TestClient:
    """The pages of the whole sample."""
    return TestClient(create_app(RecordBook(whole_record, parser, options)), base_url=LOCAL)


def lines(sample: TestClient, path: str) -> list[dict[str, Any]]:
    """The lines of a sheet."""
    return list(sample.get(path).json()["section"]["lines"])


def report_of(sample: TestClient, name: str) -> str:
    """The address of a report."""
    return next(str(row[0][1]) for row in sample.get("/reports.json").json()["rows"] if row[0][0] == name)


def published_of(sample: TestClient, statement: str) -> str:
    """The first day on which the report of a statement may have been published; one that is not known comes last."""
    published = sample.get(f"/statements/{statement}.json").json()["statement"]["published"] or {}
    return str(published.get("first") or "9999")


def test_of_those_who_say_so_on_each_side_the_first_report_stands_first(sample: TestClient) -> None:
    heads = [h for ledger in sample.get("/figures.json").json()["ledgers"] for h in ledger["heads"]]
    told = [[s["statement"] for s in side["sayers"]] for h in heads for side in h["sides"]]
    days = {i: published_of(sample, i) for ids in told for i in ids}
    assert max(map(len, told)) > 1 and all(ids == sorted(ids, key=lambda i: days[i]) for ids in told), "the first report comes first"


def test_a_text_on_the_table_has_its_versions_their_terms_and_answers_to_which_version(sample: TestClient) -> None:
    found = lines(sample, "/proposals.json")
    texts = [line["text"] for line in found]
    assert any(t.startswith("version 1: ") for t in texts) and any(t.startswith("provides “") for t in texts)
    assert any("accepted, to which version is not told" in t for t in texts), "agreement to nothing is said to be one"
    assert all(line["cites"] for line in found if line["text"].startswith(("version", "provides")))


def test_people_stand_one_by_one_with_their_sign_of_life_and_every_account(sample: TestClient) -> None:
    found = lines(sample, "/roster.json")
    assert found and all(any("sign of life" in m for m in line["marks"]) for line in found if line["level"] == 0)
    assert all(line["cites"] for line in found if line["level"] == 1)
    apart = [line for line in found if line["text"].startswith("not to be taken for")]
    assert apart and all(any(place["quote"] in line["text"] for place in line["cites"]) for line in apart), "each opens on the words that name the other"


def test_days_of_an_agreement_tell_what_was_due_and_by_whose_account_it_came(sample: TestClient) -> None:
    days = [line for line in lines(sample, "/agreements.json") if line["text"].startswith("day ")]
    assert days and any("by the account of" in d["text"] for d in days) and any("not reported in what was added" in d["text"] for d in days)


def test_a_difference_has_its_kind_what_would_settle_it_and_both_sides_words(sample: TestClient) -> None:
    found = lines(sample, "/disputes.json")
    heads = [n for n, line in enumerate(found) if line["level"] == 0 and line["link"]]
    assert len(heads) > 5
    for n in heads:
        assert found[n]["marks"][0] in ("conflict", "update", "different scope", "different as-of", "rounding", "open term")
        assert found[n + 1]["level"] == 1 and found[n + 1]["cites"]


def test_a_report_tells_how_its_day_is_known_and_in_what_it_differs_from_the_text_it_copies(sample: TestClient) -> None:
    copied = sample.get(report_of(sample, "01-northern-post-seizure"))
    assert "What it leans on" in copied.text and "Differences from <b>02-harbour-gazette-seizure</b>, which it copies" in copied.text
    inferred = sample.get(report_of(sample, "12-harbour-gazette-opinion") + ".json").json()
    assert inferred["date"]["basis"] == "inferred" and inferred["date"]["constraints"]
    page = unescape(sample.get(report_of(sample, "12-harbour-gazette-opinion")).text)
    assert all(page.count(days_in(reason)) == 1 for reason in inferred["date"]["constraints"]), "each reason once"


def test_the_only_negotiation_is_not_named_again_in_what_is_told_differently(sample: TestClient) -> None:
    name = sample.get("/index.json").json()["title"]
    told = [title for _, title in sample.get("/index.json").json()["open"]] + [line["text"] for line in lines(sample, "/disputes.json")]
    assert told and not any(name in words for words in told)


def test_a_card_tells_the_arithmetic_once_with_all_who_give_each_figure(sample: TestClient) -> None:
    cards = [c for ledger in sample.get("/figures.json").json()["ledgers"] for c in ledger["cards"]]
    assert cards and len({c["sum"] for c in cards}) == len(cards)
    assert all(len(c["terms"]) > 1 and all(t["places"] for t in c["terms"]) for c in cards)
    assert any(c["explains"] for c in cards)


def test_a_source_that_the_record_knows_is_counted_once_and_unnamed_ones_by_class(sample: TestClient) -> None:
    page = sample.get("/sources.json").json()
    known = [row[0][1] for row in page["quoted"]["rows"] if row[0][1].startswith("/entities/")]
    assert known and len(set(known)) == len(known)
    assert {row[0][0] for row in page["unnamed"]["rows"]} <= {"unnamed official", "unnamed source"}


def said(identity: str, report: str, source: str) -> Statement:
    """An event as a source in a report tells it."""
    mention = EventMention("e", Span(0, 3), Span(0, 3), "meet", "happened")
    link = Link("a", source, source, "named_body", source, "said", "reporting")
    return Statement(identity, report, "events", "e", mention, Span(0, 3), "met", DAY, DAY, (link,))


def test_accounts_of_an_event_that_differ_stand_side_by_side() -> None:
    told = {i: said(i, r, who) for i, r, who in (("s1", "r1", "Norland"), ("s2", "r2", "Sarn"), ("s3", "r2", "Sarn again"))}
    reports = tuple(Report(r, r, "met them") for r in ("r1", "r2"))
    event = Event("e", "meet", "They meet", DAY, "happened", ("Norland",), (), ("s1", "s2", "s3"), differs=("the day",))
    found = entry(Snapshot(reports, told, Derived(events=(event,))), event)
    assert [(a.by, a.outlet) for a in found.accounts] == [("Norland", "r1"), ("Sarn", "r2")], "one a report"


@pytest.mark.parametrize(("side", "shape"), [("Norland", "<circle cx"), ("Qadir", "<rect"), (None, '<circle class="ring"')])
def test_a_point_of_a_mediator_is_no_point_of_a_party(side: str | None, shape: str) -> None:
    snapshot = Snapshot(derived=Derived(negotiations=(Negotiation("n", "A", ("Norland",), ("Qadir",)),)))
    assert shape in drawn_point(snapshot, TalksPoint("s", "active", DAY, side, None), (100.0, 110.0), 20.0, {"Qadir"})
