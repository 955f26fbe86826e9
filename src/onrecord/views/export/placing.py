"""Where an export goes: made in a folder beside its place, and put there whole or not at all."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.record.connection import MEMORY
from onrecord.record.faults import fault
from onrecord.versions import version
from onrecord.views.export.book import NO_OPTIONS, Book, ExportOptions, book_of
from onrecord.views.export.formats import Format, format_named
from onrecord.views.writing.manners import PLAIN

STDOUT = "-"
MARK = "export.json"
"""The file by which a folder is known as one that an export made, and which may therefore be replaced with `--force`."""


def export(record: Record, format: str, path: str | Path, options: ExportOptions = NO_OPTIONS) -> tuple[Path, ...]:
    """Writes *record* as *format* at *path* ("-" is standard output) and gives the paths written; InputError for what cannot be done."""
    return export_book(book_of(record, options), record.path, Place(format, path, force=options.force))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an export goes, in which format, and whether it may replace what is there."""

    format: str
    path: str | Path
    force: bool = False


def export_book(book: Book, source: str, place: Place) -> tuple[Path, ...]:
    """The same of a book; *source* is the path of the record that it was made of, which is never replaced."""
    form, target = format_named(place.format), Path(place.path)
    if book.manner is not PLAIN and not form.written:
        raise InputError(f"{form.name}: a form for programs, in which days and numbers are not written by {book.manner.name}; leave the locale out")
    if str(place.path) == STDOUT:
        if form.shape == "folder":
            raise InputError(f"{form.name}: several files, which do not go to standard output; name a folder")
        with made(form, book, Path(tempfile.gettempdir()), "export") as scratch:
            sys.stdout.flush()
            sys.stdout.buffer.write((scratch / "export").read_bytes())
        return ()
    refuse(source, form, target, force=place.force)
    with made(form, book, target.absolute().parent, target.name) as scratch:
        for each in scratch.iterdir():
            refuse(source, form, target.with_name(each.name), force=place.force)
        return tuple(put(each, target.with_name(each.name)) for each in sorted(scratch.iterdir()))


def refuse(source: str, form: Format, target: Path, *, force: bool) -> None:
    """InputError where *target* may not be written to."""
    if source != MEMORY and target.exists() and target.samefile(source):
        raise InputError(f"{target}: the record itself, which an export never replaces; give another path")
    if not target.absolute().parent.is_dir():
        raise InputError(f"{target}: cannot be written, as {target.parent} is no folder; make it, or give another path")
    if target.is_dir() and not any(target.iterdir()) and form.shape == "folder":
        return
    if target.exists() and not force:
        raise InputError(f"{target}: is there already; give another path, or --force to replace it")
    if target.is_dir() and not (target / MARK).is_file():
        raise InputError(f"{target}: a folder that no export made, which is never replaced; give another path")


@contextmanager
def made(form: Format, book: Book, home: Path, name: str) -> Iterator[Path]:
    """A folder in *home* that holds the export under *name*; it is gone afterwards, with what was not taken out of it."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{name}.", suffix=".part", dir=home, ignore_cleanup_errors=True) as made_in:
            scratch = Path(made_in)
            form.writer()(book, scratch / name)
            if form.shape == "folder":
                (scratch / name / MARK).write_text(mark(form, book), encoding="utf-8")
            yield scratch
    except OSError as error:
        raise InputError(f"{home / name}: cannot be written ({error.strerror or error}); give another path") from error
    except sqlite3.Error as error:
        raise fault(error, str(home / name)) from error


def mark(form: Format, book: Book) -> str:
    """What the mark of a folder tells: who wrote it, in which format, and what was left out."""
    snapshot = book.snapshot
    told = {
        "onrecord": version(), "format": form.name, "as_of": snapshot.as_of.isoformat() if snapshot.as_of else None, "left_out": list(snapshot.left_out),
        "quotes_only": book.excerpt, "names_removed": len(book.removed), "codebook": book.codebook.title if book.codebook else None,
        "reports": len(snapshot.reports), "statements": len(snapshot.statements),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def put(made: Path, target: Path) -> Path:
    """Moves what was made to its place; what stood there goes into the folder that is about to be cleared away."""
    if target.is_dir():
        target.rename(made.with_name(f"{made.name}.old"))
    made.replace(target)
    return target
