"""JSON Lines: one report a line; only `text` is required."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.read.decode import LOOKED_AT, decode
from onrecord.read.form import Head, Source, Taken, too_large
from onrecord.read.result import Extracted, Input
from onrecord.read.txt import encoding_problems
from onrecord.types import Problem
from onrecord.types.report import ProblemKind

FIELDS = ("id", "text", "title", "outlet", "url", "published", "language")


def is_lines(head: Head) -> bool:
    """Whether the first line that is not blank is a JSON object; a broken beginning only where the file's name says so."""
    claimed = head.claims((".jsonl", ".ndjson"))
    lines = [line for line in head.raw.splitlines() if line.strip()]
    if any(is_object_line(line) for line in (lines if claimed else lines[:1])):
        return True
    return claimed and any(line.lstrip().startswith((b"{", b"[")) for line in lines[:3])


def read_lines(source: Source) -> Iterator[Taken]:
    """One report a line that is not blank; a line over the limit is passed over without being held."""
    stream, limit, number = source.stream(), source.options.max_bytes, 0
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{source.where}:{number}"
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LOOKED_AT)
            yield Taken(Input(b"", where, source.name), None, (lost("too_large", where, too_large(source.options)),))
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            one = Input(line.rstrip(b"\r\n"), where, f"{source.name}-{number}")
            yield Taken(one, *read_line(one))


def read_line(source: Input) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of one line, or the problem that lost it; *source.where* is `file:line`. Fields that are not known are passed over."""
    decoded = decode(source.raw)
    remarks = encoding_problems(decoded.remark, source.where)
    try:
        row: Any = msgspec.json.decode(decoded.text.lstrip("\ufeff"))
    except msgspec.DecodeError as error:
        return None, (lost("broken_line", source.where, f"not JSON ({error}); write one JSON object a line"),)
    if not isinstance(row, dict):
        return None, (lost("broken_line", source.where, f"JSON {type(row).__name__} instead of an object; write one object a line, with a field `text`"),)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        seen = "no field `text`" if "text" not in row else f"`text` is {'empty' if isinstance(text, str) else type(text).__name__}"
        return None, (lost("no_text", source.where, f"{seen}; only `text` is required, and it holds the report"),)
    values = {k: plain(row.get(k)) for k in FIELDS}
    odd = [k for k in FIELDS if values[k] is None and row.get(k) not in (None, "")]
    problems = tuple(Problem("unreadable", f"{source.where}: `{k}` is {type(row[k]).__name__}, not text, and was left out", where=source.where) for k in odd)
    return (
        Extracted(
            text, values["id"] or source.name, title=values["title"], outlet=values["outlet"], url=values["url"], published=values["published"],
            language=values["language"], key=f"{source.where.rpartition(':')[0]}#{values['id']}" if values["id"] else None,
        ),
        remarks + problems,
    )


def plain(value: object) -> str | None:
    """Text or a whole number as text; None for anything else and for nothing."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def lost(kind: ProblemKind, where: str, message: str) -> Problem:
    """The Problem for a line that gave no report."""
    return Problem(kind, f"{where}: {message}", where=where, lost=True)


def is_object_line(line: bytes) -> bool:
    """Whether a line is a JSON object."""
    bare = line.strip().removeprefix(b"\xef\xbb\xbf")
    if not bare.startswith(b"{"):
        return False
    try:
        return isinstance(msgspec.json.decode(bare), dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
