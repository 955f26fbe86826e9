"""Figures: every ledger with its chart, who says so, what cannot all be true, its sums and all of its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Ledger, LedgerValue, Snapshot
from onrecord.views.brief.figures import ledger_title
from onrecord.views.brief.words import age_words, by_words, date_words, last_day, outlet_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.charts import figure_chart
from onrecord.views.web.pages.sums import Card, Head, Sum, cards, heads, sums
from onrecord.views.web.paging import Pager, part
from onrecord.views.web.seen import Seen
from onrecord.views.writing.marks import numbers_in

PER = 120
"""Values that one page shows; more are a page further."""
TAKES = (("ledger", "Id of a ledger."),)


@dataclass(frozen=True, slots=True)
class Row:
    """One reported value in the table of a ledger."""

    measure: str
    label: str
    scope: str
    as_of: str
    age: str
    published: str
    outlet: str
    by: str
    side: str
    quote: str
    statement: str
    report: str


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """One ledger: its chart, all its values, its sums."""

    ledger: Ledger
    title: str
    heads: tuple[Head, ...]
    cards: tuple[Card, ...]
    sums: tuple[Sum, ...]
    chart: str | None
    rows: tuple[Row, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The ledgers to choose from, and those that are shown."""

    index: tuple[tuple[str, str, int], ...]
    """(id, title, how many values) of every ledger."""
    ledgers: tuple[LedgerPage, ...]
    chosen: str


def ordered(snapshot: Snapshot) -> tuple[Ledger, ...]:
    """The ledgers, that with the most values first."""
    return tuple(sorted((x for x in snapshot.derived.ledgers if x.values), key=lambda x: (-len(x.values), x.id)))


def ledgers(snapshot: Snapshot) -> tuple[LedgerPage, ...]:
    """Every ledger whole."""
    return tuple(
        ledger_page(snapshot, x, figure_chart(x), rows(snapshot, newest(x)), Pager(1, 1, len(x.values))) for x in ordered(snapshot)
    )


def ledger_page(snapshot: Snapshot, ledger: Ledger, chart: str | None, shown: tuple[Row, ...], pager: Pager) -> LedgerPage:
    """One ledger with some of its values; what stands above the table only on its first page."""
    first = pager.page == 1
    return LedgerPage(
        ledger, ledger_title(snapshot, ledger), heads(snapshot, ledger) if first else (), cards(snapshot, ledger) if first else (),
        sums(ledger) if first else (), chart if first else None, shown, pager,
    )


def newest(ledger: Ledger) -> tuple[LedgerValue, ...]:
    """The values of a ledger, the latest as-of first."""
    return tuple(sorted(ledger.values, key=lambda v: str(v.as_of.edtf() if v.as_of else ""), reverse=True))


def rows(snapshot: Snapshot, values: Sequence[LedgerValue]) -> tuple[Row, ...]:
    """Some values as rows of the table."""
    found, now = [], last_day(snapshot)
    for value in values:
        statement = snapshot.statements.get(value.statement)
        if statement is None:
            continue
        report = snapshot.report(value.report)
        found.append(
            Row(
                value.measure.replace("_", " "), numbers_in(value.label), value.scope or "", date_words(value.as_of), age_words(value.as_of, now),
                date_words(value.published), outlet_words(report), by_words(statement), value.side or "", statement.quote, statement.id, report.id,
            )
        )
    return tuple(found)


def make(asked: Asked) -> FiguresPage:
    """The ledger in the URL, else the first ones that together stay readable; charts are drawn only of those. KeyError for an unknown ledger."""
    snapshot, every = asked.snapshot, asked.once(ordered)
    chosen = asked.value("ledger")
    shown = [x for x in every if x.id == chosen] if chosen else first_ones(every)
    if chosen and not shown:
        raise KeyError(chosen)
    pages = []
    for ledger in shown:
        values = asked.part(newest(ledger), per=PER, what="values") if chosen else part(newest(ledger), page=1, per=PER, what="values")
        pages.append(ledger_page(snapshot, ledger, chart_of(asked.seen, ledger), rows(snapshot, values.rows), values.pager))
    return FiguresPage(tuple((x.id, ledger_title(snapshot, x), len(x.values)) for x in every), tuple(pages), chosen)


def chart_of(seen: Seen, ledger: Ledger) -> str | None:
    """The chart of a ledger, drawn once."""
    return seen.kept(("figure chart", ledger.id), lambda: figure_chart(ledger))


def first_ones(every: Sequence[Ledger]) -> list[Ledger]:
    """The first ledger, and further ones as long as all of their values stay within a page."""
    shown = list(every[:1])
    for ledger in every[1:]:
        if sum(len(x.values) for x in shown) + len(ledger.values) > PER:
            break
        shown.append(ledger)
    return shown
