"""The dates of a batch of reports: what each prints, what each says of itself, and what they leave to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.dating import copies, datelines, gathered, happenings, spells, turns
from onrecord.reconcile.dating.bound import Bound, Window, closed, settle
from onrecord.reconcile.dating.clues import Clues
from onrecord.reconcile.dating.noted import Notes, notes_of
from onrecord.reconcile.dating.own import own_bounds
from onrecord.reconcile.dating.printed import printed_date
from onrecord.reconcile.dating.weekdays import narrowed
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.types import Interval, Reading, ReportDate

ROUNDS = 4
"""Passes over the batch; what one report gains can date another, and four were never exhausted."""
WIDEST = 400
"""Days; what is known no better than to a year or so is unknown."""
PLAIN = "past tense"
"""Begins the reason of a time that a finite past verb governs."""
ZONES = 1
"""Days by which clocks and zones may put an event after the date printed."""


def date_reports(readings: Sequence[Reading], memo: Memo = AFRESH) -> tuple[ReportDate, ...]:
    """A date for every reading, in their order; unknown where neither print nor content tells. *memo* may know what is noted of a report."""
    printed = list(memo.of_readings("the date that is printed", ReportDate | None, readings, on_its_face))  # type: ignore[arg-type]
    undated = frozenset(i for i, p in enumerate(printed) if p is None)
    if not undated:
        return tuple(p for p in printed if p is not None)
    notes = notes_of(readings, memo)
    places = {readings[n].report.id: n for n in undated}
    asked = [readings[n] for n in places.values()]
    told = memo.of_readings("what it says of its own date", tuple[Bound, ...], asked, lambda r: tuple(own_bounds(notes.clues[places[r.report.id]])))
    own = dict(zip(places.values(), told, strict=True))
    windows = [Window(p.published) if p is not None else settled(notes.clues[n], own[n]) for n, p in enumerate(printed)]
    spoken = happenings.Spoken(memo)
    windows = spread(notes, own, windows, (undated, spoken))
    around = beside(readings, printed, notes)
    return tuple(p if p is not None else inferred(r, w, around.get(n)) for n, (p, r, w) in enumerate(zip(printed, readings, windows, strict=True)))


def beside(readings: Sequence[Reading], printed: Sequence[ReportDate | None], notes: Notes) -> dict[int, gathered.Gathered]:
    """For undated reports, by number, the days of the dated reports of the same matter."""
    names = [f.names for f in notes.found]
    days = {n: found for n, p in enumerate(printed) if p is not None and (found := closed(p.published)) is not None}
    dated = gathered.Dated([r.report.id for r in readings], names, days)
    return gathered.gathered([n for n, p in enumerate(printed) if p is None], names, notes.clues, dated)


def on_its_face(reading: Reading) -> ReportDate | None:
    """The date that a report prints, with what its text says against it; None where it prints none."""
    printed = printed_date(reading.report)
    return checked(printed, reading) if printed is not None else None


def checked(date: ReportDate, reading: Reading) -> ReportDate:
    """A printed date with what in the text speaks against it: a full day told in a plain past tense that comes after it."""
    if date.published is None or date.published.last is None:
        return date
    latest = date.published.last + dt.timedelta(days=ZONES)
    for time in reading.times:
        e = time.expression
        if e.op != "date" or None in (e.year, e.month, e.day) or e.direction != "past" or not time.reason.startswith(PLAIN):
            continue
        if (e.year, e.month, e.day) > (latest.year, latest.month, latest.day):
            words = time.span.of(reading.report.text)
            return replace(date, contradicted=f"{date.reason}, but “{words}” is told as past")
    return date


def spread(notes: Notes, own: Mapping[int, Sequence[Bound]], windows: list[Window], asked: tuple[frozenset[int], happenings.Spoken]) -> list[Window]:
    """The windows after what reports leave to each other has gone round until nothing changes; *asked* are the undated, and who knows when words are said."""
    undated, spoken = asked
    clues, happened = notes.clues, notes.happened()
    told, twins = notes.spells(), notes.twins(undated)
    by_day, by_turn = turns.by_days([f.named for f in notes.found]), turns.turns_named([f.turns for f in notes.found])
    days = Days(notes, windows)
    left: dict[int, list[Bound]] = {}
    for _ in range(ROUNDS):
        batch = turns.Batch(clues, [w.days for w in windows], days, notes.names, by_day, by_turn)
        more = shared_bounds(batch, notes, told, twins, undated)
        fresh = list(windows)
        for i in undated:
            bounds = [*own[i], *more[i], *happenings.bounds(i, happened, days, (notes.names, spoken))]
            if bounds == left.get(i):
                continue
            left[i], fresh[i] = bounds, settled(clues[i], bounds)
            days.settle(i, fresh[i])
        if fresh == windows:
            break
        windows = fresh
    return windows


class Days(dict[int, Mapping[str, Interval | None]]):
    """By number of a report what its times mean as far as it is dated; worked out where it is asked for, as most reports date no other."""

    def __init__(self, notes: Notes, windows: Sequence[Window]) -> None:
        super().__init__()
        self.notes, self.windows = notes, list(windows)

    def __missing__(self, number: int) -> Mapping[str, Interval | None]:
        """The days of a report's times, asked for the first time since it was dated."""
        known = self.notes.of[number].days
        self[number] = known if known is not None else resolve(self.notes.clues[number].reading, closed(self.windows[number].days)).days
        return self[number]

    def settle(self, number: int, window: Window) -> None:
        """Dates a report anew."""
        self.windows[number] = window
        self.pop(number, None)


