"""What stands above the table of a ledger: headlines with who says so, and sets of figures that cannot all be true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.types import Ledger, LedgerLine, LedgerValue, Snapshot
from onrecord.views.brief.words import age_words, by_words, date_words, last_day, origins_words, outlet_words
from onrecord.views.writing.marks import number, numbers_in

MOST_CARDS, MOST_SAYERS, MOST_TERMS, MOST_PLACES = 12, 12, 12, 4


@dataclass(frozen=True, slots=True)
class Sayer:
    """One report that gives a number."""

    by: str
    outlet: str
    published: str
    statement: str
    quote: str


@dataclass(frozen=True, slots=True)
class Side:
    """Everybody of one side who gives a number, the first report first."""

    side: str
    sayers: tuple[Sayer, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Head:
    """One value that a ledger shows first, with who says so."""

    label: str
    date: str
    age: str
    origins: str
    open: bool
    statement: str
    sides: tuple[Side, ...]
    rivals: tuple[str, ...]
    """Other values of the same measure, in words."""
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """One report's words for a figure."""

    date: str
    by: str
    statement: str


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a set that does not add up, with those who give it."""

    label: str
    places: tuple[Place, ...]
    more: int
    """How many places are not shown."""


@dataclass(frozen=True, slots=True)
class Card:
    """A minimal set of figures that cannot all be true: leave one out and the others can. Sets of the same arithmetic are one card."""

    id: str
    sum: str
    difference: str
    explains: tuple[str, ...]
    """Terms that no report states and that would explain the difference; none where no such term would."""
    terms: tuple[Term, ...]
    sets: int
    """How many sets of reported figures give this arithmetic."""


def heads(snapshot: Snapshot, ledger: Ledger) -> tuple[Head, ...]:
    """The values a ledger shows first."""
    found, now, values = [], last_day(snapshot), {v.statement: v for v in ledger.values}
    for headline in ledger.headlines:
        if not headline.statements:
            continue
        same = [v for v in ledger.values if (v.measure, v.low, v.high, v.scope) == (headline.measure, headline.low, headline.high, None) and not v.withdrawn]
        behind = same or [values[i] for i in headline.statements if i in values]
        rivals = dict.fromkeys(values[i].label for i in headline.others if i in values)
        found.append(
            Head(
                numbers_in(headline.label), date_words(headline.as_of), age_words(headline.as_of, now), origins_words(headline.origins), headline.open,
                headline.statements[0], sides(snapshot, behind), tuple(map(numbers_in, rivals))[:MOST_TERMS], headline.rule,
            )
        )
    return tuple(found)


def sides(snapshot: Snapshot, values: Sequence[LedgerValue]) -> tuple[Side, ...]:
    """Who gives a value, by side, the side and within it the report that came first leading."""
    groups: dict[str, list[LedgerValue]] = {}
    for value in sorted(values, key=lambda v: (told_on(v), v.statement)):
        groups.setdefault(value.side or ("own voice" if value.own_voice else "no side told"), []).append(value)
    return tuple(
        Side(side, tuple(s for v in found[:MOST_SAYERS] if (s := sayer(snapshot, v))), max(0, len(found) - MOST_SAYERS)) for side, found in groups.items()
    )


def told_on(value: LedgerValue) -> dt.date:
    """The first day on which the value may have been told; unknown days come last."""
    return (value.published.first or value.published.last or dt.date.max) if value.published else dt.date.max


def sayer(snapshot: Snapshot, value: LedgerValue) -> Sayer | None:
    """One report that gives a value."""
    statement = snapshot.statements.get(value.statement)
    if statement is None:
        return None
    return Sayer(by_words(statement), outlet_words(snapshot.report(value.report)), date_words(value.published), statement.id, statement.quote)


def cards(snapshot: Snapshot, ledger: Ledger) -> tuple[Card, ...]:
    """The first minimal sets that do not add up, those that miss most first."""
    values = {v.statement: v for v in ledger.values}
    alike: dict[str, list[LedgerLine]] = {}
    for line in sorted((n for n in ledger.lines if n.minimal and n.verdict == "does_not_add_up"), key=lambda n: (-abs(n.difference or 0), n.id)):
        alike.setdefault(line.sum, []).append(line)
    return tuple(card(snapshot, values, lines) for lines in list(alike.values())[:MOST_CARDS])


@dataclass(frozen=True, slots=True)
class Sum:
    """What some figures come to together; the same arithmetic over other statements is the same sum."""

    sum: str
    verdict: str
    explains: tuple[str, ...]
    note: str
    statements: tuple[str, ...]


def sums(ledger: Ledger) -> tuple[Sum, ...]:
    """The sums of a ledger in their order, without the smallest sets that cannot be true."""
    alike: dict[tuple[str, str, str], list[LedgerLine]] = {}
    for line in ledger.lines:
        if not line.minimal:
            alike.setdefault((line.sum, line.verdict, line.note), []).append(line)
    return tuple(
        Sum(numbers_in(sum_), verdict, same[0].open_terms, note, tuple(dict.fromkeys(i for line in same for i in line.statements)))
        for (sum_, verdict, note), same in alike.items()
    )


def card(snapshot: Snapshot, values: Mapping[str, LedgerValue], lines: Sequence[LedgerLine]) -> Card:
    """The sets of one arithmetic."""
    first = lines[0]
    behind: dict[str, list[Place]] = {}
    for identity in dict.fromkeys(i for line in lines for i in line.statements):
        statement, value = snapshot.statements.get(identity), values.get(identity)
        if statement is not None:
            place = Place(date_words(value.as_of if value else statement.date), by_words(statement), identity)
            behind.setdefault(numbers_in(value.label) if value else statement.quote, []).append(place)
    terms = tuple(Term(label, tuple(found[:MOST_PLACES]), max(0, len(found) - MOST_PLACES)) for label, found in list(behind.items())[:MOST_TERMS])
    told = f"{number(abs(first.difference))} not accounted for in these reports" if first.difference else ""
    return Card(first.id, numbers_in(first.sum), told, first.open_terms, terms, len(lines))
