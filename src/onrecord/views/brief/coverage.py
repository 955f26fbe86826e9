"""What was read and what was not."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from onrecord.types import Interval, Report, ReportDate, Snapshot
from onrecord.views.brief.page import Cite, Line, Section, short_name
from onrecord.views.brief.words import UNNAMED, date_words, day_words, joined, language_words, number_words, plural, shortened
from onrecord.views.writing.marks import length

LONGEST_GAPS = 3
MOST_SINGLE = 8
"""Reports that are named one by one; more are counted by outlet."""
LONG_REASON = 70
LONG_LINE, GAP = 58, 3
"""Characters of a line beside its day in eighty columns, and those that part its marks."""


def read_section(snapshot: Snapshot) -> Section:
    """Reports by outlet, language and day, days without any, sides heard at first hand and not."""
    ordered = sorted(snapshot.reports, key=lambda r: (sort_day(snapshot.date_of(r.id)), r.name))
    lines = [report_line(snapshot, r) for r in ordered] if len(ordered) <= MOST_SINGLE else outlet_lines(snapshot, ordered)
    lines += [gap_line(snapshot), sides_line(snapshot), sentences_line(snapshot)]
    if snapshot.left_out:
        lines.append(Line(f"Left out, as they may be later than {snapshot.as_of}: {joined(snapshot.left_out, 10)}."))
    kept = tuple(line for line in lines if line.text)
    note = "Absence of a report is no evidence: what is missing here was not read, or not reported."
    return Section("read", f"What was read: {head(snapshot)}", kept, note=note)


def head(snapshot: Snapshot) -> str:
    """"5 reports of 4 outlets, in English"."""
    outlets = {r.outlet for r in snapshot.reports if r.outlet}
    unknown = sum(r.outlet is None for r in snapshot.reports)
    words = plural(len(snapshot.reports), "report")
    if outlets:
        words += f" of {plural(len(outlets), 'outlet')}"
    if unknown:
        words += f" ({unknown} without a named outlet)"
    languages = Counter(r.language for r in snapshot.reports)
    return words + (f", in {joined(sorted(map(language_words, languages)))}" if languages else "")


def sort_day(date: ReportDate | None) -> dt.date:
    """Where a report stands in the order of days; the unknown come last."""
    if date is None or date.published is None:
        return dt.date.max
    return date.published.first or date.published.last or dt.date.max


def report_line(snapshot: Snapshot, report: Report) -> Line:
    """One report in a line: its day, how that is known, its outlet or short name, its title; the derivation of the day stands with the report."""
    date = snapshot.date_of(report.id)
    title = report.title or report.text.strip().split("\n", 1)[0]
    marks = [report.genre.replace("_", " ")] if report.genre != "news" else []
    if date is not None:
        marks.append(f"date {date.basis}")
        if date.likely is not None:
            marks.append(f"likely {date_words(date.likely)}, not used")
        if date.contradicted:
            marks.append(f"contradicted: {shortened(date.contradicted, LONG_REASON)}")
    name = report.outlet or short_name(snapshot, report)
    shown = shortened(title, LONG_LINE - len(name) - sum(length(m) + GAP for m in marks))
    place = (Cite(report.id, report.name, report.published_span, report.published_span.of(report.text)),) if report.published_span else ()
    return Line(f"{name}: {shown}", date_words(date.published if date else None), tuple(marks), place if date and date.contradicted else (), link=report.id)


def outlet_lines(snapshot: Snapshot, ordered: list[Report]) -> list[Line]:
    """A line an outlet: how many reports, of which days, how many dates are inferred or unknown."""
    groups: dict[str, list[Report]] = {}
    for report in ordered:
        groups.setdefault(report.outlet or "outlet not named", []).append(report)
    lines = []
    for outlet, reports in sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])):
        dates = [snapshot.date_of(r.id) for r in reports]
        basis = Counter(d.basis if d else "unknown" for d in dates)
        days = [d.published for d in dates if d and d.published]
        firsts, lasts = [i.first for i in days if i.first], [i.last for i in days if i.last]
        span = date_words(Interval(min(firsts, default=None), max(lasts, default=None))) if days else "date not known"
        marks = tuple(f"{number_words(n)} {b}" for b, n in basis.most_common())
        lines.append(Line(f"{outlet}: {plural(len(reports), 'report')}", span, ("dates: " + ", ".join(marks),)))
    return lines


def gap_line(snapshot: Snapshot) -> Line:
    """The longest stretches of days of which no report was read."""
    days = sorted({d.published for d in snapshot.derived.dates if d.published and d.published.first and d.published.last}, key=lambda i: (i.first, i.last))
    gaps, reach = [], None
    for interval in days:
        assert interval.first is not None and interval.last is not None
        if reach is not None and (interval.first - reach).days > 1:
            gaps.append((reach + dt.timedelta(days=1), interval.first - dt.timedelta(days=1)))
        reach = interval.last if reach is None else max(reach, interval.last)
    gaps.sort(key=lambda g: g[0] - g[1])
    shown = [f"{day_words(a)} to {day_words(b)} ({plural((b - a).days + 1, 'day')})" for a, b in sorted(gaps[:LONGEST_GAPS])]
    return Line(f"Days without any report: {'; '.join(shown)}." if shown else "")


def sides_line(snapshot: Snapshot) -> Line:
    """Which parties are heard through people or bodies that are named as theirs, and which only through others."""
    known = {n.casefold(): e.name for e in snapshot.derived.entities if e.kind in ("body", "state") for n in e.names}
    heard: Counter[str] = Counter()
    unnamed: Counter[str] = Counter()
    for statement in snapshot.statements.values():
        for link in statement.chain[-1:]:
            if link.side:
                (unnamed if link.source_class in UNNAMED else heard)[known.get(link.side.casefold(), link.side)] += 1
    parties = {known.get(p.casefold(), p) for n in snapshot.derived.negotiations for p in (*n.parties, *n.mediators)}
    words = []
    if heard:
        words.append("heard by name: " + joined([s for s, _ in heard.most_common()], 8))
    only = [s for s, _ in unnamed.most_common() if s not in heard]
    if only:
        words.append("only through unnamed officials: " + joined(only, 8))
    silent = sorted(parties - set(heard) - set(unnamed))
    if silent:
        words.append("not heard at all: " + joined(silent, 8))
    return Line("Sides " + "; ".join(words) + "." if words else "")


def sentences_line(snapshot: Snapshot) -> Line:
    """How many sentences gave a statement, and what was set aside."""
    total = sum(c.sentences for c in snapshot.coverage.values())
    used = sum(c.used for c in snapshot.coverage.values())
    skipped: Counter[str] = Counter()
    for coverage in snapshot.coverage.values():
        skipped.update(dict(coverage.skipped))
    aside = joined([f"{plural(n, 'block')} of {kind}" for kind, n in skipped.most_common()], 6)
    if not total:
        return Line("")
    return Line(f"{number_words(used)} of {number_words(total)} sentences gave a statement." + (f" Set aside: {aside}." if aside else ""))

