"""One person, body or place: names, offices over time, and everything they said and did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.types import Attribution, Entity, Event, PositionLine, Snapshot, Statement
from onrecord.views.brief.captives import cited
from onrecord.views.brief.page import Line, cites
from onrecord.views.brief.stands import position_line
from onrecord.views.brief.talks import event_line, start
from onrecord.views.brief.words import date_words, plural
from onrecord.views.web.asked import Asked
from onrecord.views.web.paging import Pager

PER = 60


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One entity with what the reports tell of it."""

    entity: Entity
    offices: tuple[Line, ...]
    mentioned: str
    did: tuple[Line, ...]
    did_pager: Pager
    said: tuple[Line, ...]
    said_pager: Pager
    holds: tuple[Line, ...]


def deeds(snapshot: Snapshot) -> dict[str, list[Event]]:
    """Events by the name of somebody who acts, is acted on or stands between."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in sorted(snapshot.derived.events, key=lambda e: (e.date is None, -start(e).toordinal(), e.id)):
        for name in dict.fromkeys((*event.actors, *event.targets, *event.through)):
            found[name].append(event)
    return found


def sayings(snapshot: Snapshot) -> dict[str, list[Statement]]:
    """Attributions by the name of the source, the latest first."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(snapshot.statements.values(), key=lambda s: (s.report, s.span)):
        if isinstance(statement.item, Attribution):
            found[statement.item.resolved or statement.item.source].append(statement)
    return found


def held(snapshot: Snapshot) -> dict[str, list[PositionLine]]:
    """Positions by party."""
    found: defaultdict[str, list[PositionLine]] = defaultdict(list)
    for line in snapshot.derived.positions:
        found[line.party].append(line)
    return found


def make(asked: Asked) -> EntityPage:
    """The page of the entity in the path; KeyError when there is none."""
    snapshot = asked.snapshot
    entity = asked.once(by_identity)[asked.identity]
    names = tuple(dict.fromkeys((entity.name, *entity.names)))
    events = list(dict.fromkeys(e for n in names for e in asked.once(deeds).get(n, ())))
    spoken = [s for n in names for s in asked.once(sayings).get(n, ())]
    did, said = asked.part(events, per=PER, what="events"), asked.part(spoken, per=PER, what="statements")
    offices = tuple(
        Line(("former " if t.former else "") + t.office, f"told {date_words(t.first)}" + (f" to {date_words(t.last)}" if t.last != t.first else ""), (),
             cited(snapshot, t.words) if t.words.report in snapshot.by_id else ())
        for t in entity.terms
    )
    return EntityPage(
        entity, offices, f"{plural(len(entity.mentions), 'mention')} in {plural(len({r for r, _ in entity.mentions}), 'report')}",
        tuple(event_line(snapshot, e) for e in did.rows), did.pager, tuple(said_line(snapshot, s) for s in said.rows), said.pager,
        tuple(position_line(snapshot, p) for n in names for p in asked.once(held).get(n, ())),
    )


def by_identity(snapshot: Snapshot) -> dict[str, Entity]:
    """Entities by id."""
    return {e.id: e for e in snapshot.derived.entities}


def said_line(snapshot: Snapshot, statement: Statement) -> Line:
    """What somebody is reported to have said, in the report's words."""
    item = statement.item
    assert isinstance(item, Attribution)
    text = snapshot.report(statement.report).text
    words = " … ".join(span.of(text) for span in item.content_spans) or statement.quote
    marks = [item.kind.replace("_", " ")] if item.kind else []
    return Line(f"{item.cue or 'says'}: {words}", date_words(statement.published), tuple(marks), cites(snapshot, (statement.id,)))
