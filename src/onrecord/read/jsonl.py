"""JSON Lines: one report a line; only `text` is required."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.read.decode import decode
from onrecord.read.result import Extracted, Input
from onrecord.read.txt import encoding_problems
from onrecord.types import Problem

FIELDS = ("id", "text", "title", "outlet", "url", "published", "language")


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
            language=values["language"],
        ),
        remarks + problems,
    )


def plain(value: object) -> str | None:
    """Text or a whole number as text; None for anything else and for nothing."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def lost(kind: Any, where: str, message: str) -> Problem:
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
