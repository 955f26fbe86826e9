"""Values of the record as JSON for programs: spans as [start, end], days as EDTF, every datum with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from onrecord.types import Interval, Snapshot, Span, Statement
from onrecord.views.brief.words import by_words


def jsonable(value: Any) -> Any:
    """Lists, dicts, strings and numbers of a frozen value."""
    if isinstance(value, Interval):
        return value.edtf()
    if isinstance(value, Span):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: jsonable(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): jsonable(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [jsonable(v) for v in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def statement_json(statement: Statement, name: str) -> dict[str, Any]:
    """A statement with its words, its place and who says so."""
    return {
        **jsonable(statement), "name": name, "citation": f"{name}:{statement.span.start}-{statement.span.end}", "by": by_words(statement),
        "start": statement.span.start, "end": statement.span.end,
    }


def with_words(snapshot: Snapshot, key: str, values: Any) -> dict[str, Any]:
    """{key: values, statements: {id: statement}} of a snapshot that holds what the values rest on."""
    names = {r.id: r.name for r in snapshot.reports}
    return {key: jsonable(values), "statements": {i: statement_json(s, names[s.report]) for i, s in sorted(snapshot.statements.items())}}
