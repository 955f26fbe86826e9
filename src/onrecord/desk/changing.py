"""What added reports, or the days between two dates, change in a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.deriving import derived_on, derived_without
from onrecord.pipeline import known_on
from onrecord.reconcile.changes import find_changes, fresh_of
from onrecord.record import Record, journal, queries
from onrecord.record.journal import Moment
from onrecord.record.judgements import judgements
from onrecord.types import Derived, Snapshot
from onrecord.types.changes import Changes

__all__ = ["Moment", "State", "before_adding", "between", "changes_since", "compared_with", "moment_of", "state_of"]


@dataclass(frozen=True, slots=True)
class State:
    """What was derived at one moment, and of which reports."""

    derived: Derived
    reports: frozenset[str]


def state_of(record: Record) -> State:
    """The record as it is now, to be compared with what it will be."""
    derived = queries.derived(record)
    return State(derived, frozenset(d.report for d in derived.dates))


def moment_of(record: Record) -> Moment:
    """From now on *record* notes what changes in it, until `changes_since` tells it; nothing that stays as it is is read."""
    return journal.begin(record)


def changes_since(record: Record, moment: Moment) -> Changes:
    """What is otherwise in *record* than at that moment, as noted on this connection: an empty record then means that all is new."""
    before, after = journal.parts(record)
    return compared(record, State(before, moment.reports), State(after, frozenset(d.report for d in after.dates)))


def compared(later: Record, before: State, after: State) -> Changes:
    """The changes between two states; *later* holds the statements of the second."""
    added = after.reports - before.reports
    statements = {s.id: s for report in sorted(added) for s in queries.statements(later, queries.Filter(report=report))}
    return find_changes(before.derived, after.derived, fresh_of(statements, after.derived.origin_links, after.derived.dates, added))


def compared_with(before: Derived, after: Snapshot) -> Changes:
    """The changes from what was derived *before* to a whole later snapshot."""
    added = frozenset(d.report for d in after.derived.dates) - {d.report for d in before.dates}
    statements = {i: s for i, s in after.statements.items() if s.report in added}
    return find_changes(before, after.derived, fresh_of(statements, after.derived.origin_links, after.derived.dates, added))


def before_adding(record: Record, added: Sequence[str]) -> Derived:
    """What was derived as if the reports *added* had not come yet."""
    return derived_without(record, added, judgements(record))


def between(record: Record, first: dt.date, last: dt.date) -> tuple[Changes, Record]:
    """What was known on *last* and not on *first*, and the record as it could be known on *last*, which holds the words."""
    earlier = derived_on(record, first)
    later = known_on(record, last)
    return compared(later, State(earlier, frozenset(d.report for d in earlier.dates)), state_of(later)), later
