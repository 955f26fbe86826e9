"""Every kind of decision that is no accepting or rejecting is made and taken back in a real browser by keyboard alone, narrow and dark, wide and light."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from tests.views.web.browsing import tab_to, watched
from tests.views.web.conftest import served
from tests.views.web.review.test_review import kept

from onrecord.parse import SpacyParser
from onrecord.record import open_record, queries
from onrecord.types import Snapshot
from onrecord.views.web.naming import WHO

pytestmark = pytest.mark.browser
Look = tuple[int, Literal["light", "dark"]]
NARROW: Look = (360, "dark")
WIDE: Look = (1600, "light")


@pytest.fixture(scope="module")
def path(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the filled record that may be judged in."""
    return Path(shutil.copy(filled, tmp_path_factory.mktemp("keys") / "record.db"))


@pytest.fixture(scope="module")
def desk(path: Path, parser: SpacyParser) -> Iterator[str]:
    """It on this machine."""
    with served(path, parser) as found:
        yield found


@pytest.fixture(scope="module")
def snapshot(path: Path) -> Snapshot:
    """What is in it before anybody judged."""
    with open_record(path) as record:
        return queries.snapshot(record)


@pytest.fixture(scope="module")
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """A tab of somebody who gave a name before; it must tell no error."""
    with browser.new_context() as context:
        context.add_cookies([{"name": WHO, "value": quote("M. Okafor"), "url": desk}])
        opened = context.new_page()
        told = watched(opened)
        yield opened
        assert told == []


def opened(page: Page, address: str, look: Look) -> None:
    """An address, narrow and dark or wide and light."""
    page.set_viewport_size({"width": look[0], "height": 900})
    page.emulate_media(color_scheme=look[1])
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= look[0]


def press(page: Page, button: str) -> None:
    """Presses the button that is tabbed to."""
    tab_to(page, page.locator(button).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def undone(page: Page, path: Path, before: int, action: str) -> None:
    """Takes back what was just decided, by its key."""
    page.locator("#undo").wait_for()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert [j.action for j in kept(path)[before:]] == [action, "undo"]


@pytest.mark.parametrize(("kind", "look"), [("events", NARROW), ("entities", WIDE)], ids=str)
def test_two_are_joined_and_one_is_parted(page: Page, desk: str, path: Path, snapshot: Snapshot, kind: str, look: Look) -> None:
    found = snapshot.derived.events if kind == "events" else snapshot.derived.entities
    one = next(f for f in found if len(getattr(f, "statements", ()) if kind == "events" else f.names) > 1)  # type: ignore[union-attr]
    other = next(f for f in found if f is not one and getattr(f, "kind", "") == getattr(one, "kind", ""))
    before = len(kept(path))
    opened(page, f"{desk}/review/{kind}/{one.id}", look)
    tab_to(page, page.locator("input[name=other]"))
    page.keyboard.type(other.id)
    press(page, "button[value=merge]")
    assert json.loads(kept(path)[-1].value or "") == [other.id]
    undone(page, path, before, "merge")
    opened(page, f"{desk}/review/{kind}/{one.id}", look)
    tab_to(page, page.locator("input[name=part]").first)
    part = page.locator("input[name=part]").first.get_attribute("value")
    page.keyboard.press("Space")
    press(page, "button[value=split]")
    assert json.loads(kept(path)[-1].value or "") == [part]
    undone(page, path, before + 2, "split")


def test_two_texts_are_held_to_be_one_and_then_not(page: Page, desk: str, path: Path, snapshot: Snapshot) -> None:
    one, before = snapshot.reports[0].id, len(kept(path))
    opened(page, f"{desk}/review/reports/{one}", NARROW)
    tab_to(page, page.locator("select[name=other]"))
    page.keyboard.press("ArrowDown")
    other = page.locator("select[name=other]").input_value()
    press(page, "button[value=origin]")
    made = kept(path)[-1]
    assert (made.action, made.target, json.loads(made.value or "")) == ("merge", one, [other])
    undone(page, path, before, "merge")
    opened(page, f"{desk}/review/reports/{one}", NARROW)
    tab_to(page, page.locator("select[name=how]"))
    page.keyboard.type("is no one")
    tab_to(page, page.locator("select[name=other]"))
    page.keyboard.press("ArrowDown")
    press(page, "button[value=origin]")
    undone(page, path, before + 2, "split")


def test_sentences_are_coded_blindly_with_their_words_compared_and_taken_back(page: Page, desk: str, path: Path) -> None:
    before = len(kept(path))
    blind = f"{desk}/review/blind?seed=5&size=2"
    opened(page, blind, WIDE)
    text = page.locator(".markable")
    tab_to(page, text)
    for key in ("ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    page.locator("#coding output.marked", has_text=re.compile(r"\w \w")).wait_for()  # a function to wait for would be evaluated against the policy
    words = page.locator("#coding output.marked").inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    assert page.locator("#coding output.said").first.inner_text() == f"“{words}”"
    press(page, "button[value=code]")
    press(page, "button[value=code]")
    first, second = (json.loads(j.value or "") for j in kept(path)[before:])
    with open_record(path) as record:
        told = queries.report(record, json.loads(kept(path)[before].context or "")["report"]).text
    ((start, end),) = first["words"]
    assert told[start:end] == words and len(first["found"]) == 1 and second == {"found": []}
    press(page, "a[href*='/review/blind/agreement']")
    assert "and the program" in page.locator("h2").first.inner_text()
    page.goto(blind)
    for left in (1, 0):
        with page.expect_navigation():
            page.keyboard.press("u")
        assert f"{left} of 2" in page.locator("h1").inner_text()


def test_a_note_is_written(page: Page, desk: str, snapshot: Snapshot) -> None:
    opened(page, f"{desk}/review/events/{snapshot.derived.events[0].id}", NARROW)
    tab_to(page, page.locator("textarea[name=words]"))
    page.keyboard.type("ask the envoy")
    press(page, "button[value=note]")
    assert "ask the envoy" in page.locator("main").inner_text()
