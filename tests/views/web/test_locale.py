"""Days and numbers as the reader's English writes them; the words of reports stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
DAY = "() => [...document.querySelectorAll('main')].map(m => m.innerText).join(' ').match(/[A-Z][a-z]{2} \\d{1,2}, \\d{4}|\\d{1,2} [A-Z][a-z]{2} \\d{4}/)[0]"


@pytest.mark.parametrize(("locale", "form"), [("en-US", "Mon D, YYYY"), ("en-GB", "D Mon YYYY"), ("de-DE", "D Mon YYYY")])
def test_days_are_written_as_the_reader_does(browser: Browser, address: str, locale: str, form: str) -> None:
    page = browser.new_page(locale=locale)
    page.goto(f"{address}/timeline")
    found = page.evaluate(DAY)
    assert found[0].isalpha() == (form == "Mon D, YYYY"), found
    page.close()


def test_the_words_of_a_report_stay_as_they_were_printed(browser: Browser, address: str) -> None:
    texts = []
    for locale in ("en-US", "en-GB", "en-IN"):
        page = browser.new_page(locale=locale)
        page.goto(f"{address}/reports")
        page.goto(page.locator("main a[href^='/reports/']").first.evaluate("a => a.href"))
        texts.append(page.locator("[data-start]").all_inner_texts())
        page.close()
    assert texts[0] and texts[0] == texts[1] == texts[2]
