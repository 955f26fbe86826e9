"""The days that general facts leave to a report, put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.reconcile.dating.bound import Bound
from onrecord.reconcile.dating.clues import Clues
from onrecord.reconcile.dating.world.found import facts
from onrecord.reconcile.dating.world.lexicon import world
from onrecord.types import Interval

WIDEST = 130
"""Days; what general facts leave wider than that is only used for what lies behind."""
APART = 300
"""Days between times at which the same comes round ("the primary" of one election and the next)."""
CAST = 2
"""Persons who must be named that stood at one time and not at another, before the one is taken."""


def world_bounds(clues: Clues) -> list[Bound]:
    """The days that the report's words leave by general facts: what it names lies behind, what it is near to and who held which office."""
    behind, near, held = facts(clues)
    latest = max(behind, key=lambda f: f.days[0].first or dt.date.min, default=None)
    out = [Bound(latest.days[0], latest.reason, sure=False)] if latest is not None else []
    days: tuple[Interval, ...] = latest.days if latest is not None else (Interval(dt.date.min, None),)
    reasons = list[str]()
    for fact in (*near, *held):
        closer = meet(days, fact.days)
        if closer and closer != days:
            days, reasons = closer, [*reasons, fact.reason]
    days, cast = at_one_time(days, clues.text)
    first, last = days[0].first, max((d.last or dt.date.max for d in days), default=dt.date.max)
    if first is None or first == dt.date.min or last == dt.date.max or (last - first).days >= WIDEST:
        return out
    return [*out, Bound(Interval(first, last), "; ".join([*reasons, *cast]), sure=False)]


def meet(some: Sequence[Interval], others: Sequence[Interval]) -> tuple[Interval, ...]:
    """The days in one of *some* and one of *others*, in order."""
    found = {both for one in some for other in others if (both := one.meet(other)) is not None}
    return tuple(sorted(found, key=lambda d: (d.first or dt.date.min, d.last or dt.date.max)))


def at_one_time(days: tuple[Interval, ...], text: str) -> tuple[tuple[Interval, ...], list[str]]:
    """Of days at several times those at the one time when most persons stood whom the text names, with these in words; all days where none is ahead."""
    times = list[list[Interval]]()
    for one in days:
        if times and one.first is not None and (one.first - (times[-1][-1].last or dt.date.max)).days < APART:
            times[-1].append(one)
        else:
            times.append([one])
    if len(times) == 1:
        return days, []
    casts = [standing(time, text) for time in times]
    most = max(len(cast) for cast in casts)
    best = [n for n, cast in enumerate(casts) if len(cast) == most]
    if most < CAST or len(best) > 1:
        return days, []
    return tuple(times[best[0]]), [f"{' and '.join(casts[best[0]][:CAST])}, whom it names, stood then"]


def standing(days: Sequence[Interval], text: str) -> list[str]:
    """Who stood for an office on some of the days, of those whom a text names in full."""
    named = (t for t in world().standing if t.name in text)
    return sorted({t.name for t in named if any(one.overlaps(d) for one in t.days for d in days)})
