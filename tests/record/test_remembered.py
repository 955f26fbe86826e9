"""What a record remembers of pure work: given back while nothing changed that it hangs on, and dropped when something did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest
from tests.record.conftest import OTHER, arrival, made

from onrecord.record import Record, store
from onrecord.record.remembered import Remembered
from onrecord.types import Derived, Interval, Reading

Counts = tuple[tuple[str, Interval | None], ...]


class Worker:
    """Counts letters, and on which reports it was asked to."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, reading: Reading) -> Counts:
        """One row with a day in it, so that reading back is put to the test."""
        self.asked.append(reading.report.name)
        return ((str(len(reading.report.text)), Interval.day(dt.date(2031, 5, 4))),)


def work(record: Record, readings: list[Reading], by: str = "program 1") -> tuple[list[str], list[Counts]]:
    """Which readings were worked on, and the results; what is new is kept."""
    worker, remembered = Worker(), Remembered(record, by)
    results = list(remembered.of_readings("letters", Counts, readings, worker))
    store.replace_derived(record, (), Derived(), notes={}, remembered=remembered)
    return worker.asked, results


@pytest.fixture
def both(record: Record) -> list[Reading]:
    """Two readings that the record holds."""
    readings = [made(), made(OTHER, "two")]
    for reading in readings:
        store.put_report(record, reading, arrival(reading), annotator="v1")
    return readings


def test_work_on_a_reading_is_done_once(record: Record, both: list[Reading]) -> None:
    first, before = work(record, both[:1])
    second, after = work(record, both)
    assert (first, second) == (["one"], ["two"]) and after[:1] == before


def test_a_report_that_is_read_again_is_worked_on_again(record: Record, both: list[Reading]) -> None:
    work(record, both)
    store.put_report(record, both[1], arrival(both[1]), annotator="v2")
    assert work(record, both)[0] == ["two"]


def test_what_was_found_of_a_removed_report_goes_with_it(record: Record, both: list[Reading]) -> None:
    work(record, both)
    store.remove_report(record, both[0].report.id)
    assert record.rows("SELECT report FROM remembered_reading")[0][0] == both[1].report.id
    assert work(record, both[1:])[0] == []


def test_another_program_remembers_nothing(record: Record, both: list[Reading]) -> None:
    work(record, both)
    assert work(record, both, by="program 2")[0] == ["one", "two"]
    assert work(record, both, by="program 2")[0] == []


def test_the_same_inputs_are_worked_on_once_and_forgotten_when_nobody_asks_for_them(record: Record) -> None:
    done: list[frozenset[str]] = []

    def size(given: frozenset[str]) -> int:
        done.append(given)
        return len(given)

    def ask(*inputs: frozenset[str]) -> None:
        remembered = Remembered(record, "program 1")
        for given in inputs:
            assert remembered.of_inputs("size", int, given, partial(size, given)) == len(given)
        store.replace_derived(record, (), Derived(), notes={}, remembered=remembered)

    ab, abc = frozenset("ab"), frozenset("abc")
    ask(ab, abc, ab)
    assert done == [ab, abc]
    ask(ab)
    ask(ab, abc)
    assert done == [ab, abc, abc]


def test_work_that_asks_whom_names_mean_is_done_again_where_one_means_somebody_else(record: Record, both: list[Reading]) -> None:
    def asking(parties: dict[str, str]) -> tuple[list[str], list[str]]:
        asked: list[str] = []
        remembered = Remembered(record, "program 1")

        def named(reading: Reading, party: Callable[[str], str | None]) -> str:
            asked.append(reading.report.name)
            return f"{party('front' if reading.report.name == 'one' else 'union')}"

        found = remembered.of_named("names", str, both, lambda _, name: parties.get(name), named)
        store.replace_derived(record, (), Derived(), notes={}, remembered=remembered)
        return asked, found

    assert asking({"front": "F"}) == (["one", "two"], ["F", "None"])
    assert asking({"front": "F", "talks": "T"}) == ([], ["F", "None"]), "a name that nobody asked for changes nothing"
    assert asking({"front": "F", "union": "U"}) == (["two"], ["F", "U"])


def test_work_that_is_looked_at_later_is_known_too(record: Record, both: list[Reading]) -> None:
    worker, remembered = Worker(), Remembered(record, "program 1")
    before = list(remembered.of_readings("letters", Counts, both, worker))
    store.replace_derived(record, (), Derived(), notes={}, remembered=remembered)
    assert worker.asked == ["one", "two"] and work(record, both) == ([], before)
    later = Remembered(record, "program 1").of_readings("letters", Counts, both, worker)
    assert later[1] == before[1] and later[:2] == before and len(later) == 2 and worker.asked == ["one", "two"]
