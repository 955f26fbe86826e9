"""What a form of report is: one small entry that says how it is known and how it is read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import PurePath
from typing import Any, BinaryIO

from onrecord.errors import ReportError
from onrecord.read.decode import LOOKED_AT, WIDE_MARKS, binary_kind, wide_without_mark
from onrecord.read.result import Extracted, Input, ReadOptions
from onrecord.types import Problem

MEMBER = re.compile(r"^.*\.\w{2,4}!")
"""The archive before a member's name, as in `desk.zip!march/wire.txt`."""


@dataclass(frozen=True)
class Head:
    """The first bytes of a file and what its name claims: all that may decide its form."""

    raw: bytes
    filename: str

    @cached_property
    def text(self) -> str:
        """The bytes as characters, good enough to know a form by; never to be kept."""
        wide = next((name for mark, name in WIDE_MARKS if self.raw.startswith(mark)), None) or wide_without_mark(self.raw)
        return self.raw.decode(wide or "utf-8", errors="replace").lstrip("\ufeff \t\r\n\f\v")

    @cached_property
    def binary(self) -> str | None:
        """What kind of file it is where it is no text."""
        return binary_kind(self.raw)

    def claims(self, extensions: tuple[str, ...]) -> bool:
        """Whether the file's name ends in one of *extensions*."""
        return self.filename.lower().endswith(extensions)


@dataclass(frozen=True, slots=True)
class Source:
    """One file at its beginning, to be read whole or as a stream, once."""

    where: str
    head: bytes
    rest: BinaryIO
    options: ReadOptions
    before: int = 0
    """Lines, records or rows of the file that stand before these bytes, where they are a piece of it."""

    @property
    def name(self) -> str:
        """The file's name without its ending, from which the names of its reports are made; of a member of an archive, the member's."""
        return PurePath(MEMBER.sub("", self.where)).stem

    def stream(self) -> io.BufferedReader:
        """All bytes from the first, as they come."""
        return io.BufferedReader(Chained(self.head, self.rest))

    def whole(self) -> Input:
        """All bytes at once; ReportError (`too_large`) when they are more than one report may have."""
        raw = self.head + self.rest.read(max(0, self.options.max_bytes - len(self.head) + 1))
        if len(raw) > self.options.max_bytes:
            raise ReportError(too_large(self.options), kind="too_large")
        return Input(raw, self.where, self.name)


def too_large(options: ReadOptions) -> str:
    """What is said of a report over the limit."""
    return f"larger than {options.max_bytes:,} bytes; split it, or raise `max_bytes` in the configuration"


@dataclass(frozen=True, slots=True)
class Taken:
    """One report that a reader took out of a file, or the problems in its place."""

    source: Input
    """The bytes that hold this report, with its place (`file`, `file:3`, `file/member`)."""
    found: Extracted | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file, to be read by its own form; *where* ends in its name (`mail.eml/text.pdf`)."""

    stream: BinaryIO
    where: str


Reader = Callable[[Source], Iterator[Taken | Member]]
"""Yields reports as they are read; raises ReportError where it can go no further, which becomes a Problem behind what was read."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name, the endings of its files, how it is known by content, how it is read."""

    name: str
    extensions: tuple[str, ...]
    known: Callable[[Head], bool]
    read: Reader
    binary: bool = False
    """Whether its bytes are no text; a form of text is not asked about bytes that are none."""
    guarded: int | None = None
    """From how many bytes on its files are read in a process that can be stopped (guard.py); None for a form that cannot hang or swell."""

    archive: bool = False
    """Whether it holds nothing but files; one that lies so deep that they would be refused is refused as a whole."""

    def fits(self, head: Head) -> bool:
        """Whether the bytes are in this form."""
        return (self.binary or head.binary is None) and self.known(head)


def extra(module: str, of: str) -> Any:
    """A module of the extra `onrecord[formats]`; ReportError that names the extra where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ReportError(f"{of} needs the package {module}; install it with: pip install 'onrecord[formats]'", kind="unreadable") from error


class Chained(io.RawIOBase):
    """Bytes that were already taken from a stream, then the rest of the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fills *buffer* from what was taken first, then from the stream."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(data) :] if self._head else b""
        view[: len(data)] = data
        return len(data)


def opened(stream: BinaryIO, where: str, options: ReadOptions) -> Source:
    """The file with its first bytes taken; blank bytes at its very beginning do not hide what follows."""
    head = stream.read(LOOKED_AT)
    if head and not head.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        head += stream.read(LOOKED_AT)
    return Source(where, head, stream, options)
