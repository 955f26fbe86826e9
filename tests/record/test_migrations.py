"""Older records are brought up to date in one step, with a copy kept; the schema explains itself."""

from __future__ import annotations

import gzip
import re
import sqlite3
from pathlib import Path

import pytest
from tests.record.conftest import OTHER, TEXT, arrival, made

from onrecord import pipeline
from onrecord.errors import RecordError
from onrecord.record import migrations, open_record, queries, store
from onrecord.record.checks import check
from onrecord.record.connection import connect
from onrecord.record.judgements import judgements
from onrecord.record.rows import STATEMENT, derived_rows
from onrecord.types import Derived

OLDER = [Path(__file__).parent / "data" / f"version{n}.db.gz" for n in range(1, migrations.VERSION)]
"""A record as each earlier version wrote it: the two reports of conftest.py, derived, with one judgement."""
SCHEMA = Path(migrations.__file__).parents[1] / "schema.sql"


def test_an_older_record_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_record(path, write=True) as record:
        store.put_report(record, made(), arrival(made()), annotator="v1")
    connection = connect(str(path), busy_ms=100)
    connection.execute("PRAGMA user_version = 1")
    steps = {2: "ALTER TABLE meta ADD COLUMN two TEXT;", 3: "CREATE TABLE three (x TEXT);\nCREATE INDEX three_x ON three(x);"}
    kept = migrations.migrate(connection, path, steps=steps, version=1, to=3)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
    assert connection.execute("SELECT count(*) FROM three").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM report").fetchone()[0] == 1
    assert kept == tmp_path / "r.db.v1.bak"
    old = sqlite3.connect(kept)
    assert old.execute("PRAGMA user_version").fetchone()[0] == 1
    assert old.execute("SELECT count(*) FROM report").fetchone()[0] == 1
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_step_that_fails_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path, write=True).close()
    connection = connect(str(path), busy_ms=100)
    connection.execute("PRAGMA user_version = 1")
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(connection, path, steps={2: "CREATE TABLE two (x);", 3: "NOT SQL AT ALL;"}, version=1, to=3)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'two'").fetchone()[0] == 0


@pytest.mark.parametrize("kept", OLDER, ids=lambda p: p.name)
def test_an_older_record_keeps_what_was_put_in_and_is_derived_anew(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    with pytest.raises(RecordError, match="older onrecord"):
        open_record(path)
    with open_record(path, write=True) as record:
        assert record.one("PRAGMA user_version")[0] == migrations.VERSION  # type: ignore[index]
        assert {r.report.text for r in queries.readings(record)} == {TEXT, OTHER}
        (judgement,) = judgements(record)
        assert (judgement.action, judgement.who) == ("accept", "A. Coder")
        assert not pipeline.is_current(record)
        pipeline.derive(record)
        assert queries.statements(record) and queries.derived(record).dates
        assert not check(record)
    assert (tmp_path / f"old.db.v{kept.name.removeprefix('version').removesuffix('.db.gz')}.bak").exists()


@pytest.mark.parametrize("kept", OLDER, ids=lambda p: p.name)
def test_a_record_brought_up_to_date_has_the_schema_of_a_new_one(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND (tbl_name <> 'support' OR type = 'index') ORDER BY name"
    with open_record(path, write=True) as old, open_record(None) as new:
        assert [bare(row) for row in old.rows(sql)] == [bare(row) for row in new.rows(sql)]


def bare(row: sqlite3.Row) -> tuple[str, ...]:
    """A row of sqlite_master without the comments of its columns, which tell of new kinds of statement without a change of the schema."""
    return tuple(re.sub(r"--[^\n]*", "", str(value)) for value in row)


def test_every_version_after_the_first_has_its_script() -> None:
    assert sorted(migrations.scripts()) == list(range(2, migrations.VERSION + 1))


def test_every_column_says_what_it_is() -> None:
    schema = SCHEMA.read_text(encoding="utf-8")
    for name, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\) STRICT", schema, re.S):
        for line in body.strip().splitlines():
            if not line.strip().startswith(("PRIMARY KEY", "UNIQUE")):
                assert re.search(r"-- \S", line), f"{name}: {line.strip()}"


def test_rows_have_as_many_values_as_their_tables_have_columns(tmp_path: Path) -> None:
    with open_record(None) as record:
        columns = [row["name"] for row in record.rows("PRAGMA table_info(statement)")]
        assert columns == ["key", *STATEMENT]
        tables = {row["name"] for row in record.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert set(derived_rows(Derived())) == set(store.DERIVED) <= tables


def test_the_ready_views_can_be_read() -> None:
    with open_record(None) as record:
        for view in ("reports", "statements", "figures", "timeline", "positions", "commitments", "roster", "channels"):
            assert record.rows(f"SELECT * FROM {view}") == []
