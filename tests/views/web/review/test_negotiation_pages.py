"""A negotiation is named, parted and joined on its page, and each of these is taken back."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient
from tests.views.web.review.test_review import form, kept

from onrecord.record import open_record, queries
from onrecord.types import Negotiation


def talks(path: Path) -> tuple[Negotiation, ...]:
    """The negotiations of the record."""
    with open_record(path) as record:
        return queries.negotiations(record)


def test_a_negotiation_is_named_parted_joined_and_each_is_taken_back(desk: TestClient, path: Path) -> None:
    before = talks(path)
    one, other = before[0], before[1]
    here, back = f"/review/negotiations/{one.id}", {"on_kind": "negotiations", "on_id": one.id}
    assert here in desk.get("/review").text
    page = desk.post(here, data={**form(desk.get(here).text), **back, "action": "edit", "name": "The <b>talks</b>"}).text
    assert "The &lt;b&gt;talks" in page and "The <b>talks</b>" in {n.name for n in talks(path)}
    page = desk.post(here, data={**form(page), **back, "action": "merge", "other": other.id}).text
    assert {n.id: n.reports for n in talks(path)}[one.id] == tuple(sorted({*one.reports, *other.reports}))
    desk.post(here, data={**form(page), **back, "action": "split", "part": other.reports[0]})
    assert (other.reports[0],) in {n.reports for n in talks(path)} and len(talks(path)) == len(before)
    assert [j.action for j in kept(path)] == ["edit", "merge", "split"]
    for judgement in reversed(kept(path)):
        desk.post("/review/undo", data={**form(desk.get(here).text), "target": judgement.id})
    assert talks(path) == before and desk.get(here).text.count("undone") == 3
