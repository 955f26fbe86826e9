"""What changed is told from the changed values alone, as it would be from all of them."""

from __future__ import annotations

import random

import pytest
from bench.corpus.readings import readings
from bench.cost_reconcile import put

from onrecord.desk.changing import changes_since, compared, moment_of, state_of
from onrecord.pipeline import derive
from onrecord.record import journal, open_record

SIZE = 90


@pytest.mark.parametrize("seed", [1, 2])
def test_changes_by_what_was_noted_are_those_between_two_whole_states(seed: int) -> None:
    """One report at a time, then many."""
    made = readings(SIZE, seed, days=25)
    random.Random(seed).shuffle(made)
    with open_record(None, write=True) as record:
        put(record, made[:50])
        derive(record)
        for start, end in ((50, 51), (51, 52), (52, 60), (60, SIZE)):
            whole, moment = state_of(record), moment_of(record)
            put(record, made[start:end])
            derive(record)
            told = compared(record, whole, state_of(record))
            assert told.lines or told.confirmed or told.repeats
            assert changes_since(record, moment) == told


def test_a_value_is_noted_as_it_was_before_its_first_change_and_nothing_else_is() -> None:
    with open_record(None, write=True) as record:
        put(record, readings(20, 7, days=10))
        derive(record)
        events = state_of(record).derived.events
        journal.begin(record)
        for title in ("first", "second"):
            record.connection.execute("UPDATE event SET title = ?, value_json = json_set(value_json, '$.title', ?) WHERE id = ?", (title, title, events[0].id))
        record.connection.execute("DELETE FROM event WHERE id = ?", (events[1].id,))
        before, after = journal.parts(record)
        assert set(before.events) == set(events[:2])
        assert [e.title for e in after.events] == ["second"]
        assert before.ledgers == after.ledgers == ()
