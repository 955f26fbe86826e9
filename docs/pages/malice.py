"""Bad input that is no mere accident: what each reader that it is meant for makes of it."""

from __future__ import annotations

import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from docs.pages.trials import FIXTURES, TEXT, Made, Outcome, Reader, outcome
from onrecord.read.guard import Guard

CLAIM = 2_000_000_000
"""Bytes that a header claims."""
DEEP = 100_000


@dataclass(frozen=True, slots=True)
class Malice:
    """One bad input, and the rule that holds for it."""

    what: str
    make: Callable[[], Made]
    reports: int
    problem: str
    """Kind of the problem that must be among those told, `!` where input is lost; none where it is read for what it is."""


def fixture(name: str) -> Callable[[], Made]:
    """A file of tests/read/fixtures."""
    return lambda: (name, (FIXTURES / name).read_bytes())


def zip_claim() -> Made:
    """An archive whose directory claims two thousand million bytes for a member of a few."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
    raw = bytearray(file.getvalue())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", raw, raw.index(mark) + at, CLAIM)
    return "claim.zip", bytes(raw)


def tar_claim() -> Made:
    """A tape whose header claims as much for a member of a few bytes."""
    member = tarfile.TarInfo("a.txt")
    member.size = CLAIM
    return "claim.tar", member.tobuf() + TEXT.encode() + bytes(1024)


def warc_claim() -> Made:
    """A crawl whose record and whose page claim as much."""
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {CLAIM}\r\n\r\n<html><body><p>{TEXT}</p></body></html>"
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/a\r\nWARC-Date: 2031-05-01T00:00:00Z\r\n"
    return "claim.warc", f"{head}Content-Type: application/http; msgtype=response\r\nContent-Length: {CLAIM}\r\n\r\n{page}".encode()


def bomb() -> Made:
    """Hundred million equal characters in an archive of a hundred thousand bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("a.txt", b"a" * 100_000_000)
    return "bomb.zip", file.getvalue()


def nested() -> Made:
    """A page of so many tags in each other."""
    return "deep.html", f"<!doctype html><html><body>{'<div>' * DEEP}<p>{TEXT}</p></body></html>".encode()


def inside(depth: int) -> Made:
    """A text in an archive in so many others."""
    raw, name = TEXT.encode(), "a.txt"
    for n in range(depth + 1):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(name, raw)
        raw, name = file.getvalue(), f"{n}.zip"
    return name, raw


def same_id() -> Made:
    """Two reports of one id whose texts differ."""
    rows = [{"id": "wire-1", "text": TEXT}, {"id": "wire-1", "text": f"{TEXT} Two more were hurt."}]
    return "same.jsonl", "\n".join(map(json.dumps, rows)).encode()


ALL = (
    Malice("a PDF with a password", fixture("pdf-locked.pdf"), 0, "unreadable!"),
    Malice("a PDF of scanned pages", fixture("pdf-scanned.pdf"), 0, "no_text!"),
    Malice("a ZIP in a ZIP in a ZIP", fixture("zip-in-zip-in-zip.zip"), 1, ""),
    Malice("a ZIP in five others", lambda: inside(5), 0, "limit!"),
    Malice("a ZIP whose header claims 2 GB", zip_claim, 1, ""),
    Malice("a tar whose header claims 2 GB", tar_claim, 0, "unreadable!"),
    Malice("a WARC whose headers claim 2 GB", warc_claim, 1, "truncated"),
    Malice("a ZIP of 100 kB that unpacks to 100 MB", bomb, 0, "too_large!"),
    Malice("a feed without entries", fixture("feed-without-entries.xml"), 0, "empty!"),
    Malice("HTML of 100,000 nested tags", nested, 0, "limit!"),
    Malice("a report dated in the future", fixture("jsonl-future-date.jsonl"), 1, "future_date"),
    Malice("two reports of one id with different texts", same_id, 2, "same_id"),
)


@cache
def found() -> tuple[tuple[Malice, Outcome], ...]:
    """What is made of each."""
    with Guard() as guard:
        reader = Reader(guard)
        return tuple((malice, outcome(reader.read(*malice.make()))) for malice in ALL)
