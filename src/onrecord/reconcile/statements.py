"""Readings → statements: one row a thing said, with calendar days and the chain of who says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from onrecord.types import Attribution, Item, Layer, Link, Reading, ReportDate, Resolved, Span, Statement, When

LAYERS: tuple[Layer, ...] = ("attributions", "figures", "events", "positions", "commitments", "proposals", "status")
KEYS = {
    "figures": "measure", "events": "type", "positions": "stance", "commitments": "account", "proposals": "role", "status": "status", "attributions": "kind",
}
"""The field of each layer that tells apart two items at the same words."""


def statement_id(report: str, layer: Layer, item: Item) -> str:
    """24 hex digits of a hash over report, layer, span and the item's key; no date goes into it."""
    parts = (report, layer, str(item.span.start), str(item.span.end), str(getattr(item, KEYS[layer])), str(second_span(item)))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def second_span(item: Item) -> Span | None:
    """The place inside an item that tells it from a sibling at the same words: cue or trigger."""
    if isinstance(item, Attribution):
        return item.cue_spans[0] if item.cue_spans else None
    return getattr(item, "trigger_span", None)


def statements_of(reading: Reading, date: ReportDate, resolved: Resolved) -> Iterator[Statement]:
    """Every statement of one reading."""
    text = reading.report.text
    by_id = {a.id: a for a in reading.attributions}
    ids = {a.id: statement_id(reading.report.id, "attributions", a) for a in reading.attributions}
    for layer in LAYERS:
        for item in getattr(reading, layer):
            block = reading.report.block_at(item.span.start)
            kind = block.kind if block else None
            when = date_field(item)
            days = resolved.when(when)
            known = by_id.get(item.id) is item
            yield Statement(
                id=ids[item.id] if known else statement_id(reading.report.id, layer, item), report=reading.report.id, layer=layer, local=item.id, item=item,
                span=item.span, quote=item.span.of(text), date=days, published=date.published,
                chain=chain(holder_id(item), by_id, ids), date_reason=when.reason if when else "",
                in_opinion=reading.report.genre == "opinion", in_caption=kind == "caption", in_title=kind in ("title", "standfirst"),
            )


def holder_id(item: Item) -> str | None:
    """The local id of the attribution that an item stands in; an attribution's own parent."""
    return item.inside if isinstance(item, Attribution) else item.by


def date_field(item: Item) -> When | None:
    """The item's own time: as-of, date or deadline, whichever its layer has."""
    for name in ("date", "as_of", "deadline"):
        when: When | None = getattr(item, name, None)
        if when is not None:
            return when
    return None


def chain(innermost: str | None, by_id: Mapping[str, Attribution], ids: Mapping[str, str]) -> tuple[Link, ...]:
    """The attributions around a statement, outermost first; a loop is cut where it closes. *ids* are the statements of the attributions."""
    links: list[Link] = []
    seen: set[str] = set()
    at = innermost
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        a = by_id[at]
        links.append(
            Link(
                attribution=ids[at], source=a.source, resolved=a.resolved, source_class=a.source_class,
                side=a.affiliation, cue=a.cue, cue_class=a.cue_class, access=a.access, audience=a.audience, number=a.number,
            )
        )
        at = a.inside
    return tuple(reversed(links))

