"""Reports are added by paste and by file, behind the pages, which tell how far it is and what it changed; an empty record offers ways in."""

from __future__ import annotations

import errno
import logging
import re
import threading

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import over

from onrecord.adding import AddResult
from onrecord.desk import pasting
from onrecord.errors import InputError, RecordError
from onrecord.views.web.runs import MISTAKE, MOST_KEPT, MOST_WAITING, Outcome, Runs

TEXT = "Port Sant, March 2, 2024\n\nThe Red Front released six soldiers on Friday, Norland's defence ministry said on Saturday. Talks are stuck, it said."

LATER = "Port Sant, March 6, 2024\n\nThe Red Front released two more soldiers on Tuesday, Norland's defence ministry said on Wednesday. Talks resumed, it said."


def token(client: TestClient) -> str:
    """The token that the page's forms carry."""
    found = re.search(r'name="token" value="([^"]+)"', client.get("/add").text)
    assert found
    return found[1]


def test_an_empty_record_leads_to_the_ways_in(empty: TestClient) -> None:
    page = empty.get("/", follow_redirects=True)
    assert page.url.path == "/add"
    for words in ("An empty record", "Paste a text", "Choose or drop files", "Load the sample"):
        assert words in page.text


def test_a_pasted_text_is_read_and_known_the_second_time(empty: TestClient) -> None:
    form = {"token": token(empty), "text": TEXT, "outlet": "Daily Example", "published": ""}
    assert "1 new, 0 already known" in over(empty, empty.post("/add/text", data=form))
    assert "0 new, 1 already known" in over(empty, empty.post("/add/text", data=form))
    assert "Daily Example" in empty.get("/reports").text


def test_files_are_read_and_what_cannot_be_read_is_said(empty: TestClient) -> None:
    files = [("files", ("a.txt", TEXT.encode(), "text/plain")), ("files", ("../../b.txt", b"\x00\x01\x02\x03" * 50, "text/plain"))]
    page = over(empty, empty.post("/add/files", data={"token": token(empty)}, files=files))
    assert "1 new" in page
    assert "1 not read" in page
    assert "binary" in page


def test_files_take_the_outlet_and_the_day_that_are_given_and_what_is_no_day_is_refused_at_once(empty: TestClient) -> None:
    files = [("files", (f"{n}.txt", f"The Red Front released {n} soldiers, the ministry said.".encode(), "text/plain")) for n in (6, 7)]
    sent = {"token": token(empty), "outlet": "Daily <i>Example", "published": "2024-03-02"}
    over(empty, empty.post("/add/files", data=sent, files=files))
    rows = empty.get("/reports.json").json()["rows"]
    assert [(row[1][0], row[2][0]) for row in rows] == [("Daily <i>Example", "2 Mar 2024")] * 2
    assert empty.post("/add/files", data={**sent, "published": "yesterday"}, files=files).status_code == 400


def test_a_form_without_the_token_is_refused(empty: TestClient) -> None:
    answer = empty.post("/add/text", data={"token": "guessed", "text": TEXT})
    assert answer.status_code == 403
    assert "open the page again" in answer.text
    assert empty.get("/reports.json").json()["rows"] == []


def test_an_empty_paste_is_a_problem_not_a_report(empty: TestClient) -> None:
    page = over(empty, empty.post("/add/text", data={"token": token(empty), "text": "   "}))
    assert "0 new" in page
    assert "empty" in page


def test_what_came_into_an_empty_record_is_all_new_and_what_comes_later_tells_what_it_changed(empty: TestClient) -> None:
    first = over(empty, empty.post("/add/text", data={"token": token(empty), "text": TEXT}))
    assert "nothing in the record before" in first and "What this changed" not in first
    answer = empty.post("/add/text", data={"token": token(empty), "text": LATER})
    page = over(empty, answer)
    assert "1 new" in page and "What this changed" in page and 'href="/events/' in page and "two more soldiers" in page
    told = empty.get(f"{answer.url.path}.json").json()
    assert told["pager"]["total"] == len(told["run"]["outcome"]["changes"]["lines"]) >= 1 and told["run"]["what"] == "a pasted text"
    again = over(empty, empty.post("/add/text", data={"token": token(empty), "text": LATER}))
    assert "0 new, 1 already known" in again and "What this changed" not in again


def test_a_long_adding_tells_how_far_it_is_while_the_pages_go_on(empty: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, real = threading.Event(), pasting.add_uploads

    def slow(uploads: object, record: object, parser: object, options: object, progress: object) -> AddResult:
        progress(7, "the <b>seventh</b>")  # type: ignore[operator]
        assert go_on.wait(60)
        return real(uploads, record, parser, options, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(pasting, "add_uploads", slow)
    monkeypatch.setattr("onrecord.views.web.adding.AT_ONCE", 0.0)
    answer = empty.post("/add/files", data={"token": token(empty)}, files=[("files", ("a.txt", TEXT.encode(), "text/plain"))])
    for _ in range(100):
        if "7 read" in answer.text:
            break
        answer = empty.get(answer.url.path)
    assert "7 read, the last <bdi>the &lt;b&gt;seventh&lt;/b&gt;</bdi>" in answer.text and "/static/adding.js" in answer.text
    assert empty.get(f"{answer.url.path}.json").json()["run"]["outcome"] is None and empty.get("/reports").status_code == 200
    go_on.set()
    assert "1 new" in over(empty, empty.get(answer.url.path)) and empty.get("/add/runs/nothing").status_code == 404


@pytest.mark.parametrize(("error", "words"), [
    (RecordError("the record is locked"), "the record is locked"), (OSError(errno.ENOSPC, "full", "/srv/secret.part"), "free some space"),
    (ZeroDivisionError("inside"), MISTAKE),
])
def test_an_adding_that_breaks_off_says_why_without_the_inside_and_the_next_is_done(
    error: Exception, words: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object) -> Outcome:
        raise error

    runs = Runs()
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    with caplog.at_level(logging.CRITICAL):
        bad = runs.begin("a file", broken)
        assert runs.rest(bad, 10)
    assert words in runs.run(bad).trouble and "secret" not in runs.run(bad).trouble and "inside" not in runs.run(bad).trouble
    good = runs.begin("a file", lambda _: Outcome("done"))
    assert runs.rest(good, 10) and runs.run(good).outcome == Outcome("done")


def test_only_so_many_addings_wait_and_only_so_many_are_remembered() -> None:
    go_on, runs = threading.Event(), Runs()

    def slow(_: object) -> Outcome:
        assert go_on.wait(60)
        return Outcome("done")

    waiting = [runs.begin("a file", slow) for _ in range(MOST_WAITING)]
    with pytest.raises(InputError, match="under way"):
        runs.begin("a file", slow)
    go_on.set()
    assert all(runs.rest(i, 10) for i in waiting)
    later = []
    for _ in range(MOST_KEPT + 1):
        later.append(runs.begin("a file", slow))
        assert runs.rest(later[-1], 10)
    assert runs.run(later[-1]).over
    with pytest.raises(KeyError):
        runs.run(waiting[0])
