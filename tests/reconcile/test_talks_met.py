"""Whether a state was told of days between two others is looked up among all its tellings, and is what walking over them gives."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconcile.talks import Met, Told
from onrecord.types import Interval, Span, Statement, Status

DAYS = st.dates(dt.date(2031, 1, 1), dt.date(2031, 1, 12))
OPEN = st.none() | DAYS


def told(number: int, first: dt.date | None, last: dt.date | None) -> Told:
    """A telling of a state that held from one day to another."""
    days = Interval(first, last) if first is None or last is None or first <= last else Interval(last, first)
    item = Status(f"s{number}", Span(0, 4), "active")
    return Told(Statement(f"{number:02}", "r", "status", item.id, item, item.span, "talk", days, None), "active", "talks")


@given(st.lists(st.tuples(OPEN, OPEN), max_size=9), DAYS, DAYS)
def test_days_between_are_found_whatever_is_told_first(days: list[tuple[dt.date | None, dt.date | None]], after: dt.date, before: dt.date) -> None:
    rows, met = sorted((told(n, *one) for n, one in enumerate(days)), key=lambda t: t.place), Met()
    met.take(rows[: len(rows) // 2])
    met.take(rows[len(rows) // 2 :])
    assert met.between(after, before) == any(t.place[1] > after and t.place[0] < before for t in rows)
