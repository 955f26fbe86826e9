"""What reports say was delivered, or not, under an agreement, and what they say became of it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.reconcile.agreements.bare import bare_told
from onrecord.reconcile.agreements.lists import lists_told
from onrecord.reconcile.agreements.settings import any_stem, book, persons, unit_names
from onrecord.reconcile.agreements.terms import OBSERVE, about_of
from onrecord.reconcile.parties import account_of, party_name
from onrecord.reconcile.standing import Standing
from onrecord.types import AgreementTerm, Commitment, Delivery, EventMention, Figure, Interval, Span, Statement
from onrecord.types.agreements import DeliveryAccount

AFTER = 3
"""Days after the last one within which a delivery still counts as one of the agreement: a late one is told with its own day."""
OPEN = 90
"""Days for which an agreement without an end is followed."""
WEEK = dt.timedelta(days=7)
OWN = "a time of its clause"
"""The reason of the days that the clause of a count tells."""
TELLING = ("release", "exchange", "truce_extend", "breach")
"""Types of events that bear on the keeping of an agreement."""
WHOLE: dict[str, DeliveryAccount] = {"breached": "in breach", "kept": "kept", "disputed": "disputed"}


Kind = Literal["counted", "not delivered", "denied", "whole", "list"]


@dataclass(frozen=True, slots=True)
class Account:
    """What one statement tells of the keeping of an agreement, whichever it may be: worked out once a report, however many agreements run."""

    kind: Kind
    statement: str
    by: str
    """By whose account."""
    days: Interval | None
    unit: str = ""
    """What was delivered, or what the commitment is about."""
    whose: str | None = None
    low: float | None = None
    high: float | None = None
    published: Interval | None = None
    """For a running total, the days of its report; for a list, the day before the one told."""
    account: DeliveryAccount = "delivered"
    total: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Where to look: the terms, the parties, and the days."""

    tells: Callable[[str], bool]
    """Whether a report can tell of it."""
    terms: tuple[AgreementTerm, ...]
    parties: tuple[str, ...]
    first: dt.date
    last: dt.date

    def has(self, days: Interval | None) -> bool:
        """Whether the last of *days* lies in it."""
        return days is not None and days.last is not None and self.first - dt.timedelta(days=1) <= days.last <= self.last


class Told:
    """What each report tells of keeping, found by the days of which it tells."""

    def __init__(self, told: Mapping[str, Sequence[Account]]) -> None:
        placed = ((report, n, one) for report, own in told.items() for n, one in enumerate(own))
        rows = [(days.last, *place) for place in placed for days in (place[2].days, place[2].published) if days is not None and days.last is not None]
        self.rows = sorted(rows, key=lambda row: row[:3])

    def within(self, window: Window) -> list[Account]:
        """The accounts of the reports of a window that may tell of its days, in the order of reports and texts."""
        start = bisect_left(self.rows, window.first - dt.timedelta(days=1), key=lambda row: row[0])
        end = bisect_right(self.rows, window.last, key=lambda row: row[0])
        found = {(report, n): one for _, report, n, one in self.rows[start:end] if window.tells(report)}
        return [found[place] for place in sorted(found)]


def reported(told: Told, window: Window) -> tuple[Delivery, ...]:
    """Every account of keeping within the window, in the order of days and statements; *told* is what the reports tell."""
    found = [d for a in told.within(window) for d in delivery(window, a) if window.has(d.date)]
    unique = {(d.term, d.statement, d.account): d for d in found}
    return tuple(sorted(unique.values(), key=lambda d: (d.date.last if d.date and d.date.last else dt.date.max, d.term, d.account, d.statement)))


