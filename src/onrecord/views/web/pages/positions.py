"""Positions as a matrix, party by topic, each cell with its current stance and movement; a cell opens its history."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.types import PositionLine, Snapshot
from onrecord.views.brief.page import Line, cites
from onrecord.views.brief.stances import stance_words
from onrecord.views.brief.stands import LONG_WORDS, STANCES, day_told, last_told, moved_words
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.folding import by_id
from onrecord.views.web.paging import Pager

PER = 40
MOST_PARTIES = 6
SIGNS = {"demands": "!", "offers": "+", "refuses": "−", "accepts": "✓", "conditions": "if", "considers": "?", "not_considering": "×"}
TELLERS = {
    "own": "by its own account", "other_side": "by the other side's account", "mediator": "by a mediator's account", "outlet": "by the report",
    "other": "by others' account",
}
TAKES = (("party", "One party."), ("cell", "Id of a position whose history is shown."))


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party holds on one topic now."""

    id: str
    stance: str
    sign: str
    when: str
    topic: str
    """The party's own words for it."""
    moved: str
    points: int


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the matrix."""

    topic: str
    cells: tuple[tuple[Cell, ...], ...]
    """In the order of the parties; several where a party has several lines on it."""


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """The matrix, or the history of one cell."""

    parties: tuple[str, ...]
    topics: tuple[Topic, ...]
    pager: Pager
    others: tuple[str, ...]
    """Holders of positions who have no column of their own."""
    open: str = ""
    """Heading of the cell whose history is shown."""
    history: tuple[Line, ...] = ()
    signs: tuple[tuple[str, str], ...] = tuple((sign, name.replace("_", " ")) for name, sign in SIGNS.items())


def columns(snapshot: Snapshot) -> tuple[str, ...]:
    """The parties of the negotiations, then those who hold most positions."""
    counts = Counter(p.party for p in snapshot.derived.positions)
    parties = {p for n in snapshot.derived.negotiations for p in (*n.parties, *n.mediators)}
    return tuple(sorted(counts, key=lambda p: (p not in parties, -counts[p], p)))


def topics(snapshot: Snapshot) -> list[tuple[str, list[PositionLine]]]:
    """(key, lines) of every topic: those on which several parties hold something first, then the last told."""
    groups: dict[str, list[PositionLine]] = {}
    for line in snapshot.derived.positions:
        groups.setdefault(line.topic_key, []).append(line)
    return sorted(groups.items(), key=lambda kv: (-len({p.party for p in kv[1]}), -max(last_told(snapshot, p) for p in kv[1]), kv[0]))


def make(asked: Asked) -> PositionsPage:
    """The matrix for the parties in `party` (else the first six), and the history of the cell in `at`."""
    every, chosen = asked.once(columns), asked.value("party")
    parties = (chosen,) if chosen in every else every[:MOST_PARTIES]
    rows = [(key, kept) for key, lines in asked.once(topics) if (kept := [p for p in lines if p.party in parties])]
    shown = asked.part(rows, per=PER, what="topics")
    matrix = tuple(topic(asked.snapshot, lines, parties) for _, lines in shown.rows)
    at = asked.value("cell")
    line = by_id(asked.snapshot.derived.positions, at) if at else None
    opened = history(asked.snapshot, line) if line else ()
    return PositionsPage(parties, matrix, shown.pager, tuple(p for p in every if p not in parties), f"{line.party}: {line.topic}" if line else "", opened)


def topic(snapshot: Snapshot, lines: list[PositionLine], parties: tuple[str, ...]) -> Topic:
    """One row, named by its shortest wording."""
    name = min((p.topic for p in lines), key=lambda t: (len(t), t))
    return Topic(name, tuple(tuple(cell(snapshot, p) for p in lines if p.party == party) for party in parties))


def cell(snapshot: Snapshot, line: PositionLine) -> Cell:
    """One cell."""
    when = day_told(snapshot, line)
    return Cell(line.id, STANCES[line.stance].rstrip(":"), SIGNS[line.stance], when, line.topic, moved_words(line.moved or ""), len(line.points))


def history(snapshot: Snapshot, line: PositionLine) -> tuple[Line, ...]:
    """Every point of a position in the order of time, by whose account it is."""
    found = []
    for point in line.points:
        statement = snapshot.statements.get(point.statement)
        day = point.date or (statement.published if statement else None)
        marks = (by_words(statement), TELLERS[point.told_by]) if statement else (TELLERS[point.told_by],)
        words = stance_words(snapshot, line.party, statement, most=LONG_WORDS) if statement else f"{STANCES[point.stance]} {line.topic}"
        found.append(Line(words, date_words(day), marks, cites(snapshot, (point.statement,))))
    if line.moved:
        found.append(Line(f"How it moved: {moved_words(line.moved)}"))
    return tuple(found)
