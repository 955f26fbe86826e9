"""Terms and deliveries → days: the table by hand, and what must never come of it."""

from __future__ import annotations

import datetime as dt

import pytest
from schedules import CASES, Case

from onrecord.reconcile.agreements.following import amount_words
from onrecord.reconcile.agreements.rules import rules_in
from onrecord.reconcile.agreements.schedule import schedule
from onrecord.types import AgreementTerm, Delivery, Due, Interval, ScheduleDay


def terms_of(case: Case) -> tuple[AgreementTerm, ...]:
    """The terms of a case with the rules in their words."""
    return tuple(
        AgreementTerm(f"t{n}", who, words, rules=tuple(f.rule for f in rules_in(words, typed=True)), about=about(words))
        for n, (who, words) in enumerate(case.terms)
    )


def about(words: str) -> str:
    """The unit of a term's first rule, or what its words count."""
    found = rules_in(words, typed=True)
    return (found[0].rule.unit or "") if found else "bodies" if "bodies" in words else ""


def told_of(case: Case) -> tuple[Delivery, ...]:
    """What is told in a case."""
    terms = terms_of(case)
    out = []
    for day, place, account, number, by in case.told:
        unit = "days" if account == "extended" else terms[place].about if place >= 0 else ""
        term = terms[place].id if place >= 0 else ""
        out.append(Delivery(term, "s", number, number, by, account, unit, Interval.day(dt.date.fromisoformat(day))))
    return tuple(out)


def days_of(case: Case) -> dict[str, ScheduleDay]:
    """The schedule of a case by day."""
    seen = dt.date.fromisoformat(case.seen) if case.seen else None
    return {d.day.isoformat(): d for d in schedule(terms_of(case), dt.date.fromisoformat(case.first), told_of(case), seen)}


def short(due: Due) -> str:
    """ "8 captives", "end"."""
    if due.unit == "days":
        return "end" if "the last by its terms" in due.why else "most" if "no day after" in due.why else "more"
    return f"{amount_words(due.low, due.high).replace(',', '')} {due.unit}"


def test_the_table_has_its_twelve_schedules() -> None:
    assert len({c.name for c in CASES}) >= 12 and all(c.days for c in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_the_days_are_those_worked_out_by_hand(case: Case) -> None:
    found = {day: tuple(sorted(short(d) for d in one.due)) for day, one in days_of(case).items() if one.due}
    assert found == {day: tuple(sorted(rows)) for day, rows in case.days.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_each_day_says_by_whose_account(case: Case) -> None:
    days = days_of(case)
    for day, words in case.says.items():
        assert words in days[day].account, (day, days[day].account)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_no_breach_is_ever_derived(case: Case) -> None:
    quiet = schedule(terms_of(case), dt.date.fromisoformat(case.first))
    assert all("breach" not in d.account and "not delivered" not in d.account and "lapsed" not in d.account for d in quiet)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_the_order_of_terms_and_reports_changes_no_day(case: Case) -> None:
    terms, told = terms_of(case), told_of(case)
    first = dt.date.fromisoformat(case.first)
    forth, back = schedule(terms, first, told), schedule(tuple(reversed(terms)), first, tuple(reversed(told)))
    assert [(d.day, sorted(map(short, d.due))) for d in forth] == [(d.day, sorted(map(short, d.due))) for d in back]