def delivery(window: Window, told: Account) -> Iterator[Delivery]:
    """What an account tells of the agreement of a window; nothing where it fits none of its terms."""
    if told.kind == "counted":
        term = term_for(window, told.unit, told.whose)
        if term is not None:
            days = told.days
            if days is None or (told.total and days.last is not None and days.last < window.first):
                days = told.published if told.total else None
            yield Delivery(term.id, told.statement, told.low, told.high, told.by, "delivered", term.about, days, told.total)
    elif told.kind == "not delivered":
        fitting = [t for t in window.terms if t.about == told.unit or (told.unit in persons() and t.about in persons() and t.obligor == told.whose)]
        if len(fitting) == 1:
            yield Delivery(fitting[0].id, told.statement, None, None, told.by, told.account, told.unit, told.days)
    elif told.kind == "denied":
        term = term_for(window, told.unit, None)
        if term is not None:
            yield Delivery(term.id, told.statement, None, None, told.by, told.account, told.unit, told.days)
    elif told.kind == "list":
        owed = [t for t in window.terms if t.about == "list"]
        if len(owed) == 1:
            days = told.published if any(r.eve for r in owed[0].rules) else told.days
            yield Delivery(owed[0].id, told.statement, 1, 1, told.by, told.account, "list", days)
    else:
        known = told.whose is None or not window.parties or set(told.whose.split(" and ")) <= set(window.parties)
        yield Delivery("", told.statement, told.low, told.high, told.by, told.account, told.unit, told.days, whose=(told.whose or "") if known else "")


def accounts(standing: Standing, report: str) -> Iterator[Account]:
    """Every account that one report gives of the keeping of anything."""
    own = standing.by_report.get(report, ())
    for statement in own:
        item = statement.item
        if isinstance(item, Figure):
            yield from counted(standing, statement, item)
        elif isinstance(item, Commitment) and item.account != "owed":
            yield from kept(standing, statement, item)
        elif isinstance(item, EventMention):
            yield from happened(standing, statement, item)
    for few in bare_told(standing, report):
        yield Account("counted", few.statement, few.by, few.day, "", None, few.number, few.number, standing.scene.dates[report].published)
    for told in lists_told(standing, report):
        yield Account(
            "list", told.statement, told.by, told.day, published=told.eve, account="late" if told.late else "delivered",
        )
    yield from ends(standing, own)


def counted(standing: Standing, statement: Statement, item: Figure) -> Iterator[Account]:
    """A count of what was released, freed, paid, brought; a running total is marked as one."""
    if item.some or not delivered(standing, statement, item):
        return
    unit = unit_names().get(item.unit.lower(), item.unit.lower())
    owner = party_name(standing.scene, statement.report, item.whose) if item.whose else None
    total = item.cumulative or (item.agreement is not None and not of_its_day(statement))
    low, high = (item.low if item.low is not None else item.value), (item.high if item.high is not None else item.value)
    if item.comparator in ("at_least", "more_than", "dozens", "hundreds"):
        high = item.high
    yield Account("counted", statement.id, told_by(standing, statement), statement.date, unit, owner, low, high, statement.published, total=total)


def of_its_day(statement: Statement) -> bool:
    """Whether the clause of a count tells the one day of it ("on Saturday 12 hostages were handed over under the deal")."""
    return statement.date_reason == OWN and statement.date is not None and statement.date.days == 1


def term_for(window: Window, unit: str, owner: str | None) -> AgreementTerm | None:
    """The one term that asks for *unit*, of *owner* where that is a party; a count of persons fits the only term about persons, and one of which no word
    tells what is counted the only term about persons that puts a number to certain days."""
    fitting = [t for t in window.terms if t.about == unit]
    if not unit:
        fitting = [t for t in window.terms if t.about in persons() and any(r.kind == "tranche" for r in t.rules)]
    if not fitting and unit in persons():
        fitting = [t for t in window.terms if t.about in persons()]
    if owner in window.parties:
        fitting = [t for t in fitting if not t.obligor or t.obligor == owner]
    return fitting[0] if len(fitting) == 1 else None


def delivered(standing: Standing, statement: Statement, item: Figure) -> bool:
    """Whether a count is of what was delivered: by its measure, or by the words around it; not where the event there did not happen."""
    beside = [s.item for s in standing.by_report.get(statement.report, ()) if isinstance(s.item, EventMention) and s.span.holds(statement.span)]
    if any(e.factuality not in ("happened", "ongoing") for e in beside if e.type in ("release", "exchange")):
        return False
    if item.measure in ("released", "freed"):
        return True
    return item.measure == "other" and any_stem(book()["delivering"]["words"]).search(around(standing, statement)) is not None


