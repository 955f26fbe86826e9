"""Figures now: the headline of each ledger, what stands beside it, and sums that do not add up."""

from __future__ import annotations

from onrecord.reconcile.judged import by_person
from onrecord.types import Headline, Ledger, LedgerLine, LedgerValue, Report, Snapshot, Statement
from onrecord.views.brief.page import Line, Section, cites, short_name
from onrecord.views.brief.support import several_voices
from onrecord.views.brief.words import age_words, date_words, last_day, origins_words, told_by
from onrecord.views.writing.marks import numbers_in

SHOWN_VALUES = 2
MOST_LEDGERS = 2
MOST_HEADLINES = 6
MOST_SUMS = 3
MOST_UNCOUNTED = 6
"""Figures of no ledger that are shown where there is no ledger at all."""
VERDICTS = {"adds_up": "adds up", "does_not_add_up": "does not add up"}


def figures_section(snapshot: Snapshot) -> Section:
    """Each ledger's headline values by the stated rule, rivals beneath, then the sums over most figures; ledgers by how much they hold."""
    ledgers = sorted((x for x in snapshot.derived.ledgers if x.headlines), key=lambda x: (-len(x.values), x.id))
    lines: list[Line] = []
    for ledger in ledgers[:MOST_LEDGERS]:
        lines.append(Line(ledger_title(snapshot, ledger), link=ledger.id))
        for headline in ledger.headlines[:MOST_HEADLINES]:
            lines.extend(headline_lines(snapshot, ledger, headline))
        lines.extend(sum_line(snapshot, line) for line in weighty_sums(snapshot, ledger))
    if not lines:
        return uncounted(snapshot)
    more = len(ledgers) - MOST_LEDGERS
    note = "A headline is the value with the latest as-of date, then the most origins, then the narrowest; never an average."
    return Section("figures", "Figures now", tuple(lines), more=max(0, more), note=note)


def uncounted(snapshot: Snapshot) -> Section:
    """The latest figures where no ledger counts any ("5.5 per cent"): in their words, with who gives them."""
    found = [s for s in snapshot.statements.values() if s.layer == "figures"]

    def latest(statement: Statement) -> tuple[int, str, int]:
        day = statement.published
        return -day.last.toordinal() if day and day.last else 0, statement.report, statement.span.start

    lines = []
    for statement in sorted(found, key=latest)[:MOST_UNCOUNTED]:
        words = f"“{statement.quote}” — {told(snapshot, (statement.id,))}"
        lines.append(Line(words, date_words(statement.published), (), cites(snapshot, (statement.id,))))
    note = "None of these is of captives, casualties or another count that is added up." if lines else "No figure was read."
    return Section("figures", "Figures now", tuple(lines), more=max(0, len(found) - len(lines)), note=note)


def ledger_title(snapshot: Snapshot, ledger: Ledger) -> str:
    """What is counted; the negotiation too where the record holds several."""
    return ledger.title.removesuffix(ledger_scope(snapshot))


def ledger_scope(snapshot: Snapshot) -> str:
    """How the title of a ledger names the one negotiation of the record, which need not be said; empty where there are several or none."""
    found = snapshot.derived.negotiations
    return f": {found[0].name}" if len(found) == 1 else ""


def weighty_sums(snapshot: Snapshot, ledger: Ledger) -> list[LedgerLine]:
    """The sums that a reader needs first: those that add up over most figures; of those that miss one value, the two that miss it most.

    What one report says in one voice does not contradict itself: such a sum was misread more often than told, and stays on the page of figures.
    """
    adds = [line for line in ledger.lines if line.verdict == "adds_up" and len(line.statements) > 2]
    adds.sort(key=lambda line: (-len(line.statements), line.id))
    missed: dict[str, list[LedgerLine]] = {}
    for line in sorted(ledger.lines, key=lambda line: (-abs(line.difference or 0), line.id)):
        if line.verdict == "does_not_add_up" and several_voices(snapshot, line.statements):
            missed.setdefault(line.sum.rsplit(" ", 1)[-1], []).append(line)
    return [*adds[:2], *(line for found in missed.values() for line in found[:2])][:MOST_SUMS]


def headline_lines(snapshot: Snapshot, ledger: Ledger, headline: Headline) -> list[Line]:
    """The headline and, one level down in one line, the values that stand beside it."""
    age = age_words(headline.as_of, last_day(snapshot))
    marks = [m for m in (age, origins_words(headline.origins), "difference open" if headline.open else "") if m]
    who = told(snapshot, headline.statements)
    text = numbers_in(headline.label) + (f" — {who}" if who else "")
    lines = [Line(text, date_words(headline.as_of), tuple(marks), cites(snapshot, headline.statements), link=ledger.id, level=1)]
    values = {v.statement: v for v in ledger.values}
    others = [values[i] for i in headline.others if i in values]
    if others:
        words = "; ".join(value_words(snapshot, v) for v in others[:SHOWN_VALUES])
        rest = f"; {len(others) - SHOWN_VALUES} more" if len(others) > SHOWN_VALUES else ""
        lines.append(Line(f"beside it: {words}{rest}", "", (), cites(snapshot, tuple(v.statement for v in others[:SHOWN_VALUES])), level=2))
    return lines


def value_words(snapshot: Snapshot, value: LedgerValue) -> str:
    """One value with its day and who gives it."""
    who = told(snapshot, (value.statement,))
    return numbers_in(value.label) + f" ({date_words(value.as_of)}" + (f", {who})" if who else ")")


def told(snapshot: Snapshot, identities: tuple[str, ...]) -> str:
    """Who gives these values: sources, with the outlet where a report speaks in its own voice."""
    words: list[str] = []
    for identity in identities:
        statement = snapshot.statements.get(identity)
        if statement is None:
            continue
        said = told_by(snapshot, statement)
        if not statement.chain:
            said = f"{voice(snapshot, snapshot.report(statement.report))} in its own voice" + (" (opinion)" if statement.in_opinion else "")
            said += f" ({decided})" if (decided := by_person(statement)) else ""
        if said not in words:
            words.append(said)
    return "; ".join(words[:3])


def voice(snapshot: Snapshot, report: Report) -> str:
    """The outlet that speaks in its own voice, or the short name of a report whose outlet is not known."""
    return report.outlet or short_name(snapshot, report)


def sum_line(snapshot: Snapshot, line: LedgerLine) -> Line:
    """One sum with its verdict."""
    verdict = VERDICTS[line.verdict]
    marks = [f"would be explained by: {', '.join(line.open_terms)}"] if line.open_terms and line.verdict == "does_not_add_up" else []
    if line.note:
        marks.append(line.note)
    return Line(f"{verdict.capitalize()}: {numbers_in(line.sum)}", "", tuple(marks), cites(snapshot, line.statements, 5), link=line.id, level=1)
