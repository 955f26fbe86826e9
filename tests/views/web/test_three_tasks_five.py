"""The three tasks of docs/howto/three-tasks.md on the five reports of the shared material, with as many clicks; what they tell is asked of the' twins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page
from tests.views.web.conftest import options, served
from tests.views.web.test_whole_sample import Hand
from tests.views.web.test_whole_sample import told as clicks

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.record import open_record

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def five(shared: Path, tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Iterator[str]:
    """The five reports served on this machine; skipped, loudly, where they are absent."""
    path = tmp_path_factory.mktemp("five") / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([str(shared / "reports")], record, parser, options())
    with served(path, parser) as found:
        yield found


@pytest.fixture
def page(browser: Browser, five: str) -> Iterator[Page]:
    """The first page."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB") as context:
        opened = context.new_page()
        opened.goto(five)
        yield opened


def twin(five: str, address: str) -> Any:
    """What a page tells, for programs."""
    with urlopen(five + address) as answer:
        return json.load(answer)


def test_how_many_are_held_is_printed_with_rivals_and_chain(page: Page, five: str) -> None:
    hand = Hand(page)
    head = next(h for ledger in twin(five, "/figures.json")["ledgers"] for h in ledger["heads"] if re.fullmatch(r"\d+ held", h["label"]))
    hand.click(page.locator(".sparks a", has_text=head["label"]))
    page.emulate_media(media="print")
    assert len(head["rivals"]) > 1
    hand.reads(head["label"], "beside it:", *head["rivals"], *(s["by"] for side in head["sides"] for s in side["sayers"]), "Cannot all be true")
    assert page.locator(".chart svg").first.is_visible() and not page.locator(".top nav").is_visible()
    assert hand.did == clicks(1)


def test_who_says_that_the_list_was_missing_and_through_whom(page: Page, five: str) -> None:
    hand = Hand(page)
    cards = [c for _, cards in twin(five, "/commitments.json")["columns"] for c in cards if "list" in c["what"]]
    told = next(a for c in cards for _, accounts, _ in c["sides"] for a in accounts if a["account"] == "breached" and ", as told by " in a["by"])
    hand.click(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Commitments"))
    account = page.locator("article.card", has_text=told["by"]).locator("li", has_text="breached").filter(has_text=told["by"]).first
    hand.click(account.locator("summary"))
    assert told["cite"]["quote"] in account.inner_text()
    hand.click(account.locator("cite a").first)
    hand.reads(told["by"], told["cite"]["quote"], "side:")
    assert page.locator("ol.chain li").count() > 1, "through whom"
    assert hand.did == clicks(2)


def test_what_was_known_on_the_third_of_december(page: Page, five: str) -> None:
    hand = Hand(page)
    later = {h["label"] for ledger in twin(five, "/figures.json")["ledgers"] for h in ledger["heads"]}
    hand.type(page.locator("input[type=date][name=as_of]"), "2023-12-03")
    hand.click(page.locator(".scope button"))
    hand.reads("as it could be known on 3 Dec 2023", "2 reports read", "3 left out as possibly later than 3 Dec 2023")
    known = {h["label"] for ledger in twin(five, "/figures.json?as_of=2023-12-03")["ledgers"] for h in ledger["heads"]}
    assert known - later and later - known, "what only later reports tell is gone, and what was the latest then stands first"
    hand.reads(*list(known)[:3])
    assert hand.did == clicks(3)