def around(standing: Standing, statement: Statement) -> str:
    """The sentence in which a statement stands."""
    return standing.sentence_at(statement.report, statement.span).of(standing.scene.reading_of(statement.report).report.text)


def kept(standing: Standing, statement: Statement, item: Commitment) -> Iterator[Account]:
    """An account of a commitment: of one term "not delivered", of the agreement as a whole kept, broken, or disputed."""
    about, who = about_of(item.what), party_name(standing.scene, statement.report, item.obligor)
    if about == "truce" or item.what.startswith(OBSERVE):
        yield Account("whole", statement.id, told_by(standing, statement), past(standing, statement), whose=who, account=WHOLE[item.account])
    elif item.account == "breached":
        yield Account("not delivered", statement.id, told_by(standing, statement), past(standing, statement), about, who, account="not delivered")


def happened(standing: Standing, statement: Statement, item: EventMention) -> Iterator[Account]:
    """An event that was denied is "not delivered", an extension or a breach is one by its teller's account."""
    if item.type not in TELLING:
        return
    by = told_by(standing, statement)
    if item.type in ("release", "exchange") and item.factuality == "denied" and statement.date is not None:
        unit = next((u for t in item.targets if (u := about_of(t))), "")
        if unit:
            yield Account("denied", statement.id, by, statement.date, unit, account="not delivered")
    elif item.type == "truce_extend" and item.factuality in ("happened", "ongoing"):
        days = next((f.value for f in durations(standing, statement)), None)
        yield Account("whole", statement.id, by, statement.date or statement.published, "days", low=days, high=days, account="extended")
    elif item.type == "breach" and item.factuality == "happened" and statement.date is not None and not beside_commitment(standing, statement):
        yield Account("whole", statement.id, by, statement.date, account="in breach")


def durations(standing: Standing, statement: Statement) -> Iterator[Figure]:
    """The lengths in days told in the sentence of a statement."""
    sentence = standing.sentence_at(statement.report, statement.span)
    for other in standing.by_report.get(statement.report, ()):
        if isinstance(other.item, Figure) and other.item.measure == "duration" and other.item.unit == "days" and sentence.holds(other.span):
            yield other.item


def beside_commitment(standing: Standing, statement: Statement) -> bool:
    """Whether an account of a commitment is told in the same words."""
    return any(s.span.overlaps(statement.span) and s.layer == "commitments" for s in standing.by_report.get(statement.report, ()))


def ends(standing: Standing, own: Sequence[Statement]) -> Iterator[Account]:
    """What tells that a truce ended: those with a day, else the first one, on the day of its report."""
    found = [
        s for s in own if isinstance(s.item, EventMention) and s.item.type == "truce_end" and s.item.factuality == "happened" and not s.in_title
    ]
    for statement in [s for s in found if s.date is not None] or found[:1]:
        yield Account("whole", statement.id, told_by(standing, statement), statement.date or statement.published, account="lapsed")


def past(standing: Standing, statement: Statement) -> Interval | None:
    """The day of an account of keeping; a weekday beside it, or up to which it was due, that the calendar put after its report is the one before."""
    published = statement.published
    days = statement.date or standing.day_beside(statement.report, end_of(statement.span), statement.span) or day_within(standing, statement)
    if days is None:
        return published
    if published is None or published.last is None or days.last is None or not dt.timedelta() < days.last - published.last < WEEK:
        return days
    return Interval.day(days.last - WEEK) if days.first is None or days.days == 1 else days


def end_of(span: Span) -> Span:
    """The last place of a span."""
    return Span(span.end - 1, span.end)


def day_within(standing: Standing, statement: Statement) -> Interval | None:
    """The only day told within a statement's words."""
    reading = standing.scene.reading_of(statement.report)
    times = [t for t in reading.times if t.type in ("DATE", "TIME") and statement.span.holds(t.span)]
    return standing.day_of(statement.report, times[0].id) if len(times) == 1 else None


def told_by(standing: Standing, statement: Statement) -> str:
    """By whose account: a side or source, else the outlet or report whose own voice it is, an opinion marked as one."""
    if statement.chain:
        return account_of(standing.scene, statement)
    report = standing.scene.reading_of(statement.report).report
    return f"{report.outlet or report.name} ({'opinion' if statement.in_opinion else 'own voice'})"
