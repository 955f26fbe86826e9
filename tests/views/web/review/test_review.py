"""People judge on the page: what matters first, every decision kept, undone and noticed; nothing is overwritten."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import options

from onrecord.desk.deciding import touching
from onrecord.desk.pasting import add_pasted
from onrecord.parse import SpacyParser
from onrecord.reconcile.judged import kind_of, plain
from onrecord.record import checks, open_record, queries
from onrecord.record.judgements import judgements
from onrecord.types import Judgement


def hidden(page: str, name: str) -> str:
    """The value of the first hidden field of this name."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]


def first(page: str) -> str:
    """The id of the first statement of the queue."""
    return queued(page)[0]


def queued(page: str) -> list[str]:
    """The ids of the queue, in its order."""
    return re.findall(r'id="q-([^"]+)"', page)


def form(page: str, **more: str) -> dict[str, str]:
    """What a form of the page sends."""
    return {"token": hidden(page, "token"), "seen": hidden(page, "seen"), "cap": "30", "who": "M. Okafor", **more}


def kept(path: Path) -> tuple[Judgement, ...]:
    """The judgements of the record."""
    with open_record(path) as record:
        return judgements(record)


def test_disputes_come_first_and_then_what_is_unsure_and_much_rests_on(desk: TestClient, path: Path) -> None:
    page = desk.get("/review?cap=500").text
    with open_record(path) as record:
        snapshot = queries.snapshot(record)
    in_dispute = {i for d in snapshot.derived.disputes for _, ids in d.sides for i in ids}
    marks = [i in in_dispute for i in queued(page)]
    assert len(marks) > 10 and marks == sorted(marks, reverse=True)
    weights = [float(w) for w in re.findall(r"weight ([\d.]+)", page)][sum(marks) :]
    assert weights == sorted(weights, reverse=True)


def test_the_queue_shows_whole_numbers_and_where_a_passage_goes_on(desk: TestClient) -> None:
    page = desk.get("/review?cap=500").text.split("<main")[1]
    assert re.search(r"value: \d+;", page) and not re.search(r"\d\.0[;\"<]", page)
    for cut, before in re.findall(r'<p class="context markable([^"]*)" dir="auto" data-start="(\d+)"', page):
        assert ("cut-before" in cut) == (before != "0")
    assert "cut-after" in page


def test_a_day_has_a_cap_that_decisions_use_up(desk: TestClient) -> None:
    page = desk.get("/review?cap=2").text
    assert len(queued(page)) == 2
    after = desk.post(f"/review/statements/{first(page)}", data=form(page, action="accept", cap="2"))
    assert len(queued(after.text)) == 1 and "1 of 2 today" in after.text


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_decision_keeps_who_and_why_leaves_the_queue_and_is_undone(desk: TestClient, path: Path, action: str) -> None:
    page = desk.get("/review").text
    target = first(page)
    after = desk.post(f"/review/statements/{target}", data=form(page, action=action, why="heard the tape"))
    assert after.status_code == 200 and f"<b>{action}</b> noted" in after.text and target not in queued(after.text)
    made = kept(path)[-1]
    assert (made.action, made.target, made.who, made.why) == (action, target, "M. Okafor", "heard the tape") and made.quote
    undone = desk.post("/review/undo", data=form(after.text, target=made.id))
    assert target in queued(undone.text)
    assert [j.action for j in kept(path)] == [action, "undo"]
    history = desk.get(f"/review/statements/{target}").text
    assert "heard the tape" in history and "undone" in history


def test_a_rejected_statement_keeps_a_page_with_its_history(desk: TestClient) -> None:
    page = desk.get("/review").text
    target = first(page)
    desk.post(f"/review/statements/{target}", data=form(page, action="reject"))
    shown = desk.get(f"/review/statements/{target}")
    assert shown.status_code == 200 and "Its history stays" in shown.text and ">Undo</button>" in shown.text


