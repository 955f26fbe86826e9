"""Readings that stay packed: the same as when all are unpacked, unpacked one by one, and refused when it is too late."""

from __future__ import annotations

from dataclasses import fields

import pytest
from tests.record.conftest import OTHER, arrival, made

from onrecord.errors import RecordError
from onrecord.record import Record, queries, store
from onrecord.record.shelf import Shelf
from onrecord.types import Reading, Report


@pytest.fixture
def both(record: Record) -> Record:
    """A record with two readings."""
    for reading in (made(), made(OTHER, "two")):
        store.put_report(record, reading, arrival(reading), annotator="v1")
    return record


def test_what_is_taken_from_the_shelf_is_what_lies_in_the_record(both: Record) -> None:
    shelved, whole = Shelf(both).readings, queries.readings(both)
    assert len(shelved) == len(whole) == 2
    for one, other in zip(shelved, whole, strict=True):
        assert all(getattr(one.report, f.name) == getattr(other.report, f.name) for f in fields(Report))
        assert all(getattr(one, f.name) == getattr(other, f.name) for f in fields(Reading) if f.name != "report")


def test_a_reading_is_unpacked_once_and_no_other_with_it(both: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    unpack = Shelf.reading
    monkeypatch.setattr(Shelf, "reading", lambda shelf, report: (asked.append(report.name), unpack(shelf, report))[1])
    one, other = Shelf(both).readings
    assert (one.report.name, other.report.language) and asked == []
    assert one.participants == one.participants and one.times is not None and asked == [one.report.name]


def test_what_is_asked_for_after_the_shelf_was_closed_is_refused(both: Record) -> None:
    shelf = Shelf(both)
    one, other = shelf.readings
    shelf.close()
    assert one.report.name and shelf.readings == ()
    for late in (lambda: one.events, lambda: other.report.text):
        with pytest.raises(RecordError, match="after the record may have changed"):
            late()
