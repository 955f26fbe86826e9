"""Which form bytes are in, and the reports in them; content decides where the file's extension lies.

A new form is one entry in `FORMS` and one file with its reader; see `form.py` for what they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import BinaryIO

from lxml.etree import LxmlError

from onrecord.errors import DEFECTS, ReportError, refusal
from onrecord.read.archives import is_packed, is_zip, read_packed, read_zip
from onrecord.read.build import build, refused
from onrecord.read.csv_table import is_table, read_table
from onrecord.read.docx import is_word, read_word
from onrecord.read.feed import is_feed, read_feed
from onrecord.read.form import Form, Head, Member, Source, Taken, opened
from onrecord.read.guard import Guard
from onrecord.read.html import is_page, read_page
from onrecord.read.json_dump import is_json, read_json
from onrecord.read.jsonl import is_lines, read_lines
from onrecord.read.mail import is_mail, read_mail
from onrecord.read.markdown import is_markdown, read_markdown
from onrecord.read.mhtml import is_mhtml, read_mhtml
from onrecord.read.names import Namer
from onrecord.read.outlook import is_message, read_message
from onrecord.read.parquet import is_parquet, read_parquet
from onrecord.read.pdf import is_pdf, read_pdf_file
from onrecord.read.result import Input, ReadOptions, ReadResult
from onrecord.read.rtf import is_rtf, read_rtf_file
from onrecord.read.several import each_report, is_database_page, read_database_page
from onrecord.read.telegram import is_export, read_export
from onrecord.read.tracker import is_excel, read_tracker, refuse_excel
from onrecord.read.txt import read_text_file
from onrecord.read.warc import is_warc, read_warc

LARGE_PAGE = 200_000
"""Bytes from which a page is read in a process that can be stopped: below, not even ten thousand nested tags take seconds."""
FORMS: tuple[Form, ...] = (
    Form("pdf", (".pdf",), is_pdf, read_pdf_file, binary=True, guarded=0),
    Form("docx", (".docx",), is_word, each_report(read_word), binary=True, guarded=0),
    Form("rtf", (".rtf",), is_rtf, each_report(read_rtf_file), binary=True, guarded=0),
    Form("parquet", (".parquet",), is_parquet, read_parquet, binary=True, guarded=0),
    Form("excel", (".xlsx",), is_excel, refuse_excel, binary=True),
    Form("zip", (".zip",), is_zip, lambda source: read_zip(source, is_known), binary=True, archive=True),
    Form("warc", (".warc", ".warc.gz"), is_warc, read_warc, binary=True),
    Form("msg", (".msg",), is_message, read_message, binary=True),
    Form("tar", (".tar", ".tgz", ".gz", ".bz2", ".xz"), is_packed, lambda source: read_packed(source, is_known), binary=True, archive=True),
    Form("mhtml", (".mhtml", ".mht"), is_mhtml, read_mhtml, guarded=LARGE_PAGE),
    Form("eml", (".eml",), is_mail, read_mail),
    Form("feed", (".rss", ".atom", ".xml"), is_feed, read_feed, guarded=LARGE_PAGE),
    # Never known by content: a table is a tracker only where a person says so.
    Form("tracker", (), lambda head: False, read_tracker, binary=True, guarded=0),
    Form("database page", (), is_database_page, read_database_page, guarded=LARGE_PAGE),
    Form("html", (".html", ".htm", ".xhtml"), is_page, read_page, guarded=LARGE_PAGE),
    Form("telegram", (), is_export, read_export),
    Form("jsonl", (".jsonl", ".ndjson"), is_lines, read_lines),
    Form("json", (".json",), is_json, read_json),
    Form("csv", (".csv", ".tsv", ".tab"), is_table, read_table),
    Form("markdown", (".md", ".markdown"), is_markdown, read_markdown, guarded=LARGE_PAGE),
    Form("txt", (".txt", ".text"), lambda head: True, each_report(read_text_file)),
)
"""The first that fits is taken: from the most telling beginning to plain text, which any text is."""
EXTENSIONS: frozenset[str] = frozenset(ending for form in FORMS for ending in form.extensions)
"""Endings of files that are looked for in a folder."""


def is_known(name: str) -> bool:
    """Whether a member of an archive has an ending that is read."""
    return PurePath(name).suffix.lower() in EXTENSIONS


@dataclass(frozen=True, slots=True)
class Run:
    """What the files of one run share: the names that are taken, and the process that reads risky files."""

    namer: Namer = field(default_factory=Namer)
    guard: Guard = field(default_factory=Guard)


def form_of(head: bytes, filename: str) -> Form | None:
    """The form by the first bytes, the extension where they leave it open; None for bytes that are in none."""
    seen = Head(head, filename)
    return next((form for form in FORMS if form.fits(seen)), None)


def read_stream(stream: BinaryIO, where: str, options: ReadOptions, run: Run, *, depth: int = 0) -> Iterator[ReadResult]:
    """Every report in the bytes of *stream*, in order, each as soon as it is read; *depth* is of a file inside a file."""
    try:
        source = opened(stream, where, options)
    except ReportError as error:
        yield refused(Input(b"", where, PurePath(where).stem), error.kind, str(error))
        return
    whole = Input(source.head, where, source.name)
    form = form_of(source.head, PurePath(where).name)
    if not source.head.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        yield refused(whole, "empty", "the file is empty; nothing was read")
    elif depth + (form is not None and form.archive) > options.max_depth:
        yield refused(whole, "limit", f"lies inside {depth} other files, and {options.max_depth} are opened at most; unpack it")
    elif form is None:
        kind = Head(source.head, where).binary or "an unknown file"
        yield refused(whole, "binary", f"{kind}, not text; give its text as .txt, .html or .jsonl")
    else:
        yield from read_whole(form, source, run, depth)


def read_as(name: str, stream: BinaryIO, where: str, options: ReadOptions, run: Run) -> Iterator[ReadResult]:
    """The reports in a file that a person says is of the form *name*, whatever it looks like."""
    source = opened(stream, where, options)
    if not source.head.strip():
        yield refused(Input(source.head, where, source.name), "empty", "the file is empty; nothing was read")
        return
    yield from read_whole(next(form for form in FORMS if form.name == name), source, run, 0)


def read_whole(form: Form, source: Source, run: Run, depth: int) -> Iterator[ReadResult]:
    """The reports of a whole file, and a Problem where its reader found nothing at all and did not say why; a piece of a file may have nothing."""
    nothing = True
    for result in read_form(form, source, run, depth):
        nothing = False
        yield result
    if nothing:
        yield refused(Input(b"", source.where, source.name), "no_text", "nothing in it could be read as a report; give its text as .txt")


def read_form(form: Form, source: Source, run: Run, depth: int) -> Iterator[ReadResult]:
    """The reports that the form's reader finds, and a Problem where it broke off."""
    try:
        for taken in taken_from(form, source, run.guard):
            if isinstance(taken, Member):
                yield from read_stream(taken.stream, taken.where, source.options, run, depth=depth + 1)
            else:
                yield made(taken, source.options, run.namer)
    except ReportError as error:
        # The bytes of what was refused are not kept: they may be larger than anybody wants to hold.
        yield refused(Input(b"", source.where, source.name), error.kind, str(error))
    except RecursionError:
        # Parts in parts in parts: readers of mail and JSON go down into each by calling themselves.
        yield refused(Input(b"", source.where, source.name), "limit", "nested deeper than can be read; no report is built so: give its text as .txt")
    except OSError as error:
        yield refused(Input(b"", source.where, source.name), "unreadable", refusal(error))
    except (*DEFECTS, csv.Error, LxmlError) as error:
        seen = f"its reader broke down ({type(error).__name__}: {error}); save its text as .txt; this is a mistake in onrecord: please report it"
        yield refused(Input(b"", source.where, source.name), "unreadable", seen)


def taken_from(form: Form, source: Source, guard: Guard) -> Iterator[Taken | Member]:
    """What the form's reader takes out of a file; in a process of its own where that is risky."""
    if form.guarded is None:
        yield from form.read(source)
        return
    whole = Source(source.where, source.whole().raw, io.BytesIO(), source.options)
    yield from guard.read(form, whole) if len(whole.head) >= form.guarded else form.read(whole)


def made(taken: Taken, options: ReadOptions, namer: Namer) -> ReadResult:
    """The report of what a reader took, with the reader's problems before those of building it."""
    if taken.found is None:
        return ReadResult(taken.source.where, taken.source.raw, None, taken.problems)
    result = build(taken.found, taken.source, options, namer)
    return replace(result, problems=taken.problems + result.problems)
