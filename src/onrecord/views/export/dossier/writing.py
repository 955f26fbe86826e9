"""A dossier written: made in a folder beside its place, and put there whole or not at all."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.record import Record, queries
from onrecord.record.copies import OWNER_ONLY
from onrecord.record.judgements import judgements
from onrecord.types import Report, Snapshot, Statement
from onrecord.versions import version
from onrecord.views.export.book import Book, unrestricted
from onrecord.views.export.dossier.parts import README, SUMS, File, about, as_json, encoded, folder_of, judgement_files, placed, report_files, statement_lines
from onrecord.views.export.values import jsonable


@dataclass(frozen=True, slots=True)
class Subject:
    """What a dossier is about."""

    kind: str
    id: str
    value: Any


def write_dossier(record: Record, subject: Subject, folder: Path, *, when: str) -> str:
    """Writes the evidence for *subject* into *folder* (new or empty) and gives the SHA-256 of its SHA256SUMS, to be told apart from it.

    InputError where it rests on no words. Notes that a desk keeps to itself are left out where every export leaves them out.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: is there already and not an empty folder; give another one")
    if not folder.absolute().parent.is_dir():
        raise InputError(f"{folder}: cannot be made, as {folder.absolute().parent} is no folder; make it, or give another path")
    files = dict(sorted(all_files(record, subject, when)))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", suffix=".part", dir=folder.absolute().parent) as made_in:
        home = Path(made_in) / "dossier"
        home.mkdir(mode=0o700)
        for name, data in (*files.items(), (SUMS, sums.encode())):
            place = home / name
            for parent in reversed([p for p in place.parents if p.is_relative_to(home)]):
                parent.mkdir(exist_ok=True, mode=0o700)
            place.touch(mode=OWNER_ONLY)
            place.write_bytes(data)
        home.replace(folder)
    return hashlib.sha256(sums.encode()).hexdigest()


def all_files(record: Record, subject: Subject, when: str) -> Iterator[File]:
    """Every file of a dossier but SHA256SUMS."""
    found = [subject.value] if isinstance(subject.value, Statement) else list(queries.statements_by_id(record, queries.support(record, subject.id)).values())
    if not found:
        raise InputError(f"{subject.id[:12]}: a {subject.kind} that rests on no statement; a dossier is for a statement, event, figure or what rests on such")
    reports = {r.id: r for r in queries.all_reports(record, {s.report for s in found})}
    folders = {identity: folder_of(n, reports[identity]) for n, identity in enumerate(sorted(reports, key=lambda i: reports[i].name), 1)}
    words = [placed(s, reports[s.report], folders[s.report]) | told_by(reports[s.report]) for s in in_order(found, reports)]
    yield "subject.json", as_json({"kind": subject.kind, "id": subject.id, "value": jsonable(subject.value)})
    yield "statements.json", as_json(words)
    yield "statements.txt", encoded("\n".join(line for w in words for line in statement_lines(w)))
    for identity, folder in folders.items():
        yield from report_files(record, folder, reports[identity])
    told = unrestricted(Book(Snapshot(), judgements(record)))
    yield from judgement_files(about(told.judgements, {subject.id, *(s.id for s in found)}))
    text = resources.files(__package__).joinpath("readme.txt").read_text(encoding="utf-8")
    yield README, encoded(text.format(subject=f"{subject.kind.upper()} {subject.id}", version=version(), when=when))


def told_by(report: Report) -> dict[str, str | None]:
    """Who published a statement's report."""
    return {"outlet": report.outlet}


def in_order(found: list[Statement], reports: dict[str, Report]) -> list[Statement]:
    """Statements by report and place."""
    return sorted(found, key=lambda s: (reports[s.report].name, s.span.start, s.span.end, s.id))
