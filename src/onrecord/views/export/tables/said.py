"""Tables of what single reports say: one of all statements, one of each kind, and one of the links of their chains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from onrecord.record.rows import kind_of
from onrecord.types import (
    Account,
    Comparator,
    EventType,
    Factuality,
    Layer,
    Measure,
    ProposalRole,
    Reply,
    SourceClass,
    Stance,
    TalksStatus,
)
from onrecord.views.export.tables.columns import WORDS, Column, Look, Row, Table, attribute, days, from_statement

ID = Column("id", "id", "Its id, which stays when the report is read again.", from_statement(lambda s: s.id))
DATE = days("date", "When it happened, held or is due", lambda r: r.statement.date if r.statement else None)
REASON = Column("date_reason", "text", "How the date was told.", from_statement(lambda s: s.date_reason or None))
TYPE = attribute("type", "text", "What happened.", words=EventType, codes="event_type")
LAYERS = get_args(Layer)
ROLES = ("party", "mediator_proposal", "mediator_ultimatum", "other")
KINDS = ("direct", "indirect", "mixed")
ACCESS = ("direct knowledge", "briefed", "familiar")


def of_layer(layer: str | None) -> Callable[[Look], Iterator[Row]]:
    """The rows of one layer; None for all."""

    def rows(look: Look) -> Iterator[Row]:
        for statement in look.book.snapshot.statements.values():
            if layer is None or statement.layer == layer:
                yield Row(look, statement.item, None, statement)

    return rows


def links(look: Look) -> Iterable[Row]:
    """A row for each attribution around each statement."""
    for statement in look.book.snapshot.statements.values():
        for n, link in enumerate(statement.chain, 1):
            yield Row(look, link, statement, statement, n=n)


def said(name: str, layer: str, about: str, *columns: Column) -> Table:
    """The table of one layer."""
    return Table(name, about, (ID, *columns, *DATE, REASON, *WORDS), of_layer(layer))


SAID: tuple[Table, ...] = (
    Table(
        "statements", "One thing that one report says at one place, of whatever kind.",
        (ID, Column("layer", "text", "Of which kind it is.", from_statement(lambda s: s.layer), LAYERS),
         Column("kind", "text", "Its value that matters most: measure, type, stance, account, role, status.", from_statement(kind_of)), *DATE, REASON, *WORDS),
        of_layer(None),
    ),
    said(
        "figures", "figures", "One quantity as one report gives it.",
        attribute("value", "number", "The number said; empty where only bounds are."), attribute("low", "number", "The least value meant."),
        attribute("high", "number", "The greatest value meant; empty is open."),
        attribute("comparator", "text", "How the number is bounded.", words=Comparator, codes="number"), attribute("unit", "text", "What is counted."),
        attribute("measure", "text", "What is counted of them.", words=Measure), attribute("scope", "text", "Of whom, in the report's words."),
        attribute("whose", "text", "The party that holds, took, released or lost those counted."),
        attribute("agreement", "text", "The deal or day to which it is bound."),
        attribute("cumulative", "boolean", "Whether it is counted up to its date rather than on it."),
        attribute("some", "boolean", "Whether only these are spoken of and no total is meant."),
    ),
    said(
        "event_mentions", "events", "One telling of something that happened, is planned, asked for or denied.",
        TYPE, attribute("factuality", "text", "Whether it happened.", words=Factuality, codes="factuality"),
        attribute("actors", "text", "Who acts."), attribute("targets", "text", "On whom."), attribute("through", "text", "Through whom."),
        attribute("place", "text", "Where."), attribute("about_what", "text", "On what.", source="about"),
    ),
    said(
        "position_statements", "positions", "One telling of what a party wants, offers, refuses or makes a condition of.",
        attribute("party", "text", "Whose position it is."), attribute("stance", "text", "What it holds.", words=Stance),
        attribute("topic", "text", "On what, in the report's words, shortened."), attribute("topic_key", "text", "By what two reports' topics are compared."),
        attribute("role", "text", "Whether it is a party's, or a mediator's proposal or ultimatum.", words=ROLES),
    ),
    said(
        "commitment_statements", "commitments", "One telling of what is owed, or of its keeping.",
        attribute("obligor", "text", "Who owes it."), attribute("obligee", "text", "To whom."), attribute("what", "text", "What is owed."),
        attribute("account", "text", "What is said of its keeping.", words=Account), attribute("in_return", "text", "For what."),
        attribute("in_part", "boolean", "Whether only part of it is meant."), attribute("agreement", "text", "Under which agreement."),
    ),
    said(
        "proposal_statements", "proposals", "One telling of what was done with a text on the table.",
        attribute("title", "text", "What the text is called there."), attribute("role", "text", "What was done with it.", words=ProposalRole),
        attribute("who", "text", "Who did it."), attribute("answer", "text", "How it was answered.", words=Reply),
        attribute("version", "text", "Which version is meant; empty where the report does not say."), attribute("whose", "text", "Whose text it is."),
        attribute("to", "text", "To whom it was given."),
    ),
    said(
        "status_statements", "status", "One telling of how the talks stand.",
        attribute("status", "text", "How they stand.", words=TalksStatus), attribute("track", "text", "Of which talks: `talks`, or a track that a pack names."),
    ),
    said(
        "attributions", "attributions", "One link from a content to its source.",
        attribute("kind", "text", "How it is told.", words=KINDS), attribute("source_words", "text", "The words that name the source.", source="source"),
        attribute("resolved", "text", "Whom they name, in the fullest form."),
        attribute("class", "text", "Its class.", source="source_class", words=SourceClass),
        attribute("affiliation", "text", "The side it speaks for."), attribute("office", "text", "Its office."),
        attribute("access", "text", "How close it is said to be.", words=ACCESS), attribute("cue", "text", "The words that attribute."),
        attribute("cue_class", "text", "What kind of word that is."), attribute("content", "text", "What is attributed; of several parts the first."),
        attribute("audience", "text", "Told to whom."), attribute("sources", "integer", "How many sources are said to speak.", source="number"),
    ),
    Table(
        "chains", "One attribution around one statement.",
        (
            Column("statement", "id", "Id of the statement.", from_statement(lambda s: s.id)),
            Column("n", "integer", "Its place, 1 is outermost.", lambda r: r.n),
            attribute("attribution", "id", "Id of the attribution, which is a statement too."),
            attribute("link_words", "text", "The words that name the source.", source="source"),
            attribute("resolved", "text", "Whom they name."), attribute("class", "text", "Its class.", source="source_class", words=SourceClass),
            attribute("side", "text", "The side it speaks for."), attribute("cue", "text", "The words that attribute."),
            attribute("cue_class", "text", "What kind of word that is."),
            attribute("access", "text", "How close it is said to be."), attribute("audience", "text", "Told to whom."),
            attribute("sources", "integer", "How many sources are said to speak.", source="number"), *WORDS,
        ),
        links,
    ),
)
"""In the order in which a report is read."""
