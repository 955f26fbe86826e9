"""Statements that are looked up in the record are those that would be made of the readings; where rows do not tell all, they are made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.corpus.readings import readings
from bench.cost_reconcile import put

from onrecord.pipeline import derive
from onrecord.reconcile import set_scene
from onrecord.reconcile.said import Said
from onrecord.record import Record, open_record
from onrecord.record.stated import InRecord, is_exact, mark_of, statement_marks
from onrecord.rederiving import differences
from onrecord.types import Interval, Layer

MADE = readings(40, 11, days=20)


@pytest.fixture(scope="module")
def said() -> Said:
    """What the reports say, made of their readings."""
    return set_scene(MADE).told


@pytest.fixture
def held() -> Record:
    """A record in which they are reconciled."""
    record = open_record(None, write=True)
    put(record, MADE)
    derive(record)
    return record


def test_what_is_looked_up_is_what_would_be_made(held: Record, said: Said) -> None:
    found = InRecord(held, frozenset(r for r, mark in statement_marks(held).items() if is_exact(mark)))
    assert len(found.reports) > len(MADE) / 2
    layers: tuple[Layer, ...] = ("positions", "figures", "status")
    for report in found.reports:
        assert found.of(report) == said.of(report)
        assert all(found.one(s.id) == s and found.voices([s.id]) == {s.id: (s.report, s.chain)} for s in said.of(report))
    for layer in layers:
        told = sorted(found.layer(layer, sorted(found.reports)), key=lambda s: s.id)
        assert told == [s for s in said if s.layer == layer and s.report in found.reports]


def test_a_report_that_is_not_known_to_say_what_it_said_is_not_looked_up(held: Record, said: Said) -> None:
    found, one = InRecord(held, frozenset()), next(iter(said))
    assert found.one(one.id) is None and found.voices([one.id]) == {}


def test_two_statements_with_one_id_and_days_open_at_both_ends_are_more_than_their_rows(said: Said) -> None:
    own = said.of(MADE[0].report.id)
    assert is_exact(mark_of(own))
    assert not is_exact(mark_of([*own, own[0]]))
    assert not is_exact(mark_of([replace(own[0], date=Interval(None, None)), *own[1:]]))


def test_a_row_that_is_missing_under_the_mark_of_its_report_is_made_again_and_no_other_goes_with_it(held: Record) -> None:
    report = MADE[3].report.id
    before = dict(held.pairs("SELECT work, value FROM remembered_reading WHERE report = ?", (report,)))
    held.connection.execute("DELETE FROM remembered_reading WHERE report = ? AND work = '~mentions to be compared'", (report,))
    put(held, readings(41, 11, days=20)[-1:])
    derive(held)
    after = dict(held.pairs("SELECT work, value FROM remembered_reading WHERE report = ?", (report,)))
    assert after.keys() == before.keys() and after["~mentions to be compared"] == before["~mentions to be compared"]
    assert differences(held) == ()
