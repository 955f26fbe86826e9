"""Search: words and conditions, answered by statements with their words, held in the URL."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.queries.sought import MOST
from onrecord.types import Snapshot, Statement
from onrecord.views.brief.words import by_words, date_words, outlet_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.book import Hit
from onrecord.views.web.paging import Pager
from onrecord.views.web.query import KEYS, read_query

PER = 50
MOST_TEXTS = 20
TAKES = (("q", "Words, phrases in quotation marks, and conditions as key:value."),)


@dataclass(frozen=True, slots=True)
class Found:
    """One hit with who says it and when."""

    hit: Hit
    layer: str
    by: str
    date: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found, and what was not understood of the search."""

    query: str
    errors: tuple[str, ...]
    found: tuple[Found, ...]
    pager: Pager
    capped: bool
    texts: tuple[Found, ...] = ()
    """Places in reports where no statement has the words."""
    keys: tuple[tuple[str, str], ...] = tuple(KEYS.items())


def make(asked: Asked) -> SearchPage:
    """The statements of the scope that fit `q`; nothing is searched while a part of it is not understood."""
    text = asked.value("q")
    query = read_query(text)
    if query.errors or not query.sought.asks:
        return SearchPage(text, query.errors, (), Pager(1, 1, 0, "statements"), False)
    ids = asked.book.find(query.sought)
    known = [s for i in ids if (s := asked.snapshot.statements.get(i)) is not None]
    shown = asked.part(known, per=PER, what="statements")
    texts = () if query.sought.structured or len(known) > PER else in_texts(asked, query.sought.words, {s.report for s in known})
    return SearchPage(text, (), tuple(found(asked.snapshot, s) for s in shown.rows), shown.pager, len(ids) == MOST, texts)


def found(snapshot: Snapshot, statement: Statement) -> Found:
    """One statement as the page shows it."""
    report = snapshot.report(statement.report)
    hit = Hit(report.id, report.name, statement.span, statement.quote, outlet_words(report), statement.id)
    return Found(hit, statement.layer, by_words(statement), date_words(statement.date or statement.published))


def in_texts(asked: Asked, words: str, had: set[str]) -> tuple[Found, ...]:
    """Lines of reports that hold the words where none of their statements does."""
    hits = [h for h in asked.book.search(words) if h.statement is None and h.report in asked.snapshot.by_id and h.report not in had]
    return tuple(Found(h, "text", "", "") for h in hits[:MOST_TEXTS])
