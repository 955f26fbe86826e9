"""What is derived of a record, put in the place of the older, and the record as it could be known on an earlier day."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from onrecord.packing import packs_of
from onrecord.past import dates_then, forgotten
from onrecord.reconcile import reconciled, set_scene
from onrecord.reconcile.judged_reports import set_aside
from onrecord.record import Record, open_record, queries, store
from onrecord.record.codec import to_json
from onrecord.record.judgements import JUDGED, fingerprint, judgements, last_id
from onrecord.record.remembered import Remembered
from onrecord.record.shelf import Shelf
from onrecord.record.stated import statement_marks
from onrecord.types import Derived, Judgement, ReportDate
from onrecord.versions import reconciler

__all__ = ["derive", "derived_on", "derived_without", "is_current", "known_on", "settle"]


def is_current(record: Record) -> bool:
    """Whether what was derived still fits the readings, the judgements and this program."""
    return queries.meta(record, "derived_of") == fingerprint(record, reconciler())


def settle(record: Record) -> None:
    """Derives until no reading and no judgement is left out, those that others write meanwhile among them.

    Where others add reports meanwhile it ends, as they derive anew when they are done; whoever comes last leaves a record that is current.
    """
    while not is_current(record):
        had = queries.annotators(record)
        derive(record)
        if queries.annotators(record) != had:
            return


def derive(record: Record, *, as_of: dt.date | None = None, dates: Sequence[ReportDate] | None = None, left_out: Sequence[str] = ()) -> None:
    """Reconciles all readings and judgements of *record* and puts the result in the place of the older; what it remembers is not worked out again.

    Others may write meanwhile: where one of them has derived all that there is by then, their result stays.
    """
    by = reconciler()
    of, had = fingerprint(record, by), queries.annotators(record)
    notes = {"derived_of": of, "derived_as_of": as_of.isoformat() if as_of else "", "left_out": to_json(left_out), JUDGED: last_id(record)}
    remembered = Remembered(record, by)

    def overtaken() -> bool:
        now = fingerprint(record, by)
        if queries.annotators(record) != had:
            remembered.forget_readings()
        return now != of and queries.meta(record, "derived_of") == now

    def put() -> tuple[Judgement, ...] | None:
        with record.reading(), Shelf(record) as shelf:
            judged = judgements(record)
            aside = set_aside(judged)
            notes["set_aside"] = to_json({report: j.id for report, j in sorted(aside.items())})
            scene = set_scene([r for r in shelf.readings if r.report.id not in aside], judged, dates, remembered, packs=packs_of(record))
            found = reconciled(scene)
            remembered.left_out, unchanged = found.kept, remembered.unchanged
            remembered.standing = {report: mark for report, mark in statement_marks(record).items() if report in unchanged}
            statements = [s for report in scene.reports if report not in remembered.standing for s in scene.told.of(report)]
        done = store.replace_derived(record, statements, found.derived, notes=notes, remembered=remembered, overtaken=overtaken)
        return scene.lost if done else None

    with uncollected():
        lost = put()  # what it worked with is given back before cycles are looked for again
    if lost is not None:
        store.put_lost(record, lost)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles, which costs a third of the time over millions of small values: what is derived is frozen and has none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def known_on(record: Record, day: dt.date) -> Record:
    """The record as it could be known on *day*, in memory: only reports that were surely published by then, dated as now, and agreements typed in by then."""
    known = known_by(record, day)
    past = open_record(None)
    record.connection.backup(past.connection)
    for identity in (*known.gone, *queries.set_aside(record)):
        store.remove_report(past, identity)
    store.forget_judgements(past, forgotten(judgements(past), known.gone, day))
    derive(past, as_of=day, dates=known.dates, left_out=known.names)
    return past


@dataclass(frozen=True, slots=True)
class Known:
    """What of a record's reports could be known on a day."""

    gone: frozenset[str]
    """Ids of the reports that may be later."""
    names: tuple[str, ...]
    """Their names."""
    dates: tuple[ReportDate, ...]
    """The dates of the others, as told then."""


def known_by(record: Record, day: dt.date) -> Known:
    """Which reports were surely published by *day*."""
    entries = queries.reports(record)
    out = [e for e in entries if e.date.published is None or e.date.published.last is None or e.date.published.last > day]
    gone, names = frozenset(e.id for e in out), tuple(e.name for e in out)
    return Known(gone, names, tuple(dates_then((e.date for e in entries if e.id not in gone), names, day)))


def derived_on(record: Record, day: dt.date) -> Derived:
    """What is derived of the record as it could be known on *day*: the same as `known_on` gives, without a record made of it, which costs half of the time."""
    known, judged = known_by(record, day), judgements(record)
    out = forgotten(judged, known.gone, day)
    return derived_without(record, known.gone, tuple(j for j in judged if j.id not in out), known.dates)


def derived_without(
    record: Record, gone: Collection[str], judged: Sequence[Judgement], dates: Sequence[ReportDate] | None = None,
) -> Derived:
    """What is derived of the record without the reports *gone*, with these judgements; nothing is written."""
    aside, by = set_aside(judged), reconciler()
    with uncollected(), record.reading(), Shelf(record) as shelf:
        readings = [r for r in shelf.readings if r.report.id not in gone and r.report.id not in aside]
        return reconciled(set_scene(readings, judged, dates, Remembered(record, by, whole=False), packs=packs_of(record))).derived
