"""Figures now: the headline of each ledger, what stands beside it, and sums that do not add up."""

from __future__ import annotations

from onrecord.types import Headline, Ledger, LedgerLine, LedgerValue, Snapshot
from onrecord.views.brief.page import Line, Section, cites
from onrecord.views.brief.words import age_words, by_words, date_words, last_day, origins_words, outlet_words

SHOWN_VALUES = 4


def figures_section(snapshot: Snapshot) -> Section:
    """Each ledger's headline values by the stated rule; rivals beneath; then the sums."""
    lines: list[Line] = []
    for ledger in snapshot.derived.ledgers:
        if not ledger.headlines:
            continue
        lines.append(Line(ledger.title, link=ledger.id))
        for headline in ledger.headlines:
            lines.extend(headline_lines(snapshot, ledger, headline))
        lines.extend(sum_line(snapshot, line) for line in ledger.lines if line.verdict in ("adds_up", "does_not_add_up"))
    note = "A headline is the value with the latest as-of date, then the most origins, then the narrowest; never an average."
    return Section("figures", "Figures now", tuple(lines), note=note if lines else "No figure was read.")


def headline_lines(snapshot: Snapshot, ledger: Ledger, headline: Headline) -> list[Line]:
    """The headline and, one level down, the values that stand beside it."""
    age = age_words(headline.as_of, last_day(snapshot))
    marks = [m for m in (age, origins_words(headline.origins), "difference open" if headline.open else "") if m]
    values = {v.statement: v for v in ledger.values}
    who = told(snapshot, headline.statements)
    text = headline.label + (f" — {who}" if who else "")
    lines = [Line(text, date_words(headline.as_of), tuple(marks), cites(snapshot, headline.statements), link=ledger.id, level=1)]
    for identity in headline.others[:SHOWN_VALUES]:
        value = values.get(identity)
        if value is not None:
            lines.append(value_line(snapshot, value))
    return lines


def value_line(snapshot: Snapshot, value: LedgerValue) -> Line:
    """One value that stands beside a headline."""
    who = told(snapshot, (value.statement,))
    return Line(f"also: {value.label}" + (f" — {who}" if who else ""), date_words(value.as_of), (), cites(snapshot, (value.statement,)), level=2)


def told(snapshot: Snapshot, identities: tuple[str, ...]) -> str:
    """Who gives these values: sources, with the outlet where a report speaks in its own voice."""
    words: list[str] = []
    for identity in identities:
        statement = snapshot.statements.get(identity)
        if statement is None:
            continue
        said = by_words(statement)
        if not statement.chain:
            said = f"{outlet_words(snapshot.report(statement.report))} in its own voice" + (" (opinion)" if statement.in_opinion else "")
        if said not in words:
            words.append(said)
    return "; ".join(words[:3])


def sum_line(snapshot: Snapshot, line: LedgerLine) -> Line:
    """One sum with its verdict."""
    verdict = {"adds_up": "adds up", "does_not_add_up": "does not add up"}[line.verdict]
    marks = [f"would be explained by: {', '.join(line.open_terms)}"] if line.open_terms and line.verdict == "does_not_add_up" else []
    if line.note:
        marks.append(line.note)
    return Line(f"{verdict.capitalize()}: {line.sum}", "", tuple(marks), cites(snapshot, line.statements, 5), link=line.id, level=1)
