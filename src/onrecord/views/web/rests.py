"""Everything that rests on a statement, and its citation in one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.record.queries.texts import resting
from onrecord.types import Derived, Snapshot, Span, Statement
from onrecord.views.brief.captives import way_words
from onrecord.views.brief.page import Cite
from onrecord.views.brief.words import by_words, date_words, outlet_words
from onrecord.views.writing.marks import marking, numbers_in

Resting = tuple[str, str, str]
"""(kind, id, title) of what was derived."""


def rests(snapshot: Snapshot) -> dict[str, tuple[Resting, ...]]:
    """What rests on each statement."""
    found: defaultdict[str, dict[Resting, None]] = defaultdict(dict)
    for statement, what in (*figures_on(snapshot.derived), *said_on(snapshot.derived), *people_on(snapshot.derived)):
        found[statement][what] = None
    return {statement: tuple(all_of) for statement, all_of in found.items()}


def figures_on(derived: Derived) -> Iterator[tuple[str, Resting]]:
    """Events, ledgers and their sums."""
    for event in derived.events:
        yield from ((s, ("events", event.id, event.title)) for s in event.statements)
    for ledger in derived.ledgers:
        yield from ((v.statement, ("figures", ledger.id, ledger.title)) for v in ledger.values)
        yield from ((s, ("figures", ledger.id, numbers_in(line.sum))) for line in ledger.lines for s in line.statements)


def said_on(derived: Derived) -> Iterator[tuple[str, Resting]]:
    """Positions, commitments, states of talks, disputes."""
    for line in derived.positions:
        yield from ((p.statement, ("positions", line.id, f"{line.party} {line.stance.replace('_', ' ')} {line.topic}")) for p in line.points)
    for owed in derived.commitments:
        yield from ((s, ("commitments", owed.id, f"{owed.obligor}: {owed.what}")) for s, _, _ in owed.accounts)
    for spell in derived.talks:
        yield from ((p.statement, ("talks", spell.track, spell.status)) for p in spell.points)
    for dispute in derived.disputes:
        yield from ((s, ("disputes", dispute.id, dispute.title)) for _, ids in dispute.sides for s in ids)


def people_on(derived: Derived) -> Iterator[tuple[str, Resting]]:
    """Captives, channels, proposals, agreements."""
    for captive in derived.roster:
        told = ("roster", captive.id, f"{captive.name}: {captive.status.replace('_', ' ')}")
        yield from ((p.words.statement, told) for p in captive.points if p.words.statement)
    for way in derived.channels:
        yield from ((u.words.statement, ("channels", way.id, way_words(way))) for u in way.uses if u.words.statement)
    for proposal in derived.proposals:
        yield from ((s, ("proposals", proposal.id, proposal.title)) for s in proposal.statements)
    for agreement in derived.agreements:
        yield from ((s, ("agreements", agreement.id, agreement.name)) for s in resting(agreement))


def citation(snapshot: Snapshot, statement: Statement) -> str:
    """Words, outlet, date, chain, hash and offsets in one line, to be pasted elsewhere."""
    return line_of(snapshot, statement.report, statement.span, f"“{statement.quote}” — {by_words(statement)}")


def citation_of_words(snapshot: Snapshot, words: Cite) -> str:
    """The same of words of which no layer made a statement; by whose account is not told."""
    return line_of(snapshot, words.report, words.span, f"“{words.quote}”")


def line_of(snapshot: Snapshot, identity: str, span: Span, said: str) -> str:
    """What was *said*, with where it stands."""
    report, date = snapshot.report(identity), snapshot.date_of(identity)
    with marking(None):  # a citation is the same for all who copy it
        when = f"{date_words(date.published)} ({date.basis})" if date else "date not known"
    return f"{said}; {outlet_words(report)}, {when}; {report.name}:{span.start}-{span.end}, sha256 {report.id}"
