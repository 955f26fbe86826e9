"""`onrecord sort`: copies found and reports sorted into negotiations over a folder of readings that is too large for one record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.adding import Progress, silent
from onrecord.cluster.copies import Copies
from onrecord.cluster.parts import read_rows
from onrecord.cluster.plan import finished, read_plan
from onrecord.cluster.spill import Spill, spill
from onrecord.cluster.talks import Talks
from onrecord.errors import InputError
from onrecord.types import Negotiation, Reading

FOLDER, COPIES, NEGOTIATIONS = "sorted", "copies.parquet", "negotiations.parquet"
MEMORY = "2GB"
TOGETHER = 500
"""Readings that are taken in at once."""
NUMBERED = "CREATE TABLE report (number INTEGER, report VARCHAR, name VARCHAR)"
PAIRS = "CREATE TABLE pair (one INTEGER, other INTEGER, kind VARCHAR, score DOUBLE, reasons VARCHAR)"
MEMBERS = "CREATE TABLE member (negotiation VARCHAR, name VARCHAR, parties VARCHAR, mediators VARCHAR, report VARCHAR)"
WRITE_COPIES = """
COPY (SELECT a.report AS report, b.report AS other, kind, score, reasons, a.name AS report_name, b.name AS other_name
      FROM pair JOIN report a ON one = a.number JOIN report b ON other = b.number ORDER BY a.report, b.report, kind) TO '{}' (FORMAT parquet, COMPRESSION zstd)
"""
WRITE_MEMBERS = """
COPY (SELECT negotiation, member.name AS name, parties, mediators, member.report AS report, report.name AS report_name
      FROM member JOIN report USING (report) ORDER BY negotiation, member.report) TO '{}' (FORMAT parquet, COMPRESSION zstd)
"""


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was found over a folder."""

    reports: int
    copies: tuple[tuple[str, int], ...]
    """How many pairs of each kind."""
    negotiations: tuple[tuple[str, str, int], ...]
    """Id, name and number of reports, the largest first."""
    in_none: int
    """Reports that belong to no negotiation."""


def sort(folder: Path, *, memory: str = MEMORY, progress: Progress = silent) -> Sorted:
    """Writes `sorted/copies.parquet` and `sorted/negotiations.parquet` into *folder*; tables above *memory* go to its disk.

    InputError where the folder is not whole, or *memory* is too little; FileError where the disk is full. Then what was there before stays as it was.
    """
    plan = read_plan(folder)
    done = finished(folder)
    missing = [p for p in plan.partitions if p.key not in done]
    if missing:
        raise InputError(f"{folder}: {len(missing)} of {len(plan.partitions)} partitions are not read; do the same `onrecord read --engine` again, then this")
    parts = tuple(folder / p.file for p in plan.partitions)
    with spill(folder, memory) as tables, closing(Talks(tables)) as talks:
        for table in (NUMBERED, PAIRS, MEMBERS):
            tables.do(table)
        copies, count = Copies(tables), 0
        for chunk in chunks(readings(parts)):
            numbered = list(enumerate(chunk, count))
            copies.note(numbered)
            talks.count(numbered)
            put_reports(tables, chunk, count)
            count += len(chunk)
            progress(count, chunk[-1].report.name)
        for step in (talks.gather, talks.note):
            for number, reading in enumerate(readings(parts)):
                step(number, reading)
        kinds = put_pairs(tables, copies)
        found = talks.sorted()
        put_members(tables, found)
        write(tables, folder / FOLDER)
    held = {report for one in found for report in one.reports}
    sizes = tuple(sorted(((n.id, n.name, len(n.reports)) for n in found), key=lambda row: (-row[2], row[1])))
    return Sorted(count, tuple(sorted(kinds.items())), sizes, count - len(held))


def readings(parts: tuple[Path, ...]) -> Iterator[Reading]:
    """The readings of all parts in turn, each report once."""
    seen: set[int] = set()
    for part in parts:
        for row in read_rows(part):
            report = row.result.report
            if report is None or row.reading is None:
                continue
            key = int(report.id[:15], 16)
            if key not in seen:
                seen.add(key)
                yield row.whole()


def chunks(found: Iterator[Reading]) -> Iterator[list[Reading]]:
    """Readings in lists of so many."""
    group: list[Reading] = []
    for reading in found:
        group.append(reading)
        if len(group) == TOGETHER:
            yield group
            group = []
    if group:
        yield group


def put_reports(tables: Spill, chunk: list[Reading], first: int) -> None:
    """Notes ids and names of reports by their numbers."""
    ids, names = [r.report.id for r in chunk], [r.report.name for r in chunk]
    tables.put("report", {"number": ("int32", range(first, first + len(chunk))), "report": ("object", ids), "name": ("object", names)})


def put_pairs(tables: Spill, copies: Copies) -> dict[str, int]:
    """Notes the pairs that share an origin, and counts them by kind."""
    kinds: dict[str, int] = {}
    rows: list[tuple[int, int, str, float, str]] = []

    def flush() -> None:
        kind = ("int32", "int32", "object", "float64", "object")
        names = ("one", "other", "kind", "score", "reasons")
        if rows:
            tables.put("pair", {name: (of, values) for name, of, values in zip(names, kind, zip(*rows, strict=True), strict=True)})
            rows.clear()

    for found in copies.pairs():
        kinds[found.shared.kind] = kinds.get(found.shared.kind, 0) + 1
        rows.append((found.one, found.other, found.shared.kind, found.shared.score, msgspec.json.encode(found.shared.reasons).decode()))
        if len(rows) == TOGETHER:
            flush()
    flush()
    return kinds


def put_members(tables: Spill, found: tuple[Negotiation, ...]) -> None:
    """Notes the reports of each negotiation."""
    for one in found:
        parties, mediators = (msgspec.json.encode(names).decode() for names in (one.parties, one.mediators))
        told = {"negotiation": one.id, "name": one.name, "parties": parties, "mediators": mediators}
        columns = {name: ("object", [value] * len(one.reports)) for name, value in told.items()}
        tables.put("member", {**columns, "report": ("object", one.reports)})


def write(tables: Spill, home: Path) -> None:
    """Writes both answers beside their places, then puts them there."""
    for query, name in ((WRITE_COPIES, COPIES), (WRITE_MEMBERS, NEGOTIATIONS)):
        beside = tables.folder / name
        tables.do(query.format(str(beside).replace("'", "''")))
        beside.chmod(0o600)
    home.mkdir(mode=0o700, exist_ok=True)
    for name in (COPIES, NEGOTIATIONS):
        (tables.folder / name).replace(home / name)


def members(folder: Path, wanted: str) -> frozenset[str]:
    """The ids of the reports of one negotiation, named by its id or the beginning of it; InputError where the folder is not sorted, or has no such one."""
    path = folder / FOLDER / NEGOTIATIONS
    if not path.is_file():
        raise InputError(f"{folder}: not sorted into negotiations; do `onrecord sort {folder}` first")
    with spill(folder, MEMORY) as tables:
        named = "SELECT report, negotiation, name FROM read_parquet(?) WHERE starts_with(negotiation, ?) OR name = ?"
        rows = list(tables.ask(named, str(path), wanted, wanted))
        known = sorted(tables.ask("SELECT DISTINCT negotiation, name FROM read_parquet(?)", str(path)))
    if len({row[1] for row in rows}) != 1:
        listed = "; ".join(f"{identity} ({name})" for identity, name in known[:12])
        raise InputError(f"--negotiation {wanted}: {'no' if not rows else 'more than one'} negotiation of {folder}; there are {listed or 'none'}")
    return frozenset(row[0] for row in rows)
