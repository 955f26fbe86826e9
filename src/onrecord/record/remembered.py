"""Results of pure work kept in the record, so that adding a report does not do again what was done for the others.

What was done with a reading is dropped by a trigger when the reading changes; what was done with inputs is found by a hash of them and
dropped when a whole reconciling did not ask for it; everything is dropped when the program is another (DESIGN.md: replaceable at any time).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import msgspec

from onrecord.record.connection import Record
from onrecord.record.marks import Marks
from onrecord.record.stated import InRecord, is_exact, statement_marks
from onrecord.record.wrapped import Wrapped
from onrecord.types import Asked, Both, Means, NamedWork, PairWork, Reading, Share, ShareWork, Stated, Viewed

T = TypeVar("T")
BY = "remembered_by"
"""The key in `meta` of the program whose results are kept."""
MARKS = "what is seen of a report"
"""The work that keeps the mark of each report, and the names that were asked for in it."""
ALONE = "~"
"""Begins the names of works on one report that look at more than its reading: they hold as long as its mark does."""
READ = "SELECT report, value FROM remembered_reading WHERE work = ?"
INPUTS = "SELECT inputs, value FROM remembered_inputs WHERE work = ?"
ROWS = "derived_rows"
"""The key in `meta` that says that every derived row is there; when a report goes, rows go with it, and those that remain are compared one by one."""
FEW = 50
"""Reports up to which what is kept of them is looked up one by one."""
ENCODER = msgspec.msgpack.Encoder(order="deterministic")
"""Sets in one order, so that one value is one hash and one row."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What is kept of work on several reports."""

    given: bytes
    """A hash of the reports and the inputs."""
    names: tuple[Asked, ...]
    """The names that were looked up, but those that are in the marks of the reports."""
    meant: bytes
    """A hash of whom they meant."""
    asked: tuple[tuple[str, str], ...]
    """The work on inputs that was asked for meanwhile, by work and hash."""
    value: bytes


SHARES = msgspec.msgpack.Decoder(Shared)


def noted(asked: dict[str, str | None], means: Callable[[str], str | None], name: str) -> str | None:
    """What *means* gives for a name, put down in *asked*."""
    asked[name] = means(name)
    return asked[name]


