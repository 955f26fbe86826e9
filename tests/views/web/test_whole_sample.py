"""The pages of the whole sample as people need them: without barriers, by keyboard alone, and three tasks with their clicks counted."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page

from onrecord.views.web.frame import MENU

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DOC = Path(__file__).parents[3] / "docs" / "howto" / "three-tasks.md"
SHOWN = ("/next", "/new?since=2025-04-13", "/search?q=captives", "/reports/none")
"""Addresses that the menu does not have; the last is a page of an error."""
SINGLE = (("/reports", "reports"), ("/timeline", "events"), ("/figures", "statements"), ("/entities", "entities"))
"""Where a page of one report, event, statement and entity is reached from."""
OPEN = "[...document.querySelectorAll('details')].slice(0, 8).forEach(d => { d.open = true })"
"""The first folds of a page; the others are of the same templates, and axe looks at every word that can be seen."""
WIDTHS_AND_COLOURS = ["color-contrast", "scrollable-region-focusable"]
"""The rules of axe whose answer depends on the window and on light and dark."""
OTHERS: tuple[tuple[Literal["light", "dark"], int], ...] = (("dark", 360), ("light", 360), ("dark", 1600))
"""The schemes and widths beside light and wide, in which every rule is asked."""
LISTEN = """() => { window.met = []; document.addEventListener('focusin', () => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  window.met.push({what: e.outerHTML.slice(0, 120), seen: r.width > 0 && r.height > 0,
    ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1}); }); }"""
UNREACHED = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, .scroll, .chart')]
  .filter(e => e.checkVisibility() && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 120))"""
STOPS = 45
"""Stops of the tab key that are gone to on each page: its head, its forms and its first lines; of the others it is asked whether they are stops."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def paths(browser: Browser, whole: str) -> tuple[str, ...]:
    """Every page of the menu, what the menu does not have, and one page of each thing that has a page."""
    page, found = browser.new_page(locale="en-GB"), [path for path, _ in MENU] + list(SHOWN)
    for start, kind in SINGLE:
        page.goto(whole + start)
        found.append(str(page.locator(f"main a[href^='/{kind}/']").first.get_attribute("href")).split("#")[0])
    page.close()
    return tuple(found)


def barriers(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core holds to be serious or critical on *page*."""
    asked: dict[str, Any] = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
    return [f"{v['id']}: {n['html'][:160]} {n['failureSummary']}" for v in found if v["impact"] in ("serious", "critical") for n in v["nodes"][:3]]


def test_no_page_has_a_serious_barrier_in_light_or_dark_wide_or_narrow(browser: Browser, whole: str, paths: tuple[str, ...]) -> None:
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    found = []
    with browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True, locale="en-GB") as context:  # the policy forbids every script
        page = context.new_page()
        for path in paths:
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": 1600, "height": 900})
            page.goto(whole + path)
            page.evaluate(axe)
            page.evaluate(OPEN)
            found += [f"{path} light 1600 {b}" for b in barriers(page)]
            for scheme, width in OTHERS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 800})
                found += [f"{path} {scheme} {width} {b}" for b in barriers(page, WIDTHS_AND_COLOURS)]
    assert found == []


def test_every_control_of_every_page_is_reached_by_the_tab_key_and_shows_it(page: Page, whole: str, paths: tuple[str, ...]) -> None:
    for path in paths:
        page.goto(whole + path)
        page.evaluate(LISTEN)
        for _ in range(STOPS):
            page.keyboard.press("Tab")
        met = page.evaluate("window.met")
        assert 'class="skip"' in met[0]["what"], "the way to the content comes first"
        assert len({m["what"] for m in met}) >= min(STOPS, 20), f"{path}: the key is held somewhere"
        assert [m for m in met if not (m["seen"] and m["ring"])] == [], path
        assert page.evaluate(UNREACHED) == [], path


def test_the_keyboard_alone_skips_the_menu_opens_words_and_sets_a_day(page: Page, whole: str) -> None:
    page.goto(whole + "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "behind the skip link stands the content"
    page.locator("input[name=as_of]").focus()
    page.keyboard.type("04122025")
    page.keyboard.press("Enter")
    page.wait_for_url("**as_of=2025-04-12**")
    page.goto(whole + "/reports")
    page.locator("main table a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*")
    switch = page.locator(".sw-events")
    switch.focus()
    page.keyboard.press("Space")
    assert not switch.is_checked()


@dataclass
class Hand:
    """Counts what a reader does; looking, scrolling and printing are free, a date that is typed counts as one."""

    page: Page
    did: int = 0

    def click(self, what: Locator) -> None:
        """One click."""
        self.did += 1
        what.click()

    def type(self, what: Locator, text: str) -> None:
        """One field filled."""
        self.did += 1
        what.fill(text)

    def reads(self, *words: str) -> None:
        """All of *words* stand visibly in what is read."""
        text = re.sub(r"\s+", " ", self.page.locator("body").inner_text())
        assert [w for w in words if w not in text] == []


def told(number: int) -> int:
    """The clicks that the documentation tells for a task."""
    row = next(line for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {number} |"))
    return int(row.split("|")[3])


def test_how_many_are_held_is_printed_with_rivals_and_chain_in_one_click(page: Page, whole: str, tmp_path: Path) -> None:
    began, hand = time.monotonic(), Hand(page)
    page.goto(whole)
    hand.click(page.locator(".sparks a", has_text="36 held"))
    page.emulate_media(media="print")
    hand.reads("36 held", "beside it: 38 held", "Interior Ministry, 16-meridian-may", "Highland Front", "Cannot all be true")
    assert page.locator(".chart svg").first.is_visible() and not page.locator(".top nav").is_visible()
    page.pdf(path=tmp_path / "held.pdf")
    assert (tmp_path / "held.pdf").read_bytes().startswith(b"%PDF")
    assert hand.did == told(1)
    assert time.monotonic() - began < 60


def test_who_says_that_the_list_was_missing_and_through_whom(page: Page, whole: str) -> None:
    hand = Hand(page)
    page.goto(whole)
    hand.click(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Commitments"))
    account = page.locator("article.card", has_text="deliver a list of names").locator("li", has_text="breached")
    assert "a Belmari diplomat" in account.inner_text()
    hand.click(account.locator("summary"))
    assert "The Front failed to deliver the list of names" in account.inner_text()
    hand.click(account.locator("cite a").first)
    hand.reads("a Belmari diplomat · 11-northern-post-collapse", "unnamed official", "side: Belmar")
    assert hand.did == told(2)


def test_what_was_known_on_a_day(page: Page, whole: str) -> None:
    hand = Hand(page)
    page.goto(whole)
    hand.type(page.locator("input[name=as_of]"), "2025-04-12")
    hand.click(page.locator(".scope button"))
    hand.reads("39 held", "16 released", "12 reports read", "6 left out as possibly later than 12 Apr 2025")
    assert "36 held" not in page.locator(".sparks").inner_text()
    assert hand.did == told(3)
