"""What is to be read, in partitions that are the same on every run; and which of them are done, so that a run goes on where the last one ended."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from onrecord.errors import InputError
from onrecord.read import ReadOptions
from onrecord.read.pieces import Piece
from onrecord.types import Problem

PLAN, DONE = "plan.json", "done.jsonl"
FORM = 1
"""Of the folder; a later program that writes it otherwise counts up."""
LARGEST = 20_000_000
"""Bytes of a partition: a folder of large pages makes partitions of fewer reports."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Pieces that one worker reads into one file; *key* is a hash of their bytes, places and of all that reading depends on."""

    key: str
    pieces: tuple[Piece, ...]

    @property
    def file(self) -> str:
        """The name of its file in the folder."""
        return f"part-{self.key}.parquet"

    @property
    def place(self) -> str:
        """Where its reports come from, for a person."""
        first = self.pieces[0]
        more = f" and {len(self.pieces) - 1} more" if len(self.pieces) > 1 else ""
        return f"{first.path}{f' from {first.before + 1}' if first.form else ''}{more}"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a folder of readings holds when it is whole, in the order of the inputs."""

    inputs: tuple[str, ...]
    model: str
    annotator: str
    extractor: str
    options: ReadOptions
    partitions: tuple[Partition, ...]
    problems: tuple[Problem, ...] = ()
    """Inputs that are no files."""
    form: int = FORM


@dataclass(frozen=True, slots=True)
class Done:
    """One partition that is read: its file's hash, what stands in it, and what it took."""

    key: str
    sha256: str
    size: int
    reports: int
    lost: int
    """Problems by which input was lost."""
    seconds: float
    """By the clock."""
    cpu: float
    """Seconds of processor time of the worker and its reading process."""
    peak: int
    """Bytes that the reading process had at most."""
    host: str = ""


def partitions_of(pieces: Iterable[Piece], most: int, made_by: object) -> tuple[Partition, ...]:
    """Pieces in their order in partitions of at most *most* reports; *made_by* goes into the key: versions and options of reading."""
    groups: list[list[Piece]] = []
    held = size = 0
    for piece in pieces:
        if not groups or held + piece.reports > most or size + piece.size > LARGEST:
            groups.append([])
            held = size = 0
        groups[-1].append(piece)
        held, size = held + piece.reports, size + piece.size
    return tuple(Partition(key_of(group, made_by), tuple(group)) for group in groups)


def key_of(pieces: Sequence[Piece], made_by: object) -> str:
    """24 hex digits that change with anything that may change what is read."""
    return hashlib.sha256(msgspec.json.encode((tuple(pieces), made_by), order="sorted")).hexdigest()[:24]


def write_plan(folder: Path, plan: Plan) -> None:
    """Puts the plan in the place of an older one, whole or not at all."""
    replace_file(folder / PLAN, msgspec.json.format(msgspec.json.encode(plan), indent=1))


def read_plan(folder: Path) -> Plan:
    """The plan of a folder; InputError where there is none that this program can read."""
    try:
        return msgspec.json.decode((folder / PLAN).read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{folder}: no folder of readings ({error}); give the folder that `onrecord read --engine … --out` wrote") from error


def is_readings(path: str) -> bool:
    """Whether a path is a folder that `onrecord read --engine` wrote."""
    return (Path(path) / PLAN).is_file() and (Path(path) / DONE).is_file()


def note_done(folder: Path, done: Done) -> None:
    """Adds a line for a partition, which is then on the disk."""
    with private(folder / DONE, os.O_APPEND) as file:
        file.write(msgspec.json.encode(done) + b"\n")
        file.flush()
        os.fsync(file.fileno())


def finished(folder: Path, *, verify: bool = True) -> dict[str, Done]:
    """The partitions that are done, by key: those whose file is there with the hash that was noted. A line that was cut off counts for nothing."""
    found: dict[str, Done] = {}
    try:
        lines = (folder / DONE).read_bytes().split(b"\n")
    except FileNotFoundError:
        return {}
    for line in lines:
        try:
            done = msgspec.json.decode(line, type=Done)
        except msgspec.DecodeError:
            continue
        if not verify or sha256_of(folder / f"part-{done.key}.parquet") == done.sha256:
            found[done.key] = done
    return found


def sha256_of(path: Path) -> str | None:
    """The hash of a file's bytes; None where there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file beside its place, then puts it there at once; only its owner may read it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with private(beside, os.O_TRUNC) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def private(path: Path, flags: int) -> IO[bytes]:
    """A file to be written, made where it is not there, that only its owner may read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o600), "wb" if flags & os.O_TRUNC else "ab")
