"""Events newest first, drawn by day and lane, narrowed by what the URL asks."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Event, Snapshot
from onrecord.views.brief.page import Section
from onrecord.views.brief.talks import event_line, start
from onrecord.views.web.asked import Asked
from onrecord.views.web.charts import timeline_chart
from onrecord.views.web.paging import Pager, Part

PER = 120
ONE_PAGE = Pager(1, 1, 0)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the timeline is narrowed to; empty fields narrow nothing."""

    party: str = ""
    type: str = ""
    outlet: str = ""
    factuality: str = ""
    place: str = ""

    def keeps(self, snapshot: Snapshot, event: Event) -> bool:
        """Whether the event passes every filter that is set."""
        people = " ".join((*event.actors, *event.targets, *event.through)).lower()
        outlets = {snapshot.report(s.report).outlet or "" for i in event.statements if (s := snapshot.statements.get(i))}
        return (
            self.party.lower() in people and self.type in ("", event.type) and self.factuality in ("", event.factuality)
            and self.outlet in ("", *outlets) and self.place.lower() in (event.place or "").lower()
        )


NARROWED_BY_NOTHING = Filters()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events newest first, months as headings."""

    months: tuple[tuple[str, Section], ...]
    chart: str | None
    shown: int
    total: int
    types: tuple[str, ...]
    outlets: tuple[str, ...]
    factualities: tuple[str, ...]
    filters: Filters = NARROWED_BY_NOTHING
    pager: Pager = ONE_PAGE


def newest_first(snapshot: Snapshot) -> tuple[Event, ...]:
    """All events, the undated last."""
    return tuple(sorted(snapshot.derived.events, key=lambda e: (e.date is None, -start(e).toordinal(), -e.salience)))


def timeline(snapshot: Snapshot, filters: Filters) -> Timeline:
    """The whole timeline."""
    kept = [e for e in newest_first(snapshot) if filters.keeps(snapshot, e)]
    return drawn(snapshot, Part(tuple(kept), Pager(1, 1, len(kept), "events")), filters, choices(snapshot))


def choices(snapshot: Snapshot) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Types, outlets and factualities to choose from."""
    events = snapshot.derived.events
    outlets = {r.outlet for r in snapshot.reports if r.outlet}
    return tuple(sorted({e.type for e in events})), tuple(sorted(outlets)), tuple(sorted({e.factuality for e in events}))


def drawn(snapshot: Snapshot, part: Part[Event], filters: Filters, choose: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> Timeline:
    """Some events, month by month."""
    months: dict[str, list[Event]] = {}
    for event in part.rows:
        months.setdefault(f"{start(event):%B %Y}" if event.date else "Date not known", []).append(event)
    return Timeline(
        months=tuple((name, Section(name, name, tuple(event_line(snapshot, e) for e in found))) for name, found in months.items()),
        chart=timeline_chart(part.rows), shown=part.pager.total, total=len(snapshot.derived.events),
        types=choose[0], outlets=choose[1], factualities=choose[2], filters=filters, pager=part.pager,
    )


def make(asked: Asked) -> Timeline:
    """The timeline within the filters that the URL gives."""
    filters = Filters(**{k: asked.value(k) for k in Filters.__slots__})
    events = asked.once(newest_first)
    kept = events if filters == NARROWED_BY_NOTHING else tuple(e for e in events if filters.keeps(asked.snapshot, e))
    return drawn(asked.snapshot, asked.part(kept, per=PER, what="events"), filters, asked.once(choices))
