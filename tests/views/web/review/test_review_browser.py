"""The review path in a real browser, by keyboard alone; and hostile reports shown as the harmless text that they are."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from tests.views.web.browsing import tab_to, watched
from tests.views.web.conftest import options, served

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record, queries
from onrecord.record.judgements import judgements
from onrecord.types import Judgement

Scheme = Literal["light", "dark"]
pytestmark = pytest.mark.browser
ATTACKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'-alert(1)-'", "javascript:alert(1)",
    "</title><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "{{7*7}}{% raise %}",
    "</textarea><script>alert(1)</script>", "<!--<script>", "&lt;script&gt;", "\u202etxt.exe\u202c", "\u2066hidden\u2069", "\u200bzero\u200cwidth\u200d\ufeff",
    "W" * 10_000, "a\u0301" * 400, "<base href=//evil.example>", "<style>*{display:none}</style>", "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<form action=//evil.example><button>", "]]><x/>", "\U0001f1fa\U0001f1f3\U0001f468\u200d\U0001f469",
)
STORY = (
    '{title}\n\nMarch 9, 2025\n\nA spokesman for the River Army said on Saturday that it was holding {n} soldiers of Norland. '
    '"We hold {n} men {words}," he said.\n'
)
FORBIDDEN = "main img, main iframe, main base, main style, main meta, main svg[onload], main [onerror]"
ALL_OURS = """[...document.querySelectorAll('a[href], form')]
    .every(a => new URL(a.getAttribute('href') || a.getAttribute('action') || '/', location.href).origin === location.origin)"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of one report an attack, which stands in its title, its outlet and a quotation."""
    home = tmp_path_factory.mktemp("hostile")
    with open_record(home / "record.db", write=True) as record:
        for n, attack in enumerate(ATTACKS):
            path = home / f"{n}.txt"
            path.write_text(STORY.format(title=attack, words=attack, n=n + 12), encoding="utf-8")
            pipeline.add([str(path)], record, parser, options(attack[:200]))
    return home / "record.db"


@pytest.fixture(scope="module")
def desk(hostile: Path, parser: SpacyParser) -> Iterator[str]:
    """That record on this machine."""
    with served(hostile, parser) as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """One tab of the browser."""
    return browser.new_page(viewport={"width": 1280, "height": 900})


@pytest.mark.parametrize("bad", [
    "<script>alert(1)</script>", "<img src='//evil.example/x.png'>", "<b onclick='x()'>", "<b style='color:red'>",
    "<img src=/none>",
])
def test_what_a_page_must_not_hold_is_told_by_the_browser(browser: Browser, desk: str, bad: str) -> None:
    """Else the test below could not fail."""
    page = browser.new_page()
    told = watched(page)
    page.route(f"{desk}/problems", lambda r: r.fulfill(response=(answer := r.fetch()), body=answer.text().replace("<main id", f"{bad}<main id")))
    page.goto(f"{desk}/problems")
    page.close()
    assert told and all("/problems" in line for line in told)


def test_hostile_reports_are_text_and_nothing_else(page: Page, desk: str, hostile: Path) -> None:
    told = watched(page)
    with open_record(hostile) as record:
        snapshot = queries.snapshot(record)
    assert len(snapshot.reports) + sum(p.lost for p in snapshot.problems) >= len(ATTACKS) > 20
    one = {s.report: s.id for s in snapshot.statements.values() if s.layer != "attributions"}
    assert len(one) > len(ATTACKS) // 2
    addresses = [f"/reports/{r.id}" for r in snapshot.reports] + [f"/statements/{i}" for i in one.values()] + [f"/review/statements/{i}" for i in one.values()]
    for address in (*addresses, "/review?cap=100", "/reports"):
        answer = page.goto(desk + address)
        assert answer is not None and answer.status == 200, address
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert page.evaluate("[...document.scripts].every(s => s.src.startsWith(location.origin + '/static/') && !s.textContent.trim())"), address
        assert page.locator(FORBIDDEN).count() == 0, address
        assert page.evaluate(ALL_OURS), address
    assert told == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1600, "light")])
def test_from_the_queue_to_the_undoing_by_keyboard_alone(browser: Browser, desk: str, hostile: Path, width: int, scheme: Scheme) -> None:
    with open_record(hostile) as record:
        had = len(judgements(record))

    def decided() -> list[str]:
        with open_record(hostile) as record:
            return [j.action for j in judgements(record)][had:]

    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{desk}/review")
    tab_to(page, page.locator("#who input[name=who]"))
    page.keyboard.type("M. Okafor")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.locator("#undo").wait_for()
    assert decided() == ["accept"]
    here = page.locator(".item.current").get_attribute("id")
    page.keyboard.press("j")
    assert page.locator(".item.current").get_attribute("id") != here
    page.keyboard.press("k")
    assert page.locator(".item.current").get_attribute("id") == here
    with page.expect_navigation():
        page.keyboard.press("r")
    assert decided() == ["accept", "reject"]
    with page.expect_navigation():
        page.keyboard.press("u")
    assert decided() == ["accept", "reject", "undo"]
    page.keyboard.press("?")
    assert page.locator("#keys dl").is_visible()
    page.keyboard.press("e")
    assert page.locator(".item.current .set").is_visible()
    page.close()


