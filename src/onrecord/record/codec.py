"""Values of onrecord.types to JSON and back, and packed bytes."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from onrecord.types import Attribution, Commitment, EventMention, Figure, Item, Layer, Position, Proposal, Reading, Report, Status

T = TypeVar("T")

ITEMS: dict[Layer, type[Item]] = {
    "attributions": Attribution, "figures": Figure, "events": EventMention, "positions": Position, "commitments": Commitment,
    "proposals": Proposal, "status": Status,
}
"""What the items of each layer of statements are."""


def to_json(value: object) -> str:
    """Compact JSON of a frozen value; tuples become lists, days ISO."""
    return msgspec.json.encode(value).decode()


def from_json(kind: type[T], text: str | bytes) -> T:
    """The value of type *kind* that *text* holds."""
    return msgspec.json.decode(text, type=kind)


def plain(value: object) -> Any:
    """Lists, dicts, strings and numbers of a frozen value, for JSON that a person or program reads."""
    return msgspec.to_builtins(value)


def pack(data: bytes) -> bytes:
    """Bytes made small."""
    return zlib.compress(data, 6)


def unpack(data: bytes) -> bytes:
    """Bytes as they were before pack."""
    return zlib.decompress(data)


def pack_reading(reading: Reading) -> bytes:
    """A reading without its report, which has a row of its own."""
    bare = Report(reading.report.id, "", "")
    return pack(msgspec.json.encode(replace(reading, report=bare)))


def unpack_reading(data: bytes, report: Report) -> Reading:
    """The reading that was packed, with its report put back."""
    return replace(from_json(Reading, unpack(data)), report=report)
