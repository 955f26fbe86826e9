"""Reports: which there are, and one of them whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.errors import InputError
from onrecord.record.codec import from_json, to_json, unpack, unpack_reading
from onrecord.record.connection import Record
from onrecord.record.judgements import COLUMNS, judgement_of
from onrecord.types import Block, Coverage, Judgement, Reading, Report, ReportDate, Span

SHORTEST = 6
"""Digits of an id that are shown at least."""

HERE = "NOT IN (SELECT report FROM set_aside)"
"""What SQL asks of the id of a report so that those that people set aside are left out."""
Skipped = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report without its text."""

    id: str
    name: str
    """Unique in the record: the given name, with `~` and the beginning of the id where two share it."""
    title: str | None
    outlet: str | None
    url: str | None
    language: str
    genre: str
    date: ReportDate
    coverage: Coverage
    statements: int
    added_at: str
    annotator: str


def unique_names(record: Record) -> dict[str, str]:
    """The name of each report by its id, made unique with the beginning of the id where several reports share it."""
    rows = record.rows("SELECT id, name FROM report")
    bearers: dict[str, int] = {}
    for row in rows:
        bearers[row["name"]] = bearers.get(row["name"], 0) + 1
    return {row["id"]: row["name"] if bearers[row["name"]] == 1 else f"{row['name']}~{row['id'][:SHORTEST]}" for row in rows}


def set_aside(record: Record) -> dict[str, Judgement]:
    """The judgement by which each report is set aside in what is derived now, by the report's id."""
    columns = ", ".join(f"j.{column}" for column in COLUMNS.split(", "))
    rows = record.rows(f"SELECT a.report, {columns} FROM set_aside a JOIN judgement j ON j.id = a.judgement ORDER BY j.n, a.report")
    return {row["report"]: judgement_of(row) for row in rows}


def reports(record: Record, *, also_aside: bool = False) -> tuple[ReportEntry, ...]:
    """All reports, oldest first, those without a date last; *also_aside* with those that people set aside."""
    names = unique_names(record)
    only = "1" if also_aside else f"r.id {HERE}"
    rows = record.rows(
        f"""SELECT r.*, d.value_json AS date_json, g.annotator, (SELECT count(*) FROM statement s WHERE s.report = r.id) AS statements
           FROM report r LEFT JOIN report_date d ON d.report = r.id LEFT JOIN reading g ON g.report = r.id
           WHERE {only} ORDER BY d.date_first IS NULL, d.date_first, d.date_last, r.name, r.id"""
    )
    return tuple(
        ReportEntry(
            id=row["id"], name=names[row["id"]], title=row["title"], outlet=row["outlet"], url=row["url"], language=row["language"],
            genre=row["genre"], date=date_of(row), coverage=coverage_of(row), statements=row["statements"], added_at=row["added_at"],
            annotator=row["annotator"] or "",
        )
        for row in rows
    )


def date_of(row: sqlite3.Row) -> ReportDate:
    """The date of a report; unknown before the first reconciling."""
    if row["date_json"] is None:
        return ReportDate(row["id"], None, "unknown", "not reconciled yet")
    return from_json(ReportDate, row["date_json"])


def coverage_of(row: sqlite3.Row) -> Coverage:
    """How much of a report was read."""
    return Coverage(row["sentences"], row["used"], from_json(Skipped, row["skipped_json"]))


def find_report(record: Record, name: str) -> str:
    """The id of the report with this name, else whose name begins so, else whose id does; InputError for none or several."""
    named = [identity for identity, unique in unique_names(record).items() if unique == name]
    if len(named) == 1:
        return named[0]
    begins = "substr(id, 1, length(?1)) = ?1 OR substr(name, 1, length(?1)) = ?1"
    rows = record.rows(f"SELECT id, name FROM report WHERE {begins} ORDER BY name, id", (name,))
    found = [r for r in rows if r["name"] == name] or [r for r in rows if r["name"].startswith(name)] or rows
    if not name or not found:
        raise InputError(f"{record.path}: no report is called {name!r}; `onrecord sources` lists them")
    if len(found) > 1:
        some = ", ".join(f"{row['name']}~{row['id'][:SHORTEST]}" for row in found[:5])
        raise InputError(f"{record.path}: {name!r} may be {some}{' …' if len(found) > 5 else ''}; give more of the name or of the id")
    return str(found[0]["id"])


