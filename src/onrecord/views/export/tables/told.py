"""Tables of what was put together from the statements of several reports: events, ledgers, positions, commitments, talks and disputes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_type_hints

from onrecord.types import (
    CommitmentLine,
    Dispute,
    EventType,
    Factuality,
    LedgerLine,
    Measure,
    PositionPoint,
    Stance,
    Statement,
    TalksStatus,
)
from onrecord.views.export.tables.columns import SEPARATOR, WORDS, Column, Look, Row, Table, attribute, days, origins_of
from onrecord.views.export.tables.said import ROLES

ID = attribute("id", "id", "Its id: a hash of what it rests on.")
STANDINGS = get_type_hints(CommitmentLine)["standing"]
ACCOUNTS = ("owed", "kept", "kept in part", "breached", "disputed")
TOLD_BY = get_type_hints(PositionPoint)["told_by"]
VERDICTS = get_type_hints(LedgerLine)["verdict"]
NEGOTIATION = attribute("negotiation", "id", "Id of its negotiation; empty for none.")


def resting(get: Callable[[Any], Iterable[str]]) -> Column:
    """The column of all statements that a row rests on."""
    return Column("statements", "text", "Ids of all statements that it rests on.", lambda r: SEPARATOR.join(dict.fromkeys(get(r.it))))


def owner(name: str, about: str) -> Column:
    """The column of the id of what a row is part of."""
    return attribute(name, "id", about, source="id", of=True)


def first(look: Look, ids: Iterable[str]) -> Statement | None:
    """The first of these statements that the book has, by publication, unknown dates last."""
    found = [s for s in map(look.statement, ids) if s is not None]
    return min(found, key=lambda s: (s.published is None or s.published.first is None, str(s.published.first) if s.published else "", s.id), default=None)


def lines(name: str, ids: Callable[[Any], Iterable[str]]) -> Callable[[Look], Iterator[Row]]:
    """A row for each derived value of one kind, at the first of its words."""

    def rows(look: Look) -> Iterator[Row]:
        for value in getattr(look.book.snapshot.derived, name):
            yield Row(look, value, None, first(look, ids(value)))

    return rows


def parts(name: str, inner: Callable[[Any], Iterable[Any]], ids: Callable[[Any], Iterable[str]]) -> Callable[[Look], Iterator[Row]]:
    """A row for each part of each derived value of one kind."""

    def rows(look: Look) -> Iterator[Row]:
        for value in getattr(look.book.snapshot.derived, name):
            for n, part in enumerate(inner(value), 1):
                yield Row(look, part, value, first(look, ids(part)), n=n)

    return rows


def sides(look: Look) -> Iterator[Row]:
    """A row for each statement of each side of each dispute; its value is (what is said, origins, statement id)."""
    for dispute in look.book.snapshot.derived.disputes:
        for n, (what, statements) in enumerate(dispute.sides, 1):
            counted = dispute.origins[n - 1] if n <= len(dispute.origins) else None
            for identity in statements:
                yield Row(look, (what, counted), dispute, look.statement(identity), n=n)


def event_ids(event: Any) -> Iterable[str]:
    """The statements of a value that lists them."""
    return tuple(event.statements)


def point_ids(line: Any) -> Iterable[str]:
    """The statements of a value made of points."""
    return tuple(p.statement for p in line.points)


def account_ids(line: Any) -> Iterable[str]:
    """The statements of a commitment."""
    return tuple(s for s, _, _ in line.accounts)


def figure_ids(ledger: Any) -> Iterable[str]:
    """The statements of a ledger."""
    return tuple(v.statement for v in ledger.values)


def dispute_ids(dispute: Any) -> Iterable[str]:
    """The statements of all sides."""
    return tuple(s for _, statements in dispute.sides for s in statements)


def one(part: Any) -> Iterable[str]:
    """The statement of a part that has one."""
    return (part.statement,)


EVENT = (
    attribute("type", "text", "What happened.", words=EventType, codes="event_type"), attribute("title", "text", "One line for a person."),
    attribute("factuality", "text", "Whether it happened, as told.", words=Factuality, codes="factuality"),
)
TOLD: tuple[Table, ...] = (
    Table(
        "events", "One thing that happened in the world, put together from all tellings of it.",
        (ID, *EVENT, *days("date", "When it happened", lambda r: r.it.date), attribute("actors", "text", "Who acts."), attribute("targets", "text", "On whom."),
         attribute("through", "text", "Through whom."), attribute("place", "text", "Where."), NEGOTIATION, *origins_of(lambda r: r.it.origins),
         attribute("differs", "text", "The points on which its accounts differ."), attribute("salience", "number", "How much a reader needs it, from 0 to 1."),
         resting(event_ids), *WORDS),
        lines("events", event_ids),
    ),
    Table(
        "event_accounts", "One telling of one event; an event has a row for each.",
        (owner("event", "Id of the event."), attribute("event_title", "text", "Its line for a person.", source="title", of=True),
         Column("statement", "id", "Id of the statement.", lambda r: r.statement.id if r.statement else None),
         Column("type", "text", "What this telling calls it.", lambda r: getattr(r.statement.item, "type", None) if r.statement else None,
                EVENT[0].words, "event_type"),
         Column("factuality", "text", "Whether it happened, by this telling.", lambda r: getattr(r.statement.item, "factuality", None) if r.statement else None,
                EVENT[2].words, "factuality"),
         *days("date", "When it happened, by this telling", lambda r: r.statement.date if r.statement else None), *WORDS),
        parts("events", event_ids, lambda part: (part,)),
    ),
    Table(
        "ledgers", "One thing counted in one negotiation.",
        (ID, attribute("title", "text", "What is counted, of whom."), attribute("unit", "text", "In what it is counted."), NEGOTIATION, resting(figure_ids),
         *WORDS),
        lines("ledgers", figure_ids),
    ),
    Table(
        "headlines", "The value that a ledger shows first for one measure, by a stated rule, which is not a finding.",
        (owner("ledger", "Id of the ledger."), attribute("measure", "text", "What is counted.", words=Measure),
         attribute("label", "text", "The value in words."),
         attribute("low", "number", "Its least value."), attribute("high", "number", "Its greatest value; empty is open."),
         *days("as_of", "When it held", lambda r: r.it.as_of), attribute("rule", "text", "How it was chosen."),
         attribute("is_open", "boolean", "Whether a difference is open, so that it is a range.", source="open"), *origins_of(lambda r: r.it.origins),
         resting(event_ids), *WORDS),
        parts("ledgers", lambda g: g.headlines, event_ids),
    ),
    Table(
        "ledger_figures", "One reported value in one ledger.",
        (owner("ledger", "Id of the ledger."), attribute("ledger_title", "text", "What it counts.", source="title", of=True),
         attribute("statement", "id", "Id of the figure's statement."), attribute("measure", "text", "What is counted.", words=Measure),
         attribute("label", "text", "The value in words."), attribute("low", "number", "Its least value."),
         attribute("high", "number", "Its greatest value; empty is open."),
         Column("comparator", "text", "How the number is bounded.", lambda r: getattr(r.statement.item, "comparator", None) if r.statement else None,
         (), "number"),
         attribute("scope", "text", "Of whom, in the report's words."), *days("as_of", "When it held", lambda r: r.it.as_of),
         attribute("told_by", "text", "By whose account.", source="by"), attribute("side", "text", "The side of its source."),
         attribute("own_voice", "boolean", "Whether the report says it itself."), *WORDS),
        parts("ledgers", lambda g: g.values, one),
    ),
    Table(
        "sums", "One sum over the figures of a ledger, with what comes of it.",
        (owner("ledger", "Id of the ledger."), ID, attribute("verdict", "text", "What comes of it.", words=VERDICTS),
         attribute("sum", "text", "The arithmetic in a sentence."), attribute("difference", "number", "What is left over."),
         attribute("note", "text", "What to know of it."),
         attribute("minimal", "boolean", "Whether it is a least set of figures that cannot all be true."), resting(event_ids), *WORDS),
        parts("ledgers", lambda g: g.lines, event_ids),
    ),
    Table(
        "disputes", "One point on which statements differ or do not add up.",
        (ID, attribute("kind", "text", "What kind of difference it is.", words=get_type_hints(Dispute)["kind"]),
         attribute("about", "text", "On what.", words=get_type_hints(Dispute)["about"]), attribute("title", "text", "One line for a person."),
         attribute("settles", "text", "What would settle it."), NEGOTIATION, resting(dispute_ids), *WORDS),
        lines("disputes", dispute_ids),
    ),
    Table(
        "dispute_sides", "One statement of one side of one dispute.",
        (owner("dispute", "Id of the dispute."), Column("side", "integer", "Which side, from 1.", lambda r: r.n),
         Column("says", "text", "What that side says.", lambda r: str(r.it[0])),
         Column("statement", "id", "Id of the statement.", lambda r: r.statement.id if r.statement else None),
         Column("origins_least", "integer", "How many surely independent origins stand behind the side.", lambda r: r.it[1].least if r.it[1] else None),
         Column("origins_most", "integer", "How many possibly independent origins do.", lambda r: r.it[1].most if r.it[1] else None), *WORDS),
        sides,
    ),
    Table(
        "positions", "What one party holds on one topic; the stance is the last one told.",
        (ID, attribute("party", "text", "Whose position it is."), attribute("topic", "text", "On what, in the reports' words."),
         attribute("topic_key", "text", "By what topics are compared."), attribute("stance", "text", "What is held, as told last.", words=Stance),
         attribute("role", "text", "Whether it is a party's, or a mediator's proposal or ultimatum.", words=ROLES),
         attribute("moved", "text", "How the stance moved; empty while it did not."), *days("first_told", "When it was first told", lambda r: r.it.first_told),
         *days("last_told", "When it was last told", lambda r: r.it.last_told),
         attribute("silent", "integer", "Days since then up to the last report of the negotiation; silence is no change."), NEGOTIATION,
         *origins_of(lambda r: r.it.origins), resting(point_ids), *WORDS),
        lines("positions", point_ids),
    ),
    Table(
        "position_points", "One telling of one position, in the order of time.",
        (owner("position", "Id of the position."), Column("n", "integer", "Its place in time, from 1.", lambda r: r.n),
         attribute("statement", "id", "Id of the statement."), attribute("stance", "text", "What is held.", words=Stance),
         *days("date", "When it was held", lambda r: r.it.date), attribute("told_by", "text", "By whom.", words=TOLD_BY), *WORDS),
        parts("positions", lambda p: p.points, one),
    ),
    Table(
        "commitments", "One thing owed under an agreement or ultimatum.",
        (ID, attribute("obligor", "text", "Who owes it."), attribute("obligee", "text", "To whom."), attribute("what", "text", "What is owed."),
         attribute("in_return", "text", "For what."), *days("deadline", "When it is due", lambda r: r.it.deadline),
         attribute("standing", "text", "How it stands by all accounts together; none is a finding.", words=STANDINGS),
         attribute("agreement", "text", "Under which agreement."), NEGOTIATION,
         Column("score_low", "integer", "Proposed score of keeping, 0 none to 3 full; empty where nothing is told.",
         lambda r: r.it.proposed_score and r.it.proposed_score.low),
         Column("score_high", "integer", "The same, above it where accounts differ.", lambda r: r.it.proposed_score and r.it.proposed_score.high),
         resting(account_ids), *WORDS),
        lines("commitments", account_ids),
    ),
    Table(
        "commitment_accounts", "One account of the keeping of one commitment.",
        (owner("commitment", "Id of the commitment."), Column("statement", "id", "Id of the statement.", lambda r: str(r.it[0])),
         Column("account", "text", "What is said of its keeping.", lambda r: str(r.it[1]), ACCOUNTS),
         Column("told_by", "text", "By whose account.", lambda r: str(r.it[2])), *WORDS),
        parts("commitments", lambda c: c.accounts, lambda part: (part[0],)),
    ),
    Table(
        "talks", "A stretch of time in which all accounts of one track tell the same state.",
        (attribute("track", "text", "Of which talks: `talks`, or a pack's track."), attribute("status", "text", "How they stand.", words=TalksStatus),
         *days("begins", "When it began", lambda r: r.it.begins), *days("ends", "When it ended", lambda r: r.it.ends), NEGOTIATION, resting(point_ids), *WORDS),
        lines("talks", point_ids),
    ),
)
"""In the order of the brief."""
