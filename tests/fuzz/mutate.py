"""Seeded changes to bytes: what damaged, cut, joined and spiteful files look like."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

TOKENS: tuple[bytes, ...] = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3\x28", b"\r\n", b"\n\n\n", b"\t", b" " * 300, b"-1", b"0", b"4294967296", b"99999999999999999999",
    b"1e999", b"NaN", b"{", b"[" * 200, b"]", b"}", b'"', b"'", b"<", b"<div>" * 200, b"</p>", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;", b"&#x110000;", b"<script>", b"--", b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b\x08", b"{\\rtf1", b"From: ",
    b"Content-Type: multipart/mixed; boundary=x", b"=?utf-8?b?/w==?=", b"WARC/1.0", b"Content-Length: 2147483648", b"2023-02-30", b"0000-00-00",
    b"9999-12-31T23:59:60Z", b"32 December 2023", "\u202e\u200b\u2066".encode(), "\U0001f600".encode(), "“".encode() * 50, "é".encode("cp1252"),
    b"=cmd|' /C calc'!A0", b"' OR 1=1 --", b"../../etc/passwd", b"%00", b"by:", b'before:"', b"(", b"*", b"NEAR(", b"AND", b"^",
)  # fmt: skip
"""Pieces that parsers of text, tables, mail, archives, dates and searches have fallen over."""
LARGEST = 300_000
"""Bytes a changed input has at most."""


def mutated(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """One of *seeds* with one to six changes."""
    raw = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 6)):
        chance.choice(CHANGES)(chance, raw, seeds)
    return bytes(raw[:LARGEST])


def place(chance: random.Random, raw: bytearray) -> int:
    """A place in the bytes."""
    return chance.randint(0, len(raw))


def flip(chance: random.Random, raw: bytearray, seeds: Sequence[bytes]) -> None:
    """Other bits in a few bytes."""
    for _ in range(chance.randint(1, 8)):
        if raw:
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def cut(chance: random.Random, raw: bytearray, seeds: Sequence[bytes]) -> None:
    """A stretch is gone, often all to the end."""
    start = place(chance, raw)
    del raw[start : len(raw) if chance.random() < 0.4 else min(len(raw), start + chance.randint(1, 400))]


def double(chance: random.Random, raw: bytearray, seeds: Sequence[bytes]) -> None:
    """A stretch stands there many times."""
    start = place(chance, raw)
    raw[start:start] = raw[start : start + chance.randint(1, 60)] * chance.choice((2, 10, 500))


def insert(chance: random.Random, raw: bytearray, seeds: Sequence[bytes]) -> None:
    """A spiteful piece in some place, or over what was there."""
    start, token = place(chance, raw), chance.choice(TOKENS)
    raw[start : start + chance.choice((0, len(token)))] = token


def splice(chance: random.Random, raw: bytearray, seeds: Sequence[bytes]) -> None:
    """The beginning of one and the end of another."""
    other = chance.choice(seeds)
    raw[place(chance, raw) :] = other[chance.randint(0, len(other)) :]


CHANGES: tuple[Callable[[random.Random, bytearray, Sequence[bytes]], None], ...] = (flip, cut, double, insert, insert, splice)
