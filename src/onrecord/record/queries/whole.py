"""Problems, coverage, search, and the record as one value."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.record.codec import from_json
from onrecord.record.connection import Record
from onrecord.record.queries.derived import derived
from onrecord.record.queries.narrowing import negotiations, values
from onrecord.record.queries.reports import HERE, all_reports, coverage_of, set_aside, unique_names
from onrecord.record.queries.statements import statements, statements_by_id
from onrecord.record.rows import cited_reports, support_rows
from onrecord.types import Coverage, Derived, Problem, Report, ReportDate, Snapshot, Span, Withdrawn

Names = tuple[str, ...]
NOTHING = Derived()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a report that a search found; `statement` is given when its words are a statement."""

    report: str
    name: str
    span: Span
    words: str
    title: str | None
    outlet: str | None
    statement: str | None = None


def problems(record: Record, report: str | None = None, kind: str | None = None) -> tuple[Problem, ...]:
    """What could not be read or was not understood, lost input first."""
    rows = record.rows(
        f"""SELECT * FROM problem WHERE (?1 IS NULL OR report = ?1) AND (?2 IS NULL OR kind = ?2) AND (report IS NULL OR report {HERE})
           ORDER BY lost DESC, came_from IS NULL, came_from, report, "start", kind, id""",
        (report, kind),
    )
    return tuple(problem_of(row) for row in rows)


def problem_of(row: sqlite3.Row) -> Problem:
    """The problem of a row."""
    span = None if row["start"] is None else Span(row["start"], row["end"])
    return Problem(row["kind"], row["message"], row["report"], span, row["came_from"], bool(row["lost"]))


def coverage(record: Record) -> dict[str, Coverage]:
    """How much of each report was read, by id."""
    return {row["id"]: coverage_of(row) for row in record.rows(f"SELECT id, sentences, used, skipped_json FROM report WHERE id {HERE} ORDER BY id")}


def meta(record: Record, key: str) -> str | None:
    """A note that was written with what was derived."""
    row = record.one("SELECT value FROM meta WHERE key = ?", (key,))
    return None if row is None else str(row[0])


def withdrawn(record: Record, report: str | None = None) -> dict[str, Withdrawn]:
    """What later versions say no more, by statement; with *report* only what that earlier version said."""
    found = values(record, Withdrawn, "withdrawn", "statement")
    return {w.statement: w for w in found if report is None or w.report == report}


def snapshot(record: Record) -> Snapshot:
    """The whole record as one value, of one moment; for a view that needs most of it."""
    with record.reading():
        as_of = meta(record, "derived_as_of")
        return Snapshot(
            reports=all_reports(record), statements={s.id: s for s in statements(record)}, derived=derived(record), problems=problems(record),
            coverage=coverage(record), as_of=dt.date.fromisoformat(as_of) if as_of else None, left_out=from_json(Names, meta(record, "left_out") or "[]"),
            set_aside=tuple({j.id: j for j in set_aside(record).values()}.values()),
        )


def snapshot_of(record: Record, part: Derived) -> Snapshot:
    """A snapshot of only a *part* of what was derived, with the statements and reports that it rests on and all dates and negotiations.

    The other reports are there by name only, so that short names are as unambiguous as in the whole record.
    """
    return snapshot_holding(record, (row[2] for row in support_rows(part)), part)


def snapshot_holding(record: Record, statements: Iterable[str], part: Derived = NOTHING) -> Snapshot:
    """The same for these statements, whatever rests on them."""
    with record.reading():
        found = statements_by_id(record, statements)
        whole = replace(part, dates=values(record, ReportDate, "report_date", "report"), negotiations=negotiations(record))
        as_of = meta(record, "derived_as_of")
        needed = {s.report for s in found.values()} | cited_reports(part)
        others = tuple(Report(i, name, "") for i, name in unique_names(record).items() if i not in needed)
        return Snapshot(
            reports=(*all_reports(record, needed), *others), statements=found, derived=whole,
            as_of=dt.date.fromisoformat(as_of) if as_of else None,
        )


def match(words: str) -> str:
    """An FTS5 query that asks for all *words*; phrases in quotation marks stay phrases, a last `*` asks for a beginning."""
    parts = re.findall(r'"[^"]+"|[^\s"]+', words)
    quoted = []
    for part in parts:
        bare = part.strip('"')
        star = "*" if bare.endswith("*") else ""
        kept = bare.rstrip("*").replace('"', "")
        if re.search(r"\w", kept):
            quoted.append(f'"{kept}"{star}')
    return " ".join(quoted)


def search(record: Record, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Places where all *words* stand: statements that hold them first, then sentences of other reports, best first."""
    query = match(words)
    if not query:
        return ()
    names = unique_names(record)
    rows = record.rows(
        """SELECT s.id, s.report, s."start", s."end", s.quote, r.title, r.outlet FROM statement_words w JOIN statement s ON s.key = w.rowid
           JOIN report r ON r.id = s.report WHERE statement_words MATCH ? ORDER BY w.rank, s.id LIMIT ?""",
        (query, limit * 4),
    )
    hits: dict[tuple[str, Span], Hit] = {}
    for row in rows:
        span = Span(row["start"], row["end"])
        hits.setdefault((row["report"], span), Hit(row["report"], names[row["report"]], span, row["quote"], row["title"], row["outlet"], row["id"]))
    found = list(hits.values())[:limit]
    held = {h.report for h in found}
    return (*found, *(h for h in in_texts(record, query, names, limit) if h.report not in held))[:limit]


def in_texts(record: Record, query: str, names: dict[str, str], limit: int) -> list[Hit]:
    """The reports that hold the words somewhere, each with the line of its text that holds most of them."""
    rows = record.rows(
        f"""SELECT r.id, r.text, r.title, r.outlet FROM report_words w JOIN report r ON r.key = w.rowid
            WHERE report_words MATCH ? AND r.id {HERE} ORDER BY w.rank, r.id LIMIT ?""",
        (query, limit),
    )
    wanted = [w.casefold() for w in re.findall(r"\w+", query)]
    hits = []
    for row in rows:
        lines = list(re.finditer(r"[^\n]+", row["text"]))
        best = max(lines, key=lambda m: sum(w in m.group().casefold() for w in wanted), default=None)
        if best is not None:
            span = Span(best.start(), best.end())
            hits.append(Hit(row["id"], names[row["id"]], span, best.group(), row["title"], row["outlet"]))
    return hits
