"""Early, late, mid: the part of a unit that is meant."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reconcile.calendar.point import Point
from onrecord.reconcile.calendar.scene import DAY
from onrecord.types import Interval

WEEK = {"early": (0, 2), "start": (0, 1), "mid": (1, 3), "late": (3, 4), "end": (4, 6)}
"""Days of a week, Monday is 0 (GUIDE.md: "late last week" is its later half)."""


def narrowed(point: Point, mod: str) -> Point:
    """A week's early, middle or late days; larger units stay whole, as GUIDE.md has them (see `thirds`)."""
    days, cut = point.days, WEEK.get(mod)
    if cut is None or point.grain != "week" or days is None or days.first is None:
        return point
    part = Interval(days.first + cut[0] * DAY, days.first + cut[1] * DAY)
    return replace(point, value=part.edtf(), days=part)


def thirds(days: Interval, mod: str | None) -> Interval:
    """The third of a month or year that "early", "mid" or "late" means; all of it for other words."""
    if days.first is None or days.last is None or mod is None:
        return days
    size = (days.last - days.first).days + 1
    third = size // 3
    tail = (size - third - 1, size - 1)
    cuts = {"early": (0, third), "start": (0, third), "mid": (third, size - third - 1), "late": tail, "end": tail}
    if mod not in cuts:
        return days
    first, last = cuts[mod]
    return Interval(days.first + first * DAY, days.first + last * DAY)
