"""The folder of pages: whole, closed in itself, without a form or a script, and in a browser from file://."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from onrecord.errors import InputError
from onrecord.record import Record, open_record
from onrecord.views.export import ExportOptions, export

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample and one other report."""
    folder = tmp_path_factory.mktemp("site") / "site"
    with open_record(filled) as record:
        export(record, "site", folder, ExportOptions())
    return folder


def test_every_link_leads_to_a_file_of_the_folder(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 300
    for page in pages:
        for link in set(re.findall(r'\shref="([^"#]+)', page.read_text(encoding="utf-8"))):
            assert not re.match(r"/|\?|[a-z]+:", link), f"{page}: {link}"
            assert (page.parent / unquote(link)).is_file(), f"{page}: {link}"


def test_nothing_needs_a_program(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<form" not in text and "<script" not in text and 'href="/' not in text, page
        assert not re.search(r"Review|Audit|>\s*(?:New|Add)\b", text.split("</nav>")[0].split("<nav")[1]), "the menu names what is not in the folder"


def test_every_report_and_statement_that_is_shown_has_its_page_and_its_bytes(site: Path, opened: Record) -> None:
    ids = [row[0] for row in opened.rows("SELECT id FROM report")]
    assert all((site / "reports" / f"{i}.html").is_file() and (site / "reports" / f"{i}.txt").is_file() for i in ids)
    assert (site / "index.html").is_file() and (site / "timeline.html").is_file() and (site / "static" / "style.css").is_file()


def test_a_folder_of_one_negotiation_holds_no_word_of_the_other(opened: Record, tmp_path: Path) -> None:
    export(opened, "site", tmp_path / "one", ExportOptions(negotiation="Eastland"))
    pages = list((tmp_path / "one").rglob("*.html"))
    assert pages
    text = "".join(p.read_text(encoding="utf-8") for p in pages)
    assert "Lena Varga" in text and "Orlo dam" not in text
    assert not list((tmp_path / "one").rglob("*.txt")), "bytes are given only where nothing was left out"


@pytest.mark.parametrize(
    ("locale", "day", "other"), [("plain", "3 Jun 2025", "<time"), ("de-DE", '<time datetime="2025-06-03" lang="de-DE">3. Juni 2025</time>', ">3 Jun 2025<")]
)
def test_the_folder_writes_days_as_it_is_told_to_and_holds_no_mark(opened: Record, tmp_path: Path, locale: str, day: str, other: str) -> None:
    export(opened, "site", tmp_path / "site", ExportOptions(negotiation="Eastland", locale=locale))
    pages = [p.read_text(encoding="utf-8") for p in (tmp_path / "site").rglob("*.html")]
    assert any(day in text for text in pages)
    assert not any(other in text or set(text) & {"\ue000", "\ue001", "\ue002"} for text in pages)
    export(opened, "page", tmp_path / "page.html", ExportOptions(negotiation="Eastland", locale=locale))
    assert day in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_locale_is_refused_where_it_is_unknown_or_the_form_is_for_programs(opened: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no language that days are written in"):
        export(opened, "site", tmp_path / "site", ExportOptions(locale="xx"))
    with pytest.raises(InputError, match="a form for programs"):
        export(opened, "json", tmp_path / "record.json", ExportOptions(locale="de-DE"))


@pytest.mark.browser
def test_pages_work_from_files_in_a_browser(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex", "the style sheet is not found"
    page.get_by_role("link", name="Timeline").first.click()
    assert page.locator("svg.lanes a").count() > 20
    page.locator("ol.lines a.plain").first.click()
    assert page.locator("article.account").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.browser
def test_the_one_page_is_printed_as_the_brief_alone_and_its_words_stand_open(filled: Path, browser: Browser, tmp_path: Path) -> None:
    with open_record(filled) as record:
        export(record, "page", tmp_path / "page.html", ExportOptions())
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    parts = ("#timeline", "#figures", "#reports", "#brief")
    assert all(page.locator(part).is_visible() for part in parts) and not page.locator("#brief .printed").is_visible()
    assert not page.locator("#brief blockquote").first.is_visible()
    page.emulate_media(media="print")
    assert [page.locator(part).is_visible() for part in parts] == [False, False, False, True]
    assert page.locator("#brief blockquote").first.is_visible() and page.locator("#brief .printed").is_visible()
    page.close()


@pytest.mark.browser
def test_on_paper_the_rule_of_a_headline_is_not_said_beside_each(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "figures.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("details.words ol").first.is_visible(), "who says so stands open"
    assert page.locator(".told-rule").count() and not page.locator(".told-rule").first.is_visible()
    page.close()
