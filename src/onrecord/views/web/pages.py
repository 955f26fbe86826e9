"""What each page shows, as plain values: the templates draw them and the JSON twins print them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from onrecord.record.queries.texts import resting
from onrecord.types import Event, Ledger, Report, ReportDate, Snapshot, Statement
from onrecord.views.brief.captives import channels_section, roster_section, way_words
from onrecord.views.brief.figures import ledger_title
from onrecord.views.brief.open import disputes_section, problems_section
from onrecord.views.brief.page import Section
from onrecord.views.brief.stands import commitments_section, positions_section
from onrecord.views.brief.talks import event_line, next_section, start, talks_section
from onrecord.views.brief.texts import agreements_section, proposals_section
from onrecord.views.brief.words import by_words, date_words, origins_words, outlet_words, withdrawn_words
from onrecord.views.web.charts import figure_chart, timeline_chart
from onrecord.views.web.graph import channel_graphs
from onrecord.views.web.marks import MarkedBlock, marked_blocks

AROUND = 240
"""Characters shown before and after the words of a statement."""
SECTIONS = {
    "positions": positions_section, "commitments": commitments_section, "talks": talks_section, "disputes": disputes_section,
    "problems": problems_section, "next": next_section, "roster": roster_section,
    "agreements": agreements_section, "proposals": proposals_section,
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the timeline is narrowed to; empty fields narrow nothing."""

    party: str = ""
    type: str = ""
    outlet: str = ""
    factuality: str = ""
    place: str = ""

    def keeps(self, snapshot: Snapshot, event: Event) -> bool:
        """Whether the event passes every filter that is set."""
        people = " ".join((*event.actors, *event.targets, *event.through)).lower()
        outlets = {snapshot.report(s.report).outlet or "" for i in event.statements if (s := snapshot.statements.get(i))}
        return (
            self.party.lower() in people and self.type in ("", event.type) and self.factuality in ("", event.factuality)
            and self.outlet in ("", *outlets) and self.place.lower() in (event.place or "").lower()
        )


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events newest first, months as headings."""

    months: tuple[tuple[str, Section], ...]
    chart: str | None
    shown: int
    total: int
    types: tuple[str, ...]
    outlets: tuple[str, ...]
    factualities: tuple[str, ...]


def timeline(snapshot: Snapshot, filters: Filters) -> Timeline:
    """The timeline page."""
    events = snapshot.derived.events
    kept = sorted((e for e in events if filters.keeps(snapshot, e)), key=lambda e: (e.date is None, -start(e).toordinal(), -e.salience))
    months: dict[str, list[Event]] = {}
    for event in kept:
        months.setdefault(f"{start(event):%B %Y}" if event.date else "Date not known", []).append(event)
    return Timeline(
        months=tuple((name, Section(name, name, tuple(event_line(snapshot, e) for e in found))) for name, found in months.items()),
        chart=timeline_chart(tuple(kept)), shown=len(kept), total=len(events),
        types=tuple(sorted({e.type for e in events})), outlets=tuple(sorted({r.outlet for r in snapshot.reports if r.outlet})),
        factualities=tuple(sorted({e.factuality for e in events})),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One reported value in the table of a ledger."""

    measure: str
    label: str
    scope: str
    as_of: str
    published: str
    outlet: str
    by: str
    quote: str
    statement: str
    report: str


@dataclass(frozen=True, slots=True)
class Head:
    """One value that a ledger shows first."""

    label: str
    date: str
    origins: str
    open: bool
    statement: str


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """One ledger: its chart, all its values, its sums."""

    ledger: Ledger
    title: str
    heads: tuple[Head, ...]
    chart: str | None
    rows: tuple[Row, ...]


def ledgers(snapshot: Snapshot) -> tuple[LedgerPage, ...]:
    """The figures page, a ledger after another, that with the most values first."""
    ordered = sorted((x for x in snapshot.derived.ledgers if x.values), key=lambda x: (-len(x.values), x.id))
    return tuple(LedgerPage(x, ledger_title(snapshot, x), heads(x), figure_chart(x), rows(snapshot, x)) for x in ordered)


def heads(ledger: Ledger) -> tuple[Head, ...]:
    """The values a ledger shows first."""
    return tuple(Head(h.label, date_words(h.as_of), origins_words(h.origins), h.open, h.statements[0]) for h in ledger.headlines if h.statements)


