"""The pages in a real browser: nothing overflows, words open by keyboard, layers switch, dark and light, from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from onrecord.record import open_record, queries
from onrecord.views.export.page import whole_page
from onrecord.views.web.frame import MENU

pytestmark = pytest.mark.browser
PATHS = (
    "/", "/timeline", "/figures", "/positions", "/commitments", "/talks", "/roster", "/channels", "/proposals", "/agreements", "/disputes",
    "/sources", "/entities", "/reports", "/problems",
    "/add", "/new?since=2025-04-13", "/search?q=captives",
)

CUT = "[...document.querySelectorAll('.top nav a')].filter(a => a.getBoundingClientRect().right > innerWidth).map(a => a.textContent)"


def opened(browser: Browser, address: str, *, width: int = 1280, scheme: str = "light") -> Page:
    """A page that fails the test when the browser reports an error."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-GB")  # type: ignore[arg-type]
    errors: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" and "favicon" not in m.text else None)
    page.goto(address)
    assert errors == []
    return page


@pytest.mark.parametrize("width", [360, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_window(browser: Browser, address: str, width: int, scheme: str) -> None:
    for path in PATHS:
        page = opened(browser, address + path, width=width, scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate("document.querySelector('main').getBoundingClientRect().top") < 200, f"{path}: the head leaves no room"
        for fold in page.locator(".fold > summary:visible").all():
            fold.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} with its head open"
        assert page.evaluate(CUT) == [], f"{path}: words of the menu are cut"
        page.close()


@pytest.mark.parametrize("width", [360, 1600])
def test_the_head_says_what_is_looked_at_and_what_was_not_read_and_its_folds_open_by_key(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, f"{address}/timeline?as_of=2025-04-12&since=2025-04-10", width=width)
    head = page.locator("header, .around, .unread")
    if width == 360:
        assert "Looked at: as of 12 Apr 2025, new since 10 Apr 2025" in head.all_inner_texts()[1]
        assert "not read or heard: other languages" in head.all_inner_texts()[2]
        assert not page.locator("input[type=date][name=as_of]").is_visible()
        for fold in page.locator(".fold > summary").all():
            fold.focus()
            page.keyboard.press("Enter")
    else:
        assert page.locator(".fold > summary:visible").count() == 0
    assert page.locator("input[type=date][name=as_of]").is_visible() and page.get_by_text("no report in a language other than English").is_visible()
    assert page.get_by_role("navigation", name="Pages").get_by_role("link").count() == len(MENU)
    page.close()


def test_dark_and_light_differ(browser: Browser, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = opened(browser, address, scheme=scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert colours[0] != colours[1]


def test_words_open_by_keyboard_and_lead_into_the_report(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    words = page.locator("#happened details.words").first
    assert not words.locator("blockquote").first.is_visible()
    words.locator("summary").focus()
    page.keyboard.press("Enter")
    assert words.locator("blockquote").first.is_visible()
    words.locator("blockquote cite a[href*='/reports/']").last.click()
    assert "/reports/" in page.url
    target = page.url.split("#")[1]
    assert page.locator(f"#{target}").is_visible()
    page.close()


def test_on_paper_words_stand_open_once_and_the_day_of_knowledge_is_said(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/?as_of=2025-04-12")
    page.emulate_media(media="print")
    words = page.locator("#happened details.words").first
    assert words.locator("blockquote p").first.is_visible() and not words.locator("summary").is_visible()
    assert page.locator(".printed").inner_text() == "As it could be known on 12 Apr 2025."
    assert not page.get_by_text("everything that rests on this").first.is_visible()
    page.goto(f"{address}/timeline")
    assert page.locator("svg.lanes").is_visible() and not page.locator(".filters").is_visible() and page.locator("main blockquote").first.is_visible()
    page.close()


def test_layers_are_switched_without_a_script(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/reports")
    page.locator("main table a").first.click()
    letter = page.locator(".reading .e-E").first
    assert letter.is_visible()
    page.locator(".sw-events").uncheck()
    assert not letter.is_visible()
    page.close()


def test_every_point_of_a_chart_is_a_link_to_its_words(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/figures")
    links = page.locator(".chart svg a")
    assert links.count() > 0
    assert all(str(h).startswith("/statements/") for h in links.evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    page.close()


def test_the_exported_page_works_from_a_file(browser: Browser, filled: Path, tmp_path: Path) -> None:
    with open_record(filled) as record:
        (tmp_path / "index.html").write_text(whole_page(queries.snapshot(record)), encoding="utf-8")
    page = opened(browser, (tmp_path / "index.html").as_uri())
    links = page.locator("a[href^='#']").evaluate_all("all => all.map(a => a.getAttribute('href').slice(1)).filter(i => i && !document.getElementById(i))")
    assert links == []
    assert page.locator("a[href^='/']").count() == 0
    page.close()
