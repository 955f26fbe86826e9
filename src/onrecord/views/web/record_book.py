"""The record's file as the pages' book: read afresh when it changed, decided in at any time, added to one adding at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from onrecord import pipeline
from onrecord.deriving import derived_on
from onrecord.desk import agreed, audits, blind, coding
from onrecord.desk.auditing import Sample
from onrecord.desk.audits import Answer, Audit
from onrecord.desk.blind import Agreement, Blindly, Draw, Found, Unit
from onrecord.desk.changing import before_adding, compared_with
from onrecord.desk.deciding import keep
from onrecord.desk.marking import Marked, keep_statement
from onrecord.desk.pasting import Parser
from onrecord.desk.setting_aside import Aside, keep_aside
from onrecord.desk.tracing import Traced, keep_origin
from onrecord.pipeline import AddOptions
from onrecord.record import Record, open_record, queries, readers
from onrecord.record.judgements import JUDGED, judgements, waiting
from onrecord.record.notes import Note, noted, notes, put_note, take_back
from onrecord.record.packs import packs
from onrecord.record.queries.sought import Sought, find
from onrecord.record.readers import Reader
from onrecord.score.coders import Codings
from onrecord.types import Derived, Judgement, KeptPack, Snapshot, Span
from onrecord.types.changes import Changes
from onrecord.views.web.book import Choice, Hit, Waiting
from onrecord.views.web.deriving import Background
from onrecord.views.web.scope import Scope
from onrecord.views.web.scopes import Key, Scopes
from onrecord.views.web.seen import Seen, narrowed
from onrecord.views.web.taking import Taking

PATIENCE_MS = 60_000
"""How long a decision or a note waits for somebody else's writing: what is derived of thousands of reports takes some seconds to write."""


