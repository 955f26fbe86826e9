"""What of one report alone bears on dates, its own and those of others: worked out once for each report, however often others are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.dating import copies, datelines, dealt, happenings, quotations, spells, turns
from onrecord.reconcile.dating.clues import Clue, Clues, clues_of, pattern
from onrecord.reconcile.runs import packed
from onrecord.types import Reading, Span

HERE = -1
"""Stands for the report's number in its batch, which another batch does not share."""


@dataclass(frozen=True, slots=True)
class Noted:
    """The clues of one report, and by what it is found by others."""

    clues: tuple[Clue, ...]
    sentences: tuple[Span, ...]
    names: frozenset[str]
    turns: frozenset[str]
    spelled: bool
    """Whether it names any spell."""
    told: tuple[spells.Told, ...]
    odd: frozenset[int]
    deals: tuple[dealt.Dealt, ...]
    clauses: tuple[tuple[int, frozenset[str], frozenset[str]], ...]
    """(number of the clue, content words, names) of what happened at a time."""
    runs: bytes
    quoted: bytes
    figures: frozenset[str]
    line: datelines.Dateline | None
    """The day in its dateline that names no year."""


def note(reading: Reading) -> Noted:
    """What is noted of one report."""
    found = clues_of(reading, resolve(reading, None).days)
    places = {id(c): n for n, c in enumerate(found.clues)}
    clauses = tuple((places[id(c.clue)], c.words, c.names) for c in happenings.clauses(HERE, found))
    return Noted(
        found.clues, found.sentences, found.names, turns.turns_in(found.text), pattern("spells").search(found.text) is not None,
        tuple(spells.told_by(HERE, found)), dealt.odd_in(found),
        tuple(dealt.dealt_in(found)), clauses, packed(copies.runs_of(found.text)), packed(quotations.quoted_runs(found.text)), quotations.figures(found),
        datelines.dateline_of(found),
    )


@dataclass(frozen=True, slots=True)
class Notes:
    """What is noted of the reports of a batch, by their numbers in it."""

    of: Sequence[Noted]
    clues: Sequence[Clues]

    def happened(self) -> happenings.Told:
        """The happenings that all reports tell of."""
        return happenings.told_in([happenings.Clause(i, n.clues[k], words, names) for i, n in enumerate(self.of) for k, words, names in n.clauses])

    def spells(self) -> list[list[spells.Told]]:
        """What is told of one spell, a group each."""
        told = [[replace(t, report=i) for t in n.told] for i, n in enumerate(self.of)]
        spelled = frozenset(i for i, n in enumerate(self.of) if n.spelled)
        return spells.groups(self.clues, spells.Known(told, [n.odd for n in self.of], [n.deals for n in self.of], spelled))

    def twins(self, undated: frozenset[int]) -> list[copies.Twin]:
        """For each undated report those that share its text."""
        return copies.twins(undated, [n.runs for n in self.of], [n.quoted for n in self.of], [n.figures for n in self.of])


def notes_of(readings: Sequence[Reading], found: Sequence[Noted]) -> Notes:
    """The notes of a batch."""
    return Notes(found, [Clues(r, n.clues, n.sentences, n.names) for r, n in zip(readings, found, strict=True)])
