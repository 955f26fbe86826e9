"""Large files cut where one report ends, so that several machines may read one file: lines, records of a WARC, rows of Parquet."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import ReportError
from onrecord.read.decode import LOOKED_AT
from onrecord.read.form import Source, extra, opened
from onrecord.read.forms import FORMS, Run, form_of, read_form, read_stream
from onrecord.read.guard import Guard
from onrecord.read.names import Namer
from onrecord.read.parquet import count_rows, rows_of
from onrecord.read.result import ReadOptions, ReadResult
from onrecord.types import Problem

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file that can be read without the rest, or a whole file (*form* is None)."""

    path: str
    sha256: str
    """Hex, of the bytes of the stretch; of a Parquet file those of the whole file, whose rows share pages."""
    size: int
    """Bytes."""
    form: str | None = None
    start: int = 0
    end: int = 0
    """Half-open bytes of the file; rows where the form is parquet."""
    before: int = 0
    """Lines, records or rows of the file that stand before it, by which its reports are numbered."""
    reports: int = 1
    """How many reports it may hold, for sharing out; 1 for a whole file, which may hold several."""


def cut(path: Path, most: int) -> tuple[Piece, ...]:
    """The pieces of one file, of at most *most* reports each where it is of a form that can be cut; raises OSError where it cannot be read.

    An archive that is packed as one stream, or is broken, stays whole: its reader says what is wrong with it.
    """
    with path.open("rb") as stream:
        head = stream.read(LOOKED_AT)
    form = form_of(head, path.name)
    cutter = CUTTERS.get(form.name) if form is not None else None
    found = cutter(path, most) if cutter is not None else ()
    if found and form is not None:
        return tuple(replace(piece, form=form.name) for piece in found)
    return (piece_of(path, 0, path.stat().st_size, 0, 1),)


def piece_of(path: Path, start: int, end: int, before: int, reports: int) -> Piece:
    """The piece of a stretch of bytes, with their hash."""
    digest, left = hashlib.sha256(), end - start
    with path.open("rb") as stream:
        stream.seek(start)
        while left and (data := stream.read(min(left, BLOCK))):
            digest.update(data)
            left -= len(data)
    return Piece(str(path), digest.hexdigest(), end - start, start=start, end=end, before=before, reports=reports)


def cut_lines(path: Path, most: int) -> Iterator[Piece]:
    """Pieces of so many lines."""
    with path.open("rb") as stream:
        yield from between(path, ((stream.tell(), True) for line in iter(lambda: stream.readline(BLOCK), b"") if line.endswith(b"\n")), most)


def cut_records(path: Path, most: int) -> Iterator[Piece]:
    """Pieces of so many answers of a WARC, with the records beside them; none where it is packed as one stream or breaks off."""
    failed = extra("warcio.exceptions", "a WARC").ArchiveLoadFailed
    with path.open("rb") as stream:
        try:
            ends = list(record_ends(stream))
        except (failed, ValueError, KeyError, AttributeError, EOFError):
            return
    yield from between(path, ends, most)


def record_ends(stream: io.BufferedReader) -> Iterator[tuple[int, bool]]:
    """Where each record of a WARC ends, which is where the next begins, and whether it is an answer; not that of the last."""
    archive = extra("warcio.archiveiterator", "a WARC").ArchiveIterator(stream)
    answer: bool | None = None
    for record in archive:
        if answer is not None:
            yield archive.get_record_offset(), answer
        answer = record.rec_type == "response"


def between(path: Path, ends: Iterable[tuple[int, bool]], most: int) -> Iterator[Piece]:
    """Pieces from one end of a line or record to another, so that each holds at most *most* that count; what stands behind the last end counts as one."""
    start, before, number, held, last = 0, 0, 0, 0, 0
    for number, (end, counts) in enumerate(ends, 1):
        held, last = held + counts, end
        if held == most:
            yield piece_of(path, start, end, before, held)
            start, before, held = end, number, 0
    size = path.stat().st_size
    if size > last or held:
        yield piece_of(path, start, size, before, held + (size > last))


def cut_rows(path: Path, most: int) -> Iterator[Piece]:
    """Pieces of so many rows; none where the file is no whole Parquet file."""
    try:
        rows = count_rows(path)
    except ReportError:
        return
    whole = piece_of(path, 0, path.stat().st_size, 0, 1)
    for start in range(0, rows, most):
        end = min(start + most, rows)
        yield replace(whole, start=start, end=end, before=start, reports=end - start, size=max(1, whole.size * (end - start) // rows))


CUTTERS: dict[str, Callable[[Path, int], Iterator[Piece]]] = {"jsonl": cut_lines, "warc": cut_records, "parquet": cut_rows}


class Window(io.RawIOBase):
    """The bytes of a stretch of a stream."""

    def __init__(self, stream: io.BufferedReader, start: int, end: int) -> None:
        stream.seek(start)
        self._stream, self._left = stream, end - start

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes of the stretch."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(min(len(view), self._left))
        view[: len(data)] = data
        self._left -= len(data)
        return len(data)


def read_pieces(pieces: Iterable[Piece], options: ReadOptions) -> Iterator[ReadResult]:
    """The reports of *pieces* as the whole files would give them, but for their names, which are numbered by whoever puts the pieces together."""
    with Guard() as guard:
        run = Run(Namer(numbered=False), guard)
        for piece in pieces:
            try:
                stream = Path(piece.path).open("rb")  # noqa: SIM115
            except OSError as error:
                message = f"{piece.path}: {error.strerror}; every worker must see the file at this path"
                yield ReadResult(piece.path, problems=(Problem("unreadable", message, where=piece.path, lost=True),))
                continue
            with stream:
                yield from read_piece(piece, stream, options, run)


def read_piece(piece: Piece, stream: io.BufferedReader, options: ReadOptions, run: Run) -> Iterator[ReadResult]:
    """The reports of one piece."""
    if piece.form is None:
        yield from read_stream(stream, piece.path, options, run)
        return
    form = next(f for f in FORMS if f.name == piece.form)
    if form.name == "parquet":
        rows = replace(form, guarded=None, read=lambda source: rows_of(Path(piece.path), source, range(piece.start, piece.end)))
        yield from read_form(rows, Source(piece.path, b"", stream, options), run, 0)
        return
    window = io.BufferedReader(Window(stream, piece.start, piece.end))
    yield from read_form(form, replace(opened(window, piece.path, options), before=piece.before), run, 0)
