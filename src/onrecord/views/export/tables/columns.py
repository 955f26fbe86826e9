"""What a table is: a name, columns that each know what they mean and where their value comes from, and rows."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, get_args

from onrecord.types import Interval, Link, Report, SourceClass, Span, Statement, Words
from onrecord.views.brief.words import by_words
from onrecord.views.export.book import Book
from onrecord.views.export.codebook import PRECISIONS, precision
from onrecord.views.export.values import jsonable

Kind = Literal["id", "text", "integer", "number", "day", "edtf", "boolean", "json"]
Cell = str | int | float | bool | dt.date | None
JUDGED = re.compile(r"(accepted|edited) by ")
SEPARATOR = "; "
"""What stands between several names in one cell."""


@dataclass(frozen=True)
class Look:
    """A book with what rows ask for looked up once."""

    book: Book

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return dict(self.book.snapshot.by_id)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Ids of statements that a later version does not make."""
        return frozenset(w.statement for w in self.book.snapshot.derived.withdrawn)

    @cached_property
    def stated(self) -> Counter[str]:
        """How many statements each report gave, by its id."""
        return Counter(s.report for s in self.book.snapshot.statements.values())

    def statement(self, identity: str | None) -> Statement | None:
        """The statement with this id, if it is in the book."""
        return self.book.snapshot.statements.get(identity or "")


@dataclass(frozen=True, slots=True)
class Row:
    """One row before its cells are made: the value it is about, what that is part of, and the words it rests on."""

    look: Look
    it: Any
    of: Any = None
    statement: Statement | None = None
    at: Words | None = None
    """Words without a statement, or with one that says more than they do."""
    n: int = 0
    """Its place among the rows of one owner, from 1."""

    @property
    def report(self) -> Report | None:
        """The report that the words stand in."""
        identity = self.at.report if self.at else self.statement.report if self.statement else None
        return self.look.reports.get(identity or "")

    @property
    def span(self) -> Span | None:
        """Where they stand."""
        return self.at.span if self.at else self.statement.span if self.statement else None

    @property
    def words(self) -> str | None:
        """The words."""
        return self.at.quote if self.at else self.statement.quote if self.statement else None

    @property
    def published(self) -> Interval | None:
        """When the report was published."""
        date = self.look.book.snapshot.date_of(self.report.id) if self.report else None
        return date.published if date else None


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    kind: Kind
    about: str
    """What it means, in one sentence."""
    get: Callable[[Row], Cell]
    words: tuple[str, ...] = ()
    """The closed list that its values are of; empty for none."""
    codes: Literal["event_type", "factuality", "precision", "number"] | None = None
    """Which part of a codebook codes it."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    about: str
    """What a row is, in one sentence."""
    columns: tuple[Column, ...]
    rows: Callable[[Look], Iterable[Row]] = field(repr=False)


def attribute(name: str, kind: Kind, about: str, *, source: str | None = None, words: Any = None, codes: Any = None, of: bool = False) -> Column:
    """A column that shows a field of the row's value (of its owner where *of*) by its own name or that of *source*; *words* is a Literal."""
    path = source or name

    def get(row: Row) -> Cell:
        return cell(getattr(row.of if of else row.it, path), kind)

    return Column(name, kind, about, get, closed(words), codes)


def closed(words: Any) -> tuple[str, ...]:
    """The words of a Literal or of a list; nothing for None."""
    return tuple(words) if isinstance(words, tuple) else tuple(get_args(words)) if words is not None else ()


def cell(value: Any, kind: Kind) -> Cell:
    """A value as one cell: names with separators between, days as EDTF, all else of several parts as JSON."""
    if value is None or isinstance(value, bool | int | float | dt.date):
        return value
    if kind == "json":
        return json.dumps(jsonable(value), ensure_ascii=False)
    if isinstance(value, Interval):
        return value.edtf()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return SEPARATOR.join(str(v) for v in value)
    return str(value)


def days(prefix: str, about: str, get: Callable[[Row], Interval | None]) -> tuple[Column, ...]:
    """Four columns of a date: as EDTF, its first and last possible day, and how closely it is told."""

    def end(row: Row, which: str) -> dt.date | None:
        found = get(row)
        return getattr(found, which) if found else None

    def edtf(row: Row) -> str | None:
        found = get(row)
        return found.edtf() if found else None

    return (
        Column(prefix, "edtf", f"{about}, as EDTF: a day, a month, a year, or first/last with .. for an end that is not told; empty where not told.", edtf),
        Column(f"{prefix}_earliest", "day", f"{about}: the first possible day.", lambda r: end(r, "first")),
        Column(f"{prefix}_latest", "day", f"{about}: the last possible day.", lambda r: end(r, "last")),
        Column(f"{prefix}_precision", "text", f"{about}: how closely it is told.", lambda r: precision(get(r)), PRECISIONS, "precision"),
    )


