"""What the record says as rows that can be kept: of every kind each row with its id, its content and what it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.record import queries
from onrecord.record.codec import from_json, to_json
from onrecord.record.connection import Record
from onrecord.record.rows import kind_of, support_rows, talks_id, words_of_channel
from onrecord.types import Derived, Entity, FrozenRow, Statement

LONGEST = 90
"""Characters of a statement's words that its title shows."""
ROSTER, COMMITMENT = "{0.name}: {0.status}", "{0.obligor}: {0.what}"


class Freezer:
    """Makes rows of one record; knows which report says each statement."""

    def __init__(self, statements: Iterable[Statement], derived: Derived) -> None:
        self.said_in = {s.id: s.report for s in statements}
        self.rests: dict[tuple[str, str], list[str]] = {}
        for kind, identity, statement in support_rows(derived):
            self.rests.setdefault((kind, identity), []).append(statement)

    def row(self, kind: str, value: Any, title: str, *, reports: Iterable[str] = (), key: str | None = None) -> FrozenRow:
        """The row of a value of *kind*; *key* is its id among what rests on statements where it has none of its own."""
        identity = key or value.id
        statements = tuple(sorted(set(self.rests.get((kind, identity), ()))))
        of = sorted({*reports, *(self.said_in[s] for s in statements if s in self.said_in)})
        return FrozenRow(identity, title, plain(value), tuple(of), statements, getattr(value, "negotiation", None))


def frozen_rows(record: Record) -> dict[str, tuple[FrozenRow, ...]]:
    """All that *record* says, by kind, each kind in the order of its ids."""
    statements, derived = queries.statements(record), queries.derived(record)
    freezer = Freezer(statements, derived)
    rows = {"report": list(report_rows(record)), "statement": [statement_row(s) for s in statements], **of_things(freezer, derived)}
    rows |= of_people_and_texts(freezer, derived)
    return {kind: tuple(sorted(found, key=lambda r: r.id)) for kind, found in rows.items()}


def report_rows(record: Record) -> Iterator[FrozenRow]:
    """What was read: no text, whose hash the id is."""
    for entry in queries.reports(record):
        value = {
            "name": entry.name, "title": entry.title, "outlet": entry.outlet, "url": entry.url, "language": entry.language, "genre": entry.genre,
            "read_by": entry.annotator, "date": plain(entry.date),
        }
        yield FrozenRow(entry.id, entry.name, value, (entry.id,))


def statement_row(statement: Statement) -> FrozenRow:
    """One statement with its words."""
    words = " ".join(statement.quote.split())
    short = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return FrozenRow(statement.id, f"{statement.layer} {kind_of(statement)}: “{short}”", plain(statement), (statement.report,), (statement.id,))


def of_things(freezer: Freezer, derived: Derived) -> dict[str, list[FrozenRow]]:
    """Rows of what happened, was counted, is held and owed."""
    row = freezer.row
    return {
        "event": [row("event", e, e.title) for e in derived.events],
        "ledger": [row("ledger", g, g.title) for g in derived.ledgers],
        "position": [row("position", p, f"{p.party} {p.stance} {p.topic}") for p in derived.positions],
        "commitment": [row("commitment", c, COMMITMENT.format(c)) for c in derived.commitments],
        "talks": list(talks_rows(freezer, derived)),
        "dispute": [row("dispute", d, d.title) for d in derived.disputes],
        "negotiation": [row("negotiation", n, n.name, reports=n.reports) for n in derived.negotiations],
        "entity": [entity_row(e) for e in derived.entities],
        "origin": [
            row("origin", o, f"{o.kind} of {o.other}", reports=(o.report, o.other), key=hashed(o.report, o.other, o.kind)) for o in derived.origin_links
        ],
    }


def entity_row(entity: Entity) -> FrozenRow:
    """Somebody or something, resting on every mention."""
    places = tuple(f"{report}:{span.start}-{span.end}" for report, span in entity.mentions)
    return FrozenRow(entity.id, entity.name, plain(entity), tuple(sorted({r for r, _ in entity.mentions})), places)


def of_people_and_texts(freezer: Freezer, derived: Derived) -> dict[str, list[FrozenRow]]:
    """Rows of the roster, the channels, the proposals, the agreements and what was withdrawn."""
    row = freezer.row
    return {
        "roster": [row("roster", c, ROSTER.format(c), reports=[p.words.report for p in c.points]) for c in derived.roster],
        "channel": [
            row("channel", c, " → ".join(p for p in (c.sender, *c.through, c.receiver) if p), reports=[w.report for w in words_of_channel(c)])
            for c in derived.channels
        ],
        "proposal": [row("proposal", p, p.title) for p in derived.proposals],
        "agreement": [row("agreement", a, a.name) for a in derived.agreements],
        "withdrawn": [
            FrozenRow(w.statement, f"withdrawn statement {w.statement[:8]}", plain(w), tuple(sorted((w.report, w.by))), (w.statement,))
            for w in derived.withdrawn
        ],
    }


def talks_rows(freezer: Freezer, derived: Derived) -> Iterator[FrozenRow]:
    """Spells of the talks; the record numbers them anew each time, so here the id is a hash of what they rest on."""
    for spell in derived.talks:
        made = freezer.row("talks", spell, f"{spell.track}: {spell.status}", key=talks_id(spell))
        identity = hashed("talks", spell.negotiation or "", spell.track, spell.status, *(p.statement for p in spell.points))
        yield FrozenRow(identity, made.title, made.value, made.reports, made.rests_on, made.negotiation)


def plain(value: object) -> dict[str, Any]:
    """A value as it is read back from JSON, so that what was kept and what is now are compared like with like."""
    return from_json(dict[str, Any], to_json(value))


def hashed(*parts: str) -> str:
    """16 hex digits of what identifies a row that has no id in the record."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
