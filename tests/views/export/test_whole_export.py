"""The one-file exports leave no part of the record out."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from tests.views.export.conftest import Export

from onrecord.reconcile.agreements.typed import agreement_of
from onrecord.record import Record, open_record, queries
from onrecord.types import Derived, Snapshot
from onrecord.views.export.page import whole_page
from onrecord.views.web.pages import PAGES

TERMS = {
    "name": "Accord of the Mill", "parties": ["Maravel", "Highland Front"], "first_day": "2025-04-06",
    "terms": [{"obligor": "Highland Front", "rules": ["eight captives a day for three days"]}],
}


@pytest.fixture(scope="module")
def snapshot(filled: Path) -> Snapshot:
    """The record with an agreement typed in."""
    with open_record(filled) as record:
        whole = queries.snapshot(record)
    typed = replace(agreement_of(TERMS), typed_by="desk on 2025-04-05")
    return replace(whole, derived=replace(whole.derived, agreements=(*whole.derived.agreements, typed)))


@pytest.fixture(scope="module")
def page(snapshot: Snapshot) -> str:
    """The one page."""
    return whole_page(snapshot)


def part(page: str, key: str) -> str:
    """The text of one part of the page, tags left out."""
    found = re.search(rf'<section class="part" id="{key}">(.*?)</section>', page, re.S)
    assert found is not None, key
    return re.sub(r"<[^>]*>", " ", found[1])


@pytest.mark.parametrize("path", [p.path for p in PAGES if p.path not in ("/", "/search", "/new")])
def test_every_page_of_the_served_view_is_a_part_of_the_one_page(page: str, path: str) -> None:
    key = path.removeprefix("/")
    assert f'id="{key}"' in page and f'href="#{key}"' in page


def test_the_one_page_has_every_agreement_proposal_captive_way_and_name(page: str, snapshot: Snapshot) -> None:
    derived = snapshot.derived
    assert derived.agreements and derived.proposals and derived.roster and derived.channels and derived.entities
    assert "Accord of the Mill" in part(page, "agreements") and "desk on 2025-04-05" in part(page, "agreements")
    for key, names in (("agreements", [a.name for a in derived.agreements]), ("proposals", [p.title for p in derived.proposals]),
                       ("roster", [r.name for r in derived.roster]), ("entities", [e.name for e in derived.entities])):
        shown = " ".join(part(page, key).split())
        assert [n for n in names if " ".join(n.replace("'", "&#39;").split()) not in shown] == []


def test_links_of_the_one_page_stay_within_it(page: str) -> None:
    wanted, there = set(re.findall(r'href="#([^"]+)"', page)), set(re.findall(r'\bid="([^"]+)"', page))
    assert wanted - there == set() and 'href="/' not in page


def test_the_json_of_a_record_has_every_part_of_what_is_derived(exported: Export, opened: Record) -> None:
    value = json.loads(exported("json").read_text())
    derived = queries.derived(opened)
    for name in (f.name for f in fields(Derived)):
        if name == "dates":
            assert all(r["date"] for r in value["reports"]) and len(value["reports"]) == len(derived.dates)
        else:
            assert len(value[name]) == len(getattr(derived, name)), name
