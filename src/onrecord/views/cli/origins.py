"""Lines about reports, where their texts came from, who speaks in them, and who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.record.queries import ReportEntry
from onrecord.types import Attribution, Entity, OriginLink, Report, SourceClass, Statement
from onrecord.views.brief.page import Cite, Line, Section
from onrecord.views.brief.words import date_words, joined, offices_told, plural

CLASSES: dict[SourceClass, str] = {
    "named_person": "by name", "named_body": "a body", "unnamed_official": "unnamed official", "unnamed_source": "unnamed source",
    "document": "a document", "outlet": "an outlet", "group": "a group",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody to whom words are attributed, over all reports. Unnamed sources of two reports are never put together."""

    name: str
    side: str | None
    source_class: SourceClass
    reports: tuple[str, ...]
    statements: tuple[str, ...]
    first: Cite


def speakers(statements: Iterable[Statement], names: Mapping[str, str]) -> tuple[Speaker, ...]:
    """Everybody who is said to have said something, the most often heard first."""
    gathered: dict[tuple[str, str | None, str, str], list[Statement]] = {}
    for statement in statements:
        item = statement.item
        if isinstance(item, Attribution):
            alone = statement.report if item.source_class in ("unnamed_official", "unnamed_source") else ""
            gathered.setdefault((item.resolved or item.source, item.affiliation, item.source_class, alone), []).append(statement)
    found = [speaker(group, names) for group in gathered.values()]
    return tuple(sorted(found, key=lambda s: (-len(s.statements), s.name, s.first.place)))


def speaker(group: list[Statement], names: Mapping[str, str]) -> Speaker:
    """One speaker of all attributions to it."""
    first = group[0]
    item = first.item
    assert isinstance(item, Attribution)
    reports = tuple(dict.fromkeys(names[s.report] for s in group))
    place = Cite(first.report, names[first.report], first.span, first.quote, first.id)
    return Speaker(item.resolved or item.source, item.affiliation, item.source_class, reports, tuple(s.id for s in group), place)


def reports_section(entries: tuple[ReportEntry, ...]) -> Section:
    """A line a report: name, outlet, date and how that is known."""
    lines = []
    for entry in entries:
        marks = [entry.outlet or "outlet not known", f"date {entry.date.basis}" + (f": {entry.date.reason}" if entry.date.reason else "")]
        if entry.date.likely is not None:
            marks.append(f"likely {date_words(entry.date.likely)}, not used: {entry.date.likely_reason}")
        if entry.genre != "news":
            marks.append(entry.genre.replace("_", " "))
        if entry.language != "en":
            marks.append(f"language {entry.language}")
        marks.append(plural(entry.statements, "statement"))
        lines.append(Line(entry.name + (f" — {entry.title}" if entry.title else ""), date_words(entry.date.published), tuple(marks), link=entry.id))
    return Section("reports", plural(len(entries), "report").capitalize(), tuple(lines), note="" if lines else "No report fits.")


def origins_section(links: tuple[OriginLink, ...], names: Mapping[str, str]) -> Section:
    """A line an edge: what was taken from where."""
    lines = tuple(
        Line(f"{names[x.report]} {x.kind} {names.get(x.other, x.other)}", "", (f"score {x.score:.2f}", *x.reasons), link=x.report) for x in links
    )
    return Section("origins", "Where their texts came from", lines, note="" if lines else "No text was found to rest on another.")


def speakers_section(heard: tuple[Speaker, ...]) -> Section:
    """A line a source: who, for which side, how often, in which reports."""
    lines = []
    for one in heard:
        marks = [one.side] if one.side else []
        marks += [CLASSES[one.source_class], plural(len(one.statements), "time"), f"in {joined(one.reports, 3)}"]
        lines.append(Line(one.name, "", tuple(marks), (one.first,)))
    note = "Unnamed sources of two reports are never held to be one." if lines else "Nobody fits."
    return Section("sources", f"Who is said to have said something: {len(heard)}", tuple(lines), note=note)


def entities_section(found: tuple[Entity, ...], reports: Mapping[str, Report], short: Mapping[str, str]) -> Section:
    """A line an entity: its names, side, offices, and its first mention; *short* are the names of reports in citations."""
    lines = []
    for entity in found:
        others = [n for n in entity.names if n != entity.name]
        marks = [entity.kind] + ([entity.side] if entity.side else []) + offices_told(entity)[:3]
        marks += [f"also {joined(others, 6)}"] if others else []
        marks.append(plural(len(entity.mentions), "mention"))
        places: tuple[Cite, ...] = ()
        if entity.mentions:
            identity, span = entity.mentions[0]
            report = reports[identity]
            places = (Cite(report.id, short[report.id], span, span.of(report.text), pages=report.pages_of(span)),)
        lines.append(Line(entity.name, "", tuple(marks), places, link=entity.id))
    return Section("entities", f"Who is who: {len(found)}", tuple(lines), note="" if lines else "Nobody fits.")
