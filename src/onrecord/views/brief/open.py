"""What is told differently, and what was not understood."""

from __future__ import annotations

from collections import Counter

from onrecord.types import Dispute, Snapshot
from onrecord.views.brief.page import Cite, Line, Section, cites
from onrecord.views.brief.words import plural

SHOWN_PROBLEMS = 3
MOST_SIDES = 3


def disputes_section(snapshot: Snapshot, most: int | None = None) -> Section:
    """Each difference with its kind, both sides' words and what would settle it; with *most*, sums that stand under the figures are left out."""
    kept = [d for d in snapshot.derived.disputes if most is None or not (d.about == "figure" and d.kind == "open term")]
    lines: list[Line] = []
    for dispute in kept[:most]:
        lines.extend(dispute_lines(snapshot, dispute, whole=most is None))
    more = len(snapshot.derived.disputes) - len(kept[:most])
    return Section("disputes", "Told differently", tuple(lines), more=more, note="" if lines else "No difference was found.")


def dispute_lines(snapshot: Snapshot, dispute: Dispute, *, whole: bool = True) -> list[Line]:
    """The difference, then each side of it; what would settle it only where the sheet is shown whole."""
    marks = (dispute.kind, *((f"would be settled by: {dispute.settles}",) if dispute.settles and whole else ()))
    lines = [Line(dispute.title, "", marks, link=dispute.id)]
    sides = dispute.sides if whole else dispute.sides[:MOST_SIDES]
    lines += [Line(said, "", (), cites(snapshot, identities, 2), level=1) for said, identities in sides]
    return lines


def problems_section(snapshot: Snapshot) -> Section:
    """What could not be read or understood, counted by kind, with the first of each."""
    counts = Counter(p.kind for p in snapshot.problems)
    lines: list[Line] = []
    for kind, count in counts.most_common():
        lines.append(Line(f"{kind.replace('_', ' ')}: {count}"))
        for problem in [p for p in snapshot.problems if p.kind == kind][:SHOWN_PROBLEMS]:
            places: tuple[Cite, ...] = ()
            if problem.report is not None and problem.span is not None:
                report = snapshot.report(problem.report)
                places = (Cite(report.id, report.name, problem.span, problem.span.of(report.text)),)
            lines.append(Line(problem.message, "", (problem.where,) if problem.where else (), places, level=1))
    title = f"Not understood: {plural(len(snapshot.problems), 'place')}" if snapshot.problems else "Not understood"
    return Section("problems", title, tuple(lines), note="" if lines else "Nothing was left unread that the program knows of.")
