"""Where the words of a row stand in the record: its report by id, address or file, and the characters of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from onrecord.desk.coding.table import Row
from onrecord.errors import InputError
from onrecord.record import Record, queries
from onrecord.types import Report, Span

SHORTEST = 6
"""Digits of an id that name a report at least."""
ALIKE = {"'": "['‘’]", "‘": "['‘’]", "’": "['‘’]", '"': '["“”„]', "“": '["“”„]', "”": '["“”„]', "-": "[-‐–—]", "–": "[-‐–—]", "—": "[-‐–—]"}
"""Signs that a spreadsheet or a keyboard puts in the place of those of the text."""
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reports of a record by whatever a coder calls them."""

    names: Mapping[str, tuple[str, ...]]
    """Ids by name, address, file and stem, in lower case."""
    reports: Mapping[str, Report]


def shelf(record: Record) -> Shelf:
    """All reports, found by every name they have."""
    names: dict[str, set[str]] = {}
    files = {row["id"]: row["came_from"] for row in record.rows("SELECT r.id, w.came_from FROM report r JOIN raw w ON w.hash = r.raw_hash")}
    found = {r.id: r for r in queries.all_reports(record)}
    for report in found.values():
        file = PurePath(files.get(report.id) or report.name)
        for name in {report.name, report.url, str(file), file.name, file.stem} - {None, ""}:
            names.setdefault(str(name).casefold().rstrip("/"), set()).add(report.id)
    return Shelf({name: tuple(sorted(ids)) for name, ids in names.items()}, found)


def report_of(row: Row, among: Shelf) -> Report:
    """The report that a row names; InputError for none or several."""
    name = row.report.casefold().rstrip("/")
    found = among.names.get(name) or among.names.get(PurePath(name).name, ())
    if not found and len(name) >= SHORTEST:
        found = tuple(i for i in among.reports if i.startswith(name))
    if len(found) != 1:
        what = "no report is called so" if not found else f"{len(found)} reports are called so"
        raise InputError(f"report {row.report!r}: {what}; `onrecord sources` lists them, and an id names one")
    return among.reports[found[0]]


def place_of(row: Row, report: Report) -> Span:
    """The characters of a row's words; InputError where they do not stand there, or stand in several places and none is named."""
    if row.start is not None:
        return told(row, report, row.start)
    there = places(row.words, report.text)
    shown = row.words[:MOST_SHOWN]
    if not there:
        raise InputError(f"{shown!r} does not stand in {report.name}; copy the words as they are, or give start and end")
    if row.nth is not None:
        if not 1 <= row.nth <= len(there):
            raise InputError(f"{shown!r} stands {len(there)} times in {report.name}; nth is {row.nth}")
        return there[row.nth - 1]
    if len(there) > 1:
        raise InputError(f"{shown!r} stands {len(there)} times in {report.name}; give more words, or which of them in a column nth (1 for the first)")
    return there[0]


def told(row: Row, report: Report, start: int) -> Span:
    """The span that a row gives, which must hold the words that it gives; InputError where it does not."""
    if row.end is None:
        found = next((s for s in places(row.words, report.text) if s.start == start), None)
        span = found or Span(start, start + len(row.words))
    else:
        span = Span(start, row.end)
    if not 0 <= span.start < span.end <= len(report.text):
        raise InputError(f"{span.start}-{span.end} is no place in {report.name}, which has {len(report.text)} characters; end is one past the last")
    if row.words and not pattern(row.words).fullmatch(span.of(report.text)):
        raise InputError(f"at {span.start}-{span.end} {report.name} has {span.of(report.text)[:MOST_SHOWN]!r}, not {row.words[:MOST_SHOWN]!r}")
    return span


def places(words: str, text: str) -> list[Span]:
    """Every place of *words*, whatever blanks, quotation marks and dashes stand in or between them; as whole words where they stand so."""
    sought = pattern(words)
    whole = [Span(*m.span()) for m in re.finditer(rf"(?<!\w)(?:{sought.pattern})(?!\w)", text)]
    return whole or [Span(*m.span()) for m in sought.finditer(text)]


def pattern(words: str) -> re.Pattern[str]:
    """*words* as a pattern; signs that are not known stand for themselves."""
    return re.compile(r"\s+".join("".join(ALIKE.get(sign, re.escape(sign)) for sign in word) for word in words.split()))
