"""Values of `onrecord.types` as the Python interface gives them: with their words, and able to show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from html import escape
from typing import Any, TypeVar

from onrecord.api import html
from onrecord.record.queries import ReportEntry
from onrecord.types import Event, Interval, Ledger, Report, Snapshot, Span, Statement
from onrecord.types.changes import Change
from onrecord.views.brief import Brief
from onrecord.views.brief.words import by_words, date_words, origins_words, plural
from onrecord.views.web.marks import MarkedBlock, Piece, marked_blocks

T = TypeVar("T")
MOST = 8
"""Accounts that are shown of one event or ledger; `words` has them all."""


def told(kind: type[T], value: Any, **more: object) -> T:
    """The fields of *value* as a *kind*, which has more of them."""
    return kind(**{f.name: getattr(value, f.name) for f in fields(value) if f.init}, **more)


@dataclass(frozen=True, slots=True)
class Told:
    """Words that something rests on, in their sentence, and by whose account."""

    statement: str
    """Id of the statement."""
    name: str
    """Name of the report."""
    span: Span
    words: str
    before: str
    """What stands before them in their sentence."""
    after: str
    by: str
    """Who says so, innermost first; "own voice" is the report's."""
    outlet: str | None = None
    published: Interval | None = None

    @property
    def citation(self) -> str:
        """NAME:START-END, as every command takes it."""
        return f"{self.name}:{self.span.start}-{self.span.end}"

    def _repr_html_(self) -> str:
        where = " · ".join(filter(None, (self.by, self.outlet, date_words(self.published) if self.published else "")))
        return f"<p>{html.marked(self.before, self.words, self.after)}<br><small>{escape(where)} <code>{escape(self.citation)}</code></small></p>"


def told_of(snapshot: Snapshot, identities: Iterable[str]) -> tuple[Told, ...]:
    """The words of these statements, as far as the snapshot holds them."""
    found = (snapshot.statements.get(i) for i in dict.fromkeys(identities))
    return tuple(told_in(snapshot.report(s.report), s) for s in found if s is not None)


def told_in(report: Report, statement: Statement) -> Told:
    """The words of a statement of *report*."""
    span = statement.span
    around = html.sentence_around(report, span)
    before, after = report.text[around.start : span.start], report.text[span.end : around.end].rstrip()
    return Told(statement.id, report.name, span, statement.quote, before, after, by_words(statement), report.outlet, statement.published)


@dataclass(frozen=True, slots=True)
class StatementRow(Statement):
    """A statement with its words in their sentence."""

    told: Told | None = None

    @property
    def citation(self) -> str:
        """NAME:START-END, as every command takes it."""
        return self.told.citation if self.told else f"{self.report}:{self.span.start}-{self.span.end}"

    @property
    def by(self) -> str:
        """Who says so, innermost first; "own voice" is the report's."""
        return by_words(self)

    def _repr_html_(self) -> str:
        what = f"{self.layer}, {date_words(self.date)}"
        return f"<div><b>{escape(what)}</b>{self.told._repr_html_() if self.told else ''}</div>"


@dataclass(frozen=True, slots=True)
class ChangeRow(Change):
    """One thing that is otherwise than before, with the words that changed it."""

    told: tuple[Told, ...] = ()

    def _repr_html_(self) -> str:
        return f"<div><b>{escape(self.kind)}</b> {escape(self.title)}{accounts(self.told)}</div>"


@dataclass(frozen=True, slots=True)
class EventRow(Event):
    """An event with the words of every account of it."""

    words: tuple[Told, ...] = ()

    def _repr_html_(self) -> str:
        marks = " · ".join(filter(None, (self.factuality, origins_words(self.origins), *self.differs)))
        return f"<div><b>{escape(date_words(self.date))}</b> {escape(self.title)} <small>{escape(marks)}</small>{accounts(self.words)}</div>"