def report(record: Record, name: str) -> Report:
    """The report with this name or whose id begins so, with its text and blocks."""
    return all_reports(record, [find_report(record, name)])[0]


def all_reports(record: Record, wanted: Iterable[str] | None = None, *, also_aside: bool = False) -> tuple[Report, ...]:
    """All reports whole, in the order of their ids, or those with the ids *wanted*; names are unique in the record.

    Those that people set aside are given where *wanted* names them, and with *also_aside*.
    """
    with record.reading():
        names = unique_names(record)
        only, given = "WHERE {} " + HERE, tuple[str, ...]()
        if wanted is not None:
            only, given = "WHERE {} IN (SELECT value FROM json_each(?1))", (to_json(sorted(wanted)),)
        elif also_aside:
            only = ""
        blocks: dict[str, list[Block]] = {}
        for row in record.rows(f"SELECT * FROM block {only.format('report')} ORDER BY report, n", given):
            blocks.setdefault(row["report"], []).append(Block(Span(row["start"], row["end"]), row["kind"], row["speaker"]))
        rows = record.rows(f"SELECT * FROM report {only.format('id')} ORDER BY id", given)
        pages: dict[str, list[int]] = {}
        for row in record.rows(f"SELECT report, start FROM page {only.format('report')} ORDER BY report, n", given):
            pages.setdefault(row["report"], []).append(row["start"])
        found = (report_of(row, names[row["id"]], tuple(blocks.get(row["id"], ()))) for row in rows)
        return tuple(replace(r, pages=tuple(pages[r.id])) if r.id in pages else r for r in found)


BESIDE_TEXT = "id, title, outlet, url, language, genre, published, published_basis, published_start, published_end, raw_hash"


def without_texts(record: Record) -> Iterator[Report]:
    """All reports that were read, in the order of their ids, with neither text nor blocks; names are unique in the record."""
    names = unique_names(record)
    for row in record.rows(f"SELECT {BESIDE_TEXT}, '' AS text FROM report WHERE id IN (SELECT report FROM reading) ORDER BY id"):
        yield report_of(row, names[row["id"]], ())


def laid_out(record: Record, identity: str) -> dict[str, tuple[Block, ...] | tuple[int, ...]]:
    """The blocks of one report, and where its pages begin."""
    rows = record.rows("SELECT * FROM block WHERE report = ? ORDER BY n", (identity,))
    blocks = tuple(Block(Span(row["start"], row["end"]), row["kind"], row["speaker"]) for row in rows)
    return {"blocks": blocks, "pages": tuple(row["start"] for row in record.rows("SELECT start FROM page WHERE report = ? ORDER BY n", (identity,)))}


def report_of(row: sqlite3.Row, name: str, blocks: tuple[Block, ...]) -> Report:
    """The report of a row."""
    span = None if row["published_start"] is None else Span(row["published_start"], row["published_end"])
    return Report(
        id=row["id"], name=name, text=row["text"], title=row["title"], outlet=row["outlet"], url=row["url"], language=row["language"],
        genre=row["genre"], published=row["published"], published_basis=row["published_basis"], published_span=span, blocks=blocks,
        raw_hash=row["raw_hash"],
    )


def readings(record: Record, wanted: Iterable[str] | None = None) -> tuple[Reading, ...]:
    """The readings of all reports, those set aside too, in the order of the reports' ids, or of those with the ids *wanted*."""
    with record.reading():
        whole = {r.id: r for r in all_reports(record, wanted, also_aside=True)}
        only, values = ("", ()) if wanted is None else ("WHERE report IN (SELECT value FROM json_each(?1))", (to_json(sorted(whole)),))
        rows = record.rows(f"SELECT report, packed FROM reading {only} ORDER BY report", values)
        return tuple(unpack_reading(row["packed"], whole[row["report"]]) for row in rows)


def annotators(record: Record) -> dict[str, str]:
    """Which version of the program read each report, by id."""
    return {row["report"]: row["annotator"] for row in record.rows("SELECT report, annotator FROM reading")}


def raw_bytes(record: Record, identity: str) -> bytes:
    """The bytes that a report was made of, as they came; InputError for an id that no report has."""
    row = record.one("SELECT packed FROM raw JOIN report ON raw_hash = hash WHERE id = ?", (identity,))
    if row is None:
        raise InputError(f"{record.path}: no bytes are kept for {identity}; `onrecord sources` lists the reports")
    return unpack(row["packed"])
