"""Who is held, and who reaches whom."""

from __future__ import annotations

from onrecord.record.connection import Record
from onrecord.record.queries.filters import ALL, Filter
from onrecord.record.queries.narrowing import any_day, rests, values, wanted
from onrecord.types import Channel, RosterLine


def roster(record: Record, where: Filter = ALL) -> tuple[RosterLine, ...]:
    """The captives by name; *party* of the filter may be part of a captive's name, or somebody whom a statement on the captive names."""
    ids = wanted(record, where)
    found = values(record, RosterLine, "roster_line", "name, id")
    by_name = {c.id for c in found if where.party is not None and where.party.casefold() in c.name.casefold()}
    if by_name:
        others = Filter(where.layer, where.report, None, None, None, where.by, where.outlet, where.negotiation)
        ids = wanted(record, others)
        found = tuple(c for c in found if c.id in by_name)
    return tuple(c for c in found if rests(ids, [p.statement for p in c.points]) and any_day(where, [p.date for p in c.points]))


def channels(record: Record, where: Filter = ALL) -> tuple[Channel, ...]:
    """The ways that messages go; *party* of the filter is somebody on the way."""
    ids = wanted(record, Filter(where.layer, where.report, None, None, None, where.by, where.outlet, where.negotiation))
    found = values(record, Channel, "channel", "sender, receiver, through, id")
    if where.party is not None:
        word = where.party.casefold()
        found = tuple(c for c in found if any(word in name.casefold() for name in (c.sender, *c.through, c.receiver)))
    return tuple(c for c in found if rests(ids, [u.statement for u in c.uses]) and any_day(where, [u.date for u in c.uses]))
