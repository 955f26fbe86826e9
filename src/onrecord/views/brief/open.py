"""What is told differently, and what was not understood."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.types import Dispute, Interval, Snapshot
from onrecord.views.brief.figures import ledger_scope
from onrecord.views.brief.page import Cite, Line, Section, cites
from onrecord.views.brief.stances import LONG_TOPIC, before_topic, stance_words
from onrecord.views.brief.support import differs
from onrecord.views.brief.words import date_words, days_in, joined, number_words, origins_words, plural

SHOWN_PROBLEMS = 3
MOST_CARRIED = 3
"""Outlets that must have told of an event before the silence of others is worth a line."""
AROUND = dt.timedelta(days=2)
MOST_SIDES = 3


def disputes_section(snapshot: Snapshot, most: int | None = None) -> Section:
    """Each difference with its kind, both sides' words and what would settle it; with *most*, only what two accounts tell differently."""
    kept = [d for d in snapshot.derived.disputes if most is None or differs(snapshot, d)]
    lines: list[Line] = []
    for dispute in kept[:most]:
        lines.extend(dispute_lines(snapshot, dispute, whole=most is None))
    if most is None:
        lines.extend(untold_lines(snapshot))
    more = len(snapshot.derived.disputes) - len(kept[:most])
    if not lines and more:
        within = f"No two accounts were found to differ; {plural(more, 'difference')} within one account on the sheet of disputes."
        return Section("disputes", "Told differently", (), note=within)
    return Section("disputes", "Told differently", tuple(lines), more=more, note="" if lines else "No difference was found.")


def dispute_title(snapshot: Snapshot, dispute: Dispute) -> str:
    """What is told differently; of which negotiation only where the record holds several."""
    return days_in(dispute.title.replace(ledger_scope(snapshot), ""))


def dispute_lines(snapshot: Snapshot, dispute: Dispute, *, whole: bool = True) -> list[Line]:
    """The difference, then each side of it; what would settle it only where the sheet is shown whole."""
    marks = (dispute.kind, *((f"would be settled by: {days_in(dispute.settles)}",) if dispute.settles and whole else ()))
    lines = [Line(dispute_title(snapshot, dispute), "", marks, link=dispute.id)]
    sides = dispute.sides if whole else dispute.sides[:MOST_SIDES]
    for n, (said, identities) in enumerate(sides):
        behind = (origins_words(dispute.origins[n]),) if whole and n < len(dispute.origins) and dispute.origins[n].most else ()
        words = stance_told(snapshot, identities) if dispute.about == "position" else ""
        lines.append(Line(words or days_in(said), "", behind, cites(snapshot, identities, 2), level=1))
    return lines


@dataclass(frozen=True, slots=True)
class Told:
    """One difference, with whether another of the same kind and title stands before it: the same arithmetic over other statements."""

    id: str
    dispute: Dispute
    again: bool


def put_together(snapshot: Snapshot) -> tuple[Told, ...]:
    """All differences in their order, those of one kind and title behind the first of them."""
    alike: dict[tuple[str, str], list[Dispute]] = {}
    for dispute in snapshot.derived.disputes:
        alike.setdefault((dispute.kind, dispute.title), []).append(dispute)
    return tuple(Told(d.id, d, n > 0) for same in alike.values() for n, d in enumerate(same))


def told_lines(snapshot: Snapshot, told: Told) -> list[Line]:
    """The difference whole, or in one line where it is told again over other statements."""
    if not told.again:
        return dispute_lines(snapshot, told.dispute)
    places = tuple(c for _, identities in told.dispute.sides for c in cites(snapshot, identities, 1))
    return [Line("the same over other figures", "", tuple(said for said, _ in told.dispute.sides), places, link=told.id, level=1)]


def alone_lines(snapshot: Snapshot, told: Told) -> list[Line]:
    """The difference whole."""
    return dispute_lines(snapshot, told.dispute)


def stance_told(snapshot: Snapshot, identities: tuple[str, ...]) -> str:
    """A stance on one side of a difference, as the section of positions words it; empty where no position is of these statements."""
    line = next((p for p in snapshot.derived.positions if {x.statement for x in p.points} == set(identities)), None)
    statement = snapshot.statements.get(line.points[-1].statement) if line is not None else None
    if line is None or statement is None or before_topic(statement.quote, line.topic) is None:
        return ""
    return stance_words(snapshot, line.party, statement, most=LONG_TOPIC)


def untold_lines(snapshot: Snapshot) -> list[Line]:
    """A heading and the lines of what some outlets did not carry; nothing where there is none."""
    lines = [replace(line, level=1) for line in silent_lines(snapshot)]
    head = "Not in the reports added (no evidence of anything: it may stand in reports that were not)"
    return [Line(head), *lines] if lines else []


def silent_lines(snapshot: Snapshot) -> Iterator[Line]:
    """What most outlets of the record told and some did not, within the days around it: a line an event, never a reproach."""
    days = {d.report: d.published for d in snapshot.derived.dates}
    outlets = {r.id: r.outlet for r in snapshot.reports if r.outlet}
    scope = {r: n.id for n in snapshot.derived.negotiations for r in n.reports}
    for event in snapshot.derived.events:
        told = {s.report for i in event.statements if (s := snapshot.statements.get(i))}
        by = {outlets[r] for r in told if r in outlets}
        window = [d for r in told if (d := days.get(r)) and d.first and d.last]
        if len(by) < MOST_CARRIED or not window or event.negotiation is None:
            continue
        first, last = min(d.first for d in window if d.first), max(d.last for d in window if d.last)
        around = Interval(first - AROUND, last + AROUND)
        near = {outlets[r] for r, d in days.items() if r in outlets and d and scope.get(r) == event.negotiation and d.overlaps(around)}
        missing = sorted(near - by)
        if missing and len(by) > len(missing):
            marks = (f"told by {joined(sorted(by))}", f"not in the reports added of {joined(missing)}")
            yield Line(event.title, date_words(event.date), marks, cites(snapshot, event.statements, 2), link=event.id)


def problems_section(snapshot: Snapshot) -> Section:
    """What could not be read or understood, counted by kind, with the first of each."""
    counts = Counter(p.kind for p in snapshot.problems)
    lines: list[Line] = []
    for kind, count in counts.most_common():
        lines.append(Line(f"{kind.replace('_', ' ')}: {number_words(count)}"))
        for problem in [p for p in snapshot.problems if p.kind == kind][:SHOWN_PROBLEMS]:
            places: tuple[Cite, ...] = ()
            if problem.report is not None and problem.span is not None:
                report = snapshot.report(problem.report)
                places = (Cite(report.id, report.name, problem.span, problem.span.of(report.text), pages=report.pages_of(problem.span)),)
            lines.append(Line(problem.message, "", (problem.where,) if problem.where else (), places, level=1))
    title = f"Not understood: {plural(len(snapshot.problems), 'place')}" if snapshot.problems else "Not understood"
    return Section("problems", title, tuple(lines), note="" if lines else "Nothing was left unread that the program knows of.")
