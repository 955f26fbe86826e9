"""The record as entities of FollowTheMoney, each property value with the report that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.types import Entity, Event, Judgement, Report, Snapshot
from onrecord.views.brief.words import by_words, date_words, offices_told, origins_words, shortened
from onrecord.views.export.days import edtf, precision, shared_prefix
from onrecord.views.export.lexicon import lexicon
from onrecord.views.export.places import decisions, places_of
from onrecord.views.export.who import Who, who_of

LEGAL = ("Person", "Organization", "PublicBody", "LegalEntity")
"""Schemata that can take part in an event and be meant by a mention."""
LONG_NAME = 150
"""Characters of a note's name; the whole words are its description."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one property, and where it came from."""

    prop: str
    value: str
    origin: str = ""
    """Name of the report; "" for what the program makes of several."""
    seen: str = ""
    """Day of the report, where it is known to the day."""

    @property
    def type(self) -> str:
        """The model's type of the property."""
        return str(lexicon("ftm")["types"][self.prop])


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity."""

    id: str
    schema: str
    caption: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every entity is made from."""

    snapshot: Snapshot
    decided: dict[str, str]
    who: Who

    def seen(self, report: str) -> tuple[str, str]:
        """A report's name, and its day where it is known to the day."""
        date = self.snapshot.date_of(report)
        published = date.published if date else None
        return self.snapshot.report(report).name, edtf(published) if precision(published) == "day" else ""


def things_of(snapshot: Snapshot, judgements: Sequence[Judgement] = (), *, texts: bool = True) -> tuple[list[Thing], list[dict[str, object]]]:
    """The entities in a fixed order, and rows about what has no place in the model; without *texts* no Article has its body."""
    desk = Desk(snapshot, decisions(judgements), who_of(snapshot))
    carried = [e for e in snapshot.derived.entities if schema_of(e)]
    things = [article(desk, r, text=texts) for r in snapshot.reports]
    things += [somebody(desk, e) for e in carried]
    things += [m for e in carried if schema_of(e) in LEGAL for m in mentions(desk, e)]
    for event in snapshot.derived.events:
        things += [happening(desk, event), *documentations(desk, event)]
    things += [note(desk, identity) for identity in sorted(snapshot.statements)]
    things += [decision(desk, j) for j in judgements]
    return things, list(uncarried(snapshot))


def article_id(report: str) -> str:
    """The id of a report's entity."""
    return f"onrecord-report-{report[:40]}"


def schema_of(entity: Entity) -> str | None:
    """The schema of somebody or something by kind and offices; None for what the model does not know."""
    schema: str | None = lexicon("ftm")["kinds"].get(entity.kind)
    if schema == "Organization" and any(o in lexicon("ftm")["public"]["words"] for o in entity.offices):
        return "PublicBody"
    return schema


def article(desk: Desk, report: Report, *, text: bool) -> Thing:
    """A report, with its text or without."""
    name, seen = desk.seen(report.id)
    date = desk.snapshot.date_of(report.id)
    published = date.published if date else None
    known = [
        ("fileName", report.name), ("title", report.title), ("publisher", report.outlet), ("sourceUrl", report.url),
        ("bodyText", report.text if text else None), ("publishedAt", shared_prefix(published)), ("language", lexicon("ftm")["languages"].get(report.language)),
        ("notes", f"SHA-256 of text, outlet and address: {report.id}"),
        ("notes", f"Published: {edtf(published) or 'not known'} (EDTF), {date.basis if date else 'unknown'}"),
    ]
    facts = tuple(Fact(prop, value, name, seen) for prop, value in known if value)
    return Thing(article_id(report.id), "Article", report.title or report.name, facts)


def somebody(desk: Desk, entity: Entity) -> Thing:
    """A person, body, state, group, outlet or place; every name as seen in every report that bears it."""
    schema = schema_of(entity) or ""
    facts: list[Fact] = []
    for report in dict.fromkeys(r for r, _ in entity.mentions):
        origin, seen = desk.seen(report)
        facts.append(Fact("full" if schema == "Address" else "name", entity.name, origin, seen))
        if schema != "Address":
            facts += [Fact("alias", name, origin, seen) for name in entity.names if name != entity.name and named_in(desk, entity, report, name)]
    if schema in LEGAL and entity.side and entity.side != entity.name:
        facts.append(Fact("notes", f"Side, as reports tell: {entity.side}"))
    if schema == "Person":
        facts += [Fact("position", words) for words in offices_told(entity)]
    return Thing(f"onrecord-entity-{entity.id}", schema, entity.name, tuple(facts) or (Fact("full" if schema == "Address" else "name", entity.name),))


def named_in(desk: Desk, entity: Entity, report: str, name: str) -> bool:
    """Whether a report writes an entity in this way; the report's text tells it."""
    text = desk.snapshot.report(report).text
    return any(r == report and span.of(text) == name for r, span in entity.mentions)