class RecordBook(Taking):
    """One record for many readers: snapshots are shared between threads and never changed."""

    def __init__(self, path: Path, parser: Parser, options: Callable[[str | None, str | None], AddOptions]) -> None:
        """*options* makes of (outlet, published) how an adding is done, with its moment."""
        super().__init__(self._writing, parser, options)
        self._path = path
        self._scopes = Scopes()
        self._held: tuple[str, str] | None = None
        """What is shown while the record is put together anew: the fingerprint, and the last judgement in it."""
        self._background = Background(self._derive)
        self._ahead: tuple[dt.date, ...] = ()
        """Days before which the state of the record is going to be asked for."""
        self._foreseeing = Background(self._foresee)
        with open_record(path, write=True) as record:
            pipeline.settle(record)

    def seen(self, scope: Scope) -> Seen:
        """The record within a scope; kept until the record changes."""
        with open_record(self._path) as record, record.reading():
            current = self._held[0] if self._held else version_of(record)
            self._scopes.only(current)
            return self._scopes.found((current, scope.as_of, scope.negotiation), partial(self._made, record))

    def _made(self, record: Record, key: Key) -> Seen:
        """The record within the scope of *key*; an earlier day is reconciled anew."""
        current, as_of, negotiation = key
        if negotiation is None:
            snapshot = seen_on(record, as_of)
            negotiations = snapshot.derived.negotiations
        else:
            whole = self._scopes.found((current, as_of, None), partial(self._made, record))
            snapshot, negotiations = narrowed(whole.snapshot, negotiation), whole.negotiations
        return Seen(snapshot, f"{current}/{as_of or ''}/{negotiation or ''}", negotiations)

    def changes(self, scope: Scope) -> Changes:
        """What is otherwise in the scope than on the day before its since day; the earlier state is reconciled anew, once a day and record."""
        assert scope.since is not None
        after, day = self.seen(scope), scope.since - dt.timedelta(days=1)
        return after.kept(("changes", scope.since), lambda: found_changes(self._derived_on(day), after.snapshot, scope.negotiation))

    def _derived_on(self, day: dt.date) -> Derived:
        """What was derived on an earlier day, made once for all who ask."""
        return self.seen(Scope()).alone(("derived", day), partial(self._earlier, lambda record: derived_on(record, day)))

    def foresee(self, days: Sequence[dt.date]) -> None:
        """Has what was derived before each of these days worked out behind the pages."""
        self._ahead = tuple(days)
        self._foreseeing.ask()

    def _foresee(self) -> bool:
        """Works out the first day that waits; gives whether others wait."""
        first, self._ahead = self._ahead[:1], self._ahead[1:]
        for day in first:
            self._derived_on(day - dt.timedelta(days=1))
        return bool(self._ahead)

    def _earlier(self, make: Callable[[Record], Derived]) -> Derived:
        """What is derived of an earlier state of the record."""
        with open_record(self._path) as record, record.reading():
            return make(record)

    def reader(self, name: str) -> Reader | None:
        """A reader's mark."""
        with open_record(self._path) as record:
            return readers.reader(record, name)

    def keep_reader(self, name: str, watch: str) -> None:
        """Marks all that is here now as seen by a reader."""
        with self._writing() as record:
            seen_at = dt.datetime.fromisoformat(self._options(None, None).collected_at)
            readers.put_reader(record, Reader(name.strip(), seen_at, watch.strip()))

    def restore_reader(self, name: str, marked: dt.datetime, before: Reader | None) -> None:
        """Undoes what a reader marked at that moment."""
        with self._writing() as record:
            readers.put_back(record, name, marked, before)

    def unseen(self, scope: Scope, mark: Reader) -> Changes:
        """What is otherwise in the scope since the reader's mark; the state before is reconciled anew, once a mark and record."""
        after = self.seen(scope)
        return after.alone(("unseen", mark.seen_at), lambda: found_changes(self._earlier(partial(before, mark.seen_at)), after.snapshot, scope.negotiation))

    def _writing(self) -> Record:
        """The record for a short write, beside whatever else is written."""
        return open_record(self._path, write=True, busy_ms=PATIENCE_MS)

    def version(self) -> str:
        """What changes whenever the record, a reader's mark or a note does, or what waits to be put into it."""
        with open_record(self._path) as record:
            shown = self._held[0] if self._held else version_of(record)
            return f"{shown}-{readers.marks(record)}-{noted(record)}-{len(self._waiting(record))}-{self._background.trouble}"

    def raw(self, report: str) -> bytes:
        """The bytes as they came that a report was made of."""
        with open_record(self._path) as record:
            return queries.raw_bytes(record, report)

    def find(self, sought: Sought) -> tuple[str, ...]:
        """Ids of the statements that fit, the best first."""
        with open_record(self._path) as record:
            return find(record, sought)

    def search(self, words: str) -> tuple[Hit, ...]:
        """The places that hold *words*, the best first."""
        with open_record(self._path) as record:
            return tuple(Hit(h.report, h.name, h.span, h.words, h.outlet, h.statement) for h in queries.search(record, words))

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people decided, in the order of decision."""
        with open_record(self._path) as record:
            return judgements(record)

    def judge(self, decision: Choice) -> Judgement:
        """Writes one decision, and has the record derived anew behind the pages; Changed where somebody was faster."""
        with self._writing() as record:
            made = stored(record, decision, self.now())
        if made.action != "code":
            self._background.ask()
        return made

    def blind_sample(self, draw: Draw) -> tuple[Unit, ...]:
        """The sentences of a sample that is coded blindly."""
        with open_record(self._path) as record:
            return blind.drawn(record, draw)

    def blind_coded(self, who: str) -> dict[tuple[str, Span], Found]:
        """What a person found so far, by report and sentence."""
        with open_record(self._path) as record:
            return blind.coded_by(record, who)

    def blind_agreements(self, who: str, draw: Draw) -> tuple[Agreement, ...]:
        """A person beside the program and each colleague."""
        with open_record(self._path) as record, record.reading():
            return blind.agreements(record, who, draw)

    def packs(self) -> tuple[KeptPack, ...]:
        """The packs of the record, by name."""
        with open_record(self._path) as record:
            return packs(record)

    def codings(self) -> Codings:
        """What human coders found, as imported."""
        with open_record(self._path) as record:
            return coding.codings_of(record, coding.coder_names(record))

    def agreed(self, known: frozenset[str]) -> tuple[agreed.Pair, ...]:
        """How far those agree who coded something of these reports, pair by pair."""
        with open_record(self._path) as record, record.reading():
            return agreed.pairs(record, known)

    def waiting(self) -> Waiting:
        """What is stored and not in the pages yet."""
        with open_record(self._path) as record:
            return Waiting(self._waiting(record), self._background.trouble)

    def _waiting(self, record: Record) -> tuple[str, ...]:
        return waiting(record, self._held[1] if self._held else None)

    def settled(self, seconds: float = 60.0) -> bool:
        """Waits until what was decided is in the pages, and nothing else is worked out behind them; False where that takes longer."""
        return self._background.rest(seconds) and self._foreseeing.rest(seconds)

    def _derive(self) -> bool:
        """Derives once and puts the result before the readers, who see the earlier one until then; gives whether more was decided meanwhile."""
        with open_record(self._path) as record:
            self._held = (version_of(record), queries.meta(record, JUDGED) or "")
        try:
            with open_record(self._path, write=True, busy_ms=PATIENCE_MS) as record:
                had = queries.annotators(record)
                if not pipeline.is_current(record):
                    pipeline.derive(record)
                more = not pipeline.is_current(record) and queries.annotators(record) == had
            with open_record(self._path) as record, record.reading():
                current, snapshot = version_of(record), queries.snapshot(record)
            self._scopes.put((current, None, None), Seen(snapshot, f"{current}//", snapshot.derived.negotiations))
        finally:
            self._held = None
        return more

    def notes(self, target: str, *, also_taken_back: bool = False) -> tuple[Note, ...]:
        """What the desk noted on the thing with this id."""
        with open_record(self._path) as record:
            return notes(record, target, also_taken_back=also_taken_back)

    def note(self, note: Note) -> int:
        """Adds a note and gives its number."""
        with self._writing() as record:
            return put_note(record, note)

    def take_back(self, n: int, who: str) -> int:
        """Takes back the note with this number, or the taking back with it."""
        with self._writing() as record:
            return take_back(record, n, who=who, when=self.now())

    def audits(self) -> tuple[Audit, ...]:
        """All audits with the answers so far."""
        with open_record(self._path) as record:
            return audits.audits(record)

    def start_audit(self, sample: Sample, who: str) -> str:
        """Draws a sample and keeps it; its id."""
        with self._writing() as record:
            return audits.start(record, sample, who=who, when=self.now())

    def answer_audit(self, identity: str, answer: Answer, who: str) -> None:
        """Keeps an answer."""
        with self._writing() as record:
            audits.answer(record, identity, answer, who=who, when=self.now())

    def keep_audit(self, identity: str, who: str) -> tuple[int, int]:
        """Makes decisions of the answers, and has the record derived anew behind the pages."""
        with self._writing() as record:
            kept = audits.keep(record, audits.audit(record, identity).places, who=who, when=self.now())
        self._background.ask()
        return kept

    def now(self) -> dt.datetime:
        """The moment, with its zone."""
        return dt.datetime.fromisoformat(self._options(None, None).collected_at)


def stored(record: Record, decision: Choice, when: dt.datetime) -> Judgement:
    """The judgement of what was decided, in the record; nothing is derived."""
    if isinstance(decision, Marked):
        return keep_statement(record, decision, when=when)
    if isinstance(decision, Aside):
        return keep_aside(record, decision, when=when)
    if isinstance(decision, Blindly):
        return blind.keep_blind(record, decision, when=when)
    return keep_origin(record, decision, when=when) if isinstance(decision, Traced) else keep(record, decision, when=when)


def before(moment: dt.datetime, record: Record) -> Derived:
    """What was derived before what was added after *moment*."""
    added = readers.added_after(record, moment)
    return before_adding(record, added) if added else queries.derived(record)


def found_changes(before: Derived, after: Snapshot, negotiation: str | None) -> Changes:
    """The changes since what was derived *before*, of one negotiation where one is named."""
    known = any(n.id == negotiation for n in before.negotiations)
    earlier = before if negotiation is None else narrowed(Snapshot(derived=before), negotiation).derived if known else Derived()
    return compared_with(earlier, after)


def version_of(record: Record) -> str:
    """The fingerprint of what was derived, and how many problems there are: input that could not be read changes nothing else."""
    return f"{queries.meta(record, 'derived_of') or ''}-{record.rows('SELECT count(*) FROM problem')[0][0]}"


def seen_on(record: Record, as_of: dt.date | None) -> Snapshot:
    """The snapshot of *record*, replayed when a day is given."""
    if as_of is None:
        return queries.snapshot(record)
    with pipeline.known_on(record, as_of) as past:
        return queries.snapshot(past)
