"""What people do with a record beside reading it: freeze it, compare its days, note, audit, code; which an open record inherits."""

from __future__ import annotations

import datetime as dt
import getpass
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from onrecord.api.asked import day_of, one_of
from onrecord.api.listed import Listed
from onrecord.api.lists import rows
from onrecord.api.rows import Rows, Source
from onrecord.api.shown import ChangeRow, told, told_of
from onrecord.desk import auditing, coding
from onrecord.desk.audits import keep
from onrecord.desk.changing import between
from onrecord.desk.marking import Marked, add_statement, words_at
from onrecord.desk.setting_aside import Aside, put_aside
from onrecord.errors import InputError
from onrecord.packing import packs
from onrecord.pipeline import settle
from onrecord.record import Record, notes, queries, releases
from onrecord.score.audited import Quality, quality
from onrecord.score.coders import Coded, Difference, Reliability, differences, reliabilities
from onrecord.types import Frozen, Judgement, KeptPack, Release, RowChange, Snapshot
from onrecord.views.cli.opening import now
from onrecord.views.cli.releasing import NOW, compared, release_now

LAYERS = auditing.LAYERS


class Worked(Listed):
    """What can be done with a record."""

    @abstractmethod
    def _write(self) -> AbstractContextManager[Record]:
        """The record for writing."""

    def freeze(self, name: str, *, note: str = "") -> Release:
        """Keeps what the record says now under *name*; InputError where a release has that name, as releases are never changed.

        >>> record.freeze("as handed in", note="eighteen reports").judged
        0
        """
        if name == NOW or not name.strip():
            raise InputError(f"{name!r} cannot be the name of a release; {NOW} is the record as it is")
        with self._write() as record:
            settle(record)
            return releases.freeze(record, release_now(name, note)).release

    def releases(self) -> Rows[Release]:
        """All releases, the oldest first."""
        with self._read(None) as record:
            return rows(record, releases.releases(record), Source(Snapshot()))

    def release(self, name: str) -> Frozen:
        """A release with its rows by kind; RecordError where it is not as it was frozen."""
        with self._read(None) as record:
            return releases.frozen(record, name)

    def release_diff(self, first: str, second: str = NOW) -> Rows[RowChange]:
        """Rows added, changed and removed from one release to another, or to the record as it is, each with its reports and the reasons.

        >>> _ = record.freeze("before"), record.judge("reject", record.figures("held", report="05-interior")[0].id, who="jr")
        >>> [(c.what, c.reasons[0][:20]) for c in record.release_diff("before") if c.kind == "statement"]
        [('removed', 'judgement: reject by')]
        """
        with self._read(None) as record:
            return rows(record, compared(record, first, second).changes, Source(Snapshot()))

    def diff(self, first: dt.date | str, last: dt.date | str) -> Rows[ChangeRow]:
        """What could be known on *last* and not on *first*, most telling first, each with the words that changed it.

        >>> change = record.diff("2025-04-06", "2025-04-12")[0]
        >>> change.effect > 0.5, len(change.told) > 0
        (True, True)
        """
        one, two = day_of(first, "first", end=True), day_of(last, "last", end=True)
        assert one is not None and two is not None
        if one >= two:
            raise InputError(f"{first} is not before {last}; give the earlier day first")
        with self._read(None) as record:
            changes, later = between(record, one, two)
        with later:
            snapshot = queries.snapshot_holding(later, (s for c in changes.lines for s in c.statements))
            return rows(later, [told(ChangeRow, c, told=told_of(snapshot, c.statements)) for c in changes.lines], Source(Snapshot()))

    def note(self, target: str, words: str, *, who: str | None = None, restricted: bool = True) -> notes.Note:
        """Notes *words* on the thing whose id begins with *target*; a restricted note leaves in no export.

        >>> event = record.timeline()[0]
        >>> record.note(event.id, "ask the ministry", who="jr").restricted, record.notes(event.id)[0].words
        (True, 'ask the ministry')
        """
        with self._write() as record:
            made = notes.Note(queries.lookup(record, target)[1], who or getpass.getuser(), dt.datetime.fromisoformat(now()), words, restricted)
            return replace(made, n=notes.put_note(record, made))

    def take_back(self, n: int, *, who: str | None = None) -> int:
        """Takes back the note with the number *n*, or such a taking back, and gives the number of this; what was written stays.

        >>> made = record.note(record.timeline()[0].id, "ask the ministry", who="jr")
        >>> back = record.take_back(made.n, who="jr")
        >>> len(record.notes(made.target)), record.take_back(back, who="jr") > back, len(record.notes(made.target))
        (0, True, 1)
        """
        with self._write() as record:
            return notes.take_back(record, n, who=who or getpass.getuser(), when=dt.datetime.fromisoformat(now()))

    def set_aside(self, *reports: str, why: str = "", who: str | None = None) -> Judgement:
        """Leaves reports out of everything that is derived, by name or beginning of an id; they stay, and `judge("undo", id)` brings them back.

        >>> made = record.set_aside("05-interior", why="another conflict", who="jr")
        >>> len(record.figures("held", report="05-interior")), record.judge("undo", made.id, who="jr").action
        (0, 'undo')
        """
        with self._write() as record:
            aside = Aside(reports=reports, who=who or getpass.getuser(), why=why)
            return put_aside(record, aside, when=dt.datetime.fromisoformat(now()))

    def notes(self, target: str) -> Rows[notes.Note]:
        """The notes on the thing whose id begins with *target*, in the order of writing."""
        with self._read(None) as record:
            return rows(record, notes.notes(record, queries.lookup(record, target)[1]), Source(Snapshot()))

    def packs(self) -> Rows[KeptPack]:
        """The packs that the record keeps, by name: who added each, when, from where, and the file's text."""
        with self._read(None) as record:
            return rows(record, packs(record), Source(Snapshot()))

    def mark(
        self, report: str, layer: str, where: str | tuple[int, int], values: Mapping[str, Any], *, why: str = "", who: str | None = None,
    ) -> Judgement:
        """Puts a statement on record that was missed, at words of a report or at their characters; *values* are the fields of its layer.

        >>> made = record.mark("01-northern", "events", "closed the road to Tesh", {"type": "operation", "actors": ["the army"]}, who="jr")
        >>> made.action, [e.quote for e in record.statements("events", report="01-northern") if e.id == made.target]
        ('add', ['closed the road to Tesh'])
        """
        with self._write() as record:
            span = words_at(queries.report(record, report), where) if isinstance(where, str) else where
            marked = Marked(report=report, span=span, layer=layer, who=who or getpass.getuser(), values=values, why=why)
            return add_statement(record, marked, when=dt.datetime.fromisoformat(now()))

    def audit(self, sample: int = 50, *, seed: int = 1, layers: Sequence[str] = LAYERS) -> Rows[auditing.Place]:
        """A sample to look at: statements of each layer, and half as many sentences in which nothing was found.

        >>> places = record.audit(12, layers=["figures"])
        >>> len(places), {p.what for p in places} == {"statement", "sentence"}
        (18, True)
        """
        for layer in layers:
            one_of(layer, LAYERS, "layer")
        with self._read(None) as record:
            return rows(record, auditing.draw(record, auditing.Sample(sample, seed, tuple(layers))), Source(Snapshot()))

    def audited(self, places: Iterable[auditing.Place], *, seed: int = 1, keep_as: str | None = None) -> Rows[Quality]:
        """Precision and recall by layer of places whose `answer` and `missed` were filled in, with 90 % intervals; *keep_as* makes decisions of that person.

        >>> from dataclasses import replace
        >>> places = [replace(p, answer="accept" if p.what == "statement" else "none") for p in record.audit(12, layers=["figures"])]
        >>> figures = record.audited(places)[0]
        >>> figures.precision.value, figures.precision.low < 0.9
        (1.0, True)
        """
        told_of_all = [auditing.checked(p, f"{p.report}:{p.start}-{p.end}") for p in places]
        if keep_as is not None:
            with self._write() as record:
                keep(record, told_of_all, who=keep_as, when=dt.datetime.fromisoformat(now()))
                settle(record)
        with self._read(None) as record:
            return rows(record, quality(auditing.answered(told_of_all), seed=seed), Source(Snapshot()))

    def import_codings(
        self, path: str | PathLike[str], *, by: str | None = None, columns: Mapping[str, str] | None = None, apply: bool = False,
    ) -> coding.Kept:
        """Keeps a table of human codings as judgements; *columns* says which column of the table is which, *apply* makes decisions of them too.

        >>> kept = record.import_codings("codings/okafor.csv", by="M. Okafor")
        >>> kept.new, kept.problems
        (23, ())
        """
        when = dt.datetime.fromisoformat(now())
        with self._write() as record:
            kept = coding.import_table(record, Path(fspath(path)), by=by, when=when, mapped=columns)
            if apply:
                done = coding.apply(record, kept.coders, when=when)
                kept = replace(kept, applied=done)
            return kept

    def codings(self, *coders: str, as_of: dt.date | str | None = None) -> Rows[Coded]:
        """What these coders found, or all; `program` is what the program itself read in the same reports."""
        with self._read(as_of) as record:
            return rows(record, coding.codings_of(record, coders or coding.coder_names(record)).coded, Source(Snapshot()))

    def coder_agreement(self, *coders: str, layers: Sequence[str] = LAYERS, as_of: dt.date | str | None = None) -> Rows[Reliability]:
        """Krippendorff's alpha of these coders, or of all, by layer and attribute, with 90 % intervals; `program` is a coder too.

        >>> _ = record.import_codings("codings/okafor.csv", by="M. Okafor")
        >>> [(r.attribute, r.units, r.reports) for r in record.coder_agreement("M. Okafor", "program", layers=["figures"]) if r.attribute == "measure"]
        [('measure', 18, 4)]
        """
        for layer in layers:
            one_of(layer, LAYERS, "layer")
        with self._read(as_of) as record:
            names = coders or coding.coder_names(record)
            if len(set(names)) < 2:
                raise InputError(f"{', '.join(names) or 'nobody'} alone agrees with nobody; name two coders, or one and {coding.PROGRAM}")
            return rows(record, reliabilities(coding.codings_of(record, names), names, layers), Source(Snapshot()))

    def coder_differences(self, one: str, other: str, *, layers: Sequence[str] = LAYERS, as_of: dt.date | str | None = None) -> Rows[Difference]:
        """The places at which two coders, or a coder and the `program`, do not say the same."""
        with self._read(as_of) as record:
            return rows(record, differences(coding.codings_of(record, (one, other)), one, other, layers), Source(Snapshot()))
