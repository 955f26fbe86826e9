"""Every page of review and of an audit on the whole sample: without barriers, never wider than the window, by keyboard, and without an error in the browser."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from tests.views.web.conftest import SAMPLE, served
from tests.views.web.test_whole_sample import LISTEN, OTHERS, STOPS, UNREACHED, WIDTHS_AND_COLOURS, barriers

from onrecord.desk import coding
from onrecord.packing import keep_pack
from onrecord.parse import SpacyParser
from onrecord.record import open_record, queries
from onrecord.views.web.naming import WHO

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PERSON = "M. Okafor"
PACK = SAMPLE.parent / "packs" / "orlo.toml"
WHEN = dt.datetime(2025, 6, 1, tzinfo=dt.UTC)
PLACES = 3
"""Sentences of the blind sample; one more place has the audit."""
LISTS = ("/review", "/review/history", "/review/packs", "/review/codings", "/audit", "/review/blind")
FOLDS = "document.querySelectorAll('details').forEach(d => { d.open = true })"


@pytest.fixture(scope="module")
def record(whole_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample's record with a pack and a coder's table in it."""
    home = tmp_path_factory.mktemp("review")
    path = Path(shutil.copy(whole_record, home / "record.db"))
    with open_record(path, write=True) as kept:
        keep_pack(kept, PACK.read_bytes(), PACK.name, when=WHEN.isoformat(), who=PERSON)
        one = next(s for s in queries.statements(kept) if s.layer == "figures" and '"' not in s.quote)
        name = next(r.name for r in queries.all_reports(kept) if r.id == one.report)
        (home / "codes.csv").write_text(f'report,layer,words\n{name},figures,"{one.quote}"\n', encoding="utf-8")
        coding.import_table(kept, home / "codes.csv", by="R. Silva", when=WHEN)
    return path


