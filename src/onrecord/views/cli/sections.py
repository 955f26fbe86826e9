"""Lists in full, where the brief shows only what weighs most."""

from __future__ import annotations

from onrecord.types import Ledger, LedgerLine, LedgerValue, PositionLine, Snapshot
from onrecord.views.brief.figures import told
from onrecord.views.brief.open import dispute_lines, untold_lines
from onrecord.views.brief.page import Cite, Line, Section, cites, short_name
from onrecord.views.brief.stands import STANCES, position_line
from onrecord.views.brief.talks import event_line
from onrecord.views.brief.words import by_words, date_words, origins_words, plural

VERDICTS = {"does_not_add_up": "does not add up", "adds_up": "adds up", "different_scope": "different scope", "different_as_of": "different days"}


def timeline(snapshot: Snapshot) -> Section:
    """Every event, in the order in which the record gives them."""
    events = snapshot.derived.events
    lines = tuple(event_line(snapshot, e) for e in events)
    return Section("timeline", f"Timeline: {plural(len(events), 'event')}", lines, note="" if lines else "No event fits.")


def figures(snapshot: Snapshot) -> Section:
    """Every ledger: headlines by the stated rule, all values, all sums."""
    lines: list[Line] = []
    for ledger in snapshot.derived.ledgers:
        lines.append(Line(ledger.title, link=ledger.id))
        lines.extend(ledger_lines(snapshot, ledger))
    rules = list(dict.fromkeys(h.rule for g in snapshot.derived.ledgers for h in g.headlines))
    note = f"“Now” is chosen by rule ({'; '.join(rules) or 'none was needed'}); a value that is not shown first is not wrong."
    return Section("figures", f"Figures: {plural(len(snapshot.derived.ledgers), 'ledger')}", tuple(lines), note=note if lines else "No figure fits.")


def ledger_lines(snapshot: Snapshot, ledger: Ledger) -> list[Line]:
    """Headlines, values by measure and day, sums."""
    lines = []
    for head in ledger.headlines:
        marks = tuple(m for m in (origins_words(head.origins), "difference open" if head.open else "") if m)
        lines.append(Line(f"now: {head.label}", date_words(head.as_of), marks, level=1, link=ledger.id))
    first = sorted(ledger.values, key=lambda v: (v.measure, day_of(v), v.label, v.statement))
    lines.extend(value_line(snapshot, value) for value in first)
    lines.extend(sum_line(snapshot, line) for line in ledger.lines)
    return lines


def day_of(value: LedgerValue) -> str:
    """A day to sort values by."""
    days = value.as_of or value.published
    first = days.first or days.last if days else None
    return first.isoformat() if first else ""


def value_line(snapshot: Snapshot, value: LedgerValue) -> Line:
    """One value with who gives it."""
    who = told(snapshot, (value.statement,))
    marks = tuple(m for m in (value.agreement,) if m)
    return Line(value.label + (f" — {who}" if who else ""), date_words(value.as_of), marks, cites(snapshot, (value.statement,)), level=1, link=value.statement)


def sum_line(snapshot: Snapshot, line: LedgerLine) -> Line:
    """One sum with its verdict."""
    marks = [line.note] if line.note else []
    if line.open_terms:
        marks.append(f"not stated: {', '.join(line.open_terms)}")
    verdict = VERDICTS.get(line.verdict, line.verdict.replace("_", " "))
    return Line(f"{verdict}: {line.sum}", "", tuple(marks), cites(snapshot, line.statements, len(line.statements)), level=1, link=line.id)


def positions(snapshot: Snapshot) -> Section:
    """Every position with its earlier points beneath."""
    lines: list[Line] = []
    for position in snapshot.derived.positions:
        lines.append(position_line(snapshot, position))
        if len(position.points) > 1:
            lines.extend(history(snapshot, position))
    return Section("positions", "What each party wants, offers, refuses", tuple(lines), note="" if lines else "No position fits.")


def history(snapshot: Snapshot, position: PositionLine) -> list[Line]:
    """The points of a position, oldest first."""
    lines = []
    for point in position.points:
        statement = snapshot.statements.get(point.statement)
        days = point.date or (statement.published if statement else None)
        who = by_words(statement) if statement else point.told_by
        lines.append(Line(f"{STANCES[point.stance].rstrip(':')} — {who}", date_words(days), (), cites(snapshot, (point.statement,)), level=1))
    return lines


def disputes(snapshot: Snapshot) -> Section:
    """Everything that is told differently."""
    lines = [line for d in snapshot.derived.disputes for line in dispute_lines(snapshot, d)]
    lines += untold_lines(snapshot)
    count = plural(len(snapshot.derived.disputes), "difference")
    return Section("disputes", f"Told differently: {count}", tuple(lines), note="" if lines else "No difference fits.")


def problems(snapshot: Snapshot) -> Section:
    """Everything that could not be read or was not understood, lost input first."""
    reports = {r.id: r for r in snapshot.reports}
    lines = []
    for problem in snapshot.problems:
        report = reports.get(problem.report or "")
        places: tuple[Cite, ...] = ()
        if report is not None and problem.span is not None:
            words = problem.span.of(report.text)
            shown = words if len(words) <= 200 else words[:200] + "…"
            places = (Cite(report.id, short_name(snapshot, report), problem.span, shown, pages=report.pages_of(problem.span)),)
        marks = ["input lost"] if problem.lost else []
        if problem.where:
            marks.append(problem.where)
        lines.append(Line(f"{problem.kind.replace('_', ' ')}: {problem.message}", "", tuple(marks), places, level=0))
    count = plural(len(lines), "problem")
    return Section("problems", count.capitalize(), tuple(lines), note="" if lines else "Nothing was left unread that the program knows of.")
