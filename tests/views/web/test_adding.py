"""Reports are added by paste and by file; a form that another page sent is refused; an empty record offers ways in."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

TEXT = "Port Sant, March 2, 2024\n\nThe Red Front released six soldiers on Friday, Norland's defence ministry said on Saturday. Talks are stuck, it said."


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
    assert "1 new, 0 already known" in empty.post("/add/text", data=form).text
    assert "0 new, 1 already known" in empty.post("/add/text", data=form).text
    assert "Daily Example" in empty.get("/reports").text


def test_files_are_read_and_what_cannot_be_read_is_said(empty: TestClient) -> None:
    files = [("files", ("a.txt", TEXT.encode(), "text/plain")), ("files", ("../../b.txt", b"\x00\x01\x02\x03" * 50, "text/plain"))]
    page = empty.post("/add/files", data={"token": token(empty)}, files=files).text
    assert "1 new" in page
    assert "1 not read" in page
    assert "binary" in page


def test_a_form_without_the_token_is_refused(empty: TestClient) -> None:
    answer = empty.post("/add/text", data={"token": "guessed", "text": TEXT})
    assert answer.status_code == 403
    assert "open the page again" in answer.text
    assert empty.get("/reports.json").json()["rows"] == []


def test_an_empty_paste_is_a_problem_not_a_report(empty: TestClient) -> None:
    page = empty.post("/add/text", data={"token": token(empty), "text": "   "}).text
    assert "0 new" in page
    assert "empty" in page
