"""Two hundred hostile reports in one record: on every page and in the static site they are text, and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from tests.views.web.browsing import watched
from tests.views.web.conftest import LOCAL, options
from tests.views.web.hostile import ATTACKS, HALF, MANY, PLACES, rows, together, written

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.record import open_record, queries
from onrecord.types import Snapshot
from onrecord.views.export import ExportOptions, export
from onrecord.views.web.app import create_app
from onrecord.views.web.pages import PAGES
from onrecord.views.web.record_book import RecordBook
from onrecord.views.web.safety.policy import FILE_POLICY

pytestmark = pytest.mark.slow
NEVER = frozenset({"iframe", "base", "style", "object", "embed", "img", "math", "mtext", "mglyph", "audio", "video", "foreignobject"})
"""Elements that no page of ours has."""


class Looked(HTMLParser):
    """What a browser would make of a page, and what of it is not ours."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.inside = tag
        if (tag, given) == ("meta", {"http-equiv": "Content-Security-Policy", "content": FILE_POLICY}):
            return
        own = tag not in NEVER and not any(name.startswith("on") or name in ("style", "srcdoc", "formaction", "http-equiv") for name in given)
        leads = [given.get(name, "/") for name in ("href", "action", "src")]
        if not own or any(re.match(r"\s*(//|[a-z]+:)", value, re.IGNORECASE) for value in leads) or (tag == "script" and not given.get("src")):
            self.bad.append(self.get_starttag_text() or tag)

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script" and data.strip():
            self.bad.append(data[:80])


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """The record of them all; not to be written to."""
    home = tmp_path_factory.mktemp("hostile")
    with open_record(home / "record.db", write=True) as record:
        pipeline.add([str(written(home, rows()))], record, parser, options())
    return home / "record.db"


@pytest.fixture(scope="module")
def snapshot(path: Path) -> Snapshot:
    with open_record(path) as record:
        return queries.snapshot(record)


def test_all_two_hundred_are_different_and_were_read_or_told(snapshot: Snapshot) -> None:
    found = list(rows())
    assert len({tuple(row.items()) for row in found}) == MANY == len(PLACES) * len(ATTACKS) >= 200
    assert len(snapshot.reports) + sum(p.lost for p in snapshot.problems) >= MANY and len(snapshot.reports) > MANY * 0.9


def test_every_quotation_still_stands_where_it_says(snapshot: Snapshot) -> None:
    assert [s.id for s in snapshot.statements.values() if s.span.of(snapshot.report(s.report).text) != s.quote] == []


def test_on_every_page_they_are_text_and_nothing_else(path: Path, parser: SpacyParser, snapshot: Snapshot) -> None:
    client = TestClient(create_app(RecordBook(path, parser, options)), base_url=LOCAL, raise_server_exceptions=False)
    one = {s.report: s.id for s in snapshot.statements.values()}
    addresses = [page.path for page in PAGES] + [f"/reports/{r.id}" for r in snapshot.reports] + [f"/statements/{i}" for i in one.values()]
    addresses += ["/search?q=alert", "/review?cap=400", "/review/history", *(f"/review/statements/{i}" for i in list(one.values())[::9])]
    addresses += [f"/entities/{e.id}" for e in snapshot.derived.entities] + [f"/events/{e.id}" for e in snapshot.derived.events]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200 and Looked(answer.text).bad == [], address
    assert len(addresses) > 2 * MANY * 0.9


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """Each attack in each place as a folder of pages, several in one report: apart they are 4,000 files, for each statement one."""
    home, found = tmp_path_factory.mktemp("together"), list(together())
    with open_record(home / "record.db", write=True) as record:
        read = pipeline.add([str(written(home, found))], record, parser, options())
        export(record, "site", home / "site", ExportOptions())
    assert len(read.new) == len(found) and not read.unreadable
    return home


def test_in_the_static_site_they_are_text_and_nothing_else(site: Path) -> None:
    found = list(together())
    pairs = {(place, attack) for row in found for place in PLACES for attack in ATTACKS if attack in row.get(place, row["text"])}
    assert pairs >= set(product(PLACES, (a for a in ATTACKS if a != HALF)))
    with open_record(site / "record.db") as record:
        statements = queries.statements(record)
    pages = list((site / "site").rglob("*.html"))
    assert {p.stem for p in pages if p.parent.name == "reports"} >= {s.report for s in statements} and len(statements) > MANY
    assert {p.stem for p in pages if p.parent.name == "statements"} >= {s.id for s in statements if s.layer != "attributions"}
    assert [p.name for p in pages if Looked(p.read_text(encoding="utf-8")).bad] == []


@pytest.mark.browser
def test_in_a_browser_no_page_of_the_static_site_speaks_runs_or_asks_for_anything(browser: Browser, site: Path) -> None:
    """Every report and list, and of the statements, events and entities every fifth: each attack in each place is opened from its file."""
    pages = sorted((site / "site").rglob("*.html"))
    opened = [p for n, p in enumerate(pages) if p.parent.name in ("reports", "site") or n % 5 == 0]
    assert len(opened) > MANY // 2 and sum(p.parent.name == "reports" for p in opened) == len(list(together()))
    with browser.new_context() as context:
        page, asked = context.new_page(), []
        told = watched(page)
        page.on("request", lambda r: asked.append(r.url) if not r.url.startswith("file://") or r.resource_type not in ("document", "stylesheet") else None)
        for file in opened:
            page.goto(file.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert page.evaluate("[document.scripts.length, document.styleSheets.length, location.href]") == [0, 1, file.as_uri()], file
        assert (told, asked) == ([], [])
        page.set_content(page.content().replace("<main", "<script>alert(1)</script><img src=//evil.example/x onerror=alert(2)><main"))
        assert told and not any(words == "1" for words in told), "a script would be told of, and is not run"


def test_what_is_not_ours_would_be_found() -> None:
    """Else the tests above could not fail."""
    raw = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<base href=//evil.example>", "<svg onload=x>")
    assert all(Looked(attack).bad for attack in raw) and Looked('<a href="/reports">x</a><script src="/static/review.js" defer></script>').bad == []
