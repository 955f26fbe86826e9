"""A second window's decision is told in an open page of review before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from tests.views.web.browsing import watched
from tests.views.web.conftest import served
from tests.views.web.review.test_review import form, hidden, kept, queued

from onrecord.parse import SpacyParser


@pytest.fixture
def address(path: Path, parser: SpacyParser) -> Iterator[str]:
    """The same on this machine."""
    with served(path, parser) as found:
        yield found


def test_what_was_decided_since_is_told_by_who_did_what_to_which_thing(desk: TestClient, path: Path) -> None:
    here = desk.get("/review").text
    one, other = queued(here)[:2]
    asked = f"/review/state.json?seen={hidden(here, 'seen')}"
    assert desk.get(asked).json()["later"] == []
    desk.post(f"/review/statements/{one}", data=form(here, action="reject", who="R. Silva"))
    desk.post("/review/undo", data=form(desk.get("/review").text, target=kept(path)[-1].id, who="R. Silva"))
    desk.post(f"/review/statements/{other}", data=form(here, action="accept"))
    told = [(x["who"], x["action"], x["about"]) for x in desk.get(asked).json()["later"]]
    assert told == [("R. Silva", "reject", one), ("R. Silva", "undo of reject", one), ("M. Okafor", "accept", other)]
    assert desk.get(f"/review/state.json?seen={kept(path)[-1].id}").json()["later"] == []
    assert desk.get("/review/state.json").json()["later"] == [], "who names no decision is told of none"


@pytest.mark.browser
def test_an_open_page_says_what_another_window_decided_and_sending_writes_nothing(browser: Browser, address: str, path: Path) -> None:
    with browser.new_context() as mine, browser.new_context() as theirs:
        here, there = mine.new_page(), theirs.new_page()
        told = watched(here)
        for page, name in ((here, "M. Okafor"), (there, "R. <b>Silva")):
            page.goto(f"{address}/review")
            page.locator("#who input[name=who]").fill(name)
        item = here.locator(".item").first
        expect(here.locator("#meanwhile")).to_be_empty()
        with there.expect_navigation():
            there.locator(".item button[value=reject]").first.click()
        expect(here.locator("#meanwhile")).to_contain_text("R. <b>Silva decided 1 thing: reject", timeout=15_000)
        expect(item.locator(".told")).to_have_text("R. <b>Silva decided this meanwhile: reject")
        assert told == [], "the policy of the pages allows it"
        with here.expect_navigation():
            item.locator("button[value=accept]").click()
        expect(here.locator("h1")).to_have_text("Changed meanwhile")
        assert [j.action for j in kept(path)] == ["reject"]
        here.goto(f"{address}/review")
        assert here.locator(f"#q-{kept(path)[0].target}").count() == 0 and here.locator("#meanwhile").inner_text() == ""
