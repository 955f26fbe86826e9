"""Events newest first, drawn by day and lane, narrowed by what the URL asks."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Event, Snapshot
from onrecord.views.brief.page import Section
from onrecord.views.brief.talks import event_line, start
from onrecord.views.web.asked import Asked
from onrecord.views.web.charts import timeline_chart


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


def timeline(snapshot: Snapshot, filters: Filters) -> Timeline:
    """The timeline page."""
    events = snapshot.derived.events
    kept = sorted((e for e in events if filters.keeps(snapshot, e)), key=lambda e: (e.date is None, -start(e).toordinal(), -e.salience))
    months: dict[str, list[Event]] = {}
    for event in kept:
        months.setdefault(f"{start(event):%B %Y}" if event.date else "Date not known", []).append(event)
    return Timeline(
        months=tuple((name, Section(name, name, tuple(event_line(snapshot, e) for e in found))) for name, found in months.items()),
        chart=timeline_chart(tuple(kept)), shown=len(kept), total=len(events),
        types=tuple(sorted({e.type for e in events})), outlets=tuple(sorted({r.outlet for r in snapshot.reports if r.outlet})),
        factualities=tuple(sorted({e.factuality for e in events})), filters=filters,
    )


def make(asked: Asked) -> Timeline:
    """The timeline within the filters that the URL gives."""
    return timeline(asked.snapshot, Filters(**{k: asked.value(k) for k in Filters.__slots__}))