def mentions(desk: Desk, entity: Entity) -> Iterator[Thing]:
    """A link a report and a way of writing."""
    seen: set[tuple[str, str]] = set()
    for report, span in entity.mentions:
        words = span.of(desk.snapshot.report(report).text) or entity.name
        if (report, words) in seen:
            continue
        seen.add((report, words))
        origin, day = desk.seen(report)
        known = [("document", article_id(report)), ("name", words), ("resolved", f"onrecord-entity-{entity.id}"), ("detectedSchema", schema_of(entity) or "")]
        facts = tuple(Fact(prop, value, origin, day) for prop, value in known)
        yield Thing(f"onrecord-mention-{entity.id}-{report[:16]}-{span.start}", "Mention", words, facts)


def happening(desk: Desk, event: Event) -> Thing:
    """An event, dated no closer than all its possible days share."""
    people = [e for n in (*event.actors, *event.targets, *event.through) if (e := desk.who.entity(n)) is not None and schema_of(e) in LEGAL]
    places = places_of(desk.snapshot, event.statements, desk.decided)
    how = "; ".join(filter(None, (event.type, event.factuality.replace("_", " "), date_words(event.date), origins_words(event.origins))))
    known = [
        ("name", event.title), ("date", shared_prefix(event.date)), ("location", event.place), ("summary", how), ("recordId", event.id),
        ("keywords", event.type), ("keywords", event.factuality), ("notes", f"Date as EDTF: {edtf(event.date)}" if event.date else "No report tells the date."),
        *(("notes", f"Told differently: {d}") for d in event.differs), *(("involved", f"onrecord-entity-{e.id}") for e in people),
    ]
    facts = [Fact(prop, value) for prop, value in known if value]
    facts += [Fact("proof", article_id(p.report.id), *desk.seen(p.report.id)) for p in places]
    return Thing(f"onrecord-event-{event.id}", "Event", event.title, tuple(facts))


def documentations(desk: Desk, event: Event) -> Iterator[Thing]:
    """A link a statement: the report tells of the event, in these words, by this account."""
    for place in places_of(desk.snapshot, event.statements, desk.decided):
        origin, seen = desk.seen(place.report.id)
        known = [
            ("document", article_id(place.report.id)), ("entity", f"onrecord-event-{event.id}"), ("role", "tells of it"), ("description", place.quote),
            ("summary", f"by {place.chain}; {place.source()}"), ("recordId", place.at), ("date", shared_prefix(place.published)),
            ("proof", article_id(place.report.id)),
        ]
        facts = tuple(Fact(prop, value, origin, seen) for prop, value in known if value)
        yield Thing(f"onrecord-documentation-{event.id}-{place.statement}", "Documentation", place.quote, facts)


def note(desk: Desk, identity: str) -> Thing:
    """A statement: its words, its layer, by whose account, where."""
    found = desk.snapshot.statements[identity]
    place = places_of(desk.snapshot, (identity,), desk.decided)[0]
    origin, seen = desk.seen(found.report)
    name = shortened(f"{found.layer}: {found.quote}", LONG_NAME)
    held = f"Holds or happened: {edtf(found.date)} (EDTF)" if found.date else None
    known = [
        ("name", name), ("description", found.quote), ("keywords", found.layer), ("entity", article_id(found.report)), ("proof", article_id(found.report)),
        ("summary", f"by {by_words(found)}; {place.source()}"), ("sourceUrl", place.report.url), ("notes", held),
    ]
    return Thing(f"onrecord-statement-{identity}", "Note", name, tuple(Fact(prop, value, origin, seen) for prop, value in known if value))


def decision(desk: Desk, judgement: Judgement) -> Thing:
    """A person's decision, as a note on the note of what it is about."""
    name = f"{judgement.action} by {judgement.who} on {judgement.when.date()}"
    derived = desk.snapshot.derived
    kinds = {"statement": set(desk.snapshot.statements), "event": {e.id for e in derived.events}, "entity": {e.id for e in derived.entities if schema_of(e)}}
    about = next((f"onrecord-{kind}-{judgement.target}" for kind, ids in kinds.items() if judgement.target in ids), None)
    known = [
        ("name", name), ("description", judgement.quote), ("summary", judgement.why), ("keywords", "judgement"), ("keywords", judgement.action),
        ("entity", about), ("notes", f"About: {judgement.target}"), ("notes", f"In its place: {judgement.value}" if judgement.value else None),
    ]
    return Thing(f"onrecord-judgement-{judgement.id}", "Note", name, tuple(Fact(prop, value) for prop, value in known if value))


def uncarried(snapshot: Snapshot) -> Iterator[dict[str, object]]:
    """A row for each thing without a schema, with the reason."""
    reasons, derived = lexicon("ftm")["uncarried"], snapshot.derived
    entities: Iterable[tuple[str, str, str]] = ((e.id, e.kind, e.name) for e in derived.entities if not schema_of(e))
    ledgers = ((v.id, "ledger", v.title) for v in derived.ledgers)
    disputes = ((v.id, "dispute", v.title) for v in derived.disputes)
    agreements = ((v.id, "agreement", v.name) for v in derived.agreements)
    proposals = ((v.id, "proposal", v.title) for v in derived.proposals)
    for rows in (entities, ledgers, disputes, agreements, proposals):
        for identity, kind, name in rows:
            yield {"id": identity, "kind": kind, "name": name, "reason": reasons[kind]}
