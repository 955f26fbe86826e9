"""What comes into the record through the pages: texts, files, the sample, packs; each a run behind the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.adding import AddResult, Progress
from onrecord.desk import pasting
from onrecord.desk.changing import changes_since, moment_of
from onrecord.desk.pasting import Parser
from onrecord.desk.telling import brought_up
from onrecord.packing import drop_pack, keep_pack
from onrecord.pipeline import AddOptions
from onrecord.record import Record
from onrecord.types.changes import Changes
from onrecord.views.web.runs import Outcome, Run, Runs

Options = Callable[[str | None, str | None], AddOptions]
"""(outlet, published) → options with the time of adding."""


class Taking:
    """Adds to one record, one run after another, beside whatever else is written."""

    def __init__(self, open_it: Callable[[], Record], parser: Parser, options: Options) -> None:
        self._open_it = open_it
        self._parser = parser
        self._options = options
        self._runs = Runs()

    def add_text(self, text: str, *, outlet: str | None, published: str | None) -> str:
        """Has one pasted text read into the record."""
        options = self._options(outlet, published)
        return self._add("a pasted text", lambda record, told: pasting.add_pasted(text, record, self._parser, options, told))

    def add_files(self, files: Sequence[tuple[str, bytes]], *, outlet: str | None, published: str | None) -> str:
        """Has uploaded files (name, bytes) read into the record."""
        options, what = self._options(outlet, published), "a file" if len(files) == 1 else f"{len(files)} files"
        return self._add(what, lambda record, told: pasting.add_uploads(files, record, self._parser, options, told))

    def add_sample(self) -> str:
        """Has the sample that comes with the program read."""
        return self._add("the sample", lambda record, told: pasting.add_sample(record, self._parser, self._options(None, None), told))

    def add_pack(self, name: str, data: bytes, who: str) -> str:
        """Has a pack put into the record, and read again what has a word of it."""
        when = self._options(None, None).collected_at

        def work(told: Progress) -> Outcome:
            with self._open_it() as record:
                given = keep_pack(record, data, name, when=when, who=who)
                again = brought_up(record, self._parser, told)
            words = f"{given.pack.name} {'is in the record' if given.changed else 'was there already'}" if given.pack else "It is no pack; nothing is changed"
            return Outcome(words, again=len(again), problems=tuple(f"{p.where}: {p.message}" for p in given.problems))

        return self._runs.begin("a pack", work)

    def remove_pack(self, name: str) -> str:
        """Has a pack taken out, and read again what was read with it."""
        def work(told: Progress) -> Outcome:
            with self._open_it() as record:
                gone = drop_pack(record, name)
                return Outcome(f"{gone.name} is out of the record", again=len(brought_up(record, self._parser, told)))

        return self._runs.begin("a pack to be taken out", work)

    def run(self, identity: str) -> Run:
        """How far a run is."""
        return self._runs.run(identity)

    def rested(self, identity: str, seconds: float) -> bool:
        """Waits until a run is over."""
        return self._runs.rest(identity, seconds)

    def _add(self, what: str, add: Callable[[Record, Progress], AddResult]) -> str:
        def work(told: Progress) -> Outcome:
            with self._open_it() as record:
                before = moment_of(record)
                result = add(record, told)
                changes = changes_since(record, before) if result.new and before.reports else None
            return outcome_of(result, changes)

        return self._runs.begin(what, work)


def outcome_of(result: AddResult, changes: Changes | None) -> Outcome:
    """What adding did, in words and numbers."""
    new, known, lost = len(result.new) + len(result.reread), len(result.known), len(result.unreadable)
    problems = tuple(p.message for p in result.problems if p.report is None or p.lost)
    told = f"{new} new, {known} already known, {lost} not read"
    return Outcome(told, new=new, known=known, unreadable=lost, problems=problems, added=result.added, changes=changes)
