"""The only writer of a record: one transaction a report, one for what is derived of all."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import RecordError
from onrecord.record.changed import put_changed
from onrecord.record.codec import from_json, pack, pack_reading, to_json
from onrecord.record.connection import MEMORY, Record
from onrecord.record.judgements import LAST
from onrecord.record.remembered import ROWS, Remembered
from onrecord.record.rows import STATEMENT, Row, derived_rows, party_rows, statement_row
from onrecord.record.stated import MARKS, mark_of
from onrecord.record.swapping import Part, swap, upsert
from onrecord.types import Derived, Judgement, Problem, Reading, Statement

DERIVED = (
    "report_date", "entity", "entity_name", "entity_mention", "negotiation", "negotiation_report", "origin_link", "event", "ledger",
    "ledger_value", "ledger_line", "position_line", "commitment_line", "talks_spell", "dispute", "roster_line", "channel",
    "proposal_line", "agreement", "withdrawn", "support",
)
"""Derived tables but statements, each after those that it refers to."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a report came: its bytes, and who collected them, when, with which reader."""

    data: bytes
    came_from: str | None
    collected_at: str
    collector: str
    extractor: str


NOTHING: Mapping[str, str] = {}


def put_report(record: Record, reading: Reading, arrival: Arrival, *, annotator: str) -> None:
    """Stores a report with its bytes, blocks, reading and problems, in one transaction; an older reading of it is replaced."""
    report = reading.report
    with record.writing() as sql:
        sql.execute(
            "INSERT OR IGNORE INTO raw VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                report.raw_hash, len(arrival.data), pack(arrival.data), arrival.came_from, arrival.collected_at, arrival.collector, arrival.extractor,
            ),
        )
        put_report_row(sql, reading, arrival.collected_at)
        sql.execute("DELETE FROM block WHERE report = ?", (report.id,))
        sql.executemany(
            "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)",
            [(report.id, n, b.kind, b.span.start, b.span.end, b.speaker) for n, b in enumerate(report.blocks)],
        )
        sql.execute("DELETE FROM page WHERE report = ?", (report.id,))
        sql.executemany("INSERT INTO page VALUES (?, ?, ?)", [(report.id, n, start) for n, start in enumerate(report.pages, 1)])
        sql.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", (report.id, annotator, pack_reading(reading)))
        sql.execute("DELETE FROM problem WHERE report = ?", (report.id,))
        insert_problems(sql, reading.problems, report.id)


def put_reading(record: Record, before: Reading, reading: Reading, *, annotator: str) -> None:
    """Puts a new reading of a report in the place of the one *before*, with its problems."""
    report = reading.report
    with record.writing() as sql:
        put_report_row(sql, reading, "")
        sql.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", (report.id, annotator, pack_reading(reading)))
        gone = {problem_row(p, report.id)[0] for p in before.problems}
        kept = {problem_row(p, report.id)[0] for p in reading.problems}
        sql.executemany("DELETE FROM problem WHERE id = ?", [(i,) for i in sorted(gone - kept, key=str)])
        insert_problems(sql, reading.problems, report.id)


def put_report_row(sql: sqlite3.Connection, reading: Reading, added_at: str) -> None:
    """The row of a report; a known one only gets the counts of its new reading."""
    report, coverage = reading.report, reading.coverage
    span = report.published_span
    sql.execute(
        """INSERT INTO report (id, name, title, outlet, url, language, genre, text, published, published_basis, published_start, published_end,
             raw_hash, added_at, sentences, used, skipped_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET title = excluded.title, sentences = excluded.sentences, used = excluded.used,
             skipped_json = excluded.skipped_json, genre = excluded.genre, language = excluded.language, published = excluded.published,
             published_basis = excluded.published_basis,
             published_start = excluded.published_start, published_end = excluded.published_end""",
        (
            report.id, report.name, report.title, report.outlet, report.url, report.language, report.genre, report.text, report.published,
            report.published_basis, span.start if span else None, span.end if span else None, report.raw_hash, added_at, coverage.sentences,
            coverage.used, to_json(coverage.skipped),
        ),
    )


