"""Which state of the talks is the latest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from onrecord.types import Derived, Interval, Snapshot, TalksPoint, TalksSpell, TalksStatus
from onrecord.views.brief.talks import strands

EARLY, LATE = Interval.day(dt.date(2031, 10, 13)), Interval.day(dt.date(2031, 10, 27))
CHANGE = Interval(EARLY.first, LATE.last)


def spell(status: TalksStatus, begins: Interval | None, ends: Interval | None, *told: Interval) -> TalksSpell:
    """A spell with points told on these days."""
    return TalksSpell("talks", status, begins, ends, tuple(TalksPoint(f"{status}{n}", status, day, None, None) for n, day in enumerate(told)))


@pytest.mark.parametrize(
    ("spells", "latest", "why"),
    [
        ((spell("active", EARLY, CHANGE, EARLY), spell("suspended", CHANGE, None, LATE)), "suspended", "what is told last, though both may change on one day"),
        ((spell("suspended", CHANGE, None, LATE), spell("active", EARLY, CHANGE, EARLY)), "suspended", "… in whatever order they lie"),
        ((spell("progress", CHANGE, None, LATE), spell("active", EARLY, LATE, EARLY, LATE)), "progress", "of two of one day the one still told"),
        ((spell("active", EARLY, None, EARLY), spell("collapsed", None, None)), "active", "what has no day is never the latest"),
    ],
)
def test_the_latest_state_is_the_one_told_last(spells: Sequence[TalksSpell], latest: str, why: str) -> None:
    (strand,) = strands(Snapshot(derived=Derived(talks=tuple(spells))))
    assert strand.spells[0].status == latest, why
