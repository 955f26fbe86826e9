"""Which form bytes are in, and the reports in them; content decides where the file's extension lies.

A new form is one entry in `FORMS` and one file with its reader; see `form.py` for what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from onrecord.errors import ReportError
from onrecord.read.build import build, refused
from onrecord.read.form import Form, Head, Member, Source, Taken, opened
from onrecord.read.html import is_page, read_page
from onrecord.read.jsonl import is_lines, read_lines
from onrecord.read.names import Namer
from onrecord.read.result import Input, ReadOptions, ReadResult
from onrecord.read.txt import read_text_file

FORMS: tuple[Form, ...] = (
    Form("html", (".html", ".htm", ".xhtml"), is_page, read_page),
    Form("jsonl", (".jsonl", ".ndjson"), is_lines, read_lines),
    Form("txt", (".txt", ".text", ".md", ".markdown"), lambda head: True, read_text_file),
)
"""The first that fits is taken: from the most telling beginning to plain text, which any text is."""
EXTENSIONS: frozenset[str] = frozenset(ending for form in FORMS for ending in form.extensions)
"""Endings of files that are looked for in a folder."""


def form_of(head: bytes, filename: str) -> Form | None:
    """The form by the first bytes, the extension where they leave it open; None for bytes that are in none."""
    seen = Head(head, filename)
    return next((form for form in FORMS if form.fits(seen)), None)


def read_stream(stream: BinaryIO, where: str, options: ReadOptions, namer: Namer, *, depth: int = 0) -> Iterator[ReadResult]:
    """Every report in the bytes of *stream*, in order, each as soon as it is read; *depth* is of a file inside a file."""
    source = opened(stream, where, options)
    whole = Input(source.head, where, source.name)
    form = form_of(source.head, PurePath(where).name)
    if not source.head.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        yield refused(whole, "empty", "the file is empty; nothing was read")
    elif depth > options.max_depth:
        yield refused(whole, "limit", f"a file inside {depth} others, more than the {options.max_depth} that are opened; unpack it")
    elif form is None:
        kind = Head(source.head, where).binary or "an unknown file"
        yield refused(whole, "binary", f"{kind}, not text; give its text as .txt, .html or .jsonl")
    else:
        yield from read_form(form, source, namer, depth)


def read_form(form: Form, source: Source, namer: Namer, depth: int) -> Iterator[ReadResult]:
    """The reports that the form's reader finds, and a Problem where it broke off."""
    try:
        for taken in form.read(source):
            if isinstance(taken, Member):
                yield from read_stream(taken.stream, taken.where, source.options, namer, depth=depth + 1)
            else:
                yield made(taken, source.options, namer)
    except ReportError as error:
        # The bytes of what was refused are not kept: they may be larger than anybody wants to hold.
        yield refused(Input(b"", source.where, source.name), error.kind, str(error))


def made(taken: Taken, options: ReadOptions, namer: Namer) -> ReadResult:
    """The report of what a reader took, with the reader's problems before those of building it."""
    if taken.found is None:
        return ReadResult(taken.source.where, taken.source.raw, None, taken.problems)
    result = build(taken.found, taken.source, options, namer)
    return ReadResult(result.where, result.raw, result.report, taken.problems + result.problems)
