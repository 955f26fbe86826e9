"""The record's file as the pages' book: read afresh when it changed, written one adding at a time."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord import pasting, pipeline
from onrecord.adding import AddResult
from onrecord.pasting import Parser
from onrecord.pipeline import AddOptions
from onrecord.record import Record, open_record, queries
from onrecord.types import Snapshot
from onrecord.views.web.book import Hit, Outcome

KEPT = 8
"""How many days' snapshots are kept until the record changes."""


class RecordBook:
    """One record for many readers: snapshots are shared between threads and never changed."""

    def __init__(self, path: Path, parser: Parser, options: Callable[[str | None, str | None], AddOptions]) -> None:
        self._path = path
        self._parser = parser
        self._options = options
        """(outlet, published) → options with the time of adding."""
        self._lock = threading.Lock()
        self._kept: dict[tuple[str | None, dt.date | None], Snapshot] = {}
        with open_record(path, write=True) as record:
            if not pipeline.is_current(record):
                pipeline.derive(record)

    def snapshot(self, as_of: dt.date | None = None) -> Snapshot:
        """The record as it could be known on *as_of*; kept until the record changes."""
        with self._lock, open_record(self._path) as record:
            key = (queries.meta(record, "derived_of"), as_of)
            if key not in self._kept:
                if len(self._kept) >= KEPT or any(k[0] != key[0] for k in self._kept):
                    self._kept.clear()
                self._kept[key] = seen_on(record, as_of)
            return self._kept[key]

    def search(self, words: str) -> tuple[Hit, ...]:
        """The places that hold *words*, the best first."""
        with open_record(self._path) as record:
            return tuple(Hit(h.report, h.name, h.span, h.words, h.outlet, h.statement) for h in queries.search(record, words))

    def add_text(self, text: str, *, outlet: str | None, published: str | None) -> Outcome:
        """Reads one pasted text into the record."""
        return self._add(lambda record: pasting.add_pasted(text, record, self._parser, self._options(outlet, published)))

    def add_files(self, files: Sequence[tuple[str, bytes]], *, outlet: str | None) -> Outcome:
        """Reads uploaded files (name, bytes) into the record."""
        return self._add(lambda record: pasting.add_uploads(files, record, self._parser, self._options(outlet, None)))

    def add_sample(self) -> Outcome:
        """Reads the sample that comes with the program."""
        return self._add(lambda record: pasting.add_sample(record, self._parser, self._options(None, None)))

    def _add(self, work: Callable[[Record], AddResult]) -> Outcome:
        with self._lock, open_record(self._path, write=True) as record:
            result = work(record)
        told = tuple(p.message for p in result.problems if p.report is None or p.lost)
        return Outcome(len(result.new) + len(result.reread), len(result.known), len(result.unreadable), told)


def seen_on(record: Record, as_of: dt.date | None) -> Snapshot:
    """The snapshot of *record*, replayed when a day is given."""
    if as_of is None:
        return queries.snapshot(record)
    with pipeline.known_on(record, as_of) as past:
        return queries.snapshot(past)
