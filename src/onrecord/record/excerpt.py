"""An excerpt: a record of which something was left out before it was given away, so that nothing can be derived of it anew."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.codec import to_json
from onrecord.record.connection import EXCERPT, Record
from onrecord.record.judgements import append
from onrecord.record.store import insert_problems, put_report_row, replace_derived
from onrecord.types import Coverage, Judgement, Reading, Snapshot


def write_excerpt(record: Record, snapshot: Snapshot, judgements: Sequence[Judgement]) -> None:
    """Fills an empty record with a snapshot: texts, statements and what rests on them, without the bytes as they came and without readings."""
    with record.writing() as sql:
        for report in snapshot.reports:
            put_report_row(sql, Reading(report, coverage=snapshot.coverage.get(report.id, Coverage())), "")
            sql.executemany(
                "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)",
                [(report.id, n, b.kind, b.span.start, b.span.end, b.speaker) for n, b in enumerate(report.blocks)],
            )
            sql.executemany("INSERT INTO page VALUES (?, ?, ?)", [(report.id, n, start) for n, start in enumerate(report.pages, 1)])
        insert_problems(sql, snapshot.problems)
    for judgement in judgements:
        append(record, judgement)
    notes = {
        EXCERPT: "1", "derived_of": EXCERPT, "derived_as_of": snapshot.as_of.isoformat() if snapshot.as_of else "", "left_out": to_json(snapshot.left_out),
    }
    replace_derived(record, tuple(snapshot.statements.values()), snapshot.derived, notes=notes)