@dataclass(frozen=True, slots=True)
class LedgerRow(Ledger):
    """A ledger with the words of its values; in a notebook with its chart."""

    words: tuple[Told, ...] = ()

    def chart(self) -> str | None:
        """SVG of the values over their days; None for fewer than two."""
        from onrecord.views.web.charts import figure_chart  # the drawer costs more to load than all else here, and most lists draw nothing

        return figure_chart(self)

    def _repr_html_(self) -> str:
        heads = "".join(f"<li>{escape(h.label)} ({escape(date_words(h.as_of))}; {escape(h.rule)})</li>" for h in self.headlines)
        sums = "".join(f"<li>{escape(line.verdict.replace('_', ' '))}: {escape(line.sum)}</li>" for line in self.lines)
        return f"<div><b>{escape(self.title)}</b><ul>{heads}{sums}</ul>{html.chart_html(self.chart())}{accounts(self.words)}</div>"


def accounts(words: tuple[Told, ...]) -> str:
    """The first accounts with their words; the rest counted."""
    more = f"<p><small>… and {plural(len(words) - MOST, 'account')} more</small></p>" if len(words) > MOST else ""
    return "".join(w._repr_html_() for w in words[:MOST]) + more


@dataclass(frozen=True, slots=True)
class ReportRow(ReportEntry):
    """A report without its text: `record.report(name)` gives it whole."""

    def to_dict(self) -> dict[str, Any]:
        """One row of a table, under the columns that exports have."""
        days = self.date.published
        return {
            "id": self.id, "name": self.name, "title": self.title, "outlet": self.outlet, "url": self.url, "language": self.language, "genre": self.genre,
            "date": days.edtf() if days else None, "date_first": days.first if days else None, "date_last": days.last if days else None,
            "date_basis": self.date.basis, "date_reason": self.date.reason, "sentences": self.coverage.sentences, "used": self.coverage.used,
            "statements": self.statements, "added_at": self.added_at,
        }

    def _repr_html_(self) -> str:
        read = f"{plural(self.coverage.sentences, 'sentence')}, {plural(self.statements, 'statement')}"
        told = " · ".join(filter(None, (self.outlet, date_words(self.date.published), self.date.basis, read)))
        return f"<div><b>{escape(self.title or self.name)}</b><br>{escape(told)} <code>{escape(self.name)}</code></div>"


@dataclass(frozen=True, slots=True)
class ReportText(Report):
    """A report whole, with what was read in it."""

    statements: tuple[StatementRow, ...] = ()
    withdrawn: frozenset[str] = frozenset()
    """Ids of the statements that a later version does not make."""

    def _repr_html_(self) -> str:
        blocks = "".join(map(block_html, marked_blocks(self, list(self.statements), self.withdrawn)))
        about = " · ".join(filter(None, (self.outlet, self.published)))
        return f"<article><h4>{escape(self.title or self.name)}</h4><p><small>{escape(about)}</small></p>{blocks}</article>"


def block_html(block: MarkedBlock) -> str:
    """One block; quiet where nothing is read in its kind."""
    return f"<p title='{escape(block.kind)}'>{''.join(map(piece_html, block.pieces))}</p>"


def piece_html(piece: Piece) -> str:
    """Words marked where they belong to a statement, whose layers the pointer shows; struck where they were withdrawn."""
    words = escape(piece.text)
    if not piece.classes:
        return words
    layers = ", ".join(c[2:] for c in piece.classes.split() if c.startswith("m-"))
    inner = f"<s>{words}</s>" if "p-gone" in piece.classes.split() else words
    return f"<mark title='{escape(layers)}'>{inner}</mark>"


@dataclass(frozen=True, slots=True)
class BriefView(Brief):
    """The brief; `str` of it is plain text, a notebook shows it with the words under each line."""

    def __str__(self) -> str:
        lines = [self.title, self.subtitle]
        for section in self.sections:
            lines += ["", section.title]
            lines += ["  " * (line.level + 1) + " ".join(filter(None, (line.date, line.text, *(c.place for c in line.cites)))) for line in section.lines]
            lines += [f"  {section.note}"] if section.note else []
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return f"<article><h3>{escape(self.title)}</h3><p>{escape(self.subtitle)}</p>{''.join(map(html.section_html, self.sections))}</article>"
