"""Who is who."""

from __future__ import annotations

from onrecord.types import Snapshot
from onrecord.views.brief.words import number_words, offices_told
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.table import Table, paged, plain


def entities_table(snapshot: Snapshot) -> Table:
    """Who is who, the most mentioned first."""
    rows = []
    for entity in sorted(snapshot.derived.entities, key=lambda e: (-len(e.mentions), e.name)):
        also = ", ".join(n for n in entity.names if n != entity.name)
        cells = plain(entity.kind, entity.side or "", "; ".join(offices_told(entity)), also, number_words(len(entity.mentions)))
        rows.append(((entity.name, f"/entities/{entity.id}"), *cells))
    return Table(("Name", "Kind", "Side", "Office", "Also", "Mentions"), tuple(rows))


def make(asked: Asked) -> Table:
    """The persons, bodies and places of the record."""
    return paged(asked.once(entities_table), asked, "names")
