"""One thing to be judged: a statement, an event or an entity, with the history of all that was decided about it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.desk.deciding import touching
from onrecord.reconcile.judged import anchor
from onrecord.reconcile.judged_origins import LAYER
from onrecord.reconcile.judged_reports import LAYER as WHOLE
from onrecord.reconcile.judged_reports import named
from onrecord.types import Entity, Event, Judgement
from onrecord.views.brief.words import date_words
from onrecord.views.web.review.adding import Adding, adding_of
from onrecord.views.web.review.origins import Tracing, tracing_of
from onrecord.views.web.review.past import Past, past
from onrecord.views.web.review.queue import Row, row_of
from onrecord.views.web.seen import Seen

Kind = Literal["statements", "events", "entities", "reports", "negotiations"]
NOTHING: Mapping[str, str] = {}
MOST_OTHERS = 400
"""Names offered to be joined with; any other can be typed by its id."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the record and what people decided about it."""

    kind: Kind
    id: str
    title: str
    parts: tuple[tuple[str, str], ...]
    """(value, words) of what can be parted off: statements of an event, names of an entity."""
    others: tuple[tuple[str, str], ...]
    """(id, words) of what it may be joined with."""
    row: Row | None
    """A statement as the queue shows it; None for other kinds, and for one that was rejected."""
    history: tuple[Past, ...]
    adding: Adding | None = None
    """Of a report: what is needed to add a statement to it."""
    tracing: Tracing | None = None
    """Of a report: the texts that it is held to be one with."""


def thing_of(seen: Seen, kind: Kind, identity: str, judged: Sequence[Judgement], asked: Mapping[str, str] = NOTHING) -> Thing:
    """The thing with this id; KeyError where there is none and nobody ever judged one."""
    ours = {j.id for j in (touching(judged, identity) if kind != "reports" else on_report(judged, identity))}
    history = tuple(p for p in past(judged) if p.judgement.id in ours)
    if kind == "statements":
        statement = seen.snapshot.statements.get(identity)
        if statement is not None:
            return Thing(kind, identity, statement.quote, (), (), row_of(seen, statement), history)
        return gone(kind, identity, history)
    if kind == "reports" and identity in {r for j in seen.snapshot.set_aside for r in named(j)}:
        return gone(kind, identity, history)
    if kind == "reports":
        report = seen.snapshot.report(identity)
        return Thing(kind, identity, report.title or report.name, (), (), None, history, adding_of(seen, identity, asked), tracing_of(seen.snapshot, identity))
    derived = seen.snapshot.derived
    if kind == "negotiations":
        return talks_thing(seen, identity, history)
    found: Event | Entity | None = next((e for e in (derived.events if kind == "events" else derived.entities) if e.id == identity), None)
    if found is None:
        return gone(kind, identity, history)
    if isinstance(found, Event):
        said = seen.snapshot.statements
        parts = tuple((i, f"{said[i].quote} ({seen.snapshot.report(said[i].report).name})") for i in found.statements if i in said)
        others = tuple((e.id, f"{date_words(e.date)}: {e.title}") for e in derived.events if e.id != identity)
        return Thing(kind, identity, found.title, parts, others[:MOST_OTHERS], None, history)
    others = tuple((e.id, f"{e.name} ({e.kind})") for e in derived.entities if e.id != identity)
    return Thing(kind, identity, found.name, tuple((n, n) for n in found.names), others[:MOST_OTHERS], None, history)


def talks_thing(seen: Seen, identity: str, history: tuple[Past, ...]) -> Thing:
    """A negotiation with its reports by name, any of which can be parted off, and the others that it may be joined with."""
    talks = {n.id: n for n in seen.snapshot.derived.negotiations}
    if identity not in talks:
        return gone("negotiations", identity, history)
    known = seen.snapshot.by_id
    parts = tuple(sorted(((r, known[r].name) for r in talks[identity].reports if r in known), key=lambda part: part[1]))
    others = tuple((n.id, n.name) for n in talks.values() if n.id != identity)
    return Thing("negotiations", identity, talks[identity].name, parts, others, None, history)


def on_report(judged: Sequence[Judgement], report: str) -> list[Judgement]:
    """The judgements on words of a report and on the report itself, and the undoings of these."""
    found: dict[str, Judgement] = {}
    for judgement in judged:
        told = {judgement.target, anchor(judgement).get("report")}
        if judgement.layer in (LAYER, WHOLE) and judgement.value:
            told.update(json.loads(judgement.value))
        if report in told or judgement.target in found:
            found[judgement.id] = judgement
    return list(found.values())


def gone(kind: Kind, identity: str, history: tuple[Past, ...]) -> Thing:
    """What is left of a thing that the record does not hold any more: its history."""
    if not history:
        raise KeyError(identity)
    words = next((p.judgement.quote or p.value for p in history if p.judgement.quote or p.judgement.layer == WHOLE), identity)
    return Thing(kind, identity, words, (), (), None, history)
