"""The store: one transaction a report, nothing half-written, nothing twice."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from tests.record.conftest import OTHER, TEXT, arrival, made

from onrecord.errors import RecordError
from onrecord.reconcile import reconcile, set_scene
from onrecord.record import Record, open_record, queries, store
from onrecord.types import Span

TABLES = ("raw", "report", "block", "reading", "problem", "statement", "statement_party", "support", "event", "report_words_docsize")


def sizes(record: Record) -> dict[str, int]:
    """Rows by table."""
    return {t: int(record.rows(f"SELECT count(*) FROM {t}")[0][0]) for t in TABLES}


def put(record: Record, *readings: object) -> None:
    """Stores readings and derives."""
    for reading in readings:
        store.put_report(record, reading, arrival(reading), annotator="v1")  # type: ignore[arg-type]
    derive(record)


def derive(record: Record) -> None:
    """Derives from what is stored."""
    scene = set_scene(queries.readings(record))
    store.replace_derived(record, scene.statements, reconcile(scene), notes={"derived_of": "x"})


def test_a_reading_comes_back_as_it_was_stored(record: Record) -> None:
    reading = made()
    put(record, reading)
    assert queries.readings(record) == (reading,)
    assert queries.raw_bytes(record, reading.report.id) == TEXT.encode()


def test_statements_come_back_with_their_words_and_chain(record: Record) -> None:
    put(record, made())
    found = queries.statements(record)
    assert {s.layer for s in found} == {"attributions", "figures", "events"}
    assert all(TEXT[s.span.start : s.span.end] == s.quote for s in found)
    figure = next(s for s in found if s.layer == "figures")
    assert [link.resolved for link in figure.chain] == ["Ana Ruiz"]
    scene = set_scene(queries.readings(record))
    assert {s.id: s for s in found} == {s.id: s for s in scene.statements}


def test_storing_twice_adds_nothing(record: Record) -> None:
    put(record, made())
    before = sizes(record)
    put(record, made())
    assert sizes(record) == before


def test_a_new_reading_takes_the_place_of_the_old(record: Record) -> None:
    put(record, made())
    put(record, replace(made(), events=(), problems=()))
    assert [s.layer for s in queries.statements(record)] == ["attributions", "figures"]
    assert queries.problems(record) == ()


def test_rows_that_did_not_change_are_not_written_again(record: Record) -> None:
    put(record, made())
    keys = record.rows("SELECT key, id FROM statement ORDER BY id")
    put(record, made(OTHER, "two"))
    kept = {row["id"]: row["key"] for row in record.rows("SELECT key, id FROM statement")}
    assert all(kept[row["id"]] == row["key"] for row in keys)


def test_a_write_that_fails_in_the_middle_of_a_report_leaves_nothing_of_it(record: Record) -> None:
    put(record, made())
    before = sizes(record)
    record.connection.execute("CREATE TRIGGER broken BEFORE INSERT ON reading BEGIN SELECT RAISE(ABORT, 'the disk fell out'); END")
    with pytest.raises(RecordError, match="the disk fell out"):
        store.put_report(record, made(OTHER, "two"), arrival(made()), annotator="v1")
    record.connection.execute("DROP TRIGGER broken")
    assert sizes(record) == before
    put(record, made(OTHER, "two"))
    assert sizes(record)["report"] == 2


def test_a_failure_while_deriving_keeps_what_was_derived_before(record: Record) -> None:
    put(record, made())
    before = sizes(record)
    record.connection.execute("CREATE TRIGGER broken BEFORE INSERT ON statement BEGIN SELECT RAISE(ABORT, 'no'); END")
    store.put_report(record, made(OTHER, "two"), arrival(made()), annotator="v1")
    with pytest.raises(RecordError):
        derive(record)
    after = sizes(record)
    assert (after["statement"], after["event"]) == (before["statement"], before["event"])


def test_removing_a_report_removes_only_what_rested_on_it(record: Record, tmp_path: Path) -> None:
    one, two = made(), made(OTHER, "two")
    with open_record(tmp_path / "other.db", write=True) as other:
        put(other, one)
        put(record, one, two)
        store.remove_report(record, two.report.id)
        derive(record)
        assert sizes(record) == sizes(other)
        assert queries.derived(record) == queries.derived(other)


def test_bytes_stay_while_another_report_was_made_of_them(record: Record) -> None:
    one = made()
    twin = replace(one, report=replace(one.report, id="0" * 64, outlet="Daily Example"))
    put(record, one, twin)
    store.remove_report(record, one.report.id)
    assert queries.raw_bytes(record, twin.report.id) == TEXT.encode()
    store.remove_report(record, twin.report.id)
    assert sizes(record)["raw"] == 0


def test_removing_what_is_not_there_says_so(record: Record) -> None:
    with pytest.raises(RecordError, match="no report with the id"):
        store.remove_report(record, "f" * 64)


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path, write=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_problems_of_inputs_that_are_read_again_are_forgotten(record: Record) -> None:
    from onrecord.types import Problem

    found = [Problem("missing", "not there", where=w, lost=True) for w in ("a.txt", "dir/b.txt", "lines.jsonl:3", "a.txt2")]
    store.put_problems(record, found)
    store.put_problems(record, found)
    assert len(queries.problems(record)) == 4
    store.forget_problems(record, ["a.txt", "dir", "lines.jsonl"])
    assert [p.where for p in queries.problems(record)] == ["a.txt2"]


def test_a_problem_of_a_report_that_was_not_kept_is_not_lost(record: Record) -> None:
    from onrecord.types import Problem

    store.put_problems(record, [Problem("language", "French: not read", report="f" * 64, where="le.txt", lost=True)])
    assert [(p.kind, p.where) for p in queries.problems(record)] == [("language", "le.txt")]


def test_a_report_that_comes_back_after_its_removal_has_its_statements_again(record: Record) -> None:
    """Its statements are the same as before, and yet they are not passed over."""
    one, other = made(), made(OTHER, "two")
    put(record, one, other)
    before = sizes(record)
    store.remove_report(record, one.report.id)
    put(record, one)
    assert sizes(record) == before


def test_statements_of_unchanged_reports_are_neither_read_nor_written(record: Record) -> None:
    put(record, made())
    keys = record.rows("SELECT key FROM statement ORDER BY key")
    put(record, made(OTHER, "two"))
    assert record.rows("SELECT key FROM statement ORDER BY key")[: len(keys)] == keys


def test_the_places_of_printed_pages_are_kept() -> None:
    record = open_record(None)
    whole = made()
    paged = replace(whole, report=replace(whole.report, pages=(0, 12, 12, 30)))
    store.put_report(record, paged, arrival(paged), annotator="v1")
    found = queries.report(record, whole.report.name)
    assert (found.pages, found.page_at(12), found.pages_of(Span(3, 31))) == ((0, 12, 12, 30), 3, "pp. 1–4")
    store.put_report(record, whole, arrival(whole), annotator="v2")
    assert queries.report(record, whole.report.name).pages == ()
