"""Who copies or cites whom, who is quoted how often by whom, and which unnamed sources there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from onrecord.types import Attribution, Entity, OriginLink, Snapshot
from onrecord.views.brief.page import short_name
from onrecord.views.brief.words import UNNAMED, number_words, plural
from onrecord.views.web.asked import Asked
from onrecord.views.web.lanes import wrapped
from onrecord.views.web.pages.names import name_of
from onrecord.views.web.pages.table import Cell, Table, paged, plain
from onrecord.views.writing.marks import number

MOST_EDGES, MOST_OUTLETS, MOST_LINKS = 24, 3, 200
ROW, TAKER, GIVER, WIDE = 26, 250, 640, 900
LETTER = 7
"""Pixels that a letter of a name takes, at most on average."""


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The graph of texts, then tables."""

    graph: str
    flows: Table
    """Outlet from outlet, by how."""
    links: Table
    """Report from report, with the reasons."""
    quoted: Table
    unnamed: Table


def outlet_of(snapshot: Snapshot, identity: str) -> str:
    """The outlet of a report, or the name of what is not in the record."""
    report = snapshot.by_id.get(identity)
    return (report.outlet or short_name(snapshot, report)) if report else name_of(snapshot, identity)


def flows(snapshot: Snapshot) -> Counter[tuple[str, str, str]]:
    """How often (taker, how, giver) took over a text."""
    return Counter((outlet_of(snapshot, o.report), o.kind, outlet_of(snapshot, o.other)) for o in snapshot.derived.origin_links)


def flow_table(snapshot: Snapshot) -> Table:
    """The same as a table."""
    rows = tuple(plain(taker, how.replace("_", " "), giver, number_words(n)) for (taker, how, giver), n in flows(snapshot).most_common(MOST_LINKS))
    return Table(("Outlet", "How", "From whom", "Texts"), rows)


def graph(snapshot: Snapshot) -> str:
    """Takers at the left, those they take from at the right, a line as thick as there are texts; empty where nobody took anything over."""
    edges = pairs(snapshot).most_common(MOST_EDGES)
    if not edges:
        return ""
    takers, givers = list(dict.fromkeys(t for (t, _), _ in edges)), list(dict.fromkeys(g for (_, g), _ in edges))
    most, left = edges[0][1], min(TAKER, LETTER * max(map(len, takers)) + 8)
    right = left + GIVER - TAKER
    lines = []
    for (taker, giver), n in edges:
        y, z = (takers.index(taker) + 0.7) * ROW, (givers.index(giver) + 0.7) * ROW
        told = f"{taker} took over {plural(n, 'text')} of {giver}"
        middle = (left + right) / 2
        lines.append(
            f'<path class="flow" d="M{right} {z:.0f}C{middle:.0f} {z:.0f} {middle:.0f} {y:.0f} {left} {y:.0f}" stroke-width="{1 + 6 * n / most:.1f}">'
            f"<title>{escape(told)}</title></path>"
        )
    lines += [f'<text class="lane" x="{left - 8}" y="{(n + 0.7) * ROW + 4:.0f}" text-anchor="end">{escape(t)}</text>' for n, t in enumerate(takers)]
    lines += [f'<text class="lane" x="{right + 8}" y="{(n + 0.7) * ROW + 4:.0f}">{escape(g)}</text>' for n, g in enumerate(givers)]
    return wrapped("".join(lines), max(len(takers), len(givers)) * ROW + 12, "density")


def pairs(snapshot: Snapshot) -> Counter[tuple[str, str]]:
    """How many texts each outlet took over from each other, however it did."""
    counts: Counter[tuple[str, str]] = Counter()
    for (taker, _, giver), n in flows(snapshot).items():
        if taker != giver:
            counts[taker, giver] += n
    return counts


def link_table(snapshot: Snapshot) -> Table:
    """Every link of one text to another."""
    return Table(("Report", "How", "From", "Alike", "Reasons"), tuple(link_row(snapshot, o) for o in snapshot.derived.origin_links))


