"""Scores proposed to a coder: between which levels the accounts lie; nothing told is no score."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.reconcile.agreements.schedule import schedule
from onrecord.reconcile.scoring import scored
from onrecord.types import Agreement, AgreementRule, AgreementTerm, CommitmentLine, Delivery, Interval

Accounts = tuple[tuple[str, str, str], ...]
FIRST = dt.date(2026, 3, 2)


def line(*accounts: tuple[str, str]) -> CommitmentLine:
    """A commitment to release captives with accounts (account, whose)."""
    told = tuple((f"s{n}", account, by) for n, (account, by) in enumerate(accounts))
    return CommitmentLine("c1", "the Front", "Norland", "release ten captives a day", None, None, told, "owed")


def agreement(*told: tuple[int, float, str, bool]) -> Agreement:
    """Ten captives on each of three days, with deliveries (day, number, by whom, whether in all so far)."""
    rule = AgreementRule("tranche", "", 10, "captives", every=1, times=3)
    term = AgreementTerm("t1", "the Front", "release", rules=(rule,), commitment="c1", about="captives")
    reported = [
        Delivery("t1", f"d{n}", low, low, by, "delivered", "captives", Interval.day(FIRST + dt.timedelta(days=day - 1)), total)
        for n, (day, low, by, total) in enumerate(told)
    ]
    return Agreement("a1", "deal", ("Norland", "the Front"), (term,), schedule((term,), FIRST, reported))


@pytest.mark.parametrize(("accounts", "told", "expected"), [
    ((("owed", "Oman"),), (), None),
    ((("kept", "Oman"),), (), (3, 3)),
    ((("kept in part", "own voice"),), (), (2, 2)),
    ((("breached", "Norland"),), (), (0, 0)),
    ((("kept", "the Front"), ("breached", "Norland")), (), (0, 3)),
    ((("disputed", "own voice"),), (), (0, 3)),
    ((("owed", "Oman"),), ((1, 10, "Oman", False), (2, 10, "Oman", False), (3, 10, "Oman", False)), (3, 3)),
    ((("owed", "Oman"),), ((1, 10, "Oman", False), (2, 8, "Oman", False)), (2, 2)),
    ((("owed", "Oman"),), ((1, 10, "Oman", False), (1, 4, "Norland", False)), (1, 1)),
    ((("owed", "Oman"),), ((2, 20, "Oman", True), (1, 10, "Oman", False)), (2, 2)),
    ((("breached", "Norland"),), ((2, 20, "Oman", True),), (0, 2)),
])
def test_the_levels_are_those_between_which_the_accounts_lie(
    accounts: tuple[tuple[str, str], ...], told: tuple[tuple[int, float, str, bool], ...], expected: tuple[int, int] | None
) -> None:
    (one,) = scored((line(*accounts),), (agreement(*told),))
    found = one.proposed_score
    assert (None if found is None else (found.low, found.high)) == expected
    if found is not None:
        assert found.reasons
        assert found.evidence
