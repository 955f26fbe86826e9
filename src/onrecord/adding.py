"""How a run of adding is done, and what became of its inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from onrecord.read import Fetch, ReadOptions, ReadResult
from onrecord.types import Coverage, Judgement, Problem, Reading

Progress = Callable[[int, str], None]
"""Told how many reports are read and which came last."""
Fate = Literal["new", "known", "reread", "unreadable"]


def silent(done: int, name: str) -> None:
    """A progress that tells nobody."""


LONGEST = 1_000_000
"""Characters of one report: spaCy refuses more in one text, and no newsroom's report has a tenth of it."""
NOTHING_READ = Coverage()


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How inputs are added; *collected_at* is ISO 8601 with zone, as no stage looks at a clock."""

    collected_at: str
    collector: str = "onrecord add"
    reading: ReadOptions = field(default_factory=ReadOptions)
    fetch: Fetch | None = None
    """How addresses are fetched; None fetches nothing."""

    @property
    def dated(self) -> ReadOptions:
        """The options of reading with the day on which it is done; live blogs are taken apart, as their entries have times of their own."""
        return replace(self.reading, today=self.collected_at[:10], entries=True)


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of a run's inputs, by name; *coverage* counts the sentences of what was read now."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    """Known, but read again because the program, its word lists or its model changed."""
    added: tuple[str, ...] = ()
    """Ids of those that are new."""
    unreadable: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    coverage: Coverage = NOTHING_READ

    @property
    def lost(self) -> bool:
        """Whether some input was lost."""
        return any(p.lost for p in self.problems)

    def and_then(self, later: AddResult) -> AddResult:
        """This run and the one after it as one."""
        skipped = Counter(dict(self.coverage.skipped)) + Counter(dict(later.coverage.skipped))
        sentences, used = self.coverage.sentences + later.coverage.sentences, self.coverage.used + later.coverage.used
        return AddResult(
            self.new + later.new, self.known + later.known, self.reread + later.reread, self.added + later.added, self.unreadable + later.unreadable,
            tuple(dict.fromkeys(self.problems + later.problems)), Coverage(sentences, used, tuple(sorted(skipped.items()))),
        )


@dataclass(slots=True)
class Tally:
    """What a run of adding has met so far; lives as long as the run."""

    names: dict[Fate, list[str]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    problems: dict[Problem, None] = field(default_factory=dict)
    """An ordered set."""
    sentences: int = 0
    used: int = 0
    skipped: dict[str, int] = field(default_factory=dict)

    def met(self, fate: Fate, name: str) -> None:
        """Notes what became of one input."""
        self.names.setdefault(fate, []).append(name)

    def trouble(self, *problems: Problem) -> None:
        """Notes problems, each once."""
        self.problems.update(dict.fromkeys(problems))

    def read(self, reading: Reading) -> None:
        """Adds what was read of one report."""
        self.trouble(*reading.problems)
        self.sentences += reading.coverage.sentences
        self.used += reading.coverage.used
        for reason, number in reading.coverage.skipped:
            self.skipped[reason] = self.skipped.get(reason, 0) + number

    def result(self) -> AddResult:
        """All of it as one value."""
        coverage = Coverage(self.sentences, self.used, tuple(sorted(self.skipped.items())))
        names = {fate: tuple(found) for fate, found in self.names.items()}
        return AddResult(problems=tuple(self.problems), coverage=coverage, added=tuple(self.added), **names)


def still_aside(name: str, by: Judgement, where: str) -> Problem:
    """What is told of a report that is added once more while it is set aside."""
    seen = f"{name} is in the record, set aside by {by.who} on {by.when.date()}"
    return Problem("set_aside", f"{seen}; `onrecord judge undo {by.id[:8]}`, or its page of review, brings it back", where=where)


def readable(results: Iterable[ReadResult], tally: Tally) -> Iterator[ReadResult]:
    """The inputs that gave a report that can be parsed; all else is noted in *tally*."""
    for given in results:
        report = given.report
        kept = report is not None and len(report.text) <= LONGEST
        problems = tuple(replace(p, report=report.id) if kept and report and p.report is None else p for p in given.problems)
        result = replace(given, problems=problems)
        tally.trouble(*problems)
        if report is None:
            # A remark on an archive or a folder is no input that could not be read.
            if any(p.lost for p in problems):
                tally.met("unreadable", result.where)
        elif not kept:
            tally.met("unreadable", result.where)
            seen = f"a text of {len(report.text):,} characters is too long for one report"
            tally.trouble(Problem("too_large", f"{seen}; at most {LONGEST:,} are read: split it", where=result.where, lost=True))
        else:
            yield result
