"""JSON: one report as an object, or a dump with a list of them, as services for news and crawls give them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.errors import ReportError
from onrecord.read.decode import decode
from onrecord.read.form import Head, Source, Taken
from onrecord.read.lexicon import words
from onrecord.read.result import Input
from onrecord.read.rows import Row, columns_of, has_text, lost, named, row_report
from onrecord.read.txt import encoding_problems
from onrecord.types import Problem

BEGINS = re.compile(r"[{\[]\s*(?:[{\"\]}]|$)")
FIRST_OF_LIST = re.compile(r"\[\s*(?=\{)")
DEEPEST = 3
"""Objects in one another in which the list of reports is looked for."""
BLANK = re.compile(r"[\s,]*")


def is_json(head: Head) -> bool:
    """Whether it begins as an object or a list of JSON does."""
    return BEGINS.match(head.text) is not None


def read_json(source: Source) -> Iterator[Taken]:
    """Every report of the dump, with the bytes of its own object; of a broken one those before the break, which is told."""
    whole = source.whole()
    decoded = decode(whole.raw)
    text, remarks = decoded.text.lstrip("\ufeff"), encoding_problems(decoded.remark, source.where)
    try:
        value: Any = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        yield from broken(text, source, error)
        return
    if isinstance(value, dict) and has_text(value, source.options.columns):
        yield taken(value, Input(whole.raw, source.where, source.name), source, remarks)
        return
    rows = value if isinstance(value, list) else listed(value, DEEPEST)
    if not rows:
        seen = f"a list of nothing, or an object with {named(value) if isinstance(value, dict) else 'no keys'}"
        raise ReportError(f"{seen}; give objects with a `text`, or say where it is with --map text=COLUMN", kind="no_text")
    for number, row in enumerate(rows, 1):
        yield taken(row, numbered(source, number, msgspec.json.encode(row)), source, remarks)
        remarks = ()


def numbered(source: Source, number: int, raw: bytes) -> Input:
    """The bytes of one object of the list, at its number from 1."""
    return Input(raw, f"{source.where}:{number}", f"{source.name}-{number}")


def listed(value: Row, deepest: int) -> list[Any] | None:
    """The list of reports in an object, under the keys that dumps use for it."""
    for key, inner in value.items():
        if key in words("columns", "lists"):
            if isinstance(inner, list):
                return inner
            if isinstance(inner, dict) and deepest and (found := listed(inner, deepest - 1)):
                return found
    return None


def taken(row: Any, one: Input, source: Source, remarks: tuple[Problem, ...]) -> Taken:
    """The report of one object."""
    if not isinstance(row, dict):
        message = f"JSON {type(row).__name__} instead of an object; a list of reports holds objects with a `text`"
        return Taken(one, None, (lost("broken_line", message, where=one.where),))
    found, problems = row_report(row, one, columns_of(row, source.options.columns), file=source.where)
    return Taken(one, found, remarks + problems)


def broken(text: str, source: Source, error: Exception) -> Iterator[Taken]:
    """The objects of the first list that are whole, then the error as the problem of the file."""
    decoder, begin = json.JSONDecoder(), FIRST_OF_LIST.search(text)
    at, number = (begin.end() if begin else len(text)), 0
    while at < len(text):
        try:
            row, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        number += 1
        yield taken(row, numbered(source, number, text[at:end].encode("utf-8", "surrogatepass")), source, ())
        space = BLANK.match(text, end)
        at = space.end() if space else end
    raise ReportError(f"broken JSON ({error}); {number} reports before the break were read: get the file again", kind="truncated" if number else "broken_line")