def link_row(snapshot: Snapshot, link: OriginLink) -> tuple[Cell, ...]:
    """One link."""
    other: Cell = (name_of(snapshot, link.other), f"/reports/{link.other}" if link.other in snapshot.by_id else None)
    lead: tuple[Cell, ...] = ((name_of(snapshot, link.report), f"/reports/{link.report}"), (link.kind.replace("_", " "), None), other)
    return (*lead, *plain(number(link.score, 2), "; ".join(link.reasons)))


def attributions(snapshot: Snapshot) -> Iterator[tuple[Attribution, str]]:
    """Every attribution with the outlet that makes it."""
    for statement in snapshot.statements.values():
        if isinstance(statement.item, Attribution):
            yield statement.item, outlet_of(snapshot, statement.report)


def quoted_table(snapshot: Snapshot) -> Table:
    """Who is quoted, how often, by whom."""
    known, by = entities_by_name(snapshot), defaultdict[Source, Counter[str]](Counter)
    forms: defaultdict[Source, Counter[str]] = defaultdict(Counter)
    for item, outlet in attributions(snapshot):
        name, entity = item.resolved or item.source, None if item.source_class in UNNAMED else known.get(item.resolved or item.source)
        source = Source(entity.name if entity else name.casefold(), str(item.source_class), (entity.side if entity else None) or item.affiliation or "", entity)
        forms[source][entity.name if entity else name] += 1
        by[source][outlet] += 1
    rows = []
    for source, outlets in sorted(by.items(), key=lambda kv: (-kv[1].total(), kv[0].name, kv[0].kind, kv[0].side)):
        told = ", ".join(f"{name} {n}" for name, n in outlets.most_common(MOST_OUTLETS))
        more, name = len(outlets) - MOST_OUTLETS, forms[source].most_common(1)[0][0]
        cells = plain(source.kind.replace("_", " "), source.side, number_words(outlets.total()), told + (f" and {more} more" if more > 0 else ""))
        rows.append(((name, f"/entities/{source.entity.id}" if source.entity else search_address(name)), *cells))
    return Table(("Source", "Class", "Side", "Times", "By which outlets"), tuple(rows))


@dataclass(frozen=True)
class Source:
    """Whom the table counts as one: an entity of the record, else one wording whatever its capitals."""

    name: str
    kind: str
    side: str
    entity: Entity | None = field(compare=False)


def entities_by_name(snapshot: Snapshot) -> dict[str, Entity]:
    """The entities by each of their names; a name that two of them have leads to none."""
    found: dict[str, Entity | None] = {}
    for entity in snapshot.derived.entities:
        for name in dict.fromkeys((entity.name, *entity.names)):
            found[name] = None if name in found else entity
    return {name: entity for name, entity in found.items() if entity is not None}


def search_address(name: str) -> str:
    """Where everything stands that somebody is given as the source of."""
    words = 'by:"' + name.replace('"', " ") + '"'
    return f"/search?{urlencode({'q': words})}"


def unnamed_table(snapshot: Snapshot) -> Table:
    """Unnamed sources by class, side and closeness: never added up to one, never taken for different ones."""
    counts: Counter[tuple[str, str, str]] = Counter()
    outlets: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for item, outlet in attributions(snapshot):
        if item.source_class in UNNAMED:
            key = (item.source_class.replace("_", " "), item.affiliation or "no side told", item.access or "closeness not told")
            counts[key] += 1
            outlets[key].add(outlet)
    rows = tuple(plain(*key, number_words(n), number_words(len(outlets[key]))) for key, n in counts.most_common())
    return Table(("Class", "Side", "Closeness", "Times", "Outlets"), rows)


def make(asked: Asked) -> SourcesPage:
    """The sources of the record; the longest tables a part at a time."""
    return SourcesPage(
        asked.once(graph), asked.once(flow_table), paged(asked.once(link_table), asked, "links"), paged(asked.once(quoted_table), asked, "sources"),
        asked.once(unnamed_table),
    )
