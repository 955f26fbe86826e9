"""Terms and what was reported delivered → the days of an agreement: what is due, what was told, what is left out.

Pure arithmetic over the terms: no day is ever called a breach. Where nothing was told the day says "not reported in what was added".
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reconcile.agreements.following import followed
from onrecord.reconcile.agreements.leaning import Dues, Leaning, at_ratio, by, on_the_eve
from onrecord.reconcile.agreements.settings import of_unit
from onrecord.types import AgreementRule, AgreementTerm, Delivery, Due, ScheduleDay

MOST_DAYS = 400
"""Times after which a tranche without an end is cut off: no truce of any corpus read here ran for longer than a year."""


@dataclass(frozen=True, slots=True)
class Course:
    """When an agreement runs: its first day, the last by its own terms, and the last with the extensions that are told."""

    first: dt.date
    last: dt.date | None
    extended: dt.date | None

    def day(self, number: int) -> dt.date:
        """The day with this number; 1 is the first."""
        return self.first + dt.timedelta(days=number - 1)


def schedule(terms: Sequence[AgreementTerm], first: dt.date, reported: Sequence[Delivery] = (), seen: dt.date | None = None) -> tuple[ScheduleDay, ...]:
    """Every day on which something is due or reported, in their order; *seen* is the last day of which a report could tell.

    *first* is day 1. Extensions count where they are told with their days; nothing is extended by arithmetic.
    """
    course = course_of(terms, first, reported)
    dues: Dues = defaultdict(list)
    for term in terms:
        for rule in term.rules:
            for day, due in dated(term, rule, course):
                dues[day].append(due)
    for term in terms:
        for rule in term.rules:
            if rule.kind == "ratio" and rule.amount is not None:
                at_ratio(Leaning(term, rule, terms, reported), dues)
            elif rule.kind == "list" and rule.eve:
                on_the_eve(term, rule, dues)
    in_all(terms, course, dues)
    told: defaultdict[dt.date, list[Delivery]] = defaultdict(list)
    for one in reported:
        if one.date is not None and one.date.last is not None:
            told[one.date.last].append(one)
    out, asked = [], defaultdict[str, float](float)
    for day in sorted({*dues, *told}):
        for due in dues[day]:
            asked[due.term] += due.low or 0
        said = followed(dues[day], told[day], asked, late=seen is not None and day > seen)
        out.append(ScheduleDay(day, tuple(dues[day]), tuple(told[day]), said, (day - first).days + 1))
    return tuple(out)


def rules_of(terms: Sequence[AgreementTerm], kind: str) -> list[AgreementRule]:
    """All rules of a kind."""
    return [r for t in terms for r in t.rules if r.kind == kind]


def course_of(terms: Sequence[AgreementTerm], first: dt.date, reported: Sequence[Delivery]) -> Course:
    """The first and last day; where terms tell several lengths, the longest of those that are told."""
    lengths = [int(r.amount) for r in rules_of(terms, "lasts") if r.amount]
    last = first + dt.timedelta(days=max(lengths) - 1) if lengths else None
    added = {d.date.edtf(): d.low for d in reported if d.account == "extended" and d.low and d.unit == "days" and d.date is not None}
    extended = last + dt.timedelta(days=int(sum(added.values()))) if last is not None and added else None
    return Course(first, last, extended)


def dated(term: AgreementTerm, rule: AgreementRule, course: Course) -> Iterator[tuple[dt.date, Due]]:
    """The days that a rule names by itself."""
    if rule.kind == "lasts" and rule.amount:
        yield course.day(int(rule.amount)), Due(term.id, None, None, "days", f"day {rule.amount:g} of {rule.amount:g}, the last by its terms ({rule.words})")
    elif rule.kind == "longest" and rule.amount:
        yield course.day(int(rule.amount)), Due(term.id, None, None, "days", f"day {rule.amount:g}: no day after this one by its terms ({rule.words})")
    elif rule.kind == "tranche" and rule.amount is not None:
        yield from tranches(term, rule, course)
    elif rule.kind == "extension" and rule.amount and rule.per:
        yield from extensions(term, rule, course)
    elif rule.kind == "list" and rule.every:
        last = course.extended or course.last
        days = (last - course.first).days + 1 if last is not None else 1
        for n in range(0, min(days, MOST_DAYS), rule.every):
            yield course.day(n + 1), Due(term.id, 1, 1, "list", f"a list{by(rule)} ({rule.words})")


def tranches(term: AgreementTerm, rule: AgreementRule, course: Course) -> Iterator[tuple[dt.date, Due]]:
    """The times at which a tranche is due; one without times runs to the last day, also where that is said to have been put off."""
    unit = rule.unit or term.about or "in all"
    last = course.extended or course.last
    start = 1 if rule.weekday is None else 1 + (rule.weekday - course.first.weekday()) % 7
    if rule.days:
        numbers = list(rule.days)
    elif rule.every and rule.times:
        numbers = [start + rule.every * n for n in range(min(rule.times, MOST_DAYS))]
    elif rule.every and last is not None:
        numbers = list(range(start, min((last - course.first).days + 1, MOST_DAYS) + 1, rule.every))
    else:
        return
    low, high = bounds(rule, rule.amount or 0)
    for place, n in enumerate(numbers, 1):
        over = ", on a day by which it is said to have been extended" if course.last is not None and course.day(n) > course.last else ""
        yield course.day(n), Due(term.id, low, high, unit, f"{of_unit(amount(rule), unit)}, time {place} of {len(numbers)}{over} ({rule.words})")


def extensions(term: AgreementTerm, rule: AgreementRule, course: Course) -> Iterator[tuple[dt.date, Due]]:
    """What an extension costs, told on the last day, and due on each day by which an account says that it was extended."""
    days, per = rule.amount or 1, rule.per or 1
    unit = rule.per_unit or "more"
    if course.last is None:
        return
    yield course.last, Due(term.id, None, None, "days", f"{per:g} more {unit} would give {days:g} more day{'s' * (days != 1)} ({rule.words})")
    added = (course.extended - course.last).days if course.extended is not None else 0
    for n in range(0, added, max(1, int(days))):
        why = f"{of_unit(f'{per:g}', unit)} for {days:g} more day{'s' * (days != 1)} ({rule.words})"
        yield course.last + dt.timedelta(days=n + 1), Due(term.id, per, per, unit, why)


def bounds(rule: AgreementRule, value: float) -> tuple[float | None, float | None]:
    """Least and most that would do."""
    return (None if rule.bound == "at_most" else value, None if rule.bound == "at_least" else value)


def amount(rule: AgreementRule) -> str:
    """The number with its bound in words."""
    bound = {"exact": "", "at_least": "at least ", "at_most": "at most "}[rule.bound]
    return f"{bound}{rule.amount:,.10g}"


def in_all(terms: Sequence[AgreementTerm], course: Course, dues: Dues) -> None:
    """Adds a number in all on its deadline, else on the last day, where no rule of its term puts days to it."""
    dated_units = {(d.term, d.unit) for owed in dues.values() for d in owed}
    for term in terms:
        for rule in [r for r in term.rules if r.kind == "amount" and r.amount is not None]:
            unit = rule.unit or term.about
            day = term.deadline.last if term.deadline is not None and term.deadline.last is not None else course.last
            if day is None or (term.id, unit) in dated_units:
                continue
            low, high = bounds(rule, rule.amount or 0)
            dues[day].append(Due(term.id, low, high, unit, f"{of_unit(amount(rule), unit)} in all, by this day ({rule.words})"))
