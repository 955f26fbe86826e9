"""Backups are whole, a log is chained and can be replayed, two desks' records are joined without loss."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.record.conftest import OTHER, TEXT, arrival, made

from onrecord import pipeline
from onrecord.errors import InputError, RecordError
from onrecord.record import Record, open_record, queries, store
from onrecord.record.backups import back_up, restore
from onrecord.record.checks import check
from onrecord.record.copies import write_private
from onrecord.record.judgement_log import log_lines, read_log, replay
from onrecord.record.judgements import append, chain_breaks, judgements
from onrecord.record.merging import BY, merge
from onrecord.record.verifying import verify
from onrecord.types import Judgement

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def judgement(action: str, target: str, who: str = "R. Coder", day: int = 2, value: str | None = None) -> Judgement:
    """A judgement before it is written."""
    return Judgement("", action, target, who, dt.datetime(2026, 1, day, tzinfo=dt.UTC), why="seen", value=value)  # type: ignore[arg-type]


def figure(record: Record, text: str = TEXT) -> str:
    """The id of the figure in the report with *text*."""
    return next(s.id for s in queries.statements(record) if s.layer == "figures" and s.report == made(text).report.id)


def on_words(record: Record, action: str, who: str, day: int, value: str | None = None) -> Judgement:
    """A judgement on the figure of the first report, anchored at its words."""
    from dataclasses import replace

    return replace(judgement(action, figure(record), who, day, value), layer="figures", quote="40 prisoners")


def fill(record: Record, *texts: str) -> None:
    """Reports put in and derived."""
    for text in texts:
        store.put_report(record, made(text), arrival(made(text)), annotator="v1")
    pipeline.derive(record)


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Path]:
    """(name, texts…) → the file of a record with these reports."""

    def make(name: str, *texts: str) -> Path:
        with open_record(tmp_path / name, write=True) as record:
            fill(record, *texts)
        return tmp_path / name

    return make


# backup and restore


def test_a_backup_is_the_whole_record_while_it_is_being_written_to(desk: Callable[..., Path], tmp_path: Path) -> None:
    path, copy = desk("r.db", TEXT, OTHER), tmp_path / "copy.db"
    with open_record(path) as record:
        whole = queries.snapshot(record)
    with open_record(path, write=True) as writer, writer.writing() as sql:
        sql.execute("DELETE FROM report")
        back_up(path, copy)
    with open_record(copy) as copied:
        assert queries.snapshot(copied) == whole and len(queries.annotators(copied)) == 2
        assert check(copied) == ()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "r.db"]


def test_a_backup_takes_the_place_of_nothing_unasked(desk: Callable[..., Path], tmp_path: Path) -> None:
    path, copy = desk("r.db", TEXT), tmp_path / "copy.db"
    copy.write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        back_up(path, copy)
    assert copy.read_text() == "mine"
    back_up(path, copy, force=True)
    assert copy.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(InputError, match="the record itself"):
        back_up(path, path, force=True)


def test_restoring_keeps_what_was_there_and_tells_of_judgements_that_it_has_not(desk: Callable[..., Path], tmp_path: Path) -> None:
    path, copy = desk("r.db", TEXT), tmp_path / "copy.db"
    back_up(path, copy)
    with open_record(path, write=True) as record:
        append(record, judgement("accept", figure(record)))
    with pytest.raises(InputError, match="--force"):
        restore(copy, path)
    done = restore(copy, path, force=True)
    assert (done.judgements, done.missing) == (0, 1) and done.kept == tmp_path / "r.db.before-restore"
    with open_record(path) as record, open_record(done.kept) as before:
        assert judgements(record) == () and len(judgements(before)) == 1
    assert restore(done.kept, path, force=True).kept == tmp_path / "r.db.before-restore.2"
    with open_record(path) as record:
        assert len(judgements(record)) == 1 and check(record) == ()


def test_a_damaged_backup_restores_nothing_and_a_damaged_record_is_set_aside(desk: Callable[..., Path], tmp_path: Path) -> None:
    path, copy, bad = desk("r.db", TEXT), tmp_path / "copy.db", tmp_path / "bad.db"
    back_up(path, copy)
    bad.write_bytes(copy.read_bytes()[:6000])
    before = path.read_bytes()
    with pytest.raises(RecordError):
        restore(bad, path, force=True)
    assert path.read_bytes() == before
    path.write_bytes(b"spoilt" * 2000)
    assert restore(copy, path, force=True).kept == tmp_path / "r.db.damaged"
    with open_record(path) as record:
        assert len(queries.annotators(record)) == 1


def test_a_restored_record_is_seen_by_who_has_it_open(desk: Callable[..., Path], tmp_path: Path) -> None:
    path, copy = desk("r.db", TEXT), tmp_path / "copy.db"
    back_up(desk("two.db", TEXT, OTHER), copy)
    with open_record(path) as reader:
        assert len(queries.annotators(reader)) == 1
        restore(copy, path, force=True)
        assert len(queries.annotators(reader)) == 2


# verify


def logged(record: Record) -> list[Judgement]:
    """Three judgements."""
    return [append(record, judgement("reject", target)) for target in ("a1", "a2", "a3")]


@pytest.mark.parametrize(
    ("what", "sql", "where"),
    [
        ("a reason is changed", "UPDATE judgement SET why = 'other' WHERE n = 2", 1),
        ("a person is changed", "UPDATE judgement SET who = 'other' WHERE n = 1", 0),
        ("one is taken out", "DELETE FROM judgement WHERE n = 2", 2),
        ("the last is cut off", "DELETE FROM judgement WHERE n = 3", 2),
        ("one is put in", "INSERT INTO judgement SELECT 4, 'x', 'reject', target, who, decided_at, why, '', '', '', '', id FROM judgement WHERE n = 3", None),
    ],
)
def test_whatever_is_done_to_the_log_later_shows_at_its_first_row(record: Record, what: str, sql: str, where: int | None) -> None:
    log = logged(record)
    assert verify(record).findings == () and verify(record).head == log[2].id
    record.connection.execute("DROP TRIGGER judgement_keeps")
    record.connection.execute("DROP TRIGGER judgement_stays")
    record.connection.execute(sql)
    first = verify(record).findings[0]
    assert first.where == f"judgement {'x' if where is None else log[where].id}", what
    assert check(record), "the command check finds it too"


def test_a_log_written_anew_as_a_whole_shows_by_a_head_that_was_noted(desk: Callable[..., Path]) -> None:
    with open_record(desk("one.db"), write=True) as record:
        noted = logged(record)[1].id
        assert verify(record, head=noted[:10]).findings == ()
    with open_record(desk("two.db"), write=True) as forged:
        append(forged, judgement("reject", "a1", "Somebody Else"))
        assert verify(forged).findings == () and "written anew" in verify(forged, head=noted).findings[0].message


@pytest.mark.parametrize("damage", ["UPDATE report SET text = text || '.'", "UPDATE raw SET packed = zeroblob(9)"])
def test_changed_evidence_shows(desk: Callable[..., Path], damage: str) -> None:
    with open_record(desk("r.db", TEXT), write=True) as record:
        assert verify(record).findings == () and (verify(record).reports, verify(record).raws) == (1, 1)
        record.connection.execute(damage)
        assert [f.rule for f in verify(record).findings] == ["evidence is kept as it came"]


# export and replay


@pytest.mark.parametrize("reports_first", [True, False], ids=["reports first", "log first"])
def test_a_log_replayed_beside_the_same_reports_gives_the_same_record(desk: Callable[..., Path], tmp_path: Path, reports_first: bool) -> None:
    log = tmp_path / "log.jsonl"
    with open_record(desk("r.db", TEXT, OTHER), write=True) as record:
        first = append(record, on_words(record, "edit", "A", 3, '{"low": 41.0}'))
        append(record, judgement("undo", first.id))
        append(record, on_words(record, "reject", "B", 4))
        pipeline.derive(record)
        state = (queries.snapshot(record), judgements(record))
        write_private(log, "".join(log_lines(record)))
    assert log.stat().st_mode & 0o777 == 0o600
    with open_record(desk("new.db", *([TEXT, OTHER] if reports_first else [])), write=True) as new:
        assert replay(new, read_log(log)) == 3
        fill(new, *([] if reports_first else [OTHER, TEXT]))
        assert (queries.snapshot(new), judgements(new)) == state
        assert replay(new, read_log(log)) == 0 and check(new) == ()


def test_a_log_goes_on_where_the_record_ends_and_never_into_another_one(desk: Callable[..., Path], tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    with open_record(desk("r.db"), write=True) as record:
        logged(record)
        write_private(log, "".join(log_lines(record)))
    with open_record(desk("new.db"), write=True) as new:
        assert replay(new, read_log(log)[:1]) == 1 and replay(new, read_log(log)) == 2
        append(new, judgement("accept", "mine"))
        with pytest.raises(InputError, match="onrecord merge"):
            replay(new, read_log(log))


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("a word changed", lambda lines: [lines[0].replace("seen", "told"), *lines[1:]]), ("a line taken out", lambda lines: lines[1:]),
        ("two lines swapped", lambda lines: [lines[1], lines[0], lines[2]]), ("no judgement", lambda lines: ["{}\n"]),
    ],
)
def test_a_log_that_was_changed_is_not_replayed(record: Record, tmp_path: Path, what: str, change: Callable[[list[str]], list[str]]) -> None:
    logged(record)
    (tmp_path / "log.jsonl").write_text("".join(change(log_lines(record))))
    with pytest.raises(InputError, match=r"log\.jsonl:\d+: "):
        read_log(tmp_path / "log.jsonl")


# merge


def test_two_desks_records_are_joined_and_a_second_time_adds_nothing(desk: Callable[..., Path]) -> None:
    with open_record(desk("a.db", TEXT), write=True) as ours, open_record(desk("b.db", TEXT, OTHER), write=True) as theirs:
        append(ours, on_words(ours, "accept", "A", 3))
        wrong = append(theirs, judgement("reject", figure(theirs, OTHER), "B"))
        append(theirs, judgement("undo", wrong.id, "B", 5))
        done = merge(ours, theirs, when=NOW)
        assert (done.reports, done.judgements, done.conflicts) == (1, 2, ())
        pipeline.derive(ours)
        assert {r.report.text for r in queries.readings(ours)} == {TEXT, OTHER}
        assert [(j.who, j.action) for j in judgements(ours)] == [("A", "accept"), ("B", "reject"), ("B", "undo")]
        log = judgements(ours)
        assert log[2].target == log[1].id, "an undoing still names what it undoes"
        assert chain_breaks(ours) == () and check(ours) == ()
        again = merge(ours, theirs, when=NOW)
        assert (again.reports, again.judgements) == (0, 0) and judgements(ours) == log


@pytest.mark.parametrize("turned", [False, True], ids=["into the first", "into the second"])
def test_of_two_decisions_at_odds_the_later_stands_whichever_record_is_merged_into_which(desk: Callable[..., Path], turned: bool) -> None:
    with open_record(desk("a.db", TEXT), write=True) as one, open_record(desk("b.db", TEXT), write=True) as two:
        append(one, on_words(one, "reject", "A", 3))
        append(two, on_words(two, "edit", "B", 5, '{"low": 41.0, "high": 41.0}'))
        into, other = (two, one) if turned else (one, two)
        (conflict,) = merge(into, other, when=NOW).conflicts
        assert (conflict.stands.who, conflict.undone.who) == ("B", "A")
        pipeline.derive(into)
        assert queries.statement(into, figure(into)).item.low == 41.0  # type: ignore[union-attr]
        assert [j.who for j in judgements(into)][-1] == BY and len(judgements(into)) == 3
        assert merge(into, other, when=NOW).conflicts == () and len(judgements(into)) == 3


@pytest.mark.parametrize(
    ("what", "one", "two", "odd"),
    [
        ("the same decision by two persons", ("accept", None), ("accept", None), False),
        ("other fields edited", ("edit", '{"low": 1}'), ("edit", '{"measure": "held"}'), False),
        ("one field edited otherwise", ("edit", '{"low": 1}'), ("edit", '{"low": 2}'), True),
        ("seen as right, and left out", ("accept", None), ("reject", None), True),
        ("joined, and held apart", ("merge", '["x"]'), ("split", '["x"]'), True),
        ("joined to two things", ("merge", '["x"]'), ("merge", '["y"]'), False),
    ],
)
def test_which_decisions_cannot_both_stand(
    desk: Callable[..., Path], what: str, one: tuple[str, str | None], two: tuple[str, str | None], odd: bool,
) -> None:
    with open_record(desk("a.db"), write=True) as ours, open_record(desk("b.db"), write=True) as theirs:
        append(ours, judgement(one[0], "t", "A", 3, one[1]))
        append(theirs, judgement(two[0], "t", "B", 5, two[1]))
        assert len(merge(ours, theirs, when=NOW).conflicts) == odd, what


def test_nothing_is_merged_from_a_log_that_was_changed(desk: Callable[..., Path]) -> None:
    path = desk("b.db", OTHER)
    with open_record(path, write=True) as theirs:
        logged(theirs)
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TRIGGER judgement_keeps")
        raw.execute("UPDATE judgement SET why = 'other'")
    with open_record(desk("a.db", TEXT), write=True) as ours, open_record(path) as theirs:
        with pytest.raises(RecordError, match="onrecord verify"):
            merge(ours, theirs, when=NOW)
        assert len(queries.annotators(ours)) == 1
