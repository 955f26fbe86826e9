"""WARC and WARC.gz: the pages that a crawl fetched, one report each, streamed record by record."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from onrecord.errors import ReportError
from onrecord.read.form import Head, Source, Taken, extra, too_large
from onrecord.read.html import Page, page_reports
from onrecord.read.result import Input, ReadOptions
from onrecord.read.rows import lost
from onrecord.types import Problem

EXTENSIONS = (".warc", ".warc.gz")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
PAGES = frozenset({"text/html", "application/xhtml+xml"})
GZIP = b"\x1f\x8b"
BLOCK = 65_536


def is_warc(head: Head) -> bool:
    """Whether it begins as a record of WARC does, packed or not."""
    return (unpacked(head.raw) if head.raw.startswith(GZIP) else head.raw).startswith(b"WARC/")


def unpacked(raw: bytes) -> bytes:
    """The first bytes of what is packed with gzip; none where it is broken."""
    try:
        return zlib.decompressobj(wbits=31).decompress(raw, 64)
    except zlib.error:
        return b""


class Unpacked(io.RawIOBase):
    """The bytes of an archive, unpacked where it is packed, whether each record was packed by itself or all at once; knows where they break off."""

    def __init__(self, stream: BinaryIO, packed: bool) -> None:
        self._stream = stream
        self._member = zlib.decompressobj(wbits=31) if packed else None
        self._waiting = b""
        self._end = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fills *buffer*; never holds more than it asks for, however much the packed bytes stand for."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._take(len(view))
        view[: len(data)] = data
        self._end = (self._end + data)[-4:]
        return len(data)

    def _take(self, most: int) -> bytes:
        if self._member is None:
            return self._stream.read(most)
        while True:
            given = self._waiting or self._stream.read(BLOCK)
            if self._member.eof and given:
                self._member = zlib.decompressobj(wbits=31)
            data = self._member.decompress(given, most) if not self._member.eof else b""
            self._waiting = self._member.unconsumed_tail or self._member.unused_data
            if data or not given:
                return data

    @property
    def complete(self) -> bool:
        """Whether what was read ends as an archive does."""
        return self._end == b"\r\n\r\n" and (self._member is None or self._member.eof)


def read_warc(source: Source) -> Iterator[Taken]:
    """Every page that came with status 200. Its address is the record's; the record's date is when it was fetched,
    which is when it was collected and no date of publication."""
    archives, failed = extra("warcio.archiveiterator", "a WARC"), extra("warcio.exceptions", "a WARC").ArchiveLoadFailed
    passed: Counter[str] = Counter()
    stream = Unpacked(source.stream(), source.head.startswith(GZIP))
    archive, number, pages = archives.ArchiveIterator(io.BufferedReader(stream)), source.before, 0
    records = iter(archive)
    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # the library prints the bytes that it stumbles over
                record = next(records, None)
        except (failed, zlib.error, ValueError, KeyError, AttributeError) as error:
            raise ReportError(broken(number, str(error)), kind="truncated") from error
        if record is None:
            break
        number += 1
        if record.rec_type == "response":
            pages += 1
            yield from pages_of(record, source, number, passed)
    if archive.err_count:
        message = f"{source.where}: {archive.err_count} records are not as long as they say; look whether their text is whole, or get the file again"
        yield Taken(Input(b"", source.where, source.name), None, (Problem("truncated", message, where=source.where),))
    if passed:
        listed = ", ".join(f"{n} {what}" for what, n in sorted(passed.items()))
        message = f"{source.where}: passed over as they are no pages: {listed}; only text/html with status 200 is read"
        problem = Problem("unreadable", message, where=source.where)
        yield Taken(Input(b"", source.where, source.name), None, (problem,))
    if not stream.complete:
        raise ReportError(broken(number, "its end is missing"), kind="truncated")
    if not pages and not source.before:  # what stands before a piece of a file had pages
        raise ReportError(f"an archive of {number} records without a fetched page; give one with records of the type response", kind="empty")


def broken(number: int, why: str) -> str:
    """What is said of an archive that breaks off."""
    return f"the archive breaks off in or behind record {number} ({why}); what is there was read: get the file again"


def pages_of(record: Any, source: Source, number: int, passed: Counter[str]) -> Iterator[Taken]:
    """The report of one response, or those of a live blog; none where it is no page, which is counted."""
    headers = record.http_headers
    status = str(headers.get_statuscode()) if headers else "without status"
    kind = str((headers.get_header("Content-Type") if headers else None) or "without type")
    if status != "200" or kind.partition(";")[0].strip().lower() not in PAGES:
        passed[f"of status {status}" if status != "200" else kind.partition(";")[0].strip().lower()] += 1
        return
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ") or None
    where = f"{source.where}:{number}"
    raw, problems = payload(record, where, source.options)
    one = Input(raw, where, slug(url) or f"{source.name}-{number}", fetched(record.rec_headers.get_header("WARC-Date")))
    if any(p.lost for p in problems):
        yield Taken(one, None, problems)
        return
    charset = CHARSET.search(kind)
    for taken in page_reports(one, Page(charset=charset[1] if charset else None, url=url)):
        yield replace(taken, problems=problems + taken.problems)
        problems = ()


def fetched(told: str | None) -> str | None:
    """When a page was fetched, by its record (ISO 8601 with zone); None where the record tells no such moment."""
    try:
        moment = dt.datetime.fromisoformat((told or "").strip())
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC).isoformat()


def payload(record: Any, where: str, options: ReadOptions) -> tuple[bytes, tuple[Problem, ...]]:
    """The page's bytes as far as they are there, unpacked; a claim in a header never makes more be read than the limit."""
    try:
        raw = record.content_stream().read(options.max_bytes + 1)
    except (zlib.error, ValueError, OSError, AttributeError) as error:
        return b"", (lost("unreadable", f"this page cannot be unpacked ({error}); fetch it again", where=where),)
    if len(raw) > options.max_bytes:
        return b"", (lost("too_large", too_large(options), where=where),)
    missing = getattr(record.raw_stream, "limit", 0)
    if missing:
        return raw, (Problem("truncated", f"{where}: {missing:,} bytes of this page are missing; what is there was read: get the file again", where=where),)
    return raw, ()


def slug(url: str | None) -> str | None:
    """The last part of an address's path without its ending; None where there is none."""
    try:
        path = PurePosixPath(urlsplit(url or "").path)
    except ValueError:
        return None
    return path.stem or None
