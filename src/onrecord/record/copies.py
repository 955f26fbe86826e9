"""Whole copies of a record's file, made while others read and write it: complete under their name, or not there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import InputError

OWNER_ONLY = 0o600
"""What every file that holds reports is made with: only its owner reads and writes it."""


def claim(path: Path) -> None:
    """A file that only its owner may read, empty if it was not there, so that what is put there never was open to others."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, OWNER_ONLY))
    except OSError as error:
        seen = f"{path}: cannot be made ({error.strerror})"
        raise InputError(f"{seen}; check that its folder exists and may be written, or give another path") from error


def copy_to(connection: sqlite3.Connection, target: Path, *, force: bool = False) -> None:
    """Copies an open record, as it is at this moment, to *target* as one file of mode 0600; InputError where something stands there and not *force*.

    It is written beside its place, checked, made sure to be on the disk and only then given its name: a copy that was interrupted never looks like one.
    """
    with beside(target, force=force) as part:
        fill(connection, part)


def write_private(target: Path, text: str, *, force: bool = False) -> None:
    """The same for a text."""
    with beside(target, force=force) as part:
        part.write_text(text, encoding="utf-8")
        sync(part)


@contextmanager
def beside(target: Path, *, force: bool) -> Iterator[Path]:
    """An empty file of mode 0600 beside *target*, which gets its name when all went well and is gone otherwise."""
    if target.is_dir() or (target.exists() and not force):
        what = "a folder" if target.is_dir() else "is there already"
        raise InputError(f"{target}: {what}; give another path" + ("" if target.is_dir() else ", or --force to replace it"))
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    claim(part)
    try:
        yield part
        put(part, target, force=force)
    finally:
        part.unlink(missing_ok=True)
        Path(f"{part}-journal").unlink(missing_ok=True)


def fill(connection: sqlite3.Connection, part: Path) -> None:
    """The copy itself, in one file without side files, and on the disk."""
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        seen = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        copy.close()
    if seen != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {seen}")
    sync(part)


def put(part: Path, target: Path, *, force: bool) -> None:
    """Gives a finished copy its name; without *force* what has come there meanwhile stays."""
    if force:
        part.replace(target)
    else:
        try:
            os.link(part, target)
        except FileExistsError as error:
            raise InputError(f"{target}: is there already; give another path, or --force to replace it") from error
        except OSError:
            # A file system without hard links, as FAT.
            part.rename(target)
    try:
        sync(target.absolute().parent)
    except OSError:
        # What is told as failed is not there, so that it can be done again; a file that was replaced is gone in any case.
        if not force:
            target.unlink(missing_ok=True)
        raise


def sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk; OSError with the path where the disk says that they are not."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        os.close(handle)


def free_name(path: Path) -> Path:
    """*path*, or the first of `path.2`, `path.3` … that is not there."""
    found, n = path, 1
    while found.exists():
        n += 1
        found = path.with_name(f"{path.name}.{n}")
    return found
