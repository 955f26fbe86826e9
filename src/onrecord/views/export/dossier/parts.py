"""The files of a dossier, each as (name, bytes)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from onrecord.record import Record
from onrecord.record.queries.evidence import Evidence, evidence
from onrecord.types import Judgement, Report, Statement
from onrecord.views.export.values import jsonable, statement_json

SUMS, README = "SHA256SUMS", "README.txt"
PART = "\x1f"
"""What parts the fields that are hashed; no text holds it."""
File = tuple[str, bytes]


def encoded(text: str) -> bytes:
    """A text as the bytes that are hashed."""
    return text.encode("utf-8", "surrogatepass")


def as_json(value: Any) -> bytes:
    """A value as JSON that a person can read."""
    return encoded(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def folder_of(n: int, report: Report) -> str:
    """Where a report's files lie."""
    return f"reports/{n:02d}-{re.sub(r'[^A-Za-z0-9._-]+', '_', report.name)[:60]}"


def report_files(record: Record, folder: str, report: Report) -> Iterator[File]:
    """The bytes as they came, the text made of them, what is hashed with it for the report's id, and how they came."""
    came = evidence(record, report.id)
    yield f"{folder}/{original(came)}", came.data
    yield f"{folder}/text.txt", encoded(report.text)
    yield f"{folder}/after-text.bin", encoded(f"{PART}{report.outlet or ''}{PART}{report.url or ''}")
    told = {
        "id": report.id, "name": report.name, "title": report.title, "outlet": report.outlet, "url": report.url, "language": report.language,
        "genre": report.genre, "published": report.published, "published_basis": report.published_basis, "original": original(came),
        "original_sha256": came.hash, "came_from": PurePath(came.came_from).name if came.came_from else None, "collected_at": came.collected_at,
        "collector": came.collector, "extractor": came.extractor,
    }
    yield f"{folder}/report.json", as_json(told)


def original(came: Evidence) -> str:
    """The name of the file with the bytes as they came; its ending is that of the file that was read."""
    ending = re.search(r"\.[A-Za-z0-9]{1,8}$", came.came_from or "")
    return f"original{ending[0].lower() if ending else '.bin'}"


def placed(statement: Statement, report: Report, folder: str) -> dict[str, Any]:
    """A statement as data, with its place in characters, in bytes of text.txt, and by line and column for a text editor."""
    before = report.text[: statement.span.start]
    first = len(encoded(before))
    return {
        **statement_json(statement, report.name), "file": f"{folder}/text.txt", "byte_start": first, "byte_end": first + len(encoded(statement.quote)),
        "line": before.count("\n") + 1, "column": len(before) - (before.rfind("\n") + 1) + 1,
    }


def statement_lines(value: dict[str, Any]) -> list[str]:
    """A placed statement for a person to read."""
    chain = " → ".join([value["outlet"] or value["name"], *(f"{link['resolved']} ({link['cue']})" for link in value["chain"])])
    size = value["byte_end"] - value["byte_start"]
    place = f"line {value['line']}, column {value['column']}; characters {value['start']}-{value['end']}; bytes {value['byte_start']}-{value['byte_end']}"
    return [
        f"{value['id']}  {value['layer']}", f"  “{value['quote']}”",
        f"  {value['file']}: {place}",
        f"  tail -c +{value['byte_start'] + 1} {value['file']} | head -c {size}", f"  who says so: {chain}",
        f"  when: {value['date'] or 'not told'}" + (f" ({value['date_reason']})" if value["date_reason"] else ""), "",
    ]


def judgement_files(judged: Sequence[tuple[Judgement, str]]) -> Iterator[File]:
    """What people decided, as data, and each judgement as the bytes of which its id is the hash."""
    yield "judgements.json", as_json([{**jsonable(j), "when": j.when.isoformat(), "before": before} for j, before in judged])
    for n, (j, before) in enumerate(judged, 1):
        yield f"judgements/{n:02d}-{j.id}.bin", hashed(j, before)


def hashed(j: Judgement, before: str) -> bytes:
    """The bytes of which a judgement's id is the hash, as onrecord.record.judgements has it."""
    fields = (before, j.action, j.target, j.who, j.when.isoformat(), j.why, j.layer or "", j.quote or "", j.context or "", j.value or "")
    return encoded(PART.join(fields))


def about(log: Sequence[Judgement], ids: Iterable[str]) -> list[tuple[Judgement, str]]:
    """The judgements on something of *ids*, and those that undo one of them, each with the id of the one before it in the log."""
    wanted, found, before = set(ids), [], ""
    for judgement in log:
        if judgement.target in wanted:
            wanted.add(judgement.id)
            found.append((judgement, before))
        before = judgement.id
    return found