def rows(snapshot: Snapshot, ledger: Ledger) -> tuple[Row, ...]:
    """All values of a ledger, the latest as-of first."""
    found = []
    for value in sorted(ledger.values, key=lambda v: str(v.as_of.edtf() if v.as_of else ""), reverse=True):
        statement = snapshot.statements.get(value.statement)
        if statement is None:
            continue
        report = snapshot.report(value.report)
        found.append(
            Row(
                value.measure.replace("_", " "), value.label, value.scope or "", date_words(value.as_of), date_words(value.published),
                outlet_words(report), by_words(statement), statement.quote, statement.id, report.id,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ChannelsPage:
    """Who reaches whom, drawn and listed."""

    graphs: tuple[tuple[str, str], ...]
    """(heading, SVG), one for each negotiation."""
    section: Section


def channels(snapshot: Snapshot) -> ChannelsPage:
    """The page of the ways that messages go."""
    return ChannelsPage(channel_graphs(snapshot), channels_section(snapshot))


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report with its statements marked."""

    report: Report
    date: ReportDate | None
    blocks: tuple[MarkedBlock, ...]
    statements: tuple[Statement, ...]
    leans_on: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """By which later versions the struck statements were withdrawn."""


def report_page(snapshot: Snapshot, identity: str) -> ReportPage:
    """The page of one report; KeyError when there is none."""
    report = snapshot.report(identity)
    said = sorted((s for s in snapshot.statements.values() if s.report == identity), key=lambda s: (s.span, s.id))
    leans = tuple(
        f"{link.kind.replace('_', ' ')}: {name_of(snapshot, link.other)}" + (f" ({'; '.join(link.reasons[:2])})" if link.reasons else "")
        for link in snapshot.derived.origin_links if link.report == identity
    )
    gone = {w.statement: w for w in snapshot.derived.withdrawn if w.report == identity}
    names = {r.id: r.name for r in snapshot.reports}
    withdrawn = tuple(dict.fromkeys(withdrawn_words(w, names) for w in gone.values()))
    return ReportPage(report, snapshot.date_of(identity), tuple(marked_blocks(report, said, gone)), tuple(said), leans, withdrawn)


def name_of(snapshot: Snapshot, identity: str) -> str:
    """A report's name, or the outlet or statement that is not in the record as such."""
    return next((r.name for r in snapshot.reports if r.id == identity), identity)


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement with the words around it and everything that rests on it."""

    statement: Statement
    report: Report
    before: str
    after: str
    fields: tuple[tuple[str, str], ...]
    date: str
    by: str
    citation: str
    rests: tuple[tuple[str, str, str], ...] = field(default=())
    """(kind, id, title) of what was derived from it."""


def statement_page(snapshot: Snapshot, identity: str) -> StatementPage:
    """The page of one statement; KeyError when there is none."""
    statement = snapshot.statements[identity]
    report = snapshot.report(statement.report)
    span = statement.span
    return StatementPage(
        statement=statement, report=report, before=before(report.text, span.start),
        after=after(report.text, span.end), fields=fields_of(statement.item), date=date_words(statement.date),
        by=by_words(statement), citation=citation(snapshot, statement), rests=rests_on(snapshot, identity),
    )


def before(text: str, place: int) -> str:
    """Some whole words before *place*."""
    words = text[max(0, place - AROUND) : place]
    return words if place <= AROUND else "… " + words.partition(" ")[2]


def after(text: str, place: int) -> str:
    """Some whole words after *place*."""
    words = text[place : place + AROUND]
    return words if place + AROUND >= len(text) else words.rpartition(" ")[0] + " …"


def citation(snapshot: Snapshot, statement: Statement) -> str:
    """Words, outlet, date, chain, hash and offsets in one line, to be pasted elsewhere."""
    report = snapshot.report(statement.report)
    date = snapshot.date_of(report.id)
    when = f"{date_words(date.published)} ({date.basis})" if date else "date not known"
    place = f"{report.name}:{statement.span.start}-{statement.span.end}"
    return f"“{statement.quote}” — {by_words(statement)}; {outlet_words(report)}, {when}; {place}, sha256 {report.id}"


def fields_of(item: Any) -> tuple[tuple[str, str], ...]:
    """The item's own fields that say something, spans and ids left out."""
    skipped = {"id", "span", "confidence", "date", "as_of", "deadline", "by", "inside", "trigger_span"}
    found = []
    for name in item.__dataclass_fields__:
        value = getattr(item, name)
        if name in skipped or name.endswith("_spans") or value in (None, (), "", False):
            continue
        words = ", ".join(map(str, value)) if isinstance(value, tuple) else f"{value:g}" if isinstance(value, float) else str(value)
        found.append((name.replace("_", " "), words))
    return tuple(found)


def rests_on(snapshot: Snapshot, identity: str) -> tuple[tuple[str, str, str], ...]:
    """Everything derived that names this statement."""
    derived = snapshot.derived
    found = [("events", e.id, e.title) for e in derived.events if identity in e.statements]
    for ledger in derived.ledgers:
        found += [("figures", ledger.id, ledger.title) for v in ledger.values if v.statement == identity]
        found += [("figures", ledger.id, line.sum) for line in ledger.lines if identity in line.statements]
    found += [("positions", p.id, f"{p.party} {p.stance} {p.topic}") for p in derived.positions if any(x.statement == identity for x in p.points)]
    found += [("commitments", c.id, f"{c.obligor}: {c.what}") for c in derived.commitments if any(s == identity for s, _, _ in c.accounts)]
    found += [("talks", t.track, t.status) for t in derived.talks if any(p.statement == identity for p in t.points)]
    found += [("disputes", d.id, d.title) for d in derived.disputes if any(identity in ids for _, ids in d.sides)]
    found += [("roster", c.id, f"{c.name}: {c.status.replace('_', ' ')}") for c in derived.roster if any(p.words.statement == identity for p in c.points)]
    found += [("channels", c.id, way_words(c)) for c in derived.channels if any(u.words.statement == identity for u in c.uses)]
    found += [("proposals", p.id, p.title) for p in derived.proposals if identity in p.statements]
    found += [("agreements", a.id, a.name) for a in derived.agreements if identity in resting(a)]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with every account of it."""

    event: Event
    date: str
    accounts: tuple[StatementPage, ...]
    before: tuple[tuple[str, str], ...]


def event_page(snapshot: Snapshot, identity: str) -> EventPage:
    """The page of one event; KeyError when there is none."""
    event = next((e for e in snapshot.derived.events if e.id == identity), None)
    if event is None:
        raise KeyError(identity)
    accounts = tuple(statement_page(snapshot, s) for s in event.statements if s in snapshot.statements)
    titles = {e.id: e.title for e in snapshot.derived.events}
    return EventPage(event, date_words(event.date), accounts, tuple((i, titles[i]) for i in event.after if i in titles))
