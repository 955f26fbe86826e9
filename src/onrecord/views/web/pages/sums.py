"""What stands above the table of a ledger: headlines with who says so, and sets of figures that cannot all be true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Ledger, LedgerValue, Snapshot
from onrecord.views.brief.words import age_words, by_words, date_words, last_day, origins_words, outlet_words

MOST_CARDS, MOST_SAYERS, MOST_TERMS = 12, 12, 12


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
class Term:
    """One figure of a set that does not add up."""

    label: str
    date: str
    by: str
    statement: str


@dataclass(frozen=True, slots=True)
class Card:
    """A minimal set of figures that cannot all be true: leave one out and the others can."""

    id: str
    sum: str
    difference: str
    explains: tuple[str, ...]
    """Terms that no report states and that would explain the difference."""
    note: str
    terms: tuple[Term, ...]


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
                headline.label, date_words(headline.as_of), age_words(headline.as_of, now), origins_words(headline.origins), headline.open,
                headline.statements[0], sides(snapshot, behind), tuple(rivals)[:MOST_TERMS], headline.rule,
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
    lines = sorted((n for n in ledger.lines if n.minimal and n.verdict == "does_not_add_up"), key=lambda n: (-abs(n.difference or 0), n.id))
    return tuple(
        Card(
            line.id, line.sum, f"{abs(line.difference):g} not accounted for in these reports" if line.difference else "", line.open_terms, line.note,
            tuple(t for i in line.statements[:MOST_TERMS] if (t := term(snapshot, values.get(i), i))),
        )
        for line in lines[:MOST_CARDS]
    )


def term(snapshot: Snapshot, value: LedgerValue | None, identity: str) -> Term | None:
    """One figure of a set."""
    statement = snapshot.statements.get(identity)
    if statement is None:
        return None
    label = value.label if value else statement.quote
    return Term(label, date_words(value.as_of if value else statement.date), by_words(statement), identity)
