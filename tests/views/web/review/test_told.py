"""Which packs are in the record, and who coded what, on pages of their own that the queue leads to."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import over
from tests.views.web.review.test_review import form

from onrecord.desk import coding
from onrecord.desk.agreed import FEWEST
from onrecord.desk.blind import Blindly, Draw, drawn, keep_blind
from onrecord.packing import keep_pack
from onrecord.record import open_record, queries
from onrecord.record.packs import packs

PACK = b'name = "Harbour talks"\n\n[[parties]]\nname = "Harbour League"\n'


def test_packs_are_listed_with_who_added_them(desk: TestClient, path: Path) -> None:
    assert "None is in the record." in desk.get("/review/packs").text
    with open_record(path, write=True) as record:
        assert keep_pack(record, PACK, "harbour.toml", when="2025-06-01T12:00:00+00:00", who="A. <b>Desk</b>").pack
    shown = desk.get("/review/packs").text
    assert "Harbour talks" in shown and "A. &lt;b&gt;Desk" in shown and "harbour.toml" in shown
    assert desk.get("/review/packs.json", params={"as_of": "2025-05-31"}).json()["rows"] == []


def sent(desk: TestClient, to: str, data: bytes = b"", **fields: str) -> str:
    """The page that a form of the packs' page leads to, when what it began is over."""
    page = desk.get("/review/packs").text
    files = {"files": ("harbour.toml", data, "application/toml")} if data else None
    return over(desk, desk.post(to, data={**form(page), **fields}, files=files))


def test_a_pack_is_sent_in_read_with_replaced_and_taken_out(desk: TestClient, path: Path) -> None:
    before = desk.get("/entities.json").text
    army = b'name = "River talks"\n\n[[parties]]\nname = "Highland Front"\n'
    told = sent(desk, "/review/packs", army)
    assert "River talks is in the record" in told and re.search(r"[1-9]\d* read again", told)
    assert "River talks" in desk.get("/review/packs").text and "M. Okafor" in desk.get("/review/packs").text
    assert "River talks was there already" in sent(desk, "/review/packs", army)
    assert "aliases_of_nobody" in sent(desk, "/review/packs", army + b"aliases_of_nobody = 1\n")
    assert len(desk.get("/review/packs.json").json()["rows"]) == 1
    assert "River talks is out of the record" in sent(desk, "/review/packs/remove", name="River talks")
    assert "None is in the record." in desk.get("/review/packs").text and desk.get("/entities.json").text == before


@pytest.mark.parametrize(("to", "data", "fields", "words"), [
    ("/review/packs", b"", {}, "0 files were sent"), ("/review/packs", b"name = ", {}, "It is no pack"),
    ("/review/packs", PACK, {"who": " "}, "give your name"), ("/review/packs", b"x" * 2_000_001, {}, "It is no pack"),
    ("/review/packs/remove", b"", {"name": "<b>none"}, "no pack is called"),
])
def test_what_is_no_pack_changes_nothing(desk: TestClient, path: Path, to: str, data: bytes, fields: dict[str, str], words: str) -> None:
    assert words in sent(desk, to, data, **fields)
    with open_record(path) as record:
        assert packs(record) == ()


def test_who_coded_what_is_listed_of_the_reports_that_could_be_known(desk: TestClient, path: Path, tmp_path: Path) -> None:
    none = desk.get("/review/codings.json").json()["told"]
    assert "Nobody" in desk.get("/review/codings").text
    table = tmp_path / "codes.csv"
    with open_record(path, write=True) as record:
        name = next(e.name for e in queries.reports(record) if e.name.startswith("11-"))
        words = next(s.quote for s in queries.statements(record, queries.Filter(report=queries.find_report(record, name))) if s.layer == "figures")
        table.write_text(f'report,layer,words\n{name},figures,"{words}"\n', encoding="utf-8")
        coding.import_table(record, table, by="A. Coder", when=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))
    assert "A. Coder" in desk.get("/review/codings").text
    assert desk.get("/review/codings.json", params={"as_of": "2025-03-31"}).json() == {"told": {**none, "rows": []}, "pairs": []}
    shown = desk.get("/review/codings").text
    assert "A. Coder and the program <small>1 report, as tables" in shown and "whether there is one" in shown


def test_the_queue_leads_to_them(desk: TestClient) -> None:
    page = desk.get("/review").text
    assert all(f'href="{to}"' in page for to in ("/review/packs", "/review/codings", "/audit", "/review/blind", "/review/history"))


def test_those_who_coded_blindly_are_compared_when_both_coded_enough_and_no_sentence_is_told(desk: TestClient, path: Path) -> None:
    with open_record(path, write=True) as record:
        units = drawn(record, Draw(size=FEWEST + 1))
        for who, many, found in (("A. <b>One", FEWEST + 1, (("events", "meet"),)), ("B. Two", FEWEST, (("events", "meet"),)), ("C. Few", FEWEST - 1, ())):
            for one in units[:many]:
                keep_blind(record, Blindly(report=one.report, span=one.span, found=found, who=who), when=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))
    told = {(p["one"], p["other"]): p for p in desk.get("/review/codings.json").json()["pairs"]}
    many = {("A. <b>One", "program"): FEWEST + 1, ("B. Two", "program"): FEWEST, ("A. <b>One", "B. Two"): FEWEST}
    assert {key: p["units"] for key, p in told.items()} == many
    assert {(x["layer"], x["same"]) for x in told["A. <b>One", "B. Two"]["layers"]} >= {("events", 1.0)}
    shown = desk.get("/review/codings").text
    assert "A. &lt;b&gt;One and B. Two" in shown and "C. Few" not in shown and not any(u.words in shown for u in units)
