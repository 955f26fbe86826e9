"""The packs of a record: what a person told it beforehand of a negotiation, with hash and name of who did."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.record.connection import Record
from onrecord.types import KeptPack


def packs(record: Record) -> tuple[KeptPack, ...]:
    """All packs, by name."""
    rows = record.rows("SELECT name, hash, came_from, added_at, added_by, toml FROM pack ORDER BY name")
    return tuple(KeptPack(*row) for row in rows)


def put_pack(record: Record, pack: KeptPack) -> bool:
    """Keeps a pack in the place of an older one of its name; whether anything changed: one with the same hash stays as it is."""
    with record.writing() as sql:
        had = sql.execute("SELECT hash FROM pack WHERE name = ?", (pack.name,)).fetchone()
        if had is not None and had[0] == pack.hash:
            return False
        row = (pack.name, pack.hash, pack.toml, pack.came_from, pack.added_at, pack.added_by)
        sql.execute("INSERT OR REPLACE INTO pack (name, hash, toml, came_from, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?)", row)
    return True


def remove_pack(record: Record, name: str) -> KeptPack:
    """Takes a pack out of the record and gives it; InputError where none has that name."""
    found = next((p for p in packs(record) if p.name == name), None)
    if found is None:
        names = ", ".join(p.name for p in packs(record)) or "the record has none"
        raise InputError(f"{record.path}: no pack is called {name!r}; there are: {names}")
    with record.writing() as sql:
        sql.execute("DELETE FROM pack WHERE name = ?", (name,))
    return found
