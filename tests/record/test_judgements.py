"""Judgements are appended, chained and never changed."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest

from onrecord.record import Record
from onrecord.record.judgements import append, chain_breaks, fingerprint, judgements
from onrecord.types import Judgement

WHEN = dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)


def judged(action: str, target: str) -> Judgement:
    """A judgement before it is written."""
    return Judgement("", action, target, "R. Coder", WHEN, why="seen", value=None)  # type: ignore[arg-type]


def test_judgements_come_back_in_order_with_their_ids(record: Record) -> None:
    first = append(record, judged("reject", "a1"))
    second = append(record, judged("undo", first.id))
    assert judgements(record) == (first, second)
    assert first.id and second.id and first.id != second.id
    assert chain_breaks(record) == ()


def test_the_same_decision_twice_is_two_rows(record: Record) -> None:
    assert append(record, judged("accept", "a1")).id != append(record, judged("accept", "a1")).id


@pytest.mark.parametrize("sql", ["UPDATE judgement SET who = 'X'", "DELETE FROM judgement"])
def test_the_file_itself_refuses_to_change_or_lose_one(record: Record, sql: str) -> None:
    append(record, judged("reject", "a1"))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        record.connection.execute(sql)


def test_tampering_breaks_the_chain_from_there(record: Record) -> None:
    made = [append(record, judged("reject", t)) for t in ("a1", "a2", "a3")]
    record.connection.execute("DROP TRIGGER judgement_keeps")
    record.connection.execute("UPDATE judgement SET why = 'other' WHERE n = 2")
    assert chain_breaks(record) == (made[1].id,)


def test_a_judgement_makes_what_was_derived_stale(record: Record) -> None:
    before = fingerprint(record, "p")
    append(record, judged("reject", "a1"))
    assert fingerprint(record, "p") != before
    assert fingerprint(record, "p") != fingerprint(record, "q")