def problem_row(problem: Problem, report: str | None) -> Row:
    """The row of a problem."""
    span = problem.span
    fields = (
        problem.report or report, problem.kind, problem.message, span.start if span else None, span.end if span else None, problem.where, int(problem.lost),
    )
    return (hashlib.sha256(repr(fields).encode("utf-8", "surrogatepass")).hexdigest()[:24], *fields)


def insert_problems(sql: sqlite3.Connection, problems: Iterable[Problem], report: str | None = None) -> None:
    """Adds problems that are not there yet."""
    sql.executemany("INSERT OR IGNORE INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [problem_row(p, report) for p in problems])


def put_problems(record: Record, problems: Sequence[Problem]) -> None:
    """Stores problems of a run; those of a report that was not kept are rows of their own."""
    with record.writing() as sql:
        known = {row[0] for row in sql.execute("SELECT id FROM report")}
        insert_problems(sql, [p if p.report in known else replace(p, report=None) for p in problems])


def forget_problems(record: Record, came_from: Sequence[str]) -> None:
    """Drops the problems of inputs that are about to be read again: those at these paths, below them, or on one of their lines."""
    with record.writing() as sql:
        for path in came_from:
            below = "substr(came_from, 1, length(?1) + 1) IN (?1 || '/', ?1 || ':', ?1 || '!')"
            sql.execute(f"DELETE FROM problem WHERE report IS NULL AND (came_from = ?1 OR {below})", (path,))


def put_lost(record: Record, judgements: Sequence[Judgement]) -> None:
    """Stores a problem for each judgement that finds its words no more, in the place of those of the reconciling before."""
    rows = []
    for lost in judgements:
        seen = f"judgement {lost.id[:12]} ({lost.action} by {lost.who}) finds its words “{lost.quote}” no more"
        rows.append(Problem("judgement_lost", f"{seen}; judge what is read now, or undo it"))
    with record.writing() as sql:
        sql.execute("DELETE FROM problem WHERE kind = 'judgement_lost'")
        insert_problems(sql, rows)


def remove_report(record: Record, report: str) -> None:
    """Takes a report and all that rests on it alone out of the record; bytes that no other report was made of go too."""
    with record.writing() as sql:
        found = sql.execute("SELECT raw_hash FROM report WHERE id = ?", (report,)).fetchone()
        if found is None:
            raise RecordError(f"{record.path}: no report with the id {report}; `onrecord sources` lists the reports")
        sql.execute("DELETE FROM report WHERE id = ?", (report,))
        sql.execute("DELETE FROM meta WHERE key = ?", (ROWS,))
        sql.execute("DELETE FROM raw WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM report WHERE raw_hash = ?1)", (found[0],))


def forget_judgements(record: Record, ids: Iterable[str]) -> None:
    """Leaves judgements out of a copy in memory that shows a day before them; RecordError for a file, where every judgement stays."""
    if record.path != MEMORY:
        raise RecordError(f"{record.path}: judgements are never removed; `onrecord judge undo` takes one back")
    with record.writing() as sql:
        sql.execute("DROP TRIGGER IF EXISTS judgement_stays")
        sql.executemany("DELETE FROM judgement WHERE id = ?", [(i,) for i in ids])
        sql.execute("DELETE FROM meta WHERE key = ?", (LAST,))


def forget_derived(record: Record) -> None:
    """Makes the next reconciling do all work anew and compare every row: nothing is remembered, and no derived row is taken as it stands."""
    with record.writing() as sql:
        sql.execute("DELETE FROM remembered_reading")
        sql.execute("DELETE FROM remembered_inputs")
        sql.execute("DELETE FROM meta WHERE key IN (?, ?, 'derived_of')", (ROWS, MARKS))
        for table in reversed(DERIVED):
            sql.execute(f"DELETE FROM {table}")


def never() -> bool:
    """What is derived where nobody else writes."""
    return False


def replace_derived(
    record: Record, statements: Iterable[Statement], derived: Derived, *, notes: dict[str, str], remembered: Remembered | None = None,
    overtaken: Callable[[], bool] = never,
) -> bool:
    """Puts statements and what was derived of them in the place of the older, in one transaction; unchanged rows are not touched.

    *notes* go into `meta` with it, so that whoever finds them finds what they speak of, and so do the results that are *remembered*. Nothing is
    written, and False given, where within the transaction *overtaken* says that what is there is newer, or values are gone that were taken as they stand.
    """
    with record.writing() as sql:
        if overtaken():
            return False
        sound = sql.execute("SELECT 1 FROM meta WHERE key = ?", (ROWS,)).fetchone() is not None
        if remembered is not None and any(remembered.left_out.values()) and not sound:
            return False
        sql.execute("PRAGMA defer_foreign_keys = ON")
        put_statements(sql, statements, remembered.standing if remembered is not None else {})
        if remembered is None or remembered.stale or not sound:
            for table, rows in order(derived_rows(derived)):
                swap(sql, table, rows)
        else:
            put_changed(sql, derived, remembered.left_out)
        sql.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [*notes.items(), (ROWS, "whole")])
        if remembered is not None:
            remembered.keep(sql)
    return True


