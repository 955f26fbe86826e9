"""One thing of the record, whole: what it says, who says so, and every word it rests on."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.record import Record, queries
from onrecord.record.judgements import judgements
from onrecord.types import Confidence, Derived, Interval, Link, Snapshot, Statement, When
from onrecord.views.brief.page import Line, cite
from onrecord.views.brief.words import by_words, date_words, withdrawn_words
from onrecord.views.cli.draw import WHOLE, cited, draw_line, draw_lines
from onrecord.views.cli.opening import cite_names
from onrecord.views.export.values import jsonable, statement_json

if TYPE_CHECKING:
    from rich.console import Console

HIDDEN = ("id", "span", "spans", "confidence", "by", "inside", "trigger_span", "source_spans", "cue_spans", "content_spans", "content")
"""Fields of an item that are shown otherwise."""


def things(record: Record, name: str, wanted: tuple[int, int] | None = None) -> list[tuple[str, str]]:
    """(kind, id) of the thing whose id begins with *name*, or of the statements at characters *wanted* of the report called so."""
    if wanted is None:
        return [queries.lookup(record, name)]
    report = queries.find_report(record, name)
    found = [s for s in queries.statements(record, queries.Filter(report=report)) if s.span.start < wanted[1] and wanted[0] < s.span.end]
    exact = [s for s in found if tuple(s.span) == wanted] or found
    if not exact:
        raise InputError(f"{record.path}: no statement stands at {name}:{wanted[0]}-{wanted[1]}; `onrecord report {name}` shows where they stand")
    return [("statement", s.id) for s in exact]


def value_of(record: Record, kind: str, identity: str) -> Any:
    """The value behind an id."""
    if kind == "statement":
        return queries.statement(record, identity)
    if kind == "ledger_line":
        return next(line for g in queries.ledgers(record) for line in g.lines if line.id == identity)
    get: dict[str, Any] = {
        "event": queries.events, "ledger": queries.ledgers, "position": queries.positions, "commitment": queries.commitments,
        "roster": queries.roster, "channel": queries.channels, "proposal": queries.proposals, "agreement": queries.agreements,
        "dispute": queries.disputes, "entity": queries.entities, "negotiation": queries.negotiations, "judgement": judgements,
    }
    return next(v for v in get[kind](record) if v.id == identity)


def thing_json(record: Record, kind: str, identity: str) -> dict[str, Any]:
    """The same as data: the value and all statements that it rests on."""
    names = queries.unique_names(record)
    value = value_of(record, kind, identity)
    if isinstance(value, Statement):
        rests = [{"kind": k, "id": i} for k, i in queries.supported(record, identity)]
        return {"kind": kind, **statement_json(value, names[value.report]), "supports": rests}
    found = queries.statements_by_id(record, queries.support(record, identity))
    return {"kind": kind, **jsonable(value), "statements": [statement_json(s, names[s.report]) for s in found.values()]}


def draw_thing(console: Console, record: Record, kind: str, identity: str) -> None:
    """One thing on the terminal."""
    value = value_of(record, kind, identity)
    if isinstance(value, Statement):
        draw_statement(console, record, value)
    else:
        draw_value(console, record, kind, value)


def draw_statement(console: Console, record: Record, statement: Statement) -> None:
    """A statement: its words, its fields, the chain of who says so, how its day was told, what rests on it."""
    from rich.text import Text

    from onrecord.record.rows import kind_of
    from onrecord.views.brief.page import Cite

    report = queries.report(record, statement.report)
    console.print(Text(f"{statement.layer}: {kind_of(statement).replace('_', ' ')}", style="bold"))
    console.print(cited(Cite(report.id, cite_names(record)[report.id], statement.span, statement.quote, statement.id, report.pages_of(statement.span))))
    gone = queries.withdrawn(record, report.id).get(statement.id)
    if gone is not None:
        console.print(Text(withdrawn_words(gone, cite_names(record)), style="bold"))
    facts = [(f.name.replace("_", " "), words_of(getattr(statement.item, f.name))) for f in fields(statement.item) if f.name not in HIDDEN]
    facts.append(("date", date_words(statement.date) + (f" ({statement.date_reason})" if statement.date_reason else "")))
    facts.append(("published", f"{date_words(statement.published)}, {report.outlet or 'outlet not known'}"))
    confidence = statement.item.confidence
    facts.append(("confidence", f"{confidence.value:.2f}" + (f" ({'; '.join(confidence.reasons)})" if confidence.reasons else "")))
    facts.append(("id", statement.id))
    draw_facts(console, facts)
    console.print(Text("Who says so", style="bold"))
    console.print(Text(f"  {report.outlet or report.name}", style=""))
    for depth, link in enumerate(statement.chain, 2):
        console.print(Text("  " * depth + "→ " + link_words(link)))
    rests = queries.supported(record, statement.id)
    if rests:
        console.print(Text("Rests on it: " + ", ".join(f"{k} {i[:8]}" for k, i in rests), style="dim"))


def link_words(link: Link) -> str:
    """One link of a chain with all that is known of it."""
    parts = [link.source if link.source == link.resolved else f"{link.source} ({link.resolved})", link.cue, link.source_class.replace("_", " ")]
    parts += [f"for {link.side}"] if link.side else []
    parts += [link.access] if link.access else []
    parts += [f"to {link.audience}"] if link.audience else []
    return " · ".join(parts)


def words_of(value: Any) -> str:
    """A field's value in words; empty for nothing."""
    if isinstance(value, Interval):
        return date_words(value)
    if value is None or value is False or value == () or isinstance(value, When | Confidence):
        return ""
    if isinstance(value, tuple | list):
        return ", ".join(words_of(v) for v in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_", " ") if isinstance(value, str) else str(value)


def draw_facts(console: Console, facts: list[tuple[str, str]]) -> None:
    """Names and values in two columns, empty ones left out."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", min_width=11)
    grid.add_column(overflow="fold")
    for name, words in facts:
        if words:
            grid.add_row(name, words)
    console.print(grid)


def draw_value(console: Console, record: Record, kind: str, value: Any) -> None:
    """Anything derived: its line as in the lists, then every account with its chain and words."""
    from onrecord.views.brief.captives import captive_lines, channel_lines
    from onrecord.views.brief.open import dispute_lines
    from onrecord.views.brief.stands import commitment_lines
    from onrecord.views.brief.talks import event_line
    from onrecord.views.brief.texts import agreement_lines, proposal_lines
    from onrecord.views.cli import sections

    field = {"event": "events", "ledger": "ledgers", "position": "positions", "commitment": "commitments", "dispute": "disputes",
             "roster": "roster", "channel": "channels", "agreement": "agreements", "proposal": "proposals"}.get(kind)
    found = queries.statements_by_id(record, queries.support(record, value.id))
    part = queries.snapshot_of(record, Derived(**({field: (value,)} if field else {})))
    reports = {r.id: r for r in (*part.reports, *queries.all_reports(record, {s.report for s in found.values()}))}
    snapshot = replace(part, reports=tuple(reports.values()), statements=found)
    draw: dict[str, Any] = {
        "event": lambda: [event_line(snapshot, value)], "ledger": lambda: sections.figures(snapshot).lines,
        "ledger_line": lambda: [sections.sum_line(snapshot, value)], "position": lambda: sections.positions(snapshot).lines,
        "commitment": lambda: commitment_lines(snapshot, value), "dispute": lambda: dispute_lines(snapshot, value),
        "roster": lambda: captive_lines(snapshot, value), "channel": lambda: channel_lines(snapshot, value),
        "agreement": lambda: agreement_lines(snapshot, value), "proposal": lambda: proposal_lines(snapshot, value),
    }
    if kind in draw:
        draw_lines(console, draw[kind]())
    else:
        draw_facts(console, [(f.name, words_of(getattr(value, f.name))) for f in fields(value) if f.name not in ("mentions", "reports", "reasons")])
    if kind == "event":
        draw_accounts(console, snapshot, value)
    reasons = getattr(value, "reasons", ())
    for reason in reasons:
        draw_line(console, Line("why: " + reason, level=1), 0, WHOLE)


def draw_accounts(console: Console, snapshot: Snapshot, value: Any) -> None:
    """Every account of an event with who gives it."""
    lines = []
    for identity in value.statements:
        statement = snapshot.statements.get(identity)
        place = cite(snapshot, identity)
        if statement is not None and place is not None:
            lines.append(Line(by_words(statement), date_words(statement.date), (statement.id[:8],), (place,), level=1))
    draw_lines(console, lines)
