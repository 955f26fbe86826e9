"""Bytes → characters, and what had to be guessed for it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

MAGIC: dict[bytes, str] = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive or an Office file", b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program", b"\x1f\x8b": "a gzip file", b"{\\rtf": "an RTF file", b"\xd0\xcf\x11\xe0": "an old Office file",
    b"SQLite format 3": "an SQLite database",
    b"7z\xbc\xaf": "a 7z archive", b"Rar!": "a RAR archive", b"OggS": "an Ogg file", b"ID3": "an MP3 file", b"RIFF": "a RIFF media file",
}
WIDE_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN = frozenset(
    {"cp1252", "latin_1", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859_15", "cp850", "cp437", "mac_roman", "iso8859_9", "cp858", "cp775", "cp1140"}
)
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
LOOKED_AT = 65_536
"""Bytes that are enough to tell text from other files and one encoding from another."""
MOST_CONTROLS = 0.02
"""Share of control characters above which no text was seen."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and in words what was guessed or replaced; None when the bytes were plain UTF-8."""

    text: str
    encoding: str = "utf-8"
    remark: str | None = None


def binary_kind(raw: bytes) -> str | None:
    """What kind of file the bytes are when they are no text; None for text."""
    named = next((kind for magic, kind in MAGIC.items() if raw.startswith(magic)), None)
    if named or any(raw.startswith(mark) for mark, _ in WIDE_MARKS):
        return named
    head = raw[:LOOKED_AT]
    if b"\0" in head and wide_without_mark(head) is None:
        return "a binary file"
    controls = len(head) - len(head.translate(None, CONTROLS))
    return "a binary file" if wide_without_mark(head) is None and controls > MOST_CONTROLS * len(head) else None


def wide_without_mark(head: bytes) -> str | None:
    """UTF-16 without its mark, known by the zeros at every second byte of Latin text."""
    pairs = len(head) // 2
    if pairs < 8:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0) / pairs, head[1 : 2 * pairs : 2].count(0) / pairs
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def decode(raw: bytes) -> Decoded:
    """The text of *raw*, its line ends untouched; a byte-order mark of UTF-8 stays as its first character, as Python reads it."""
    try:
        return Decoded(raw.decode("utf-8"), remark=None) if b"\0" not in raw[:LOOKED_AT] else decode_other(raw)
    except UnicodeDecodeError:
        return decode_other(raw)


def wide_mark(raw: bytes) -> str | None:
    """The encoding of two or four bytes a character that the mark at the beginning tells; None without one."""
    return next((name for mark, name in WIDE_MARKS if raw.startswith(mark)), None)


def decode_other(raw: bytes) -> Decoded:
    """The text of bytes that are no UTF-8: by their mark, as UTF-8 with a few broken bytes, or in the likeliest encoding."""
    wide = wide_mark(raw) or wide_without_mark(raw[:LOOKED_AT])
    if wide:
        return Decoded(raw.decode(wide, errors="replace"), wide, f"encoded in {wide}, not UTF-8")
    mended = raw.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    sound = sum(ord(c) > 127 for c in mended) - broken
    if sound > broken or (sound and broken <= 2):
        return Decoded(mended, "utf-8", f"broken UTF-8: {broken} places could not be decoded and are shown as \ufffd")
    name = likely_encoding(raw)
    return Decoded(raw.decode(name, errors="replace"), name, f"not UTF-8; read as {name}, the likeliest encoding")


def likely_encoding(raw: bytes) -> str:
    """Name of the likeliest encoding; Windows-1252 wherever it cannot be told from its Western sisters, because most such files are."""
    best = from_bytes(raw[:LOOKED_AT]).best()
    if best is None:
        return "cp1252"
    high = sum(b > 127 for b in raw[:LOOKED_AT])
    sparse = high < 0.05 * len(raw[:LOOKED_AT])
    return "cp1252" if best.encoding in WESTERN or sparse else str(best.encoding)
