"""Dates and numbers of the pages by the reader's locale: by header or URL, without a script, never in what machines read, the same pages for all else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from tests.views.web.conftest import LOCAL, options

from onrecord.parse import SpacyParser
from onrecord.views.web.app import create_app
from onrecord.views.web.frame import MENU
from onrecord.views.web.record_book import RecordBook
from onrecord.views.web.written import led_on
from onrecord.views.writing.manners import PLAIN, named
from onrecord.views.writing.marks import BEGIN, END, INSIDE, SIGN, days, filled, length, marking, moment, number, numbers_in, set_apart, told

GERMAN, AMERICAN = {"Accept-Language": "de-DE,de;q=0.9,en;q=0.8"}, {"Accept-Language": "en-US,en;q=0.9"}
SEEN = (
    ("/", {}, ("13 Apr 2025", "15 Apr 2025")),
    ("/", GERMAN, ('<time datetime="2025-04-13" lang="de-DE">13. Apr. 2025</time>', "15. Apr. 2025")),
    ("/", AMERICAN, ('<time datetime="2025-04-13">Apr 13, 2025</time>', "Apr 15, 2025")),
    ("/timeline", {}, ("<h2>April 2025</h2>", 'id="april-2025"')),
    ("/timeline", {"Accept-Language": "fr-FR"}, ('<h2><time datetime="2025-04" lang="fr-FR">avril 2025</time></h2>', 'id="april-2025"')),
    ("/timeline", {"Accept-Language": "tr"}, ("Nisan 2025",)),
    ("/figures", GERMAN, (". März 2025</text>", ". Apr. 2025</text>")),
    ("/talks", AMERICAN, ("Apr ",)),
    ("/reports", {"Accept-Language": "ja"}, ("2025年4月",)),
    ("/?as_of=2025-04-12", AMERICAN, ('value="2025-04-12"', '<time datetime="2025-04-12">Apr 12, 2025</time>')),
    ("/?locale=en-US", GERMAN, ("Apr 13, 2025", 'href="/timeline?locale=en-US"', 'value="en-US" selected')),
    ("/?locale=plain", GERMAN, ("13 Apr 2025", 'href="/timeline?locale=plain"')),
    ("/?locale=he-IL", {}, ('lang="he-IL" dir="rtl"',)),
    ("/?locale=de-DE", {}, ("13. Apr. 2025",)),
)
"""Address, headers, what the page holds."""


@pytest.fixture
def fresh(filled: Path, parser: SpacyParser) -> TestClient:
    """The pages of the filled record with nothing kept yet."""
    return TestClient(create_app(RecordBook(filled, parser, options)), base_url=LOCAL, raise_server_exceptions=False)


@pytest.mark.parametrize(("path", "headers", "held"), SEEN)
def test_a_page_writes_days_as_the_url_or_else_the_header_asks(client: TestClient, path: str, headers: dict[str, str], held: tuple[str, ...]) -> None:
    answer = client.get(path, headers=headers)
    assert [words for words in held if words not in answer.text] == []
    assert "Accept-Language" in answer.headers["vary"]


def test_what_no_header_asks_for_is_the_plain_form_to_the_byte_whoever_asked_before(fresh: TestClient, client: TestClient) -> None:
    for path, _ in MENU:
        for headers in (GERMAN, AMERICAN, {"Accept-Language": "fa"}):
            assert fresh.get(path, headers=headers).status_code == 200
        plain = [unsession(c.get(path, headers=h).text) for c, h in ((fresh, {}), (client, {}), (fresh, {"Accept-Language": "xx, en"}))]
        assert plain[0] == plain[1] == plain[2], path
        assert not set(plain[0]) & {BEGIN, INSIDE, END} and "<time" not in plain[0]


def unsession(html: str) -> str:
    """A page without what belongs to one session."""
    return re.sub(r'name="token" value="[^"]*"', "", html)


def test_no_mark_is_left_in_any_answer_and_addresses_and_ids_stay_as_they_are(client: TestClient) -> None:
    for path in (*(p for p, _ in MENU), "/search?q=soldiers", "/review/history", "/next", "/new?since=2025-04-13"):
        german, plain = client.get(path, headers=GERMAN).text, client.get(path).text
        assert not set(german) & {BEGIN, INSIDE, END}, path
        for name in ("href", "id", "value", "action", "data-start"):
            assert re.findall(rf'\s{name}="([^"]*)"', unsession(german)) == re.findall(rf'\s{name}="([^"]*)"', unsession(plain)), f"{path} {name}"


def test_data_for_programs_and_citations_to_copy_are_alike_for_all(client: TestClient) -> None:
    for path in ("/index.json", "/timeline.json", "/figures.json", "/reports.json", "/feed.atom", "/review.json", "/openapi.json"):
        one, other = client.get(path, headers=GERMAN), client.get(path)
        assert one.text == other.text, path
    pages = [client.get("/", headers=h).text for h in ({}, GERMAN)]
    cited = [re.findall(r'class="copyable">.*?</p>', page) for page in pages]
    assert cited[0] == cited[1] != []
    statement = re.search(r'href="(/statements/[^"#?]*)', pages[0])
    assert statement is not None
    copied = [re.findall(r"<textarea readonly.*?</textarea>", client.get(statement[1], headers=h).text) for h in ({}, GERMAN)]
    assert copied[0] == copied[1] != []


def test_what_reports_say_is_not_rewritten(client: TestClient) -> None:
    for found in dict.fromkeys(re.findall(r'href="(/reports/[0-9a-f]+)', client.get("/reports").text)):
        read = [re.findall(r'<div class="reading.*?<p class="note hash">', client.get(found, headers=h).text, re.DOTALL) for h in ({}, GERMAN)]
        assert read[0] == read[1] != []


def test_a_kept_page_is_right_for_one_manner_only(fresh: TestClient) -> None:
    german = fresh.get("/timeline", headers=GERMAN)
    again = {"If-None-Match": german.headers["etag"]}
    assert fresh.get("/timeline", headers={**GERMAN, **again}).status_code == 304
    assert fresh.get("/timeline", headers={**AMERICAN, **again}).status_code == 200
    assert "Accept-Language" in fresh.get("/timeline", headers={**GERMAN, **again}).headers["vary"]


@pytest.mark.parametrize("locale", ["xx", "de_DE.UTF-8", "<b>", "a" * 400, "\u202ede"])
def test_a_locale_that_nobody_knows_is_refused_with_words(client: TestClient, locale: str) -> None:
    answer = client.get("/timeline", params={"locale": locale})
    assert answer.status_code == 400 and "give a tag such as de-DE, or plain" in answer.text


def test_the_manner_in_the_url_is_carried_by_links_and_through_forms(client: TestClient) -> None:
    page = client.get("/review?locale=de-DE").text
    assert 'action="/review/statements/' in page and re.findall(r'method="post" action="[^"?]*"', page) == []
    assert [link for link in re.findall(r'<a[^>]* href="(/[^"]*)"', page) if "locale=de-DE" not in link] == []
    token = re.search(r'name="token" value="([^"]*)"', client.get("/new?locale=de-DE").text)
    assert token is not None
    sent = client.post("/new/seen?locale=de-DE", data={"token": token[1], "reader": "Ada", "watch": ""}, follow_redirects=False)
    assert sent.status_code == 303 and sent.headers["location"].endswith("locale=de-DE")


@pytest.mark.parametrize(
    ("address", "led"),
    [
        ("/review", "/review?as_of=2025-04-12&locale=tr"), ("/review?done=1#q-2", "/review?done=1&as_of=2025-04-12&locale=tr#q-2"),
        ("/review?locale=de", "/review?locale=de&as_of=2025-04-12"), ("https://else.invalid/", "https://else.invalid/"),
    ],
)
def test_a_form_leads_on_to_our_own_addresses_with_the_controls_but_since(address: str, led: str) -> None:
    query = b"since=2025-04-01&as_of=2025-04-12&locale=tr"
    request = Request({"type": "http", "method": "POST", "path": "/", "query_string": query, "headers": [], "server": ("testserver", 80), "scheme": "http"})
    assert led_on(address, request) == led


def test_a_mark_that_a_report_forges_stays_what_it_is() -> None:
    forged = f"{BEGIN}{'0' * 16}n1234{END} {BEGIN}n1234{END}"
    assert filled(forged.encode(), SIGN, PLAIN).decode() == forged


def test_marks_are_written_as_elements_in_text_and_as_words_in_attributes_and_pictures() -> None:
    import datetime as dt

    german, day = named("de-DE"), dt.date(2023, 12, 3)
    assert german is not None
    with marking(SIGN):
        made = days(day, day)
        html = set_apart(f'<p title="{made}">{made} {number(1234)}</p><svg><text>{made}</text></svg><title>{moment(dt.datetime(2023, 12, 3, 14, 5))}</title>')
    day_words = '<time datetime="2023-12-03" lang="de-DE">3. Dez. 2023</time>'
    assert filled(html.encode(), SIGN, german).decode() == (
        f'<p title="3. Dez. 2023">{day_words} 1.234</p><svg><text>3. Dez. 2023</text></svg><title>3. Dez. 2023, 14:05</title>'
    )
    assert filled(html.encode(), SIGN, PLAIN).decode().startswith('<p title="3 Dec 2023">3 Dec 2023 1,234</p>')
    with marking(SIGN):
        assert length(f"on {days(day, day)}") == len("on 3 Dec 2023"), "what is cut to a length is cut alike for all"
    assert days(day, day) == "3 Dec 2023" and number(1234) == "1,234", "outside of pages nothing is marked"
    hebrew = named("he")
    assert hebrew is not None and told(hebrew, "d", "2023-12-03/2023-12-03", inside=True).startswith("\u2067")


NUMBERS = (
    ("more than 1,235 taken", "more than 1.235 taken"), ("12,000.5 tonnes", "12.000,5 tonnes"), ("confidence 0.80", "confidence 0,80"),
    ("held in 2023", "held in 2023"), ("at 14:30", "at 14:30"), ("2023-12-03", "2023-12-03"),
    ("told as “1,200 men”, so 1,200", "told as “1,200 men”, so 1.200"),
    ("version 1.2.3", "version 1.2.3"),
    ("240", "240"),
)


@pytest.mark.parametrize(("words", "written"), NUMBERS)
def test_numbers_in_words_of_the_program_are_grouped_and_those_it_quotes_are_not(words: str, written: str) -> None:
    german = named("de-DE")
    assert german is not None and numbers_in(words) == words
    with marking(SIGN):
        assert filled(numbers_in(words).encode(), SIGN, german).decode() == written


CLOCKS = (
    ({}, "1 Jun 2025, 12:00 UTC"), (GERMAN, "1. Juni 2025, 12:00</time> UTC"), (AMERICAN, "Jun 1, 2025, 12:00 PM</time> UTC"),
    ({"Accept-Language": "en-GB"}, "1 Jun 2025, 12:00</time> UTC"),
)


def test_a_clock_time_has_twelve_or_twenty_four_hours_and_always_its_zone(filled: Path, parser: SpacyParser, tmp_path: Path) -> None:
    copied = shutil.copy(filled, tmp_path / "record.db")
    pages = TestClient(create_app(RecordBook(Path(copied), parser, options)), base_url=LOCAL)
    token = re.search(r'name="token" value="([^"]*)"', pages.get("/new").text)
    assert token is not None
    pages.post("/new/seen", data={"token": token[1], "reader": "Ada", "watch": ""})
    for headers, told_ in CLOCKS:
        assert told_ in re.sub(r"[\u202f\xa0]", " ", pages.get("/new?reader=Ada", headers=headers).text), headers


@pytest.mark.browser
@pytest.mark.parametrize(
    ("locale", "day"), [("de-DE", "12. Apr. 2025"), ("en-US", "Apr 12, 2025"), ("en-GB", "12 Apr 2025")]
)
def test_a_browser_gets_days_of_its_own_place_and_keeps_them_on_its_way(browser: Browser, address: str, locale: str, day: str) -> None:
    with browser.new_context(locale=locale, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/?as_of=2025-04-12")
        assert day in page.locator(".sub").first.inner_text()
        page.emulate_media(media="print")
        assert page.locator(".printed").inner_text() == f"As it could be known on {day}."
        page.emulate_media(media="screen")
        page.get_by_label("Dates and numbers").select_option("fr-FR")
        page.get_by_role("button", name="Show").click()
        assert "12 avr. 2025" in page.locator(".sub").first.inner_text()
        page.get_by_role("navigation", name="Pages").get_by_role("link", name="Timeline").click()
        assert "avr. 2025" in page.locator("main").inner_text() and "locale=fr-FR" in page.url
