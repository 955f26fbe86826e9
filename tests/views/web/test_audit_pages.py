"""The page of audits: a sample drawn, answered place by place, gone on with later, told with intervals, kept as decisions; by keyboard in a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page
from tests.views.web.conftest import LOCAL, Settled, options, served

from onrecord.parse import SpacyParser
from onrecord.record import open_record, queries
from onrecord.record.judgements import judgements
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook

TOKEN = re.compile(r'name="token" value="([^"]+)"')


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A copy of the record, to be audited."""
    return Path(shutil.copy(filled, tmp_path / "record.db"))


@pytest.fixture
def desk(path: Path, parser: SpacyParser) -> Settled:
    return Settled(RecordBook(path, parser, options))


def send(desk: TestClient, url: str, **fields: str | int) -> str:
    """Sends a form and gives the address that it leads to, or the page that refuses it."""
    token = TOKEN.search(desk.get("/audit").text)
    assert token
    answer = desk.post(url, data={"token": token[1], "who": "M. Okafor", **{k.replace("__", "."): str(v) for k, v in fields.items()}}, follow_redirects=False)
    return answer.headers.get("location", answer.text)


def begun(desk: TestClient, **fields: str | int) -> str:
    """The address of a new audit."""
    return send(desk, "/audit", **fields).rpartition("/")[0]


def test_a_sample_is_the_same_as_in_the_terminal_and_shows_words_in_context(desk: Settled, path: Path) -> None:
    from onrecord.desk.auditing import Sample, draw

    here = begun(desk, size=10, seed=3)
    found = desk.get(f"{here}.json").json()
    with open_record(path) as record:
        drawn = draw(record, Sample(10, 3))
        texts = {r.name: r.text for r in queries.all_reports(record)}
    assert [(p["report"], p["start"], p["end"], p["id"]) for p in found["places"]] == [(p.report, p.start, p.end, p.id) for p in drawn]
    one = desk.get(f"{here}/1.json").json()
    shown = one["before"].removeprefix("… ") + one["place"]["words"] + one["after"].removesuffix(" …")
    assert shown in texts[one["place"]["report"]] and len(shown) > len(one["place"]["words"])
    assert "Right<kbd>a</kbd>" in desk.get(f"{here}/{next(n for n, p in enumerate(drawn, 1) if p.what == 'statement')}").text
    assert "Nothing is missing<kbd>n</kbd>" in desk.get(f"{here}/{next(n for n, p in enumerate(drawn, 1) if p.what == 'sentence')}").text


def test_answers_change_nothing_of_the_record_and_another_start_goes_on_where_they_end(desk: Settled, path: Path, parser: SpacyParser) -> None:
    with open_record(path) as record:
        before = queries.meta(record, "derived_of"), queries.statements(record)
    here = begun(desk, size=6, layer__figures=1)
    assert [p["what"] for p in desk.get(f"{here}.json").json()["places"]][:2] == ["statement", "sentence"]
    assert send(desk, f"{here}/1", answer="accept") == f"{here}/2"
    assert send(desk, f"{here}/2", answer="missed", missed__events=2, note="two talks") == f"{here}/3"
    with open_record(path) as record:
        assert (queries.meta(record, "derived_of"), queries.statements(record)) == before
        kept = judgements(record)
        assert [(j.action, j.layer, j.who) for j in kept] == [("code", "audit", "M. Okafor")] * 3
    later = TestClient(create_app(RecordBook(path, parser, options)), base_url=LOCAL)
    (line,) = later.get("/audit.json").json()
    assert (line["answered"], line["next"], line["sample"]["layers"]) == (2, 3, ["figures"])
    assert "2 of " in later.get("/audit").text and f'href="{here}/3"' in later.get("/audit").text
    places = later.get(f"{here}.json").json()["places"]
    assert (places[1]["answer"], places[1]["missed"], places[1]["note"]) == ("missed", "events events", "two talks")


def test_a_later_answer_takes_the_place_of_an_earlier_and_the_last_leads_to_what_all_tell(desk: Settled) -> None:
    here = begun(desk, size=2, layer__figures=1)
    places = desk.get(f"{here}.json").json()["places"]
    for n, place in enumerate(places, 1):
        to = send(desk, f"{here}/{n}", answer="reject" if place["what"] == "statement" else "none")
    assert to == here
    first = next(n for n, p in enumerate(places, 1) if p["what"] == "statement")
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', desk.get(f"{here}/{first}").text)
    assert seen
    send(desk, f"{here}/{first}", answer="accept", seen=seen[1])
    told = {q["layer"]: q for q in desk.get(f"{here}.json").json()["layers"]}
    assert (told["figures"]["asked"], told["figures"]["accepted"]) == (2, 1)
    assert "0.50" in desk.get(here).text and "90 % interval" in desk.get(here).text