def origins_of(get: Callable[[Row], Any]) -> tuple[Column, ...]:
    """Two columns: between how many and how many independent origins."""
    return (
        Column("origins_least", "integer", "How many surely independent origins stand behind it.", lambda r: get(r).least),
        Column("origins_most", "integer", "How many possibly independent origins do.", lambda r: get(r).most),
    )


def mark(row: Row) -> str | None:
    """Whether a person has accepted or edited the statement."""
    reasons = row.statement.item.confidence.reasons if row.statement else ()
    found = [m[1] for m in map(JUDGED.match, reasons) if m]
    return found[-1] if found else None


def gone(row: Row) -> bool | None:
    """Whether a later version of the report does not say it any more."""
    return row.statement.id in row.look.withdrawn if row.statement else None


def citation(row: Row) -> str | None:
    """NAME:START-END."""
    return f"{row.report.name}:{row.span.start}-{row.span.end}" if row.report and row.span else None


def chain_json(statement: Statement) -> str:
    """The chain as a JSON list."""
    return json.dumps(jsonable(statement.chain), ensure_ascii=False)


def innermost(row: Row) -> Link | None:
    """The source that is held to have said it."""
    return row.statement.chain[-1] if row.statement and row.statement.chain else None


def from_link(name: str) -> Callable[[Row], Cell]:
    """A getter of a field of the innermost source."""

    def get(row: Row) -> Cell:
        link = innermost(row)
        return getattr(link, name) if link else None

    return get


def from_statement(get: Callable[[Statement], Cell]) -> Callable[[Row], Cell]:
    """A getter that is empty where there is no statement."""
    return lambda row: get(row.statement) if row.statement else None


PLACE: tuple[Column, ...] = (
    Column("words", "text", "The words it rests on, exactly; of several places the first.", lambda r: r.words),
    Column("report", "id", "Id of the report that they stand in.", lambda r: r.report.id if r.report else None),
    Column("report_name", "text", "The report's name.", lambda r: r.report.name if r.report else None),
    Column("start", "integer", "First character of the words in the report's text, from 0.", lambda r: r.span.start if r.span else None),
    Column("end", "integer", "One past their last character.", lambda r: r.span.end if r.span else None),
    Column("citation", "text", "NAME:START-END, as `onrecord report` takes it.", citation),
    Column("outlet", "text", "Who published the report.", lambda r: r.report.outlet if r.report else None),
)
"""Where the words stand."""
CHAIN: tuple[Column, ...] = (
    Column("chain", "text", "Who says so, innermost first, in words; own voice is the report's.", from_statement(by_words)),
    Column("chain_json", "json", "The same as a list of attributions, outermost first.", from_statement(chain_json)),
    Column("source", "text", "The innermost source by its fullest name; empty for the report's own voice.", from_link("resolved")),
    Column("source_class", "text", "What kind of source it is.", from_link("source_class"), closed(SourceClass)),
    Column("source_side", "text", "The side for which it speaks.", from_link("side")),
)
"""By whose account."""
TOLD = days("published", "When the report was published", lambda r: r.published)
SURE: tuple[Column, ...] = (
    Column("confidence", "number", "How sure the reading is, from 0 to 1.", from_statement(lambda s: s.item.confidence.value)),
    Column("confidence_reasons", "text", "What lowered or raised it.", from_statement(lambda s: SEPARATOR.join(s.item.confidence.reasons) or None)),
    Column("judged", "text", "Whether a person has accepted or edited the statement; rejected ones are in no table.", mark, ("accepted", "edited")),
    Column("withdrawn", "boolean", "Whether a later version of the report does not say it any more.", gone),
    Column("in_title", "boolean", "Whether the words stand in the title.", from_statement(lambda s: s.in_title)),
    Column("in_opinion", "boolean", "Whether the report is an opinion.", from_statement(lambda s: s.in_opinion)),
)
"""How sure it is."""
WORDS: tuple[Column, ...] = (*PLACE, *CHAIN, *TOLD, *SURE)
"""The columns of every row that rests on words."""
