"""Notes and additions are undone on the page: what was written stays, who took it back is told, and that is undone too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import over
from tests.views.web.review.test_review import form, hidden, kept

from onrecord.record import checks, open_record, queries
from onrecord.rederiving import differences

TEXT = "Karsk, March 14, 2025\n\nThe River Army is holding 77 soldiers, the army spokesman Ivo Tann said on Friday. Talks have collapsed, he said.\n"


def numbers(page: str) -> list[str]:
    """The numbers of what can be taken back on a page, in its order."""
    return re.findall(r'name="n" value="(\d+)"', page)


def test_a_note_is_taken_back_and_brought_back_and_nothing_of_it_is_lost(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        event = queries.events(record)[0].id
    address = f"/review/events/{event}"
    on = {"on_kind": "events", "on_id": event}
    noted = desk.post(address, data=form(desk.get(address).text, action="note", words="ask the ministry", **on))
    assert "Noted: “" in noted.text and 'id="undo"' in noted.text
    back = desk.post(address, data=form(noted.text, action="take_back", n=numbers(noted.text)[0], **{**on, "who": "R. Silva"}))
    assert re.search(r"<del[^>]*>ask the ministry</del>.*taken back by R. Silva on 1 Jun 2025, 12:00 UTC", back.text)
    assert "ask the ministry" not in desk.get(f"/events/{event}").text, "what does not hold is shown to nobody who reads"
    again = desk.post(address, data=form(back.text, action="take_back", n=numbers(back.text)[0], **on))
    assert "<del" not in again.text and "ask the ministry" in desk.get(f"/events/{event}").text
    with open_record(path) as record:
        assert [(r["words"], r["takes_back"]) for r in record.rows("SELECT words, takes_back FROM note ORDER BY n")] == [
            ("ask the ministry", None), ("", 1), ("", 2),
        ]


@pytest.mark.parametrize(("n", "words"), [("7", "no note has the number 7"), ("x", "give a whole number"), ("9" * 30, "give a whole number")])
def test_what_is_no_note_is_not_taken_back(desk: TestClient, path: Path, n: str, words: str) -> None:
    with open_record(path) as record:
        address = f"/review/events/{queries.events(record)[0].id}"
    answer = desk.post(address, data=form(desk.get(address).text, action="take_back", n=n))
    assert answer.status_code == 400 and words in answer.text


def test_a_note_that_a_second_window_took_back_is_not_taken_back_twice(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        address = f"/review/events/{queries.events(record)[0].id}"
    page = desk.post(address, data=form(desk.get(address).text, action="note", words="ask")).text
    assert desk.post(address, data=form(page, action="take_back", n="1")).status_code == 200
    late = desk.post(address, data=form(page, action="take_back", n="1"))
    assert late.status_code == 400 and "taken back already" in late.text


def adding(desk: TestClient) -> str:
    """The page of an adding that is over."""
    sent = {"token": hidden(desk.get("/add").text, "token"), "text": TEXT, "outlet": "Wrong Desk", "published": ""}
    return over(desk, desk.post("/add/text", data=sent))


def test_an_adding_is_undone_by_one_button_and_brought_back_by_another(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        before = queries.snapshot(record)
        untouched = next(s for s in before.statements.values() if s.layer == "figures")
    page = adding(desk)
    run = hidden(page, "on_id")
    with open_record(path) as record:
        after = queries.snapshot(record)
        (new,) = after.by_id.keys() - before.by_id.keys()
        judged = next(s.id for s in after.statements.values() if s.report == new)
    assert "Undo this adding" in page
    for one in (judged, untouched.id):
        desk.post(f"/review/statements/{one}", data=form(desk.get("/review").text, action="accept"))
    undone = desk.post("/review/aside", data=form(desk.get(f"/add/runs/{run}").text, on_kind="runs", on_id=run, why="another conflict"))
    assert undone.url.path == f"/add/runs/{run}" and "Set aside by M. Okafor on 1 Jun 2025, 12:00 UTC: another conflict" in undone.text
    with open_record(path) as record:
        gone = queries.snapshot(record)
        assert gone.by_id.keys() == before.by_id.keys() and gone.statements.keys() == before.statements.keys()
        assert gone.derived.events == before.derived.events and not [p for p in gone.problems if p.kind == "judgement_lost"]
        assert list(checks.check(record)) == [] and differences(record) == ()
    history = desk.get(f"/review/reports/{new}").text
    assert "another conflict" in history and "its history stays" in history.lower()
    assert desk.get(f"/reports/{new}").status_code == 404 and "Wrong Desk" not in desk.get("/search?q=spokesman").text
    assert "1 report set aside by a person" in desk.get("/").text and "another conflict" in desk.get("/reports").text
    back = desk.post("/review/undo", data=form(undone.text, target=hidden(undone.text, "target"), on_kind="runs", on_id=run))
    assert "Undo this adding" in back.text
    with open_record(path) as record:
        again = queries.snapshot(record)
        assert again.statements.keys() == after.statements.keys()
        assert any("accepted by M. Okafor" in r for r in again.statements[judged].item.confidence.reasons), "what was decided holds again"
        assert differences(record) == ()
    assert [j.action for j in kept(path)] == ["accept", "accept", "reject", "undo"]


def test_what_is_set_aside_is_known_when_it_comes_again_and_says_who_did_it(desk: TestClient) -> None:
    run = hidden(adding(desk), "on_id")
    desk.post("/review/aside", data=form(desk.get(f"/add/runs/{run}").text, on_kind="runs", on_id=run))
    assert "set aside by M. Okafor on 2025-06-01" in adding(desk)


def test_a_report_is_set_aside_on_its_page_of_review_and_a_second_window_is_told(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        report = queries.reports(record)[0].id
    page = desk.get(f"/review/reports/{report}").text
    sent = form(page, report=report, on_kind="reports", on_id=report)
    aside = desk.post("/review/aside", data={**sent, "who": "R. Silva"})
    assert aside.status_code == 200 and "<b>set aside</b> noted" in aside.text
    late = desk.post("/review/aside", data=sent)
    assert late.status_code == 409 and "R. Silva" in late.text
    assert len(kept(path)) == 1
    assert "set aside" in desk.get("/review/history").text


def test_nothing_is_set_aside_where_no_report_is_named(desk: TestClient, path: Path) -> None:
    page = desk.get("/review").text
    assert desk.post("/review/aside", data=form(page)).status_code == 400
    assert desk.post("/review/aside", data=form(page, report="nothing")).status_code == 400
    assert desk.post("/review/aside", data=form(page, on_kind="runs", on_id="nothing")).status_code == 404
    assert kept(path) == ()
