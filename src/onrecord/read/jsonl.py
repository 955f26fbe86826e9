"""JSON Lines: one report a line; only the text is required."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from onrecord.read.decode import LOOKED_AT, decode, wide_mark
from onrecord.read.form import Head, Source, Taken, too_large
from onrecord.read.result import Extracted, Input, ReadOptions
from onrecord.read.rows import FIELDS, columns_of, lost, row_report
from onrecord.read.txt import encoding_problems
from onrecord.types import Problem

__all__ = ["FIELDS", "is_lines", "is_object_line", "read_lines"]

EXTENSIONS = (".jsonl", ".ndjson")


def is_lines(head: Head) -> bool:
    """Whether the first line that is not blank is a JSON object; a broken beginning only where the file's name says so."""
    claimed = head.claims(EXTENSIONS)
    raw = head.text.encode("utf-8", "surrogatepass") if wide_mark(head.raw) else head.raw
    lines = [line for line in raw.splitlines() if line.strip()]
    if any(is_object_line(line) for line in (lines if claimed else lines[:1])):
        # One object alone, or the first of a file, that no name calls JSON Lines, may as well be a whole dump.
        return claimed or len(lines) > 1
    return claimed and any(line.lstrip().startswith((b"{", b"[")) for line in lines[:3])


def read_lines(source: Source) -> Iterator[Taken]:
    """One report a line that is not blank; a line over the limit is passed over without being held."""
    wide = wide_mark(source.head)
    stream: Narrow | BinaryIO = Narrow(source.stream(), wide) if wide else source.stream()
    remarks = encoding_problems(f"encoded in {wide}, not UTF-8", source.where) if wide else ()
    limit, number = source.options.max_bytes, source.before
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{source.where}:{number}"
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LOOKED_AT)
            yield Taken(Input(b"", where, source.name), None, (lost("too_large", too_large(source.options), where=where),))
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            one = Input(line.rstrip(b"\r\n"), where, f"{source.name}-{number}")
            found, problems = read_line(one, source.where, source.options)
            yield Taken(one, found, remarks + problems)
            remarks = ()


class Narrow:
    """The lines of a file in an encoding of two or four bytes a character, as UTF-8."""

    def __init__(self, stream: BinaryIO, wide: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding=wide, errors="replace", newline="\n")

    def readline(self, most: int) -> bytes:
        """The next line, or its first *most* characters."""
        return self._text.readline(most).encode("utf-8", "surrogatepass")


def read_line(source: Input, file: str, options: ReadOptions) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of one line, or the problem that lost it; *source.where* is `file:line`. Fields that are not known are passed over."""
    decoded = decode(source.raw)
    remarks = encoding_problems(decoded.remark, source.where)
    try:
        row: Any = msgspec.json.decode(decoded.text.lstrip("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as error:
        return None, (lost("broken_line", f"not JSON ({error}); write one JSON object a line", where=source.where),)
    if not isinstance(row, dict):
        seen = f"JSON {type(row).__name__} instead of an object; write one object a line, with a field `text`"
        return None, (lost("broken_line", seen, where=source.where),)
    found, problems = row_report(row, source, columns_of(row, options.columns), file=file)
    return found, remarks + problems if found else problems


def is_object_line(line: bytes) -> bool:
    """Whether a line is a JSON object."""
    bare = line.strip().removeprefix(b"\xef\xbb\xbf")
    if not bare.startswith(b"{"):
        return False
    try:
        return isinstance(msgspec.json.decode(bare), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