@pytest.fixture(scope="module")
def desk(record: Path, parser: SpacyParser) -> Iterator[str]:
    """That record on this machine."""
    with served(record, parser) as found:
        yield found


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """A page of the person who codes, in which axe may be put beside the policy that forbids every script."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True, locale="en-GB") as context:
        context.add_cookies([{"name": WHO, "value": quote(PERSON), "url": desk}])
        yield context.new_page()


@pytest.fixture(scope="module")
def paths(browser: Browser, desk: str, record: Path) -> tuple[str, ...]:
    """The lists, a page of each thing that is judged, an audit begun with its places, and a blind sample that is coded."""
    with open_record(record) as kept:
        seen = queries.snapshot(kept)
    things = [("reports", seen.reports[0].id), ("entities", seen.derived.entities[0].id), ("events", seen.derived.events[0].id)]
    things += [("statements", next(iter(seen.statements)))] + [("negotiations", n.id) for n in seen.derived.negotiations[:1]]
    page = browser.new_page()
    page.goto(f"{desk}/audit")
    page.locator("main input[name=who]").fill(PERSON)
    with page.expect_navigation():
        page.locator("main input[name=size]").press("Enter")
    audit = page.url.removeprefix(desk).rpartition("/")[0]
    blind = f"/review/blind?seed=5&size={PLACES}"
    page.goto(desk + blind)
    page.locator("main form[method=post] input[name=who]").first.fill(PERSON)
    for _ in range(PLACES + 1):  # the first begins, each other codes a sentence
        with page.expect_navigation():
            page.locator("main form[method=post] button:not(#undo)").first.click()
    page.goto(f"{desk}/review/packs")
    page.locator("input[type=file]").set_input_files(PACK)
    with page.expect_navigation():
        page.get_by_role("button", name="Put it into the record").click()
    page.get_by_role("heading", name="was there already").wait_for()
    run = page.url.removeprefix(desk)
    page.close()
    return (run, *LISTS, *(f"/review/{kind}/{i}" for kind, i in things), audit, f"{audit}/1", f"{audit}/60", blind, blind.replace("blind?", "blind/agreement?"))


def test_no_page_of_review_has_a_serious_barrier(page: Page, desk: str, paths: tuple[str, ...]) -> None:
    axe, found = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"), []
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1600, "height": 900})
        answer = page.goto(desk + path)
        assert answer is not None and answer.status == 200, path
        page.evaluate(axe)
        page.evaluate("[...document.querySelectorAll('details')].slice(0, 16).forEach(d => { d.open = true })")
        found += [f"{path} light 1600 {b}" for b in barriers(page)]
        for scheme, width in OTHERS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{path} {scheme} {width} {b}" for b in barriers(page, WIDTHS_AND_COLOURS)]
    assert found == []


def test_no_page_of_review_is_wider_than_a_narrow_window(page: Page, desk: str, paths: tuple[str, ...]) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    wide = {}
    for path in paths:
        page.goto(desk + path)
        page.evaluate(FOLDS)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > 360} == {}


def test_every_control_of_review_is_reached_by_the_tab_key_and_shows_it(page: Page, desk: str, paths: tuple[str, ...]) -> None:
    for path in paths:
        page.goto(desk + path)
        page.evaluate(LISTEN)
        for _ in range(STOPS):
            page.keyboard.press("Tab")
        met = page.evaluate("window.met")
        assert len({m["what"] for m in met}) >= 20, f"{path}: the key is held somewhere"
        assert [m for m in met if not (m["seen"] and m["ring"])] == [], path
        assert page.evaluate(UNREACHED) == [], path


def test_no_page_of_review_tells_an_error_in_the_browser(browser: Browser, desk: str, paths: tuple[str, ...]) -> None:
    """Neither a script that fails nor anything that the policy of the pages forbids."""
    told: list[str] = []
    with browser.new_context() as context:
        context.add_cookies([{"name": WHO, "value": quote(PERSON), "url": desk}])
        page = context.new_page()
        page.on("console", lambda m: told.append(f"{page.url} {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: told.append(f"{page.url} {e}"))
        for path in paths:
            page.goto(desk + path)
    assert told == []


def test_the_menu_tells_to_which_part_a_page_belongs(page: Page, desk: str, paths: tuple[str, ...]) -> None:
    for path in paths:
        page.goto(desk + path)
        assert page.locator("header nav a[aria-current]").all_inner_texts() == [path.split("/")[1].split("?")[0].title()], path


def test_the_reports_of_a_negotiation_stand_by_name(page: Page, desk: str, paths: tuple[str, ...]) -> None:
    page.goto(desk + next(path for path in paths if "/negotiations/" in path))
    names = page.locator("input[name=part]").evaluate_all("all => all.map(e => e.closest('label').textContent.trim())")
    assert len(names) > 10 and names == sorted(names)


@pytest.mark.parametrize("script", [True, False])
def test_a_name_is_asked_for_once_a_page_and_goes_with_what_is_decided(browser: Browser, desk: str, paths: tuple[str, ...], script: bool) -> None:
    with browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=script) as context:
        page = context.new_page()
        for path in ("/review", "/review/history", "/review/packs", *(p for p in paths if re.match(r"/review/(reports|events|statements|entities)/", p))):
            page.goto(desk + path)
            assert page.locator("input[name=who]:visible").count() == 1, path
        page.goto(f"{desk}/review")
        accept = page.locator(".item button[value=accept]").first
        if script:
            accept.click()
            assert page.evaluate("document.activeElement.name") == "who" and page.locator("#undo").count() == 0, "nothing is sent without a name"
            page.locator("#who input[name=who]").fill("R. Silva")
        else:
            page.locator("#who input[name=who]").fill("R. Silva")
            page.get_by_role("button", name="Keep it").click()
            assert page.locator("input[name=who]:visible").count() == 0 and page.url.split("?")[0].endswith("/review")
        accept.click()
        page.locator("#undo").wait_for()
        assert page.locator("input[name=who]:visible").count() == 0, "it is remembered"
        page.goto(f"{desk}/review/history")
        assert "R. Silva" in page.locator("ol.lines li").first.inner_text()
