"""Tables of reports, names, people held, channels and texts, and of what people and the program noted on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_type_hints

from onrecord.types import Answer, CaptiveStatus, ChannelUse, Factuality, Genre, Judgement, OriginLink, ParticipantKind, ProblemKind, ReportDate
from onrecord.views.export.tables.columns import PLACE, SEPARATOR, WORDS, Column, Look, Row, Table, attribute, days, origins_of
from onrecord.views.export.tables.told import ID, NEGOTIATION, lines, owner, parts, resting


def reports(look: Look) -> Iterator[Row]:
    """A row for each report, with its date as owner."""
    for report in look.book.snapshot.reports:
        yield Row(look, report, look.book.snapshot.date_of(report.id) or ReportDate(report.id, None, "unknown", ""))


def numbered(look: Look, name: str) -> Iterator[Row]:
    """A row for each value of a kind that rests on no words."""
    for n, value in enumerate(getattr(look.book.snapshot.derived, name), 1):
        yield Row(look, value, n=n)


def worded(name: str, inner: str) -> Any:
    """A row for each part of a value, at its own words."""

    def rows(look: Look) -> Iterator[Row]:
        for value in getattr(look.book.snapshot.derived, name):
            for n, part in enumerate(getattr(value, inner), 1):
                yield Row(look, part, value, look.statement(part.words.statement), part.words, n)

    return rows


def whole(name: str, inner: str) -> Any:
    """A row for each value, at the words of its first part."""

    def rows(look: Look) -> Iterator[Row]:
        for value in getattr(look.book.snapshot.derived, name):
            words = getattr(value, inner)[0].words if getattr(value, inner) else None
            yield Row(look, value, None, look.statement(words.statement) if words else None, words)

    return rows


def names(look: Look) -> Iterator[Row]:
    """A row for each name of each entity."""
    for entity in look.book.snapshot.derived.entities:
        for n, name in enumerate(dict.fromkeys((entity.name, *entity.names)), 1):
            yield Row(look, name, entity, n=n)


def judged(look: Look) -> Iterator[Row]:
    """A row for each judgement."""
    for n, judgement in enumerate(look.book.judgements, 1):
        yield Row(look, judgement, None, look.statement(judgement.target), n=n)


def problems(look: Look) -> Iterator[Row]:
    """A row for each problem."""
    for problem in look.book.snapshot.problems:
        yield Row(look, problem)


def covered(row: Row, name: str) -> int | None:
    """A count of what was read of a report."""
    coverage = row.look.book.snapshot.coverage.get(row.it.id)
    return int(getattr(coverage, name)) if coverage else None


def talks_of(row: Row) -> str:
    """The negotiations that a report is about."""
    return SEPARATOR.join(n.id for n in row.look.book.snapshot.derived.negotiations if row.it.id in n.reports)


REPORTS = Table(
    "reports", "One report.",
    (ID, attribute("name", "text", "The name by which citations name it."), attribute("title", "text", "Its headline."),
     attribute("outlet", "text", "Who published it."), attribute("url", "text", "Its address."),
     attribute("language", "text", "ISO 639-1 code of its language."),
     attribute("genre", "text", "What kind of text it is.", words=Genre), *days("date", "When it was published", lambda r: r.of.published),
     attribute("date_basis", "text", "What its date rests on.", source="basis", words=get_type_hints(ReportDate)["basis"], of=True),
     attribute("date_reason", "text", "How the date was told.", source="reason", of=True),
     Column("negotiations", "text", "Ids of the negotiations that it is about.", talks_of),
     Column("sentences", "integer", "How many sentences were read.", lambda r: covered(r, "sentences")),
     Column("used", "integer", "How many of them gave a statement.", lambda r: covered(r, "used")),
     Column("statements", "integer", "How many statements it gave.", lambda r: r.look.stated[r.it.id]),
     Column("characters", "integer", "How long its text is.", lambda r: len(r.it.text))),
    reports,
)
TEXTS = Table(
    "texts", "The text of one report, into which all places point; with --quotes-only all but the words of statements and titles is masked.",
    (attribute("report", "id", "Id of the report.", source="id"), attribute("report_name", "text", "Its name.", source="name"),
     Column("part", "integer", "Which part of the text; only spreadsheets, whose cells are small, have more than one.", lambda r: r.n or 1),
     Column("start", "integer", "First character of the part in the whole text.", lambda r: r.of if isinstance(r.of, int) else 0),
     Column("text", "text", "The text as extracted.", lambda r: str(r.it.text))),
    reports,
)
KEPT: tuple[Table, ...] = (
    Table(
        "roster", "One person held, by name; the status is what is told last, by somebody's account.",
        (ID, attribute("name", "text", "The fullest name."), attribute("status", "text", "What is told last.", words=CaptiveStatus),
         attribute("entity", "id", "Id of the person among the entities."), attribute("taken_by", "text", "Who is said to have taken or to hold them."),
         *days("last_sign", "When the last sign of life was given", lambda r: r.it.last_sign_on),
         Column("last_sign_words", "text", "The words that tell it.", lambda r: r.it.last_sign.quote if r.it.last_sign else None),
         attribute("differs", "text", "The points on which accounts differ."),
         Column("namesakes", "text", "Others whose name could be taken for this one.", lambda r: SEPARATOR.join(n.name for n in r.it.namesakes)),
         NEGOTIATION, *origins_of(lambda r: r.it.origins), *WORDS),
        whole("roster", "points"),
    ),
    Table(
        "roster_points", "One thing that one report tells of one person held.",
        (owner("captive", "Id of the line of the roster."), attribute("name", "text", "The fullest name.", of=True),
         attribute("status", "text", "What is told.", words=CaptiveStatus), *days("date", "When it was so", lambda r: r.it.date),
         attribute("told_by", "text", "By whose account."),
         attribute("factuality", "text", "Whether it is told as done.", words=Factuality, codes="factuality"), *WORDS),
        worded("roster", "points"),
    ),
    Table(
        "channels", "One way that messages go.",
        (ID, attribute("sender", "text", "From whom."), attribute("receiver", "text", "To whom."),
         attribute("through", "text", "Through whom, in their order."),
         attribute("both_ways", "boolean", "Whether it is told in both directions."), *days("first_use", "When it was first used", lambda r: r.it.first),
         *days("last_use", "When it was last used", lambda r: r.it.last), NEGOTIATION, *origins_of(lambda r: r.it.origins), *WORDS),
        whole("channels", "uses"),
    ),
    Table(
        "channel_uses", "One place that shows a channel in use.",
        (owner("channel", "Id of the channel."), attribute("kind", "text", "What went that way.", words=get_type_hints(ChannelUse)["kind"]),
         *days("date", "When", lambda r: r.it.date), attribute("told_by", "text", "By whose account."),
         attribute("state", "text", "Whether it was used.", words=get_type_hints(ChannelUse)["state"]), attribute("delay", "text", "How long messages take."),
         *WORDS),
        worded("channels", "uses"),
    ),
    Table(
        "proposals", "One text on the table.",
        (ID, attribute("title", "text", "One line for a person."), attribute("tabled_by", "text", "Whose text it is, by every account."),
         attribute("carried_by", "text", "Who carried it."),
         Column("versions", "integer", "How many versions the reports tell apart.", lambda r: len(r.it.versions)),
         attribute("differs", "text", "The points on which accounts differ."), NEGOTIATION, *origins_of(lambda r: r.it.origins),
         resting(lambda p: p.statements), *WORDS),
        lines("proposals", lambda p: p.statements),
    ),
    Table(
        "proposal_answers", "One account of one party's answer to one text.",
        (owner("proposal", "Id of the proposal."), attribute("party", "text", "Whose answer it is."),
         attribute("version", "id", "Id of the version; empty where the report does not tell, and then it is no agreement."),
         attribute("answer", "text", "What the answer was.", words=Answer), attribute("statement", "id", "Id of the statement."),
         *days("date", "When it was given", lambda r: r.it.date), attribute("told_by", "text", "By whose account."), *WORDS),
        parts("proposals", lambda p: p.answers, lambda a: (a.statement,)),
    ),
    Table(
        "agreement_terms", "One thing owed under one agreement.",
        (owner("agreement", "Id of the agreement."), attribute("agreement_name", "text", "Its line for a person.", source="name", of=True),
         attribute("typed_by", "text", "Who typed it in; empty where it was put together from reports.", of=True), ID,
         attribute("obligor", "text", "Who owes it."), attribute("obligee", "text", "To whom."), attribute("what", "text", "What is owed."),
         attribute("in_return", "text", "For what."), *days("deadline", "When it is due", lambda r: r.it.deadline),
         attribute("rules", "json", "The rules that make a schedule of it."), attribute("commitment", "id", "Id of the commitment with the accounts of it."),
         resting(lambda t: t.statements), *WORDS),
        parts("agreements", lambda a: a.terms, lambda t: t.statements),
    ),
    Table(
        "negotiations", "Parties, what is at stake, and time: the scope of every ledger and agreement.",
        (ID, attribute("name", "text", "Its line for a person."), attribute("parties", "text", "Who negotiates."),
         attribute("mediators", "text", "Who carries."),
         attribute("stake", "text", "What is at stake."), *days("dates", "Which days its reports tell of", lambda r: r.it.dates),
         Column("reports", "integer", "How many reports are about it.", lambda r: len(r.it.reports))),
        lambda look: numbered(look, "negotiations"),
    ),
    Table(
        "entities", "One person, body, state, place or group over all reports.",
        (ID, attribute("name", "text", "The fullest name."), attribute("kind", "text", "What it is.", words=ParticipantKind),
         attribute("side", "text", "For whom it acts."), attribute("offices", "text", "Its offices."),
         Column("mentions", "integer", "In how many places it is mentioned.", lambda r: len(r.it.mentions)),
         attribute("reasons", "text", "Why its names were held to be one.")),
        lambda look: numbered(look, "entities"),
    ),
    Table(
        "entity_names", "One name of one entity.",
        (owner("entity", "Id of the entity."), Column("name", "text", "The name.", lambda r: str(r.it))), names,
    ),
    Table(
        "origins", "One edge of where a report's content came from.",
        (attribute("report", "id", "Id of the later report."), attribute("other", "text", "Id of the other report, or the name of what is not in the record."),
         attribute("kind", "text", "What it has of the other.", words=get_type_hints(OriginLink)["kind"]),
         attribute("score", "number", "How alike they are, from 0 to 1."),
         attribute("reasons", "text", "What was compared.")),
        lambda look: numbered(look, "origin_links"),
    ),
    Table(
        "judgements", "One decision of a person, in their order; nothing is ever taken out.",
        (Column("n", "integer", "Its place in their order.", lambda r: r.n), ID,
         attribute("action", "text", "What was decided.", words=get_type_hints(Judgement)["action"]), attribute("target", "id", "Id of what it is about."),
         attribute("who", "text", "Who decided."), Column("decided_at", "text", "When, ISO 8601 with zone.", lambda r: r.it.when.isoformat()),
         attribute("why", "text", "The reason given."), attribute("layer", "text", "Which kind of statement it is about."),
         attribute("quote", "text", "Its words when that was decided."), attribute("value", "json", "What is put in its place."), *PLACE),
        judged,
    ),
    Table(
        "problems", "Something that could not be read or was not understood.",
        (attribute("kind", "text", "What kind of problem it is.", words=ProblemKind), attribute("message", "text", "What was seen and what to do about it."),
         attribute("report", "id", "Id of the report."),
         Column("start", "integer", "First character in question.", lambda r: r.it.span.start if r.it.span else None),
         Column("end", "integer", "One past the last.", lambda r: r.it.span.end if r.it.span else None),
         attribute("came_from", "text", "Path or file:line where no report could be made.", source="where"),
         attribute("lost", "boolean", "Whether input was lost by it.")),
        problems,
    ),
)
"""After what was told."""
