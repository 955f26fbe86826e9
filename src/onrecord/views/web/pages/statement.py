"""One statement: the words around it, its citation, and everything that rests on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from onrecord.record.queries.texts import resting
from onrecord.types import Report, Snapshot, Statement
from onrecord.views.brief.captives import way_words
from onrecord.views.brief.words import by_words, date_words, outlet_words
from onrecord.views.web.asked import Asked

AROUND = 240
"""Characters shown before and after the words of a statement."""


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
    pages = report.pages_of(statement.span)
    place = f"{report.name}:{statement.span.start}-{statement.span.end}" + (f", {pages}" if pages else "")
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


def make(asked: Asked) -> StatementPage:
    """The page of the statement in the path; KeyError when there is none."""
    return statement_page(asked.snapshot, asked.identity)