def settled(clues: Clues, bounds: Sequence[Bound]) -> Window:
    """What the bounds leave, narrowed by the report's weekdays where that is only a few days."""
    window = settle(bounds)
    by_week = any(b.week for b in window.tight)
    weekday = narrowed(clues, window.days) if window.days is not None and by_week else None
    second = turns.second_day(clues, window.days) if window.days is not None else None
    more = [b for b in (weekday, second) if b is not None]
    return settle([*bounds, *more]) if more else window


def shared_bounds(
    batch: turns.Batch, notes: Notes, told: Sequence[Sequence[spells.Told]], twins: Sequence[copies.Twin], undated: frozenset[int]
) -> dict[int, list[Bound]]:
    """For each undated report the bounds that the others give it as they stand."""
    out: dict[int, list[Bound]] = {i: [] for i in undated}
    for group in told:
        found = spells.ends(group, batch.windows, batch.days)
        for number, bounds in spells.bounds(group, found, batch.names).items():
            out.get(number, []).extend(bounds)
    for number, bounds in copies.bounds(twins, batch.clues, batch.windows, batch.names).items():
        out[number].extend(bounds)
    near = datelines.Nearby(batch.windows)
    for number in undated:
        out[number].extend(datelines.beside(number, notes.of[number].line, batch, near))
        out[number].extend(turns.anniversaries(number, batch))
        out[number].extend(turns.bounds(number, batch))
    return out


def inferred(reading: Reading, window: Window, around: gathered.Gathered | None) -> ReportDate:
    """The date that the bounds leave, with them in words; unknown where an end is open or they exclude each other.

    *around* are the days of the dated reports of its matter; where they tell more, they are what is likely.
    """
    report = reading.report.id
    if window.conflict is not None:
        return ReportDate(report, None, "unknown", "what the report says excludes every day", (), window.conflict)
    days = closed(window.days)
    constraints = tuple(b.reason for b in window.tight)
    soft = gathered.likely(window.days, around)
    within, why = (soft.days, soft.reason) if soft is not None else (None, "")
    if days is None or (days.days or 0) > WIDEST:
        return ReportDate(report, None, "unknown", "; ".join(constraints) or "nothing tells", constraints, likely=within, likely_reason=why)
    return ReportDate(report, days, "inferred", "; ".join(constraints), constraints, likely=within, likely_reason=why)
