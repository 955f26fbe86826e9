"""The first page: the brief, and beside it the courses of the figures, the state of the talks, what is open and what is announced."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.types import Snapshot
from onrecord.views.brief import build_brief
from onrecord.views.brief.open import dispute_title
from onrecord.views.brief.page import Line, Section
from onrecord.views.brief.talks import days_told, last_known, next_section, strands
from onrecord.views.brief.words import age_words, by_words, date_words, last_day
from onrecord.views.web.asked import Asked
from onrecord.views.web.sparks import Spark, sparks

MOST_OPEN, MOST_COMING = 5, 5


@dataclass(frozen=True, slots=True)
class State:
    """How one track of the talks of one negotiation stands by the latest account."""

    track: str
    name: str
    """Negotiation and track as far as there are several."""
    status: str
    when: str
    age: str
    by: str
    statement: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    """The brief."""
    sparks: tuple[Spark, ...]
    states: tuple[State, ...]
    open: tuple[tuple[str, str], ...]
    """(id, title) of the first disputes that are conflicts."""
    counts: tuple[tuple[str, int], ...]
    """How many disputes there are of each kind."""
    coming: tuple[Line, ...]


def states(snapshot: Snapshot) -> tuple[State, ...]:
    """The latest spell of each track of each negotiation; a state without a day is never taken for the latest."""
    found, now = [], last_day(snapshot)
    for strand in strands(snapshot):
        spell = strand.spells[0]
        point = spell.points[-1] if spell.points else None
        statement = snapshot.statements.get(point.statement) if point else None
        who = by_words(statement) if statement else ""
        day, age = days_told(spell), age_words(last_known(spell), now)
        found.append(State(strand.track, strand.name, spell.status, date_words(day), age, who, statement.id if statement else ""))
    return tuple(found)


def open_disputes(snapshot: Snapshot) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, int], ...]]:
    """The first conflicts, and the count of every kind."""
    conflicts = [d for d in snapshot.derived.disputes if d.kind == "conflict"]
    counts = Counter(d.kind for d in snapshot.derived.disputes)
    return tuple((d.id, dispute_title(snapshot, d)) for d in conflicts[:MOST_OPEN]), tuple(counts.most_common())


def beside(snapshot: Snapshot) -> Overview:
    """Everything on the first page, with nothing marked as new."""
    brief = build_brief(snapshot)
    shown, counts = open_disputes(snapshot)
    return Overview(brief.title, brief.subtitle, brief.sections, sparks(snapshot), states(snapshot), shown, counts, next_section(snapshot).lines[:MOST_COMING])


def make(asked: Asked) -> Overview:
    """The first page of the record within the scope."""
    return asked.once(beside)
