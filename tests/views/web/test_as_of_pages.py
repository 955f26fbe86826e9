"""Every page that takes a day shows no word of what was published later, in HTML as in JSON."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import HOSTILE, NAMES, SAMPLE, Settled, options

from onrecord.parse import SpacyParser
from onrecord.views.web.record_book import RecordBook

DAY = "2025-03-31"
"""A day after the first of the sample's reports in the record and before the others."""


def pieces(text: str) -> set[str]:
    """All runs of four words."""
    words = re.findall(r"\w+", text)
    return {" ".join(words[n : n + 4]) for n in range(len(words) - 3)}


TEXTS = [(SAMPLE / n).read_text(encoding="utf-8") for n in NAMES] + [HOSTILE]
LATER_WORDS = (pieces(TEXTS[1]) | pieces(TEXTS[2])) - pieces(TEXTS[0]) - pieces(TEXTS[3])


def leaks(shown: str) -> set[str]:
    """The words of later reports that stand in what is shown."""
    words = " ".join(re.findall(r"\w+", re.sub(r"<[^>]*>|\\n", " ", shown)))
    return {p for p in LATER_WORDS if p in words}


def addresses(client: TestClient) -> list[str]:
    """Every address of a page that can be asked for without an id."""
    app = client.app
    paths = [str(route.path) for route in app.routes if "GET" in (getattr(route, "methods", None) or ())]  # type: ignore[attr-defined]
    return [p for p in paths if "{" not in p]


def test_no_page_shows_words_of_a_later_report(client: TestClient) -> None:
    paths = addresses(client)
    assert len(paths) > 30
    for path in paths:
        answer = client.get(path, params={"as_of": DAY, "q": "truce"})
        # Agreement of a blind coding asks who the coder is; no name was given here.
        assert answer.status_code == (400 if path.startswith("/review/blind/agreement") else 200), path
        assert leaks(answer.text) == set(), path


def test_a_coder_with_a_name_is_asked_and_told_of_no_later_report(filled: Path, tmp_path: Path, parser: SpacyParser) -> None:
    """Also when all is coded, on the page of agreement, and from page to page."""
    desk = Settled(RecordBook(Path(shutil.copy(filled, tmp_path / "record.db")), parser, options))
    asked = {"seed": "1", "size": "500", "as_of": DAY}
    page = desk.get("/review/blind", params=asked).text
    action, seen = "begin", 0
    while "are coded" not in page:
        assert leaks(page) == set()
        fields = {name: value for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', page.split("<main")[1]) if name != "who"}
        page = desk.post("/review/blind", data={**fields, "who": "M. Okafor", "action": action}).text
        action, seen = "code", seen + 1
    told = desk.get("/review/blind/agreement", params=asked)
    assert seen > 5 and told.status_code == 200 and leaks(told.text) == set()
    assert any(leaks(desk.get("/review/blind", params={"seed": str(n), "size": "60"}).text) for n in range(1, 9))


def test_the_pages_of_an_audit_leave_out_the_places_in_later_reports(filled: Path, tmp_path: Path, parser: SpacyParser) -> None:
    desk = Settled(RecordBook(Path(shutil.copy(filled, tmp_path / "record.db")), parser, options))
    token = re.findall(r'name="token" value="([^"]+)"', desk.get("/audit").text)[0]
    here = desk.post("/audit", data={"token": token, "who": "M. Okafor", "size": "60", "seed": "1"}, follow_redirects=False).headers["location"][:-2]
    places = desk.get(f"{here}.json").json()["places"]
    found = [desk.get(f"{here}/{n}", params={"as_of": DAY}) for n in range(1, len(places) + 1)]
    assert {answer.status_code for answer in found} == {200, 404}
    assert leaks(" ".join(answer.text for answer in found)) == set() and leaks(desk.get(f"{here}/{len(places)}").text + desk.get(f"{here}.json").text)
    assert len(desk.get(f"{here}.json", params={"as_of": DAY}).json()["places"]) < len(places)


def test_without_the_day_the_words_are_there(client: TestClient) -> None:
    """Else the test above would find nothing whatever was shown."""
    assert leaks(client.get("/").text) and leaks(client.get("/search", params={"q": "truce"}).text)


@pytest.mark.parametrize("kind", ["reports", "statements", "events"])
def test_the_page_of_one_thing_of_a_later_report_is_not_there(client: TestClient, kind: str) -> None:
    known = {r[0][1].rsplit("/", 1)[1]: r[0][0] for r in client.get("/reports.json").json()["rows"]}
    later = [i for i, name in known.items() if name in (NAMES[1][:-4], NAMES[2][:-4])]
    assert len(later) == 2
    page = client.get(f"/reports/{later[0]}").text
    found = later if kind == "reports" else sorted(set(re.findall(rf'/{kind}/([\w-]+)', page + client.get("/timeline").text)))
    assert found
    for identity in found:
        for form in ("", ".json"):
            answer = client.get(f"/{kind}/{identity}{form}", params={"as_of": DAY})
            assert answer.status_code in (200, 404) and leaks(answer.text) == set(), identity
