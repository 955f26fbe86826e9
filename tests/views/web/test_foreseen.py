"""What was derived on an earlier day is the same with and without a record made of it, and is worked out before it is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import LOCAL, options

from onrecord.deriving import derived_on, known_on
from onrecord.desk.changing import compared_with
from onrecord.desk.deciding import Decision, decide
from onrecord.desk.setting_aside import Aside, put_aside
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record, queries
from onrecord.types import Derived
from onrecord.views.web import record_book
from onrecord.views.web.app import create_app

WHEN = dt.datetime(2025, 6, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize("day", [dt.date(2025, 1, 1), dt.date(2025, 3, 20), dt.date(2025, 4, 10), dt.date(2030, 1, 1)])
@pytest.mark.parametrize("judged", [False, True], ids=["as read", "judged"])
def test_an_earlier_day_is_the_same_without_a_record_made_of_it(filled: Path, day: dt.date, judged: bool) -> None:
    with open_record(None) as record:
        with open_record(filled) as read:
            read.connection.backup(record.connection)
        if judged:
            statement = next(s for s in queries.statements(record) if s.layer == "figures")
            decide(record, Decision(action="reject", target=statement.id, who="M. Okafor"), when=WHEN)
            put_aside(record, Aside(reports=(queries.reports(record)[1].id,), who="M. Okafor"), when=WHEN)
        after = queries.snapshot(record)
        here = derived_on(record, day)
        with known_on(record, day) as past:
            there = queries.derived(past)
        for field in fields(Derived):
            assert {repr(v) for v in getattr(here, field.name)} == {repr(v) for v in getattr(there, field.name)}, field.name
        assert compared_with(here, after) == compared_with(there, after)


def test_the_days_that_are_offered_are_worked_out_once_and_before_one_is_chosen(
    filled: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[dt.date] = []

    def noted(record: Record, day: dt.date) -> Derived:
        asked.append(day)
        return derived_on(record, day)

    monkeypatch.setattr(record_book, "derived_on", noted)
    book = record_book.RecordBook(filled, parser, options)
    client = TestClient(create_app(book), base_url=LOCAL, raise_server_exceptions=False)
    days = [dt.date.fromisoformat(day) for day in client.get("/new.json").json()["days"]]
    assert book.settled() and len(days) > 2
    assert asked == [day - dt.timedelta(days=1) for day in days[:2]]
    assert client.get(f"/new?since={days[0]}").status_code == client.get(f"/new?since={days[0]}&about=figure").status_code == 200
    assert len(asked) == 2, "nothing is worked out again"
    client.get(f"/new?since={days[2]}")
    assert asked[2:] == [days[2] - dt.timedelta(days=1)]
