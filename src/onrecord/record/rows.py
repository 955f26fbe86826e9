"""Frozen values as rows of the schema's tables, columns in the order of schema.sql."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.record.codec import to_json
from onrecord.types import (
    Attribution,
    Channel,
    Commitment,
    Derived,
    EventMention,
    Figure,
    Interval,
    Ledger,
    Position,
    Proposal,
    Statement,
    Status,
    TalksSpell,
    Words,
)

Row = tuple[Any, ...]

STATEMENT = (
    "id", "report", "layer", "local", "kind", "start", "end", "quote", "source", "source_side", "source_class", "chain_json", "date_first",
    "date_last", "date_reason", "published_first", "published_last", "in_opinion", "in_caption", "in_title", "confidence", "item_json",
)
"""Columns of `statement` that a row gives; the row number is SQLite's."""


def ends(days: Interval | None) -> tuple[str | None, str | None]:
    """First and last day as ISO."""
    if days is None:
        return None, None
    return (days.first.isoformat() if days.first else None, days.last.isoformat() if days.last else None)


def kind_of(statement: Statement) -> str:
    """The value of a statement that matters most."""
    match statement.item:
        case Attribution(kind=kind):
            return kind
        case Figure(measure=measure):
            return measure
        case EventMention(type=type_):
            return type_
        case Position(stance=stance):
            return stance
        case Commitment(account=account):
            return account
        case Proposal(role=role):
            return role
        case Status(status=status):
            return status


def statement_row(statement: Statement) -> Row:
    """The row of a statement."""
    item = statement.item
    inner = statement.chain[-1] if statement.chain else None
    return (
        statement.id, statement.report, statement.layer, statement.local, kind_of(statement), statement.span.start, statement.span.end,
        statement.quote, inner.resolved if inner else None, inner.side if inner else None, inner.source_class if inner else None,
        to_json(statement.chain), *ends(statement.date), statement.date_reason, *ends(statement.published), int(statement.in_opinion),
        int(statement.in_caption), int(statement.in_title), item.confidence.value, to_json(item),
    )


def party_rows(statement: Statement) -> Iterator[Row]:
    """Everybody that a statement names, with the role."""
    item = statement.item
    for role, name in named(item):
        if name:
            yield (statement.id, role, name)
    for link in statement.chain:
        yield (statement.id, "source", link.resolved)
        if link.side:
            yield (statement.id, "side", link.side)


def named(item: object) -> Iterator[tuple[str, str | None]]:
    """(role, name) of those an item is about."""
    match item:
        case Attribution():
            yield from (("source", item.resolved), ("side", item.affiliation))
        case Figure():
            yield ("whose", item.whose)
        case EventMention():
            for role, names in (("actor", item.actors), ("target", item.targets), ("through", item.through)):
                for name in names:
                    yield (role, name)
        case Position():
            yield ("party", item.party)
        case Commitment():
            yield from (("obligor", item.obligor), ("obligee", item.obligee))
        case Proposal():
            yield from ((item.role, item.who), ("whose", item.whose), ("to", item.to))


def derived_rows(derived: Derived) -> dict[str, set[Row]]:
    """The rows of every derived table but statements, by table."""
    rows: dict[str, set[Row]] = {
        "report_date": {(d.report, *ends(d.published), d.basis, d.reason, to_json(d)) for d in derived.dates},
        "entity": {(e.id, e.name, e.kind, e.side, to_json(e)) for e in derived.entities},
        "entity_name": {(e.id, n) for e in derived.entities for n in (e.name, *e.names)},
        "entity_mention": {(e.id, report, span.start, span.end) for e in derived.entities for report, span in e.mentions},
        "negotiation": {(n.id, n.name, n.stake, *ends(n.dates), to_json(n)) for n in derived.negotiations},
        "negotiation_report": {(n.id, report) for n in derived.negotiations for report in n.reports},
        "origin_link": {(o.report, o.other, o.kind, o.score, to_json(o)) for o in derived.origin_links},
        "position_line": {(p.id, p.party, p.topic, p.topic_key, p.stance, p.role, p.negotiation, to_json(p)) for p in derived.positions},
        "talks_spell": {
            (n, t.track, t.status, *ends(t.begins), *ends(t.ends), t.negotiation, to_json(t)) for n, t in numbered(derived.talks)
        },
        "dispute": {(d.id, d.kind, d.about, d.title, d.settles, d.negotiation, to_json(d)) for d in derived.disputes},
    }
    rows["event"] = {
        (
            e.id, e.type, e.title, *ends(e.date), e.factuality, e.place, e.negotiation, e.salience, e.origins.least, e.origins.most, to_json(e),
        )
        for e in derived.events
    }
    rows["commitment_line"] = {
        (c.id, c.obligor, c.obligee, c.what, c.standing, *ends(c.deadline), c.negotiation, to_json(c)) for c in derived.commitments
    }
    rows.update(ledger_rows(derived.ledgers))
    rows.update(people_and_texts_rows(derived))
    rows["support"] = set(support_rows(derived))
    return rows