def put_statements(sql: sqlite3.Connection, statements: Iterable[Statement], standing: Mapping[str, str] = NOTHING) -> None:
    """Puts the statements of those reports in their place whose statements are not the same as before, by a hash kept for each report.

    *standing* are reports, with that hash, whose statements are in the record as they are to be, and not among those given.
    """
    of: dict[str, list[Statement]] = {}
    for statement in statements:
        of.setdefault(statement.report, []).append(statement)
    kept = sql.execute("SELECT value FROM meta WHERE key = ?", (MARKS,)).fetchone()
    known = from_json(dict[str, str], kept[0]) if kept else {}
    marks = {report: mark for report, mark in known.items() if standing.get(report) == mark}
    marks |= {report: mark_of(found) for report, found in of.items()}
    some = "SELECT value FROM json_each(?)"
    gone = (known.keys() if kept else {row[0] for row in sql.execute("SELECT DISTINCT report FROM statement")}) - of.keys() - standing.keys()
    counts = {r: sql.execute("SELECT count(*) FROM statement WHERE report = ?", (r,)).fetchone()[0] for r in of if known.get(r) == marks[r]}
    changed = sorted(gone | {r for r in of if counts.get(r) != len(of[r])})
    if changed:
        columns = ", ".join(f'"{c}"' for c in STATEMENT)
        had = {tuple(row) for row in sql.execute(f"SELECT {columns} FROM statement WHERE report IN ({some})", (to_json(changed),))}
        rows = set({row[0]: row for row in sorted((statement_row(s) for r in changed for s in of.get(r, ())), key=repr, reverse=True)}.values())
        out = {row[0] for row in had} - {row[0] for row in rows}
        sql.execute(f"DELETE FROM statement WHERE id IN ({some})", (to_json(sorted(out)),))
        upsert(sql, "statement", STATEMENT, rows - had)
        parties = {row for r in changed for s in of.get(r, ()) for row in party_rows(s)}
        swap(sql, "statement_party", parties, Part("*", f"WHERE statement IN (SELECT id FROM statement WHERE report IN ({some}))", (to_json(changed),)))
    if marks != known:
        sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (MARKS, to_json(dict(sorted(marks.items())))))


def order(rows: dict[str, set[Row]]) -> list[tuple[str, set[Row]]]:
    """Tables with their rows, each after those that it refers to."""
    return [(table, rows[table]) for table in DERIVED]
