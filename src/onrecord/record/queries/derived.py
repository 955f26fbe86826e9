"""What was derived: events, ledgers, positions, commitments, talks, entities, origins, negotiations, disputes."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.record.codec import from_json
from onrecord.record.connection import Record
from onrecord.record.queries.filters import ALL, Filter
from onrecord.record.queries.narrowing import any_day, mentioning, negotiations, rests, values, wanted
from onrecord.record.queries.roster import channels, roster
from onrecord.record.queries.statements import statement_ids
from onrecord.record.queries.texts import agreements, proposals
from onrecord.types import (
    CommitmentLine,
    Derived,
    Dispute,
    Entity,
    Event,
    Ledger,
    OriginLink,
    PositionLine,
    ReportDate,
    TalksSpell,
    Withdrawn,
)

OBJECTS = {"statement": "statement", "event": "event", "ledger": "ledger", "ledger_line": "ledger_line", "position": "position_line",
           "commitment": "commitment_line", "roster": "roster_line", "channel": "channel", "proposal": "proposal_line",
           "agreement": "agreement", "dispute": "dispute", "entity": "entity", "negotiation": "negotiation", "judgement": "judgement"}
"""Tables of what has an id, by the word for it."""


def events(record: Record, where: Filter = ALL) -> tuple[Event, ...]:
    """Events with an account that *where* asks for, newest first, those without a day last."""
    ids = wanted(record, where)
    found = values(record, Event, "event", "date_first IS NULL AND date_last IS NULL, coalesce(date_last, date_first) DESC, date_first DESC, salience DESC, id")
    return tuple(e for e in found if rests(ids, e.statements) and where.days_fit(e.date))


def event(record: Record, identity: str) -> Event:
    """The event whose id begins so; InputError for none or several."""
    rows = record.rows("SELECT value_json FROM event WHERE substr(id, 1, length(?1)) = ?1", (identity,))
    if len(rows) != 1 or not identity:
        what = "no event has" if not rows else f"{len(rows)} events have"
        raise InputError(f"{record.path}: {what} an id that begins with {identity!r}; `onrecord timeline --json` gives ids")
    return from_json(Event, rows[0][0])


def ledgers(record: Record, where: Filter = ALL) -> tuple[Ledger, ...]:
    """Ledgers with a value that *where* asks for; each is given whole, as its sums need all of its values."""
    ids = wanted(record, where)
    found = values(record, Ledger, "ledger", "title, id")
    return tuple(g for g in found if any(rests(ids, [v.statement]) and where.days_fit(v.as_of or v.published) for v in g.values))


def positions(record: Record, where: Filter = ALL) -> tuple[PositionLine, ...]:
    """Positions by party and topic; *party* of the filter is whose position it is."""
    ids = wanted(record, Filter(where.layer, where.report, None, None, None, where.by, where.outlet, where.negotiation))
    found = values(record, PositionLine, "position_line", "party, topic, id")
    if where.party is not None:
        owners = statement_ids(record, Filter(layer="positions", party=where.party))
        found = tuple(p for p in found if where.party.casefold() in p.party.casefold() or rests(owners, [x.statement for x in p.points]))
    return tuple(p for p in found if rests(ids, [x.statement for x in p.points]) and any_day(where, [x.date for x in p.points]))


def commitments(record: Record, where: Filter = ALL) -> tuple[CommitmentLine, ...]:
    """What is owed, with the accounts of it; the days of the filter are those of the deadline, if there is one."""
    ids = wanted(record, where)
    found = values(record, CommitmentLine, "commitment_line", "obligor, what, id")
    return tuple(c for c in found if rests(ids, [s for s, _, _ in c.accounts]) and (c.deadline is None or where.days_fit(c.deadline)))


def talks(record: Record, where: Filter = ALL) -> tuple[TalksSpell, ...]:
    """How the talks stood, in the order of time and track that reconciling gave."""
    ids = wanted(record, where)
    found = values(record, TalksSpell, "talks_spell", "n")
    return tuple(t for t in found if rests(ids, [p.statement for p in t.points]) and any_day(where, [p.date for p in t.points]))


def entities(record: Record, where: Filter = ALL) -> tuple[Entity, ...]:
    """Persons, bodies and places by name; *party* is part of a name or a side, *report* and *outlet* where they are mentioned."""
    found = values(record, Entity, "entity", "name, id")
    if where.party is not None:
        word = where.party.casefold()
        found = tuple(e for e in found if (e.side or "").casefold() == word or any(word in n.casefold() for n in (e.name, *e.names)))
    allowed = mentioning(record, where)
    return found if allowed is None else tuple(e for e in found if any(r in allowed for r, _ in e.mentions))


def origins(record: Record) -> tuple[OriginLink, ...]:
    """Where the reports' contents came from, as edges."""
    return values(record, OriginLink, "origin_link", "report, other, kind")


def disputes(record: Record, where: Filter = ALL) -> tuple[Dispute, ...]:
    """What is told differently, with the statements on each side."""
    ids = wanted(record, where)
    found = values(record, Dispute, "dispute", "about, title, id")
    if where.since is not None or where.until is not None:
        dated = statement_ids(record, Filter(since=where.since, until=where.until))
        found = tuple(d for d in found if rests(dated, [s for _, statements in d.sides for s in statements]))
    return tuple(d for d in found if rests(ids, [s for _, statements in d.sides for s in statements]))


def derived(record: Record) -> Derived:
    """Everything that was derived, whole."""
    return Derived(
        dates=values(record, ReportDate, "report_date", "report"), entities=entities(record), negotiations=negotiations(record),
        origin_links=origins(record), events=events(record), ledgers=ledgers(record), positions=positions(record),
        commitments=commitments(record), talks=talks(record), disputes=disputes(record), roster=roster(record), channels=channels(record),
        proposals=proposals(record), agreements=agreements(record),
        withdrawn=values(record, Withdrawn, "withdrawn", "statement"),
    )


def lookup(record: Record, identity: str) -> tuple[str, str]:
    """(kind, id) of the one thing whose id begins with *identity*; InputError for none or several."""
    found = [
        (kind, str(row[0]))
        for kind, table in OBJECTS.items()
        for row in record.rows(f"SELECT id FROM {table} WHERE substr(id, 1, length(?1)) = ?1 LIMIT 6", (identity,))
        if identity
    ]
    if not found:
        raise InputError(f"{record.path}: nothing has an id that begins with {identity!r}; `onrecord search WORDS` and --json give ids")
    if len(found) > 1:
        some = ", ".join(f"{kind} {i[: len(identity) + 4]}" for kind, i in found[:5])
        raise InputError(f"{record.path}: {identity!r} may be {some}; give more digits of the id")
    return found[0]
