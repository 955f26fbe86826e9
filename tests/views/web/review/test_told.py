"""Which packs are in the record, and who coded what, on pages of their own that the queue leads to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from fastapi.testclient import TestClient
from tests.views.web.review.test_review import desk, path

from onrecord.desk import coding
from onrecord.packing import keep_pack
from onrecord.record import open_record, queries

__all__ = ["desk", "path"]
PACK = b'name = "Harbour talks"\n\n[[parties]]\nname = "Harbour League"\n'


def test_packs_are_listed_with_who_added_them(desk: TestClient, path: Path) -> None:
    assert "None is in the record." in desk.get("/review/packs").text
    with open_record(path, write=True) as record:
        assert keep_pack(record, PACK, "harbour.toml", when="2025-06-01T12:00:00+00:00", who="A. <b>Desk</b>").pack
    shown = desk.get("/review/packs").text
    assert "Harbour talks" in shown and "A. &lt;b&gt;Desk" in shown and "harbour.toml" in shown
    assert desk.get("/review/packs.json", params={"as_of": "2025-05-31"}).json()["rows"] == []


def test_who_coded_what_is_listed_of_the_reports_that_could_be_known(desk: TestClient, path: Path, tmp_path: Path) -> None:
    assert "Nobody" in desk.get("/review/codings").text
    table = tmp_path / "codes.csv"
    with open_record(path, write=True) as record:
        name = next(e.name for e in queries.reports(record) if e.name.startswith("11-"))
        words = next(s.quote for s in queries.statements(record, queries.Filter(report=queries.find_report(record, name))) if s.layer == "figures")
        table.write_text(f'report,layer,words\n{name},figures,"{words}"\n', encoding="utf-8")
        coding.import_table(record, table, by="A. Coder", when=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))
    assert "A. Coder" in desk.get("/review/codings").text
    assert desk.get("/review/codings.json", params={"as_of": "2025-03-31"}).json()["rows"] == []


def test_the_queue_leads_to_them(desk: TestClient) -> None:
    page = desk.get("/review").text
    assert all(f'href="{to}"' in page for to in ("/review/packs", "/review/codings", "/audit", "/review/blind", "/review/history"))
