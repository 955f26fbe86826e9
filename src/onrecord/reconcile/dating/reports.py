"""The dates of a batch of reports: what each prints, what each says of itself, and what they leave to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.dating import copies, spells, turns
from onrecord.reconcile.dating.bound import Bound, Window, closed, settle
from onrecord.reconcile.dating.clues import Clues, clues_of
from onrecord.reconcile.dating.own import own_bounds
from onrecord.reconcile.dating.printed import printed_date
from onrecord.reconcile.dating.weekdays import narrowed
from onrecord.types import Interval, Reading, ReportDate

ROUNDS = 4
"""Passes over the batch; what one report gains can date another, and four were never exhausted."""
WIDEST = 400
"""Days; what is known no better than to a year or so is unknown."""
Days = Mapping[str, Interval | None]


def date_reports(readings: Sequence[Reading]) -> tuple[ReportDate, ...]:
    """A date for every reading, in their order; unknown where neither print nor content tells."""
    printed = [printed_date(r.report) for r in readings]
    if all(printed):
        return tuple(p for p in printed if p is not None)
    clues = [clues_of(r, resolve(r, None).days) for r in readings]
    own = [own_bounds(c) if p is None else [] for c, p in zip(clues, printed, strict=True)]
    windows = [Window(p.published) if p is not None else settled(c, b) for p, c, b in zip(printed, clues, own, strict=True)]
    told = spells.groups(clues)
    for _ in range(ROUNDS):
        more = shared_bounds(clues, [w.days for w in windows], told)
        fresh = [w if p is not None else settled(c, b + m) for w, p, c, b, m in zip(windows, printed, clues, own, more, strict=True)]
        if fresh == windows:
            break
        windows = fresh
    return tuple(p if p is not None else inferred(r, w) for p, r, w in zip(printed, readings, windows, strict=True))


def settled(clues: Clues, bounds: Sequence[Bound]) -> Window:
    """What the bounds leave, narrowed by the report's weekdays where that is only a few days."""
    window = settle(bounds)
    by_week = any(b.week for b in window.tight)
    weekday = narrowed(clues, window.days) if window.days is not None and by_week else None
    second = turns.second_day(clues, window.days) if window.days is not None else None
    more = [b for b in (weekday, second) if b is not None]
    return settle([*bounds, *more]) if more else window


def shared_bounds(clues: Sequence[Clues], windows: Sequence[Interval | None], told: Sequence[Sequence[spells.Told]]) -> list[list[Bound]]:
    """For each report the bounds that the others give it as they stand."""
    names = [c.reading.report.name for c in clues]
    days = [resolve(c.reading, closed(w)).days for c, w in zip(clues, windows, strict=True)]
    batch = turns.Batch(clues, windows, days, names)
    copied = copies.bounds(clues, windows, names)
    out: list[list[Bound]] = [[] for _ in clues]
    for group in told:
        found = spells.ends(group, windows, days)
        for number, bounds in spells.bounds(group, found, names).items():
            out[number].extend(bounds)
    for number, window in enumerate(windows):
        if closed(window) is None or (window and (window.days or 0) > 1):
            out[number].extend(copied.get(number, []))
            out[number].extend(turns.anniversaries(number, batch))
            out[number].extend(turns.bounds(number, batch))
    return out


def inferred(reading: Reading, window: Window) -> ReportDate:
    """The date that the bounds leave, with them in words; unknown where an end is open or they exclude each other."""
    report = reading.report.id
    if window.conflict is not None:
        return ReportDate(report, None, "unknown", "what the report says excludes every day", (), window.conflict)
    days = closed(window.days)
    constraints = tuple(b.reason for b in window.tight)
    if days is None or (days.days or 0) > WIDEST:
        return ReportDate(report, None, "unknown", "; ".join(constraints) or "nothing tells", constraints)
    return ReportDate(report, days, "inferred", "; ".join(constraints), constraints)