def test_what_somebody_answered_meanwhile_in_another_window_is_shown_and_not_overwritten(desk: Settled, path: Path) -> None:
    here = begun(desk, size=2, layer__figures=1)
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', desk.get(f"{here}/1").text)
    assert seen
    send(desk, f"{here}/1", answer="accept", who="R. Silva", note="heard it", seen=seen[1])
    late = send(desk, f"{here}/1", answer="reject", seen=seen[1])
    assert "R. Silva judged the same thing meanwhile" in late and "heard it" in late and f'href="{here}/1"' in late
    assert send(desk, f"{here}/2", answer="accept", seen=seen[1]) != late, "another place does not stand in the way"
    anew = re.search(r'name="seen" value="([0-9a-f]+)"', desk.get(f"{here}/1").text)
    assert anew and "Answered: <b>accept</b>" in desk.get(f"{here}/1").text
    send(desk, f"{here}/1", answer="reject", seen=anew[1])
    assert desk.get(f"{here}.json").json()["places"][0]["answer"] == "reject"


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"answer": "perhaps"}, "write accept or reject"), ({}, "nothing was answered"), ({"answer": "accept", "missed__figures": "ten"}, "a whole number from 0"),
     ({"answer": "accept", "who": " "}, "give your name")],
)
def test_an_answer_that_cannot_be_kept_is_told(desk: Settled, path: Path, fields: dict[str, str], said: str) -> None:
    here = begun(desk, size=2, layer__figures=1)
    assert said in send(desk, f"{here}/1", **fields)
    with open_record(path) as record:
        assert len(judgements(record)) == 1


def test_answers_become_decisions_when_that_is_asked_for_and_only_once(desk: Settled, path: Path) -> None:
    here = begun(desk, size=2, layer__figures=1)
    places = desk.get(f"{here}.json").json()["places"]
    wrong = next(n for n, p in enumerate(places, 1) if p["what"] == "statement")
    send(desk, f"{here}/{wrong}", answer="reject", note="misread")
    assert send(desk, f"{here}/keep") == f"{here}?kept=1"
    assert send(desk, f"{here}/keep") == f"{here}?kept=0"
    with open_record(path) as record:
        (made,) = [j for j in judgements(record) if j.action == "reject"]
        assert made.target == places[wrong - 1]["id"] and made.why == "audit of a sample: misread"
        assert made.target not in {s.id for s in queries.statements(record)}
    assert desk.get(f"{here}/{wrong}").status_code == 200, "the place stays, its statement is no more"


@pytest.mark.parametrize("url", ["/audit/nothing", "/audit/nothing/1", "/audit/nothing/1.json"])
def test_what_is_not_there_is_not_found(desk: Settled, url: str) -> None:
    assert desk.get(url).status_code == 404


def test_a_form_without_its_token_is_refused_and_an_empty_record_has_no_sample(desk: Settled, empty: TestClient) -> None:
    assert desk.post("/audit", data={"who": "x"}).status_code == 403
    assert "no statement and no sentence to look at" in send(empty, "/audit")


@pytest.fixture
def page(path: Path, parser: SpacyParser, browser: Browser) -> Iterator[Page]:
    """The page of audits, the record served on this machine."""
    with served(path, parser) as address, browser.new_page(viewport={"width": 1280, "height": 900}) as page:
        page.goto(f"{address}/audit")
        yield page


@pytest.mark.browser
def test_a_whole_audit_by_keyboard(page: Page, path: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.locator("main input[name=who]").fill("M. Okafor")
    page.locator("main input[name=size]").fill("3")
    with page.expect_navigation():
        page.locator("main input[name=size]").press("Enter")
    asked = []
    while page.locator("#place").count():
        statement = page.locator("button[value=accept]").count() > 0
        asked.append(statement)
        if len(asked) == 1:
            page.keyboard.press("m")
            page.keyboard.type("2")
            page.keyboard.press("Escape")
        with page.expect_navigation():
            page.keyboard.press(("a" if asked.count(True) == 1 else "r") if statement else "s" if len(asked) == 1 else "n")
    assert page.locator("table tbody tr").count() >= 2 and "4 of 4 answered" in page.locator("h1").inner_text()
    with open_record(path) as record:
        answers = [j for j in judgements(record) if j.quote is not None]
    assert len(answers) == len(asked) == 4 and '"missed":"attributions attributions"' in (answers[0].value or "")
    page.go_back()
    with page.expect_navigation():
        page.keyboard.press("k")
    assert "place 3 of 4" in page.locator("h1").inner_text()
    page.keyboard.press("?")
    assert page.locator("#keys dl").is_visible() and errors == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1600])
def test_no_page_of_an_audit_is_wider_than_the_window(page: Page, width: int) -> None:
    page.locator("main input[name=who]").fill("M. Okafor")
    with page.expect_navigation():
        page.locator("main input[name=size]").press("Enter")
    here = page.url.rpartition("/")[0]
    page.locator("button[name=answer]").first.click()
    page.set_viewport_size({"width": width, "height": 900})
    for url in (here.rpartition("/")[0], here, f"{here}/1", f"{here}/4"):
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url