def test_a_value_and_the_words_are_set_and_every_quote_still_stands_in_its_text(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        figure = next(s for s in queries.snapshot(record).statements.values() if s.layer == "figures")
        text = queries.report(record, figure.report).text
    page = desk.get(f"/review/statements/{figure.id}").text
    sent = form(page, action="edit", **{"field.unit": "crew", "start": str(figure.span.start), "end": str(figure.span.end + 4)})
    assert desk.post(f"/review/statements/{figure.id}", data=sent).status_code == 200
    value = json.loads(kept(path)[-1].value or "")
    assert value["unit"] == "crew" and value["span"] == [figure.span.start, figure.span.end + 4]
    with open_record(path) as record:
        after = queries.statement(record, figure.id)
        assert after.item.unit == "crew" and after.quote == text[figure.span.start : figure.span.end + 4]  # type: ignore[union-attr]
        assert list(checks.check(record)) == []


@pytest.mark.parametrize(("fields", "words"), [
    ({"action": "edit"}, "nothing was changed"), ({"action": "edit", "start": "5", "end": "4"}, "no place in a report"),
    ({"action": "edit", "start": "x", "end": "4"}, "no place in the text"), ({"action": "edit", "start": "0", "end": "99999999"}, "no place in a report"),
    ({"action": "merge", "other": "x"}, "nothing that can be done"), ({"action": "accept", "who": " "}, "give your name"),
])
def test_what_does_not_fit_is_refused_with_words_and_writes_nothing(desk: TestClient, path: Path, fields: dict[str, str], words: str) -> None:
    page = desk.get("/review").text
    answer = desk.post(f"/review/statements/{first(page)}", data=form(page, **fields))
    assert answer.status_code == 400 and words in answer.text and kept(path) == ()


def test_a_second_windows_decision_is_shown_and_not_overwritten(desk: TestClient, path: Path) -> None:
    here = desk.get("/review").text
    one, other = queued(here)[:2]
    desk.post(f"/review/statements/{one}", data=form(here, action="accept", who="R. Silva", why="saw it"))
    late = desk.post(f"/review/statements/{one}", data=form(here, action="reject"))
    assert late.status_code == 409 and "R. Silva" in late.text and "saw it" in late.text
    assert [j.action for j in kept(path)] == ["accept"]
    assert desk.post(f"/review/statements/{other}", data=form(here, action="reject")).status_code == 200


def test_events_are_joined_and_parted_and_it_is_taken_back(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        one, other = queries.events(record)[:2]
    address = f"/review/events/{one.id}"
    page = desk.get(address).text
    assert desk.post(address, data=form(page, action="merge", other=other.id, on_kind="events", on_id=one.id)).status_code == 200
    with open_record(path) as record:
        joined = [e for e in queries.events(record) if set(e.statements) >= {*one.statements, *other.statements}]
    assert len(joined) == 1
    address = f"/review/events/{joined[0].id}"
    again = desk.post(address, data=form(desk.get(address).text, action="split", part=other.statements[0], on_kind="events", on_id=joined[0].id))
    assert again.status_code == 200
    with open_record(path) as record:
        assert not any(set(e.statements) >= {*one.statements, *other.statements} for e in queries.events(record))
    assert len(touching(kept(path), one.id)) >= 1


def test_names_of_an_entity_are_joined_parted_and_it_is_taken_back(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        one, other = [e for e in queries.entities(record) if e.kind == "person"][:2]
    address = f"/review/entities/{one.id}"
    page = desk.get(address).text
    assert other.name in page
    assert desk.post(address, data=form(page, action="merge", other=other.id)).status_code == 200
    with open_record(path) as record:
        joined = next(e for e in queries.entities(record) if {*one.names, *other.names} <= set(e.names))
    address = f"/review/entities/{joined.id}"
    assert desk.post(address, data=form(desk.get(address).text, action="split", part=other.name)).status_code == 200
    with open_record(path) as record:
        assert not any({*one.names, *other.names} <= set(e.names) for e in queries.entities(record))
    for judgement in reversed(kept(path)):
        desk.post("/review/undo", data=form(desk.get("/review").text, target=judgement.id))
    with open_record(path) as record:
        assert {one, other} <= set(queries.entities(record)), "all as it was"


def test_one_decision_holds_for_all_alike(desk: TestClient, path: Path, parser: SpacyParser) -> None:
    with open_record(path, write=True) as record:
        texts = [f"Karsk, March {n}, 2025\n\nThe River Army is holding 12 soldiers, a spokesman said on day {n}." for n in (3, 4)]
        for text in texts:
            add_pasted(text, record, parser, options())
        said = queries.snapshot(record).statements.values()
    same = defaultdict(list)
    for s in said:
        same[s.layer, kind_of(s), plain(s.quote)].append(s.id)
    alike = next(ids for (layer, *_), ids in same.items() if len(ids) > 1 and layer == "figures")
    page = desk.get(f"/review/statements/{alike[0]}").text
    after = desk.post(f"/review/statements/{alike[0]}", data=form(page, action="reject", alike="1"))
    with open_record(path) as record:
        assert not set(alike) & queries.snapshot(record).statements.keys(), "one decision puts all of them aside"
    desk.post("/review/undo", data=form(after.text, target=kept(path)[-1].id))
    with open_record(path) as record:
        assert set(alike) <= queries.snapshot(record).statements.keys(), "and one undo brings all of them back"


def test_a_form_leads_back_to_a_page_of_review_only(desk: TestClient) -> None:
    page = desk.get("/review").text
    sent = form(page, action="accept", on_kind="//evil.example", on_id="//evil.example", next="x\r\nSet-Cookie: a=b", cap="//evil.example")
    answer = desk.post(f"/review/statements/{first(page)}", data=sent, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/review?done=") and "evil" not in answer.headers["location"]


@pytest.mark.parametrize("kind", ["statements", "events", "entities", "reports", "x"])
def test_what_is_not_there_has_no_page(desk: TestClient, kind: str) -> None:
    assert desk.get(f"/review/{kind}/nothing").status_code == 404


@pytest.mark.parametrize("kind", ["statements", "events", "entities", "reports"])
def test_a_desk_note_stands_on_the_page_of_its_thing_with_who_and_when(desk: TestClient, path: Path, kind: str) -> None:
    with open_record(path) as record:
        snapshot = queries.snapshot(record)
    identity = {"statements": min(snapshot.statements), "events": snapshot.derived.events[0].id, "reports": snapshot.reports[0].id,
                "entities": snapshot.derived.entities[0].id}[kind]
    address = f"/review/{kind}/{identity}"
    before = desk.get(f"/{kind}/{identity}").text
    assert f'href="{address}"' in before, "the page of a thing leads to where it is judged, with its history"
    words = "ask the <b>envoy</b> again"
    sent = form(desk.get(address).text, action="note", words=words, on_kind=kind, on_id=identity)
    assert words not in before and desk.post(address, data=sent).status_code == 200
    for page in (desk.get(f"/{kind}/{identity}").text, desk.get(address).text):
        assert "ask the &lt;b&gt;envoy&lt;/b&gt; again" in page and "M. Okafor" in page and "restricted" in page
    assert "envoy&lt;" not in desk.get(f"/{kind}/{identity}", params={"as_of": "2025-05-30"}).text


def test_a_missed_statement_is_added_on_the_page_of_its_report_and_taken_back(desk: TestClient, path: Path) -> None:
    with open_record(path) as record:
        report = queries.report(record, "01-northern-post-seizure")
    start = report.text.index(" ") + 1
    address = f"/review/reports/{report.id}"
    page = desk.get(address, params={"start": start, "end": start + 12}).text
    assert f'value="{start}"' in page and f"Marked: <output class=\"marked\">{report.text[start : start + 12]}" in page
    sent = form(page, action="add", layer="status", **{"status.status": "stalled", "start": str(start), "end": str(start + 12), "by": "own"})
    after = desk.post(address, data=sent | {"on_kind": "reports", "on_id": report.id, "why": "the headline says so"})
    made = kept(path)[-1]
    assert (made.action, made.layer, made.who) == ("add", "status", "M. Okafor") and "the headline says so" in after.text
    assert "added by M. Okafor" in desk.get(f"/statements/{made.target}").text and made.target in desk.get(f"/reports/{report.id}").text
    desk.post("/review/undo", data=form(after.text, target=made.id))
    assert desk.get(f"/statements/{made.target}").status_code == 404


@pytest.mark.parametrize(("fields", "words"), [
    ({"layer": "status"}, "no words are marked"), ({"layer": "status", "start": "0", "end": "5"}, "status: is missing"),
    ({"layer": "colours", "start": "0", "end": "5"}, "nothing that can be added"), ({"layer": "times", "start": "0", "end": "5"}, "days: is missing"),
])
def test_what_cannot_be_added_is_told_and_writes_nothing(desk: TestClient, path: Path, fields: dict[str, str], words: str) -> None:
    with open_record(path) as record:
        address = f"/review/reports/{queries.snapshot(record).reports[0].id}"
    answer = desk.post(address, data=form(desk.get(address).text, action="add", **fields))
    assert answer.status_code == 400 and words in answer.text and kept(path) == ()


def test_origins_are_joined_turned_and_parted_on_the_page_of_a_report(desk: TestClient, path: Path) -> None:
    def edges() -> set[tuple[str, str, str]]:
        with open_record(path) as record:
            return {(k.report, k.other, k.kind) for k in queries.origins(record) if k.other in {one, other}}

    with open_record(path) as record:
        one, other = (queries.find_report(record, n) for n in ("01-northern-post-seizure", "11-northern-post-collapse"))
    address = f"/review/reports/{one}"
    page = desk.get(address).text
    sent = {"action": "origin", "other": other, "on_kind": "reports", "on_id": one}
    after = desk.post(address, data=form(page, **sent, how="copied", why="word for word"))
    assert (other, one, "copy") in edges() and "word for word" in after.text and "joined by M. Okafor" in after.text
    desk.post(address, data=form(after.text, **sent, how="apart"))
    assert edges() == set()
    assert desk.post(address, data=form(desk.get(address).text, action="origin", other="", how="copy")).status_code == 400
    assert [j.action for j in kept(path)] == ["merge", "split"] and f"/review/reports/{one}#origins" not in desk.get("/reports").text


@pytest.mark.parametrize("address", ["/review.json", "/review/history.json", "/review/state.json"])
def test_the_pages_of_review_have_their_twins(desk: TestClient, address: str) -> None:
    assert desk.get(address).headers["content-type"] == "application/json" and desk.get(address).json() is not None


@pytest.mark.parametrize(("more", "status"), [({"words": "  "}, 400), ({"words": "x" * 5001}, 400), ({"words": "x", "who": ""}, 400)])
def test_a_note_says_something_and_has_an_author(desk: TestClient, more: dict[str, str], status: int) -> None:
    page = desk.get("/review").text
    assert desk.post(f"/review/statements/{first(page)}", data=form(page, **{"action": "note", **more})).status_code == status