class Remembered:
    """What a record remembers of the work of the program *by*; new results are written by `keep`, with what was derived of them."""

    def __init__(self, record: Record, by: str, *, whole: bool = True) -> None:
        """Without *whole* every value is derived, also those that the record has as they are."""
        self.record, self.by = record, by
        kept = record.one("SELECT value FROM meta WHERE key = ?", (BY,))
        self.stale = kept is None or kept[0] != by
        self.whole = whole and record.one("SELECT 1 FROM meta WHERE key = ?", (ROWS,)) is not None
        """Whether all rows are there that were derived."""
        self.readings: dict[tuple[str, str], bytes] = {}
        """New results, by work and report."""
        self.inputs: dict[tuple[str, str], bytes] = {}
        """New results, by work and hash of the inputs."""
        self.shares: dict[tuple[str, str], Shared] = {}
        """New results of work on several reports, by work and key; they hold as long as the marks do that are kept with them."""
        self.left_out: Mapping[str, Sequence[str]] = {}
        """By field of Derived the ids of the values that were not derived again, as shares of the record are as they were."""
        self.standing: Mapping[str, str] = {}
        """The reports whose statements were not made again, as they stand in the record already, with a hash of them."""
        self.marks: Marks | None = None
        self.known: dict[str, dict[str, bytes]] = {}
        self.asked: set[tuple[str, str]] = set()

    def of_readings(self, name: str, kind: type[T], readings: Sequence[Reading], work: Callable[[Reading], T]) -> Sequence[T]:
        """The result of *work* for each reading, in their order; known ones are read back as *kind* when they are looked at."""
        known = self.rows(READ, name) if len(readings) > FEW else self.some(name, [r.report.id for r in readings])
        packed, fresh = list[bytes](), dict[int, T]()
        for place, reading in enumerate(readings):
            report = reading.report.id
            if report not in known:
                fresh[place] = work(reading)
                known[report] = self.readings[name, report] = ENCODER.encode(fresh[place])
            packed.append(known[report])
        return Wrapped(packed, msgspec.msgpack.Decoder(kind), fresh)

    def of_named(self, name: str, kind: type[T], readings: Sequence[Reading], means: Means, work: NamedWork[T]) -> list[T]:
        """The result of *work* for each reading; a known one is read back as *kind* where the names that it asked for mean what they meant."""
        known = self.rows(READ, name)
        decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(tuple[dict[str, str | None], kind])  # type: ignore[valid-type]
        out: list[T] = []
        for reading in readings:
            report, asked = reading.report.id, dict[str, str | None]()
            if report in known:
                meant, value = decoder.decode(known[report])
                if all(means(report, one) == told for one, told in meant.items()):
                    out.append(value)
                    continue
            out.append(work(reading, partial(noted, asked, partial(means, report))))
            self.readings[name, report] = ENCODER.encode((asked, out[-1]))
        return out

    def of_reports(self, name: str, kind: type[T], viewed: Viewed, reports: Sequence[str], work: Callable[[str], T]) -> list[T]:
        """The result of *work* for each of *reports*; known ones are read back as *kind* where the report has the mark that it had."""
        marks = self.marks_of(viewed)
        known = self.some(ALONE + name, reports) if len(reports) < len(viewed.reports) else self.rows(READ, ALONE + name)
        decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind)
        out: list[T] = []
        last = b""
        for report in reports:
            packed = known.pop(report, None) if report in marks.same else None
            if packed is None:
                out.append(marks.working(report, work))
                last = self.readings[ALONE + name, report] = ENCODER.encode(out[-1])
            else:
                out.append(out[-1] if packed == last else decoder.decode(packed))  # mostly nothing was found, again and again
                last = packed
        return out

    def of_share(self, name: str, kind: type[T], viewed: Viewed | None, share: Share, work: ShareWork[T]) -> T:
        """The result of *work* on the reports of a share; a known one is read back as *kind* where they are the same, each with the mark that it had."""
        if viewed is None:
            return work()[0]
        given = hashlib.blake2b(ENCODER.encode((share.reports, share.inputs)), digest_size=16).digest()
        packed = self.kept(name).get(share.key) if self.whole and self.marks_of(viewed).same.issuperset(share.reports) else None
        self.asked.add((name, share.key))
        if packed is not None:
            known = SHARES.decode(packed)
            if known.given == given and viewed.meant(known.names) == known.meant:
                self.asked.update(known.asked)
                return msgspec.msgpack.decode(known.value, type=kind)
        before, self.asked = self.asked, set()
        made, names = work()
        own, self.asked = self.asked, self.asked | before
        self.shares[name, share.key] = Shared(given, tuple(names), b"", tuple(sorted(own)), ENCODER.encode(made))
        return made

    def ended(self, marks: Marks) -> None:
        """Tells the work on several reports which of the names that it looked up are in no mark, and whom they mean."""
        for place, shared in self.shares.items():
            names = marks.beside(shared.names)
            self.inputs[place] = ENCODER.encode(replace(shared, names=names, meant=marks.viewed.meant(names)))
        self.shares.clear()

    def marks_of(self, viewed: Viewed) -> Marks:
        """Which reports look as they did; found out once."""
        if self.marks is None:
            self.marks = Marks(viewed, self.rows(READ, MARKS))
        return self.marks

    def kept(self, name: str) -> dict[str, bytes]:
        """What is kept of one kind of work, by inputs; looked up once."""
        if name not in self.known:
            self.known[name] = self.rows(INPUTS, name)
        return self.known[name]

    def some(self, work: str, reports: Sequence[str]) -> dict[str, bytes]:
        """What is kept of one kind of work on some reports."""
        if self.stale:
            return {}
        sql = "SELECT report, value FROM remembered_reading WHERE work = ? AND report IN (SELECT value FROM json_each(?))"
        return self.record.pairs(sql, (work, msgspec.json.encode(reports).decode()))

    def of_inputs(self, name: str, kind: type[T], inputs: object, work: Callable[[], T]) -> T:
        """The result of *work*, all of whose inputs are in *inputs*."""
        key = hashlib.blake2b(ENCODER.encode(inputs), digest_size=16).hexdigest()
        self.asked.add((name, key))
        packed = self.inputs.get((name, key)) or self.of_key(name, key)
        if packed is not None:
            return msgspec.msgpack.decode(packed, type=kind)
        value = work()
        self.inputs[name, key] = ENCODER.encode(value)
        return value

    def of_key(self, name: str, key: str) -> bytes | None:
        """What is kept of work on inputs with this hash."""
        row = None if self.stale else self.record.one("SELECT value FROM remembered_inputs WHERE work = ? AND inputs = ?", (name, key))
        return row[0] if row is not None else None

    def stated(self, viewed: Viewed) -> Stated | None:
        """The statements of the reports that look as they did and whose rows tell all of them."""
        same = self.marks_of(viewed).same
        return InRecord(self.record, frozenset(report for report, mark in statement_marks(self.record).items() if report in same and is_exact(mark)))

    def home(self, statement: str) -> str | None:
        """The report in which the statement with this id was when the record was reconciled last."""
        row = self.record.one("SELECT report FROM statement WHERE id = ?", (statement,))
        return str(row[0]) if row is not None else None

    def of_pairs(self, name: str, kind: type[T], keys: Mapping[str, str], work: PairWork[T]) -> dict[Both, T]:
        """What any two of the things with these *keys* have in common; only pairs of which one has another key than before are looked for.

        A row a thing: its key, its sketch, and what it has in common with those of greater ids.
        """
        decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(tuple[str, bytes, tuple[tuple[str, kind], ...]])  # type: ignore[valid-type]
        rows = self.rows(INPUTS, name)
        known = {one: decoder.decode(rows[one]) for one in keys if one in rows}
        fresh = frozenset(one for one, key in keys.items() if one not in known or known[one][0] != key)
        sketches = {one: work.sketch(one) if one in fresh else known[one][1] for one in keys}
        out: dict[Both, T] = {}
        for one in keys.keys() - fresh:
            out.update({(one, other): shared for other, shared in known[one][2] if other in keys and other not in fresh})
        out.update(work.found(fresh, sketches) if fresh else {})
        mine: dict[str, list[tuple[str, T]]] = {one: [] for one in keys}
        for (one, other), shared in sorted(out.items(), key=lambda row: row[0]):
            mine[one].append((other, shared))
        for one, key in keys.items():
            self.asked.add((name, one))
            now = (key, sketches[one], tuple(mine[one]))
            if one in fresh or known[one] != now:
                self.inputs[name, one] = ENCODER.encode(now)
        return out

    def rows(self, sql: str, name: str) -> dict[str, bytes]:
        """What is kept of one kind of work, by report or by inputs."""
        return {} if self.stale else self.record.pairs(sql, (name,))

    @property
    def unchanged(self) -> frozenset[str]:
        """The reports that look as they did, so that what they say stands in the record already."""
        return frozenset(self.marks.same) if self.marks is not None else frozenset()

    def forget_readings(self) -> None:
        """Drops the new results of work on readings: some of these were replaced while they were worked on."""
        self.readings.clear()
        self.asked -= self.shares.keys()
        self.shares.clear()
        self.marks = None

    def keep(self, sql: sqlite3.Connection) -> None:
        """Writes the new results within a transaction, and drops those that this reconciling did not ask for."""
        if self.stale:
            sql.execute("DELETE FROM remembered_reading")
            sql.execute("DELETE FROM remembered_inputs")
            sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (BY, self.by))
        if self.marks is not None:
            for report, value in self.marks.fresh():
                if report not in self.marks.same:
                    sql.execute("DELETE FROM remembered_reading WHERE report = ? AND substr(work, 1, 1) = ?", (report, ALONE))
                self.readings[MARKS, report] = value
            self.ended(self.marks)
            self.marks = None  # it holds the scene, which holds this: a circle that would keep all of it in memory
        sql.executemany("INSERT OR REPLACE INTO remembered_reading VALUES (?, ?, ?)", [(*key, value) for key, value in self.readings.items()])
        there = {tuple(row) for row in sql.execute("SELECT work, inputs FROM remembered_inputs")}
        sql.executemany("DELETE FROM remembered_inputs WHERE work = ? AND inputs = ?", there - self.asked)
        sql.executemany("INSERT OR REPLACE INTO remembered_inputs VALUES (?, ?, ?)", [(*key, value) for key, value in self.inputs.items()])
