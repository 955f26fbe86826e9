"""Packs put into a record and out of it, and which readings were made with which."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotate import touching
from onrecord.errors import InputError
from onrecord.read.pack import PackResult, read_pack
from onrecord.record import Record, store
from onrecord.record.packs import packs, put_pack, remove_pack
from onrecord.types import KeptPack, Pack, Packs, Problem, Report

__all__ = ["PackResult", "Packed", "bytes_of", "drop_pack", "keep_pack", "of_program", "packs", "packs_of", "read_pack", "read_with", "tagged"]

MARK = " packs "
"""What stands in the version of a reading before the hash of the packs that it was made with."""
DIGITS = 10


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was given, and what became of it."""

    pack: Pack | None
    changed: bool
    problems: tuple[Problem, ...] = ()


def bytes_of(file: Path) -> bytes:
    """What stands in the file of a pack; InputError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); give the path of a pack") from error


def packs_of(record: Record) -> Packs:
    """The packs that a record keeps, by name."""
    found = (read_pack(kept.toml.encode(), kept.came_from).pack for kept in packs(record))
    return tuple(pack for pack in found if pack is not None)


def tagged(annotator: str, known: Packs, report: Report) -> str:
    """The version of a reading of *report*: that of the program, and a hash of the packs of which the report has anything."""
    mine = touching(known, report)
    return annotator + (MARK + hashlib.sha256(repr(mine).encode()).hexdigest()[:DIGITS] if mine else "")


def read_with(annotator: str) -> str:
    """The hash of the packs with which a reading of this version was made; empty where it was made with none."""
    return annotator.partition(MARK)[2]


def of_program(annotator: str) -> str:
    """The version of the program in the version of a reading, whatever packs it was made with."""
    return annotator.partition(MARK)[0]


def keep_pack(record: Record, data: bytes, came_from: str, *, when: str, who: str) -> Packed:
    """Puts a pack into *record*, its mistakes as problems with their lines; nothing is read or derived anew here.

    A file that is no pack changes nothing. A name that another pack gives to somebody else is used for neither, and is told.
    """
    found = read_pack(data, came_from)
    store.forget_problems(record, [came_from])
    problems = found.problems
    changed = False
    if found.pack is not None:
        name, toml = found.pack.name, data.decode("utf-8-sig")
        problems = (*problems, *clashes(found.pack, [p for p in packs_of(record) if p.name != name], came_from))
        changed = put_pack(record, KeptPack(name, hashlib.sha256(toml.encode()).hexdigest(), came_from, when, who, toml))
    store.put_problems(record, problems)
    return Packed(found.pack, changed, problems)


def clashes(pack: Pack, others: Sequence[Pack], came_from: str) -> tuple[Problem, ...]:
    """A problem for each name that *pack* and another give to two different things."""
    found = []
    for other in others:
        theirs = {name.casefold(): entry for entry in other.names for name in entry.names}
        for entry in pack.names:
            for name in entry.names:
                one = theirs.get(name.casefold())
                if one is not None and (one.name, one.kind, one.side) != (entry.name, entry.kind, entry.side):
                    seen = f"{name!r} is {entry.name} here and {one.name} in pack {other.name}"
                    found.append(Problem("pack", f"{seen}, or of another kind or side; it is used for neither: make the two say the same", where=came_from))
    return tuple(found)


def drop_pack(record: Record, name: str) -> KeptPack:
    """Takes a pack out of *record* with its problems; InputError where none has that name. Nothing is read or derived anew here."""
    gone = remove_pack(record, name)
    store.forget_problems(record, [gone.came_from])
    return gone
