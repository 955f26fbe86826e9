"""Which form bytes are in, and the reports in them; content decides where the file's extension lies."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, Literal

from onrecord.read.build import build, refused
from onrecord.read.decode import LOOKED_AT, binary_kind
from onrecord.read.html import read_html
from onrecord.read.jsonl import is_object_line, read_line
from onrecord.read.names import Namer
from onrecord.read.result import Input, ReadOptions, ReadResult
from onrecord.read.txt import read_txt

Form = Literal["txt", "html", "jsonl"]
EXTENSIONS: dict[str, Form] = {
    ".txt": "txt", ".text": "txt", ".md": "txt", ".markdown": "txt", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
}
PAGE_START = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.IGNORECASE | re.DOTALL
)
TAG = re.compile(rb"</?(?:html|body|div|p|br|article|h[1-6]|span|a)\b[^>]*>", re.IGNORECASE)


def form_of(head: bytes, filename: str) -> Form:
    """The form by the first bytes; the extension decides only between a page's fragment and plain text, and for broken JSON lines."""
    claimed = EXTENSIONS.get(PurePath(filename).suffix.lower())
    if PAGE_START.match(head):
        return "html"
    lines = [line for line in head.splitlines() if line.strip()]
    if any(is_object_line(line) for line in (lines if claimed == "jsonl" else lines[:1])):
        return "jsonl"
    if claimed == "jsonl" and any(line.lstrip().startswith((b"{", b"[")) for line in lines[:3]):
        return "jsonl"
    if claimed == "html" and TAG.search(head):
        return "html"
    return "txt"


def read_stream(stream: BinaryIO, where: str, options: ReadOptions, namer: Namer) -> Iterator[ReadResult]:
    """Every report in the bytes of *stream*, which is read line by line if it holds JSON lines, whole otherwise."""
    name = PurePath(where).name
    head = stream.read(LOOKED_AT)
    source = Input(head, where, PurePath(where).stem)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        rest = stream.read(LOOKED_AT) if head else b""
        if not rest.strip():
            yield refused(source, "empty", "the file is empty; nothing was read")
            return
        head += rest
    kind = binary_kind(head)
    if kind:
        yield refused(source, "binary", f"{kind}, not text; give its text as .txt, .html or .jsonl")
        return
    form = form_of(head, name)
    if form == "jsonl":
        yield from read_lines(stream, head, source, (options, namer))
        return
    raw = head + stream.read(max(0, options.max_bytes - len(head) + 1))
    if len(raw) > options.max_bytes:
        yield too_large(Input(b"", where, source.name), options)
        return
    yield read_whole(Input(raw, where, source.name), form, options, namer)


def read_whole(source: Input, form: Form, options: ReadOptions, namer: Namer) -> ReadResult:
    """The one report that a text or a page holds."""
    found, problems = read_html(source) if form == "html" else read_txt(source)
    if found is None:
        return ReadResult(source.where, source.raw, None, problems)
    result = build(found, source, options, namer)
    return ReadResult(result.where, result.raw, result.report, problems + result.problems)


def read_lines(stream: BinaryIO, head: bytes, source: Input, setting: tuple[ReadOptions, Namer]) -> Iterator[ReadResult]:
    """One result a line that is not blank; a line over the limit is passed over without being held."""
    options, namer = setting
    buffered = io.BufferedReader(Chained(head, stream))
    number = 0
    while line := buffered.readline(options.max_bytes + 1):
        number += 1
        where = f"{source.where}:{number}"
        if len(line) > options.max_bytes:
            while line and not line.endswith(b"\n"):
                line = buffered.readline(LOOKED_AT)
            yield too_large(Input(b"", where, source.name), options)
            continue
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        one = Input(line.rstrip(b"\r\n"), where, f"{source.name}-{number}")
        found, problems = read_line(one)
        result = build(found, one, options, namer) if found else ReadResult(where, one.raw)
        yield ReadResult(where, one.raw, result.report, problems + result.problems)


def too_large(source: Input, options: ReadOptions) -> ReadResult:
    """The result for a report over the limit."""
    return refused(source, "too_large", f"larger than {options.max_bytes:,} bytes; split it, or raise `max_bytes` in the configuration")


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
