"""What the pages ask of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.desk.agreed import Pair
from onrecord.desk.auditing import Sample
from onrecord.desk.audits import Answer, Audit
from onrecord.desk.blind import Agreement, Blindly, Draw, Found, Unit
from onrecord.desk.deciding import Decision
from onrecord.desk.marking import Marked
from onrecord.desk.setting_aside import Aside
from onrecord.desk.tracing import Traced
from onrecord.record.notes import Note
from onrecord.record.queries.sought import Sought
from onrecord.record.readers import Reader
from onrecord.score.coders import Codings
from onrecord.types import Judgement, KeptPack, Span
from onrecord.types.changes import Changes
from onrecord.views.web.runs import Run
from onrecord.views.web.scope import Scope
from onrecord.views.web.seen import Seen

Choice = Decision | Marked | Traced | Blindly | Aside
"""What a person may decide on the page."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that holds the words that were searched."""

    report: str
    name: str
    span: Span
    words: str
    outlet: str | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What people decided that is stored and not in the pages yet."""

    judgements: tuple[str, ...] = ()
    """Their ids, in the order of decision."""
    trouble: str = ""
    """Why the record was not put together with them, in words; empty where nothing went wrong."""


class Book(Protocol):
    """A record as the pages see it; safe to be used from several threads."""

    def seen(self, scope: Scope) -> Seen:
        """The record within a scope; kept until the record changes."""
        ...

    def changes(self, scope: Scope) -> Changes:
        """What reports published from the since day on made otherwise within the scope; kept until the record changes."""
        ...

    def foresee(self, days: Sequence[dt.date]) -> None:
        """Has what was derived before each of these days worked out behind the pages, as one of them will be asked for as the since day."""
        ...

    def reader(self, name: str) -> Reader | None:
        """A reader's mark; None for one who never marked anything as seen."""
        ...

    def keep_reader(self, name: str, watch: str) -> None:
        """Marks all that is here now as seen by a reader, and keeps what they watch."""
        ...

    def restore_reader(self, name: str, marked: dt.datetime, before: Reader | None) -> None:
        """Undoes what a reader marked at that moment; InputError where they marked something since."""
        ...

    def unseen(self, scope: Scope, mark: Reader) -> Changes:
        """What the reports made otherwise that were added after the reader's mark."""
        ...

    def version(self) -> str:
        """What changes whenever the record does."""
        ...

    def raw(self, report: str) -> bytes:
        """The bytes as they came that a report was made of; InputError where none are kept."""
        ...

    def find(self, sought: Sought) -> tuple[str, ...]:
        """Ids of the statements that fit, the best first."""
        ...

    def search(self, words: str) -> tuple[Hit, ...]:
        """The places that hold *words*, the best first."""
        ...


class Desk(Book, Protocol):
    """A record that people add to and judge in."""

    def add_text(self, text: str, *, outlet: str | None, published: str | None) -> str:
        """Has one pasted text read into the record; the id of the run that does it."""
        ...

    def add_files(self, files: Sequence[tuple[str, bytes]], *, outlet: str | None, published: str | None) -> str:
        """The same of uploaded files (name, bytes)."""
        ...

    def add_sample(self) -> str:
        """The same of the sample that comes with the program."""
        ...

    def add_pack(self, name: str, data: bytes, who: str) -> str:
        """Has a pack put into the record, and read again what has a word of it; the id of the run."""
        ...

    def remove_pack(self, name: str) -> str:
        """Has a pack taken out, and read again what was read with it; the id of the run."""
        ...

    def run(self, identity: str) -> Run:
        """How far a run is; KeyError for none."""
        ...

    def rested(self, identity: str, seconds: float) -> bool:
        """Waits until a run is over; False where that takes longer."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people decided, in the order of decision."""
        ...

    def judge(self, decision: Choice) -> Judgement:
        """Writes one decision, which comes into the pages soon; Changed where somebody was faster."""
        ...

    def blind_sample(self, draw: Draw) -> tuple[Unit, ...]:
        """The sentences of a sample that is coded blindly."""
        ...

    def blind_coded(self, who: str) -> dict[tuple[str, Span], Found]:
        """What a person found so far, by report and sentence."""
        ...

    def blind_agreements(self, who: str, draw: Draw) -> tuple[Agreement, ...]:
        """A person beside the program and each colleague; InputError while some of the sample is left."""
        ...

    def packs(self) -> tuple[KeptPack, ...]:
        """The packs of the record, by name."""
        ...

    def codings(self) -> Codings:
        """What human coders found, as imported."""
        ...

    def agreed(self, known: frozenset[str]) -> tuple[Pair, ...]:
        """How far those agree who coded something of these reports, pair by pair."""
        ...

    def waiting(self) -> Waiting:
        """What was decided and is not in the pages yet."""
        ...

    def now(self) -> dt.datetime:
        """The moment, with its zone."""
        ...

    def notes(self, target: str, *, also_taken_back: bool = False) -> tuple[Note, ...]:
        """What the desk noted on the thing with this id."""
        ...

    def note(self, note: Note) -> int:
        """Adds a note and gives its number."""
        ...

    def take_back(self, n: int, who: str) -> int:
        """Takes back the note with this number, or the taking back with it; the number of that."""
        ...

    def audits(self) -> tuple[Audit, ...]:
        """All audits with the answers so far."""
        ...

    def start_audit(self, sample: Sample, who: str) -> str:
        """Draws a sample and keeps it; its id."""
        ...

    def answer_audit(self, identity: str, answer: Answer, who: str) -> None:
        """Keeps an answer; KeyError for an audit or a place that is not there."""
        ...

    def keep_audit(self, identity: str, who: str) -> tuple[int, int]:
        """Makes decisions of the answers, which come into the pages soon; how many, and how many statements are no more."""
        ...
