"""Early, late, earlier, later: the days meant within a unit."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reconcile.calendar.point import Point
from onrecord.reconcile.calendar.scene import DAY, Scene
from onrecord.types import Interval, TimeExpression


def narrowed(point: Point, e: TimeExpression, scene: Scene) -> Point:
    """The days of "early", "late", "earlier", "later" within a unit; only a week's half shows in the value."""
    days = point.days
    if days is None or days.first is None or days.last is None or point.grain == "day":
        return point
    size, third = (days.last - days.first).days + 1, ((days.last - days.first).days + 1) // 3
    first, last = days.first, days.last
    if point.grain == "week":
        cut = {"early": (0, 2), "start": (0, 1), "mid": (1, 3), "late": (3, 4), "end": (4, 6)}.get(e.mod or "")
        if cut:
            days = Interval(first + cut[0] * DAY, first + cut[1] * DAY)
            return replace(point, value=days.edtf(), days=days)
    tail = (size - third - 1, size - 1)
    cuts = {"early": (0, third), "start": (0, third), "mid": (third, size - third - 1), "late": tail, "end": tail}
    if e.mod in cuts:
        a, b = cuts[e.mod]
        return replace(point, days=Interval(first + a * DAY, first + b * DAY))
    base = scene.report
    if base is not None and first <= base <= last and e.mod in ("earlier", "later"):
        return replace(point, days=Interval(first, base) if e.mod == "earlier" else Interval(base, last))
    return point
