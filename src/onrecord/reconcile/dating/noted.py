"""What of one report alone bears on dates, its own and those of others: worked out once for each report, however often others are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.dating import copies, datelines, dealt, happenings, quotations, spells, turns
from onrecord.reconcile.dating.bound import closed
from onrecord.reconcile.dating.clues import Clue, Clues, clues_of, pattern
from onrecord.reconcile.dating.printed import printed_date
from onrecord.reconcile.memo import Memo
from onrecord.reconcile.runs import of_word, packed
from onrecord.types import Interval, Late, Reading, Span

HERE = -1
"""Stands for the report's number in its batch, which another batch does not share."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What one report says that bears on dates."""

    clues: tuple[Clue, ...]
    sentences: tuple[Span, ...]
    names: frozenset[str]
    told: tuple[spells.Told, ...]
    deals: tuple[dealt.Dealt, ...]
    clauses: tuple[tuple[int, frozenset[str], frozenset[str]], ...]
    """(number of the clue, content words, names) of what happened at a time."""
    line: datelines.Dateline | None
    """The day in its dateline that names no year."""
    days: dict[str, Interval | None] | None
    """What its times mean by the date that it prints; None where it prints none."""


@dataclass(frozen=True, slots=True)
class Found:
    """By what one report is found where others are to be dated."""

    named: tuple[tuple[int, int, str], ...]
    """(month, day, id of the time) of past days without a year."""
    turns: frozenset[str]
    spelled: bool
    """Whether it names any spell."""
    tells: bool
    """Whether it tells of the end of one, or of a deal."""
    odd: frozenset[int]
    clauses: tuple[frozenset[str], ...]
    """The content words of what happened at a time."""
    runs: bytes
    quoted: bytes
    figures: frozenset[str]
    names: bytes
    """The names by which it is compared, packed."""


def note(reading: Reading) -> Noted:
    """What is noted of one report."""
    found = clues_of(reading, resolve(reading, None).days)
    printed = printed_date(reading.report)
    places = {id(c): n for n, c in enumerate(found.clues)}
    clauses = tuple((places[id(c.clue)], c.words, c.names) for c in happenings.clauses(HERE, found))
    return Noted(
        found.clues, found.sentences, found.names, tuple(spells.told_by(HERE, found)), tuple(dealt.dealt_in(found)), clauses, datelines.dateline_of(found),
        resolve(reading, closed(printed.published)).days if printed is not None else None,
    )


def found_by(reading: Reading, noted: Noted) -> Found:
    """By what one report is found."""
    clues, text = Clues(reading, noted.clues, noted.sentences, noted.names), reading.report.text
    return Found(
        tuple(turns.days_named(clues)), turns.turns_in(text), pattern("spells").search(text) is not None, bool(noted.told or noted.deals),
        dealt.odd_in(clues), tuple(words for _, words, _ in noted.clauses), packed(copies.runs_of(text)), packed(quotations.quoted_runs(text)),
        quotations.figures(clues), packed({of_word(name) for name in noted.names}),
    )


@dataclass(frozen=True, slots=True)
class Notes:
    """What is noted of the reports of a batch, by their numbers in it; most of it is never looked at."""

    of: Sequence[Noted]
    found: Sequence[Found]
    clues: Sequence[Clues]
    names: Sequence[str]
    """Of the reports."""

    def happened(self) -> happenings.Told:
        """The happenings that all reports tell of."""
        places = [(i, k) for i, f in enumerate(self.found) for k in range(len(f.clauses))]

        def clause(place: int) -> happenings.Clause:
            number, k = places[place]
            clue, words, names = self.of[number].clauses[k]
            return happenings.Clause(number, self.of[number].clues[clue], words, names)

        return happenings.told_in(Late(len(places), clause), [(i, words) for i, f in enumerate(self.found) for words in f.clauses])

    def spells(self) -> list[list[spells.Told]]:
        """What is told of one spell, a group each."""
        told = [[replace(t, report=i) for t in self.of[i].told] if f.tells else [] for i, f in enumerate(self.found)]
        spelled = frozenset(i for i, f in enumerate(self.found) if f.spelled)
        deals = [self.of[i].deals if f.tells else () for i, f in enumerate(self.found)]
        return spells.groups(self.clues, spells.Known(told, [f.odd for f in self.found], deals, spelled))

    def twins(self, undated: frozenset[int]) -> list[copies.Twin]:
        """For each undated report those that share its text."""
        return copies.twins(undated, [f.runs for f in self.found], [f.quoted for f in self.found], [f.figures for f in self.found])


def notes_of(readings: Sequence[Reading], memo: Memo) -> Notes:
    """The notes of a batch; *memo* may know them."""
    made: dict[str, Noted] = {}

    def noted(reading: Reading) -> Noted:
        report = reading.report.id
        return made[report] if report in made else made.setdefault(report, note(reading))

    found = list(memo.of_readings("by what it is found for dating", Found, readings, lambda reading: found_by(reading, noted(reading))))
    bearing = memo.of_readings("what bears on dates", Noted, readings, noted)
    of = Late(len(readings), lambda n: bearing[n])
    clues = Late(len(readings), lambda n: Clues(readings[n], of[n].clues, of[n].sentences, of[n].names))
    return Notes(of, found, clues, [r.report.name for r in readings])
