"""Who copies or cites whom, and who is quoted how often."""

from __future__ import annotations

from onrecord.types import Attribution, Snapshot
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.names import name_of
from onrecord.views.web.pages.table import Cell, Table, paged, plain


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


def make(asked: Asked) -> Table:
    """The sources of the record."""
    return paged(asked.once(sources_table), asked, "rows")