def ledger_rows(ledgers: Sequence[Ledger]) -> dict[str, set[Row]]:
    """The rows of ledgers, their values and their sums."""
    return {
        "ledger": {(g.id, g.title, g.unit, g.negotiation, to_json(g)) for g in ledgers},
        "ledger_value": {
            (
                g.id, v.statement, v.report, v.measure, v.scope, v.low, v.high, v.label, *ends(v.as_of), v.side, v.by, int(v.own_voice),
            )
            for g in ledgers
            for v in g.values
        },
        "ledger_line": {(n.id, g.id, n.verdict, n.sum, n.difference, n.note) for g in ledgers for n in g.lines},
    }


def people_and_texts_rows(derived: Derived) -> dict[str, set[Row]]:
    """The rows of the roster, the channels, the proposals, the agreements and what was withdrawn."""
    return {
        "roster_line": {(c.id, c.name, c.status, c.entity, *ends(c.last_sign_on), c.negotiation, to_json(c)) for c in derived.roster},
        "channel": {
            (c.id, c.sender, c.receiver, " → ".join(c.through), *ends(c.first), *ends(c.last), c.negotiation, to_json(c)) for c in derived.channels
        },
        "proposal_line": {(p.id, p.title, ", ".join(p.tabled_by), p.negotiation, to_json(p)) for p in derived.proposals},
        "withdrawn": {(w.statement, w.report, w.by, *ends(w.on), int(w.corrected), to_json(w)) for w in derived.withdrawn},
        "agreement": {(a.id, a.name, a.typed_by, *ends(a.dates), a.negotiation, to_json(a)) for a in derived.agreements},
    }


APART = 1_000_000
"""How far apart the numbers of the first spells of two tracks are."""


def numbered(talks: Sequence[TalksSpell]) -> Iterator[tuple[int, TalksSpell]]:
    """Spells with their numbers, in their order; one more gives other numbers to later ones of its own track and to none of another."""
    tracks: dict[tuple[str | None, str], list[TalksSpell]] = {}
    for spell in talks:
        tracks.setdefault((spell.negotiation, spell.track), []).append(spell)
    for place, spells in enumerate(tracks.values()):
        yield from enumerate(spells, 1 + place * APART)


def talks_id(spell: TalksSpell) -> str:
    """The id of a spell of talks among what rests on statements: it stays while the spell begins with the same words, whatever comes before it."""
    parts = (spell.negotiation or "", spell.track, spell.status, spell.points[0].statement if spell.points else "")
    return "talks " + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def support_rows(derived: Derived) -> Iterator[Row]:
    """(kind, object, statement) of all that rests on a statement."""
    for event in derived.events:
        yield from (("event", event.id, s) for s in event.statements)
    for ledger in derived.ledgers:
        yield from (("ledger", ledger.id, v.statement) for v in ledger.values)
        for line in ledger.lines:
            yield from (("ledger_line", line.id, s) for s in line.statements)
    for position in derived.positions:
        yield from (("position", position.id, p.statement) for p in position.points)
    for commitment in derived.commitments:
        yield from (("commitment", commitment.id, statement) for statement, _, _ in commitment.accounts)
        yield from (("commitment", commitment.id, s) for s in (commitment.proposed_score.evidence if commitment.proposed_score else ()))
    for spell in derived.talks:
        yield from (("talks", talks_id(spell), p.statement) for p in spell.points)
    for dispute in derived.disputes:
        yield from (("dispute", dispute.id, s) for _, statements in dispute.sides for s in statements)
    yield from people_and_texts_support(derived)


def people_and_texts_support(derived: Derived) -> Iterator[Row]:
    """(kind, object, statement) of the roster, the channels, the proposals and the agreements."""
    for captive in derived.roster:
        yield from (("roster", captive.id, p.words.statement) for p in captive.points if p.words.statement)
    for channel in derived.channels:
        yield from (("channel", channel.id, w.statement) for w in words_of_channel(channel) if w.statement)
    for proposal in derived.proposals:
        yield from (("proposal", proposal.id, s) for s in proposal.statements)
        yield from (("proposal", proposal.id, s) for v in proposal.versions for s in v.statements)
        yield from (("proposal", proposal.id, a.statement) for a in proposal.answers)
    for agreement in derived.agreements:
        yield from (("agreement", agreement.id, s) for s in agreement.statements)
        yield from (("agreement", agreement.id, s) for t in agreement.terms for s in t.statements)
        yield from (("agreement", agreement.id, d.statement) for day in agreement.schedule for d in day.reported)


def words_of_channel(channel: Channel) -> list[Words]:
    """All words that a channel rests on."""
    return [*(u.words for u in channel.uses), *(b.words for b in channel.breaks if b.words is not None)]


def cited_reports(derived: Derived) -> set[str]:
    """Ids of the reports whose words captives and channels rest on, with or without a statement."""
    words = [w for p in derived.proposals for v in p.versions for w in v.terms]
    words += [p.words for c in derived.roster for p in c.points] + [w for c in derived.channels for w in words_of_channel(c)]
    return {w.report for w in words}
