"""What could not be read or understood, and how much of each outlet and language was read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Coverage, Problem, Snapshot
from onrecord.views.brief.coverage import read_section
from onrecord.views.brief.page import Cite, Line, short_name
from onrecord.views.brief.words import language_words, number_words, outlet_words, plural, shortened
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.table import Table, plain
from onrecord.views.web.paging import Pager
from onrecord.views.writing.marks import number

PER = 80
LONGEST = 200
TAKES = (("kind", "Kind of problem."),)


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """Problems of one kind or of all, and coverage."""

    kinds: tuple[tuple[str, int], ...]
    chosen: str
    lines: tuple[Line, ...]
    pager: Pager
    coverage: Table
    read: tuple[Line, ...]
    """Days, sides and sentences that were not read, in words."""


def ordered(snapshot: Snapshot) -> Sequence[Problem]:
    """Lost input first."""
    return sorted(snapshot.problems, key=lambda p: (not p.lost, p.kind, p.report or "", p.span or (0, 0)))


def make(asked: Asked) -> ProblemsPage:
    """The problems of the kind in the URL, else all."""
    every, kind = asked.once(ordered), asked.value("kind")
    shown = asked.part([p for p in every if kind in ("", p.kind)], per=PER, what="problems")
    counts = Counter(p.kind for p in every)
    lines = tuple(problem_line(asked.snapshot, p) for p in shown.rows)
    return ProblemsPage(tuple(counts.most_common()), kind, lines, shown.pager, asked.once(coverage_table), asked.once(unread_lines))


def problem_line(snapshot: Snapshot, problem: Problem) -> Line:
    """One problem with its place."""
    report = snapshot.by_id.get(problem.report or "")
    places: tuple[Cite, ...] = ()
    if report is not None and problem.span is not None:
        places = (Cite(report.id, short_name(snapshot, report), problem.span, shortened(problem.span.of(report.text), LONGEST)),)
    marks = (problem.kind.replace("_", " "), *(("input was lost",) if problem.lost else ()), *((problem.where,) if problem.where else ()))
    return Line(problem.message, "", marks, places)


def coverage_table(snapshot: Snapshot) -> Table:
    """By outlet and language: reports, sentences, how many gave a statement, what was set aside."""
    groups: defaultdict[tuple[str, str], list[Coverage]] = defaultdict(list)
    for report in snapshot.reports:
        if report.id in snapshot.coverage:
            groups[outlet_words(report), report.language].append(snapshot.coverage[report.id])
    rows = []
    for (outlet, language), found in sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])):
        sentences, used = sum(c.sentences for c in found), sum(c.used for c in found)
        skipped: Counter[str] = Counter()
        for coverage in found:
            skipped.update(dict(coverage.skipped))
        aside = ", ".join(f"{number_words(n)} {why}" for why, n in skipped.most_common())
        share = f"{number(100 * used / sentences, 0)} %" if sentences else ""
        gave = number_words(used) + (f" ({share})" if share else "")
        rows.append(plain(outlet, language_words(language), number_words(len(found)), number_words(sentences), gave, aside))
    return Table(("Outlet or report", "Language", "Reports", "Sentences", "Gave a statement", "Set aside"), tuple(rows[:LONGEST]))


def unread_lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """What the brief says of what was not read."""
    section = read_section(snapshot)
    return (Line(f"{plural(len(snapshot.reports), 'report')} read."), *(line for line in section.lines if not line.link), Line(section.note))
