"""`onrecord.open`: a record to add to, to ask, to judge in and to export."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import Any, Self, Unpack, get_args

from onrecord.adding import AddOptions, AddResult
from onrecord.api.asked import Adding, day_of, known, one_of
from onrecord.api.worked import Worked
from onrecord.config import Config, load_config
from onrecord.desk.deciding import Action, Decision, decide
from onrecord.desk.pasting import add_pasted, add_sample
from onrecord.desk.telling import brought_up
from onrecord.errors import InputError
from onrecord.packing import Packed, bytes_of, drop_pack, keep_pack
from onrecord.parse import Parser
from onrecord.pipeline import ReadOptions, add, add_results, known_on, parser_for, settle
from onrecord.read import ReadResult
from onrecord.record import Record, open_record, queries, store
from onrecord.record.connection import EXCERPT
from onrecord.types import Judgement, KeptPack, Report
from onrecord.views.cli.inputs import fetcher, read_options
from onrecord.views.cli.opening import excerpt_of, now, open_view
from onrecord.views.export.book import ExportOptions, book_of
from onrecord.views.export.codebook import load_codebook
from onrecord.views.export.placing import Place, export_book

COLLECTOR = "onrecord.open"


def open(path: str | PathLike[str] | None = "record.db", *, config: str | PathLike[str] | None = None) -> OpenRecord:
    """The record at *path*, or one in memory for None; *config* is a TOML file of settings.

    A file that is no record is a RecordError now; one that is not there yet is made by the first `add`.

    >>> with onrecord.open("record.db") as record:
    ...     record.figures("held", report="05-interior")[0].quote
    '55 of the 58 persons'
    """
    place = None if path is None else Path(fspath(path))
    if place is not None and place.exists():
        open_record(place).close()
    return OpenRecord(place, load_config(None if config is None else Path(fspath(config))))


class OpenRecord(Worked):
    """A record that is open: `add` reads reports into it, the lists are its views, `judge` decides, `export` writes;
    releases, days compared, notes, audits and codings have methods of their own.

    Every list takes `as_of=`, `negotiation=` and what else narrows it (`party`, `since`, `until`, `outlet`, `by`, `report`), and opens the file afresh, so
    that what another process added is seen. What is derived anew on the way is told on standard error.
    """

    def __init__(self, path: Path | None, settings: Config) -> None:
        self.path = path
        self._settings = settings
        self._memory = open_record(None) if path is None else None
        self._parser: Parser | None = None
        self._past: dict[tuple[str | None, dt.date], Record] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<onrecord {self.path or 'in memory'}>"

    def close(self) -> None:
        """Lets go of what is kept in memory; a record in memory is gone."""
        for past in self._past.values():
            past.close()
        self._past.clear()
        if self._memory is not None:
            self._memory.close()

    @contextmanager
    def _read(self, as_of: dt.date | str | None) -> Iterator[Record]:
        """The record, derived by this program, as it could be known on a day; that of one day is kept until the record changes."""
        day = day_of(as_of, "as_of", end=True)
        base = self._memory or open_view(self.path or Path())
        try:
            if day is None:
                yield base
                return
            if queries.meta(base, EXCERPT) is not None:
                excerpt_of(base, day)
            key = queries.meta(base, "derived_of"), day
            if key not in self._past:
                self._past[key] = known_on(base, day)
            yield self._past[key]
        finally:
            if base is not self._memory:
                base.close()

    @contextmanager
    def _write(self) -> Iterator[Record]:
        """The record for writing."""
        if self._memory is not None:
            yield self._memory
            return
        with open_record(self.path, write=True) as record:
            yield record

    def _reader(self) -> Parser:
        """The parser, made once."""
        if self._parser is None:
            self._parser = parser_for(self._settings)
        return self._parser

    def _options(self, given: Mapping[str, Any]) -> AddOptions:
        """How an adding is done, from its keywords."""
        known(given, tuple(Adding.__annotations__), "add()")
        columns = given.get("columns")
        mapped = ",".join(f"{field}={column}" for field, column in columns.items()) if columns else None
        reading = read_options(self._settings, published=given.get("published"), outlet=given.get("outlet"), mapped=mapped)
        trackers = tuple(map(str, given.get("trackers", ())))
        reading = ReadOptions(**{**{n: getattr(reading, n) for n in reading.__slots__}, "trackers": trackers})
        return AddOptions(now(), COLLECTOR, reading, fetcher(self._settings, bool(given.get("fetch"))))

    def add(self, what: str | PathLike[str] | Report | Iterable[str | PathLike[str] | Report], **options: Unpack[Adding]) -> AddResult:
        """Reads files, folders, archives, patterns or `Report` values into the record and gives what became of each, with coverage and problems.

        What the record has is left alone. Nothing is raised for a report that cannot be read: it is in `problems`, with what to do about it.
        """
        given = [what] if isinstance(what, str | PathLike | Report) else list(what)
        reports = [w for w in given if isinstance(w, Report)]
        paths = [fspath(w) for w in given if not isinstance(w, Report)]
        made = self._options(options)
        if not given and not made.reading.trackers:
            raise InputError("add(): nothing to add; give paths, Reports, or trackers=[…]")
        if reports and (paths or made.reading.trackers):
            raise InputError("add(): paths and Reports at once; add the one, then the other, as each gives its own coverage")
        with self._write() as record:
            if reports:
                return add_results([ReadResult(r.name, r.text.encode("utf-8", "surrogatepass"), r) for r in reports], record, self._reader(), made)
            return add(paths, record, self._reader(), made)

    def add_text(self, text: str, **options: Unpack[Adding]) -> AddResult:
        """Reads one text, as pasted, into the record."""
        with self._write() as record:
            return add_pasted(text, record, self._reader(), self._options(options))

    def add_sample(self) -> AddResult:
        """Reads the eighteen invented reports that come with the program into the record."""
        with self._write() as record:
            return add_sample(record, self._reader(), self._options({}))

    def remove(self, *reports: str) -> None:
        """Takes reports, by name or the beginning of the id, out of the record with all that rests on them alone."""
        with self._write() as record:
            for identity in [queries.find_report(record, name) for name in reports]:
                store.remove_report(record, identity)
            settle(record)

    def add_pack(self, path: str | PathLike[str], *, who: str | None = None) -> Packed:
        """Keeps a pack (who negotiates and mediates, how they are called) and reads again the reports that have a word of it; one of its name is replaced.

        Mistakes in the file are in `problems` with their lines; a file that is no pack changes nothing, and `pack` is None.

        >>> packed = record.add_pack("packs/orlo.toml", who="jr")
        >>> packed.pack.name, [p.name for p in record.packs()], record.remove_pack(packed.pack.name).added_by
        ('Orlo dam', ['Orlo dam'], 'jr')
        """
        place = Path(fspath(path))
        with self._write() as record:
            kept = keep_pack(record, bytes_of(place), str(place), when=now(), who=who or getpass.getuser())
            brought_up(record, self._reader())
            return kept

    def remove_pack(self, name: str) -> KeptPack:
        """Takes a pack out of the record and reads again what was read with it; InputError where none has that name."""
        with self._write() as record:
            gone = drop_pack(record, name)
            brought_up(record, self._reader())
            return gone

    def export(self, format: str, path: str | PathLike[str], *, as_of: dt.date | str | None = None, **options: Any) -> tuple[Path, ...]:
        """Writes the record in a format of `onrecord export` and gives the paths; *options* are `negotiation`, `force`, `quotes_only`, `redact`, `codebook`.

        Several-table formats write a folder; nothing that is there is replaced without `force=True`.

        >>> [p.name for p in record.export("jsonl", "tables", as_of="2025-04-12")]
        ['tables']
        """
        known(options, tuple(ExportOptions.__slots__), "export()")
        codebook, redact = options.pop("codebook", None), options.pop("redact", ())
        names = (redact,) if isinstance(redact, str) else tuple(redact)
        made = ExportOptions(**options, redact=names, codebook=load_codebook(str(codebook)) if codebook is not None else None)
        with self._read(as_of) as record:
            return export_book(book_of(record, made), record.path, Place(format, fspath(path), made.force))

    def judge(
        self, action: Action, target: str, value: Mapping[str, object] | Sequence[str] | None = None, *, why: str = "", who: str | None = None,
    ) -> Judgement:
        """Notes a person's decision on what has an id that begins with *target*, and derives the record with it; `judge("undo", id)` takes one back.

        *action* is `accept`, `reject`, `edit` (*value* is a dict of fields), `merge` or `split` (a list of ids or names) or `undo`.

        >>> row = record.figures("held", report="05-interior")[0]
        >>> made = record.judge("reject", row.id, why="a count of the ship, not of the talks", who="jr")
        >>> len(record.figures("held", report="05-interior")), record.judge("undo", made.id, who="jr").action
        (0, 'undo')
        """
        one_of(action, get_args(Action), "action")
        if (action in ("edit", "merge", "split")) != (value is not None):
            wanted = "no value" if value is not None else "a value: a dict of fields to edit, or ids or names to merge or split"
            raise InputError(f"judge(): {action} takes {wanted}")
        given = None if value is None else json.dumps(dict(value) if isinstance(value, Mapping) else list(value))
        with self._write() as record:
            decision = Decision(action=action, target=target, who=who or getpass.getuser(), why=why, value=given)
            return decide(record, decision, when=dt.datetime.fromisoformat(now()))