def test_marked_words_fill_the_places_as_the_record_counts_them(page: Page, desk: str, hostile: Path) -> None:
    page.goto(f"{desk}/review?cap=100")
    page.evaluate("document.querySelectorAll('.item').forEach(i => i.querySelector('details.edit').open = true)")
    page.evaluate("""() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('.markable mark'));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    item = page.locator(".item").first
    identity = (item.get_attribute("id") or "")[2:]
    item.locator("output.marked", has_text=re.compile(r"\S")).wait_for()
    with open_record(hostile) as record:
        span = queries.statement(record, identity).span
    assert (item.locator("[name=start]").input_value(), item.locator("[name=end]").input_value()) == (str(span.start), str(span.end))
    assert re.fullmatch(r"\d+", item.locator("[name=start]").input_value())


def test_marked_words_are_saved_as_the_words_and_as_a_value_and_it_is_taken_back(page: Page, desk: str, hostile: Path) -> None:
    with open_record(hostile) as record:
        figure = next(s for s in queries.statements(record) if s.layer == "figures")
    page.goto(f"{desk}/review/statements/{figure.id}")
    page.evaluate("document.querySelector('details.edit').open = true")
    page.locator("select.into").select_option("unit")
    page.evaluate("""() => {
        const text = document.querySelector('.markable mark').firstChild, range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, Math.min(7, text.length));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    page.locator("output.marked", has_text=re.compile(r"\S")).wait_for()
    words = page.locator("output.marked").inner_text()
    assert page.locator("[name='field.unit']").input_value() == words and figure.quote.startswith(words)
    name = page.locator("#who input[name=who]")
    if name.count():
        name.fill("M. Okafor")
    with page.expect_navigation():
        page.locator("button[value=edit]").click()
    with open_record(hostile) as record:
        made = judgements(record)[-1]
    value = json.loads(made.value or "")
    assert (made.action, made.target, value["unit"], value["quote"]) == ("edit", figure.id, words, words)
    assert value["span"] == [figure.span.start, figure.span.start + len(words)]
    with page.expect_navigation():
        page.locator("#undo").click()
    with open_record(hostile) as record:
        assert judgements(record)[-1].action == "undo"


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1600, "dark")])
def test_a_missed_statement_is_marked_added_and_undone_by_keyboard_alone(page: Page, desk: str, hostile: Path, width: int, scheme: Scheme) -> None:
    def made() -> list[Judgement]:
        with open_record(hostile) as record:
            return list(judgements(record))

    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    with open_record(hostile) as record:
        report = next(r for r in queries.all_reports(record) if "\U0001f468" in r.text)
    page.goto(f"{desk}/reports/{report.id}")
    tab_to(page, page.get_by_role("link", name="Mark what was missed"))
    page.keyboard.press("Enter")
    text = page.locator(".markable.whole")
    tab_to(page, text)
    told = [text_after(page, key) for key in ("ArrowRight", *["ArrowRight"] * 8, *["Shift+ArrowRight"] * 3, "Shift+ArrowLeft")]
    words = told[-1]
    assert len(set(told[:9])) > 5 and told[8] < words < told[11] and told[11].startswith(words)
    start, end = (int(page.locator(f"#adding [name={name}]").input_value()) for name in ("start", "end"))
    assert report.text[start:end] == words
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("stalled")
    name = page.locator("#who input[name=who]")
    if name.count():
        name.fill("M. Okafor")
    before = len(made())
    tab_to(page, page.locator("#adding button[value=add]"))
    page.keyboard.press("Enter")
    page.locator("#undo").wait_for()
    assert [(j.action, j.layer, j.quote) for j in made()[before:]] == [("add", "status", words)]
    page.wait_for_load_state()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert [j.action for j in made()[before:]] == ["add", "undo"]


def test_words_marked_in_a_report_lead_to_the_form_with_them(page: Page, desk: str, hostile: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    with open_record(hostile) as record:
        report = next(r for r in queries.all_reports(record) if "\U0001f468" in r.text)
    page.goto(f"{desk}/reports/{report.id}")
    page.evaluate("""() => {
        const block = [...document.querySelectorAll('.reading [data-start]')].find(b => b.textContent.includes('spokesman'));
        const range = document.createRange();
        range.selectNodeContents(block);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    link = page.locator("#missed:not([hidden])")
    link.wait_for()
    link.click()
    start, end = (int(page.locator(f"#adding [name={name}]").input_value()) for name in ("start", "end"))
    assert report.text[start:end].startswith("A spokesman") and report.text[start:end].endswith("he said.")
    assert page.locator("#adding .marked").inner_text().startswith("A spokesman")


def test_two_windows_say_what_waits_and_when_it_has_come_without_being_opened_again(page: Page, desk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, real = threading.Event(), pipeline.derive

    def slow(record: Record) -> None:
        assert go_on.wait(60)
        real(record)

    monkeypatch.setattr(pipeline, "derive", slow)
    page.goto(f"{desk}/review?cap=100")
    name = page.locator("#who input[name=who]")
    if name.count():
        name.first.fill("M. Okafor")
        page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.context.browser
    other = page.context.browser.new_page()
    other.goto(desk + "/figures")
    for window in (page, other):
        assert "1 decision is stored and not in these pages yet" in window.locator(".pending").inner_text()
    page.keyboard.press("j")
    assert page.locator(".item.current").count() == 1
    go_on.set()
    for window in (page, other):
        window.locator(".pending.ready").wait_for()
        assert "put together anew, with all that was decided" in window.locator(".pending").inner_text()
    other.close()


def text_after(page: Page, key: str) -> str:
    """The words that are marked after a key."""
    page.keyboard.press(key)
    page.wait_for_timeout(50)
    return page.locator("#adding .marked").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_no_page_of_review_is_wider_than_the_window(page: Page, desk: str, hostile: Path, width: int, scheme: Scheme) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    with open_record(hostile) as record:
        one, body = queries.all_reports(record)[0].id, queries.entities(record)[0].id
    for path in ("/review", "/review/history", f"/review/reports/{one}", f"/review/entities/{body}"):
        page.goto(desk + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
