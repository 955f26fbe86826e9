"""Negotiations are named, joined and parted as people decide; reports are never lost on the way, and undoing brings back what was."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.reconcile.judged_negotiations import judge_negotiations, renamed
from onrecord.types import Interval, Judgement, Negotiation

WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
DAYS = {r: Interval.day(dt.date(2031, 5, n)) for n, r in enumerate("abcd", 1)}
MAY, LAST = Interval(dt.date(2031, 5, 1), dt.date(2031, 5, 3)), Interval.day(dt.date(2031, 5, 4))
DAM = Negotiation("n1", "Front – Maravel: hostages", ("Front", "Maravel"), ("Belmar",), "hostages", ("a", "b", "c"), MAY)
SHIP = Negotiation("n2", "Front – Oster: crew", ("Front", "Oster"), ("Maravel",), "crew", ("d",), LAST)


def judge(action: str, target: str, value: Any = None, n: int = 1) -> Judgement:
    return Judgement(f"j{n}", action, target, "R. Coder", WHEN, "same table", "negotiation", value=None if value is None else json.dumps(value))  # type: ignore[arg-type]


def judged(found: list[Negotiation], decisions: list[Judgement]) -> tuple[Negotiation, ...]:
    return judge_negotiations(found, decisions, DAYS)


def test_a_negotiation_is_named() -> None:
    named = judged([DAM, SHIP], [judge("edit", "n1", {"name": "The dam talks", "mediators": ["Belmar", "the bishop"]})])
    assert (named[0].name, named[0].mediators, named[0].reports) == ("The dam talks", ("Belmar", "the bishop"), DAM.reports)
    assert "R. Coder" in named[0].reasons[-1] and "same table" in named[0].reasons[-1]


def test_joined_ones_have_the_reports_of_both_and_no_party_carries() -> None:
    (one,) = judged([DAM, SHIP], [judge("merge", "n1", ["n2"])])
    assert (one.id, one.name, one.reports, one.parties, one.mediators) == ("n1", DAM.name, ("a", "b", "c", "d"), ("Front", "Maravel", "Oster"), ("Belmar",))
    assert one.dates == Interval(dt.date(2031, 5, 1), dt.date(2031, 5, 4))


def test_parted_reports_make_another_and_none_is_lost() -> None:
    found = judged([DAM], [judge("split", "n1", ["c"])])
    assert sorted(r for n in found for r in n.reports) == ["a", "b", "c"]
    assert {n.reports: n.dates for n in found} == {("a", "b"): Interval(dt.date(2031, 5, 1), dt.date(2031, 5, 2)), ("c",): DAYS["c"]}
    assert len({n.id for n in found}) == 2


@pytest.mark.parametrize("reports", [["a", "b", "c"], [], ["nowhere"]])
def test_a_split_that_leaves_one_side_empty_changes_nothing(reports: list[str]) -> None:
    assert judged([DAM], [judge("split", "n1", reports)]) == (DAM,)


def test_undoing_brings_back_what_was_found() -> None:
    assert judged([DAM, SHIP], [judge("merge", "n1", ["n2"]), judge("undo", "j1", n=2)]) == (DAM, SHIP)


@pytest.mark.parametrize("values", [{"reports": ["a"]}, {"name": ""}, {"name": 3}, {"parties": "Front"}, {"mediators": [1]}])
def test_what_cannot_be_set_is_refused_with_what_can(values: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"field|give"):
        renamed(DAM, values)
