"""Releases: what the record says, frozen under a name, never changed afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import InputError, RecordError
from onrecord.record.codec import from_json, pack, to_json, unpack
from onrecord.record.connection import Record
from onrecord.record.freezing import frozen_rows
from onrecord.types import Frozen, FrozenRow, Release

Rows = tuple[FrozenRow, ...]


def state(record: Record, release: Release) -> Frozen:
    """What *record* says at this moment, as a release that nobody has kept yet; its hash and the number of judgements are filled in."""
    rows = frozen_rows(record)
    last = record.one("SELECT coalesce(max(n), 0) FROM judgement")
    return Frozen(replace(release, judged=int(last[0]) if last else 0, hash=hash_of(rows)), rows)


def hash_of(rows: dict[str, Rows]) -> str:
    """SHA-256 over all rows, kind by kind."""
    digest = hashlib.sha256()
    for kind in sorted(rows):
        digest.update(f"\x1e{kind}\x1f".encode())
        digest.update(to_json(rows[kind]).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def freeze(record: Record, release: Release) -> Frozen:
    """Keeps what *record* says under the name of *release*; InputError where a release has that name."""
    made = state(record, release)
    kept = made.release
    if any(r.name == kept.name for r in releases(record)):
        raise InputError(f"{record.path}: a release {kept.name!r} is there already, and releases are never changed; give another name")
    with record.writing() as sql:
        sql.execute("INSERT INTO release VALUES (?, ?, ?, ?, ?, ?)", (kept.name, kept.made_at, kept.program, kept.note, kept.judged, kept.hash))
        sql.executemany(
            "INSERT INTO release_part VALUES (?, ?, ?, ?)",
            [(kept.name, kind, len(rows), pack(to_json(rows).encode("utf-8", "surrogatepass"))) for kind, rows in made.rows.items()],
        )
    return made


def releases(record: Record) -> tuple[Release, ...]:
    """All releases, the oldest first."""
    rows = record.rows("SELECT name, made_at, program, note, judged, hash FROM release ORDER BY made_at, name")
    return tuple(Release(*row) for row in rows)


def counts(record: Record, name: str) -> dict[str, int]:
    """How many rows of each kind a release has."""
    return {row["kind"]: row["rows"] for row in record.rows("SELECT kind, rows FROM release_part WHERE release = ? ORDER BY kind", (name,))}


def frozen(record: Record, name: str) -> Frozen:
    """The release of this name with its rows; InputError where there is none, RecordError where it is not as it was frozen."""
    found = next((r for r in releases(record) if r.name == name), None)
    if found is None:
        raise InputError(f"{record.path}: no release is called {name!r}; `onrecord release list` has them")
    rows = {
        row["kind"]: from_json(Rows, unpack(row["packed"]))
        for row in record.rows("SELECT kind, packed FROM release_part WHERE release = ? ORDER BY kind", (name,))
    }
    if hash_of(rows) != found.hash:
        raise RecordError(f"{record.path}: release {name!r} is not as it was frozen (its hash differs); take the record from a copy that was kept")
    return Frozen(found, rows)


def altered(record: Record) -> Iterator[str]:
    """Names of the releases whose rows are not those that were frozen."""
    for release in releases(record):
        try:
            frozen(record, release.name)
        except (RecordError, ValueError):
            yield release.name
