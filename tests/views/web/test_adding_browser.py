"""A report is pasted, read behind the page and told with what it changed, in a real browser by keyboard alone."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser
from tests.views.web.browsing import tab_to, watched
from tests.views.web.conftest import served
from tests.views.web.test_adding import TEXT

from onrecord.adding import AddResult
from onrecord.desk import pasting
from onrecord.parse import SpacyParser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1600, "light")])
def test_a_text_is_pasted_by_keyboard_and_its_page_tells_when_it_is_read(
    browser: Browser, filled: Path, parser: SpacyParser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, scheme: Literal["light", "dark"],
) -> None:
    go_on, real = threading.Event(), pasting.add_pasted

    def slow(text: str, record: object, parser: object, options: object, progress: object) -> AddResult:
        progress(1, "a long one")  # type: ignore[operator]
        assert go_on.wait(60)
        return real(text, record, parser, options, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(pasting, "add_pasted", slow)
    with served(Path(shutil.copy(filled, tmp_path / "record.db")), parser) as address:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        told = watched(page)
        page.goto(f"{address}/add")
        tab_to(page, page.locator("textarea[name=text]"))
        page.keyboard.insert_text(TEXT)
        page.keyboard.press("Tab")
        page.keyboard.type("Daily Example")
        tab_to(page, page.get_by_role("button", name="Read it"))
        page.keyboard.press("Enter")
        page.locator("#run").wait_for()
        assert "1 read, the last a long one" in page.locator("#run").inner_text()
        go_on.set()
        page.get_by_role("heading", name="1 new, 0 already known, 0 not read").wait_for()
        assert page.locator("h2", has_text="What this changed").count() == 1 and page.locator("ol.lines li").count() > 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width and told == []
        page.close()
