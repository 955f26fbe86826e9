"""Who is held, and who reaches whom."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record.connection import Record
from onrecord.record.queries.filters import ALL, Filter
from onrecord.record.queries.narrowing import kept_words, values
from onrecord.types import Channel, RosterLine


def roster(record: Record, where: Filter = ALL) -> tuple[RosterLine, ...]:
    """The captives by name; *party* of the filter may be part of a captive's name, or somebody whom a statement on the captive names."""
    found = values(record, RosterLine, "roster_line", "name, id")
    named = {c.id for c in found if where.party is not None and where.party.casefold() in c.name.casefold()}
    if named:
        found, where = tuple(c for c in found if c.id in named), replace(where, party=None)
    kept = kept_words(record, where)
    return tuple(c for c in found if kept.fit((p.words, p.date) for p in c.points))


def channels(record: Record, where: Filter = ALL) -> tuple[Channel, ...]:
    """The ways that messages go; *party* of the filter is somebody on the way."""
    found = values(record, Channel, "channel", "sender, receiver, through, id")
    if where.party is not None:
        word = where.party.casefold()
        found = tuple(c for c in found if any(word in name.casefold() for name in (c.sender, *c.through, c.receiver)))
    kept = kept_words(record, replace(where, party=None))
    return tuple(c for c in found if kept.fit((u.words, u.date) for u in c.uses))
