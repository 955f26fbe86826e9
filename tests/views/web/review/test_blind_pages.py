"""A sample is coded on the page without anything that others found in sight; when all is coded, agreement is shown; each coding is taken back."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from pathlib import Path

from fastapi.testclient import TestClient
from tests.views.web.review.test_review import form, hidden, kept

from onrecord.record import open_record, queries

SAMPLE = {"seed": "5", "size": "3"}


def coded(desk: TestClient, page: str, who: str, **found: str) -> str:
    """The page after one sentence was coded."""
    place = {name: hidden(page, name) for name in ("report", "from", "to")}
    return desk.post("/review/blind", data={**form(page), "who": who, "action": "code", **SAMPLE, **place, **found}).text


def test_a_sample_is_coded_blindly_then_compared(desk: TestClient, path: Path) -> None:
    start = desk.get("/review/blind", params=SAMPLE).text
    assert "Begin" in start and "<mark>" not in start
    page = desk.post("/review/blind", data={**form(start), "action": "begin", **SAMPLE}).text
    for n in range(3):
        assert f"{n} of 3 sentences" in page and "m-figures" not in page and "/statements/" not in page and "/reports/" not in page
        assert desk.get("/review/blind/agreement", params=SAMPLE).status_code == 400
        page = coded(desk, page, "M. Okafor", events="meet")
    assert "All 3 are coded" in page
    desk.cookies.clear()
    other = desk.post("/review/blind", data={**form(desk.get("/review/blind").text), "who": "R. Silva", "action": "begin", **SAMPLE}).text
    for _ in range(3):
        other = coded(desk, other, "R. Silva")
    told = desk.get("/review/blind/agreement", params=SAMPLE)
    assert told.status_code == 200 and "R. Silva and the program" in told.text and "R. Silva and M. Okafor" in told.text
    assert "events: meet" in told.text and len(kept(path)) == 6 and {j.layer for j in kept(path)} == {"blind"}
    assert {p["other"]: p["units"] for p in desk.get("/review/blind/agreement.json", params=SAMPLE).json()["pairs"]} == {"program": 3, "M. Okafor": 3}
    assert "M. Okafor" not in desk.get("/review/history").text and "stored and not in these pages" not in desk.get("/").text


def test_the_last_coding_is_taken_back(desk: TestClient, path: Path) -> None:
    page = desk.post("/review/blind", data={**form(desk.get("/review/blind").text), "action": "begin", **SAMPLE}).text
    first = re.search(r"<mark>(.*?)</mark>", page)
    page = coded(desk, page, "M. Okafor")
    target = re.search(r'name="target" value="([0-9a-f]+)"', page)
    assert first and target and f"<mark>{first[1]}</mark>" not in page
    back = desk.post("/review/undo", data={**form(page), **SAMPLE, "target": target[1], "on_kind": "blind", "on_id": "all"})
    assert "0 of 3 sentences" in back.text, "the same sample is gone on with"
    assert f"<mark>{first[1]}</mark>" in desk.get("/review/blind", params=SAMPLE).text and [j.action for j in kept(path)] == ["code", "undo"]


def test_what_is_sent_wrongly_is_refused(desk: TestClient, path: Path) -> None:
    page = desk.post("/review/blind", data={**form(desk.get("/review/blind").text), "action": "begin", **SAMPLE}).text
    sent = {**form(page), "action": "code", **SAMPLE, "report": hidden(page, "report")}
    outside = {"from": hidden(page, "from"), "to": hidden(page, "to"), "events": "meet", "start": "0", "end": "999999"}
    for place in ({}, {"from": "0", "to": "1"}, {"from": "x", "to": "9"}, outside):
        assert desk.post("/review/blind", data={**sent, **place}).status_code == 400
    assert desk.get("/review/blind", params={"seed": "x"}).status_code == 400 and kept(path) == ()


def test_what_only_the_person_found_is_added_at_the_words_that_they_marked(desk: TestClient, path: Path) -> None:
    page, kinds = desk.post("/review/blind", data={**form(desk.get("/review/blind").text), "action": "begin", **SAMPLE}).text, 0
    for _ in range(3):
        start = int(hidden(page, "from"))
        words = {"start": str(start), "end": str(start + 7)} if kinds else {"proposals": "tabled", "proposals.words": f"{start + 2}:{start + 6}"}
        page, kinds = coded(desk, page, "M. Okafor", **words, commitments="breached"), kinds + 1
    told = [json.loads(j.value or "") for j in kept(path)]
    assert [len([w for w in value["words"] if w]) for value in told] == [1, 1, 1]
    shown = desk.get("/review/blind/agreement", params=SAMPLE).text
    to = re.search(r'href="(/review/reports/[0-9a-f]+\?start=(\d+)&amp;end=(\d+)&amp;layer=commitments&amp;kind=breached#add)"', shown)
    assert to and "Only you found <b>commitments: breached" in shown and int(to[3]) == int(to[2]) + 7
    adding = desk.get(unescape(to[1])).text
    with open_record(path) as record:
        text = queries.report(record, to[1].split("/")[3].split("?")[0]).text
    assert f'<output class="marked">{escape(text[int(to[2]) : int(to[3])])}</output>' in adding
    assert 'value="commitments" class="is-commitments" checked' in adding and '<option value="breached" selected>' in adding
