"""Pages that are one plain table."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Attribution, Snapshot
from onrecord.views.brief.words import date_words, offices_told, outlet_words
from onrecord.views.web.pages import name_of

Cell = tuple[str, str | None]
"""Text and where it leads."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plain(*texts: str) -> tuple[Cell, ...]:
    """Cells that lead nowhere."""
    return tuple((text, None) for text in texts)


def reports_table(snapshot: Snapshot) -> Table:
    """All reports with their days."""
    rows = []
    for report in snapshot.reports:
        date = snapshot.date_of(report.id)
        coverage = snapshot.coverage.get(report.id)
        read = f"{coverage.used} of {coverage.sentences}" if coverage else ""
        outlet = outlet_words(report) if report.outlet else "not named"
        day = date_words(date.published if date else None)
        known = date.basis if date else ""
        rows.append(((report.name, f"/reports/{report.id}"), *plain(outlet, day, known, report.genre.replace("_", " "), report.language, read)))
    return Table(("Report", "Outlet", "Published", "Known from", "Genre", "Language", "Sentences used"), tuple(rows))


def entities_table(snapshot: Snapshot) -> Table:
    """Who is who, the most mentioned first."""
    rows = []
    for entity in sorted(snapshot.derived.entities, key=lambda e: (-len(e.mentions), e.name)):
        also = ", ".join(n for n in entity.names if n != entity.name)
        cells = plain(entity.kind, entity.side or "", "; ".join(offices_told(entity)), also, str(len(entity.mentions)))
        rows.append(((entity.name, f"/search?q={entity.name}"), *cells))
    return Table(("Name", "Kind", "Side", "Office", "Also", "Mentions"), tuple(rows))


def sources_table(snapshot: Snapshot) -> Table:
    """Edges of the origin graph, then who is quoted how often by which report."""
    rows: list[tuple[Cell, ...]] = []
    for link in snapshot.derived.origin_links:
        cells = plain(link.kind, name_of(snapshot, link.other), f"{link.score:.2f}", "; ".join(link.reasons))
        rows.append(((name_of(snapshot, link.report), f"/reports/{link.report}"), *cells))
    counts: dict[tuple[str, str, str], int] = {}
    for statement in snapshot.statements.values():
        if isinstance(statement.item, Attribution):
            key = (statement.report, statement.item.resolved, statement.item.source_class)
            counts[key] = counts.get(key, 0) + 1
    for (report, who, kind), count in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
        lead = ((name_of(snapshot, report), f"/reports/{report}"), *plain("attributes to"), (who, f"/search?q={who}"))
        rows.append((*lead, *plain(str(count), kind.replace("_", " "))))
    return Table(("Report", "How", "Source", "Score or count", "Reasons or class"), tuple(rows))
