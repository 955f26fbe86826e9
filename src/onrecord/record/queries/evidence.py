"""What a report was made of: its bytes as they came, and who collected them, when, with which reader."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.record.codec import unpack
from onrecord.record.connection import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """The bytes behind a report and how they came."""

    data: bytes
    hash: str
    """SHA-256 (hex) of *data*, noted when they came."""
    came_from: str | None
    collected_at: str
    collector: str
    extractor: str


def evidence(record: Record, report: str) -> Evidence:
    """The evidence of the report with this id; InputError where no bytes are kept, as in an excerpt."""
    row = record.one("SELECT raw.* FROM raw JOIN report ON raw_hash = hash WHERE id = ?", (report,))
    if row is None:
        raise InputError(f"{record.path}: no bytes are kept for report {report[:12]}; take the record that it was added to, not an excerpt of it")
    return Evidence(unpack(row["packed"]), row["hash"], row["came_from"], row["collected_at"], row["collector"], row["extractor"])
