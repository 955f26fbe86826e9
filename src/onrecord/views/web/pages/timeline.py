"""Events newest first, drawn by day and lane, narrowed by what the URL asks; days without a report stand as gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.types import Event, Interval, Snapshot
from onrecord.views.brief.talks import start
from onrecord.views.brief.words import plural
from onrecord.views.web.asked import Asked
from onrecord.views.web.lanes import LANES, MOST_DRAWN, density_svg, ends, lane_of, lanes_svg, span_of
from onrecord.views.web.pages.entries import Entry, entry, gap_entry
from onrecord.views.web.paging import Pager, Part
from onrecord.views.web.scope import day_of
from onrecord.views.writing.marks import month

PER = 120
ONE_PAGE = Pager(1, 1, 0)
SHORTEST_GAP = 2
"""Days without a report from which on a gap stands in the list."""
TAKES = (
    ("party", "Part of the name of somebody in the event."), ("place", "Part of the name of the place."), ("type", "Type of event."),
    ("lane", "talks, implementation, force or public."), ("outlet", "Name of an outlet that tells of it."), ("factuality", "How it is told."),
    ("origins", "At least so many surely distinct origins."), ("from", "First day."), ("to", "Last day."),
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the timeline is narrowed to; empty fields narrow nothing."""

    party: str = ""
    """Part of the name of somebody who acts, is acted on or stands between."""
    type: str = ""
    outlet: str = ""
    factuality: str = ""
    place: str = ""
    lane: str = ""
    origins: int = 0
    """At least so many surely distinct origins."""
    first: dt.date | None = None
    last: dt.date | None = None

    def keeps(self, snapshot: Snapshot, event: Event) -> bool:
        """Whether the event passes every filter that is set."""
        people = " ".join((*event.actors, *event.targets, *event.through)).lower()
        return (
            self.party.lower() in people and self.type in ("", event.type) and self.factuality in ("", event.factuality)
            and self.lane in ("", lane_of(event)) and self.place.lower() in (event.place or "").lower() and event.origins.least >= self.origins
            and (not self.outlet or self.outlet in outlets_of(snapshot, event)) and self.in_days(event)
        )

    def in_days(self, event: Event) -> bool:
        """Whether the event may lie between the two days; one without a day never does."""
        if self.first is None and self.last is None:
            return True
        days = ends(event.date) if event.date else None
        return days is not None and Interval(*days).overlaps(Interval(self.first, self.last))


NARROWED_BY_NOTHING = Filters()


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    types: tuple[str, ...]
    outlets: tuple[str, ...]
    factualities: tuple[str, ...]
    lanes: tuple[str, ...] = tuple(LANES)


@dataclass(frozen=True, slots=True)
class Month:
    """The entries under one heading."""

    key: str
    lines: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events newest first, months as headings."""

    months: tuple[tuple[str, Month], ...]
    density: str | None
    chart: str | None
    shown: int
    total: int
    choices: Choices
    filters: Filters = NARROWED_BY_NOTHING
    pager: Pager = ONE_PAGE


def outlets_of(snapshot: Snapshot, event: Event) -> set[str]:
    """The outlets that tell of an event."""
    return {snapshot.report(s.report).outlet or "" for i in event.statements if (s := snapshot.statements.get(i))}


def newest_first(snapshot: Snapshot) -> tuple[Event, ...]:
    """All events, the undated last."""
    return tuple(sorted(snapshot.derived.events, key=lambda e: (e.date is None, -start(e).toordinal(), -e.salience, e.id)))


def choices(snapshot: Snapshot) -> Choices:
    """Types, outlets and factualities of the record."""
    events = snapshot.derived.events
    outlets = {r.outlet for r in snapshot.reports if r.outlet}
    return Choices(tuple(sorted({e.type for e in events})), tuple(sorted(outlets)), tuple(sorted({e.factuality for e in events})))


def gaps(snapshot: Snapshot) -> tuple[Interval, ...]:
    """Stretches of days on which no report of the record was published, as far as their days are known, oldest first."""
    days = sorted((p.first, p.last) for d in snapshot.derived.dates if (p := d.published) and p.first and p.last)
    found: list[Interval] = []
    reach: dt.date | None = None
    for first, last in days:
        if reach is not None and (first - reach).days > SHORTEST_GAP:
            found.append(Interval(reach + dt.timedelta(days=1), first - dt.timedelta(days=1)))
        reach = last if reach is None else max(reach, last)
    return tuple(found)


def timeline(snapshot: Snapshot, filters: Filters = NARROWED_BY_NOTHING) -> Timeline:
    """The whole timeline, on one page."""
    kept = tuple(e for e in newest_first(snapshot) if filters.keeps(snapshot, e))
    return drawn(snapshot, Part(kept, Pager(1, 1, len(kept), "events")), filters, Drawing(kept, choices(snapshot), gaps(snapshot)))


@dataclass(frozen=True, slots=True)
class Drawing:
    """All events that pass the filters, and what stands around them."""

    events: tuple[Event, ...]
    choices: Choices
    gaps: tuple[Interval, ...]


def drawn(snapshot: Snapshot, part: Part[Event], filters: Filters, around: Drawing) -> Timeline:
    """Some events, month by month, with gaps between them; the pictures are of all that pass the filters."""
    days = span_of(around.events)
    address = "/timeline?" + "".join(f"{urlencode({k: v})}&amp;" for k, v in kept_values(filters).items())
    many = days is not None and len(around.events) > MOST_DRAWN
    return Timeline(
        months=months(snapshot, part.rows, around.gaps if filters == NARROWED_BY_NOTHING else ()),
        density=density_svg(around.events, days, around.gaps, address) if days is not None and len(around.events) > PER // 4 else None,
        chart=lanes_svg(part.rows if many else around.events, span_of(part.rows) or days if many else days, around.gaps) if days is not None else None,
        shown=part.pager.total, total=len(snapshot.derived.events), choices=around.choices, filters=filters, pager=part.pager,
    )


def kept_values(filters: Filters) -> dict[str, str]:
    """The filters but the days, as they stand in the URL."""
    return {k: str(v) for k in Filters.__slots__ if k not in ("first", "last") and (v := getattr(filters, k))}


def months(snapshot: Snapshot, events: Sequence[Event], without: Sequence[Interval]) -> tuple[tuple[str, Month], ...]:
    """Entries under the month in which they began; a gap stands where it ends."""
    found: dict[dt.date | None, list[Entry]] = {}
    waiting = [g for g in without if g.last and events and events[0].date and g.last <= start(events[0])]
    for event in events:
        while waiting and (event.date is None or (waiting[-1].last or dt.date.min) >= start(event)):
            gap = waiting.pop()
            assert gap.first is not None and gap.last is not None
            found.setdefault(gap.last.replace(day=1), []).append(gap_entry(gap, plural((gap.last - gap.first).days + 1, "day")))
        found.setdefault(start(event).replace(day=1) if event.date else None, []).append(entry(snapshot, event))
    return tuple(headed(first, tuple(entries)) for first, entries in found.items())


def headed(first: dt.date | None, entries: tuple[Entry, ...]) -> tuple[str, Month]:
    """The entries of a month, which its first day names; those without a day where there is none."""
    if first is None:
        return "Date not known", Month("date-not-known", entries)
    return month(first), Month(f"{first:%B-%Y}".lower(), entries)


def make(asked: Asked) -> Timeline:
    """The timeline within the filters that the URL gives."""
    number = asked.value("origins")
    filters = Filters(
        **{k: asked.value(k) for k in ("party", "type", "outlet", "factuality", "place", "lane")}, origins=int(number) if number.isdecimal() else 0,
        first=day_of(asked.values, "from"), last=day_of(asked.values, "to"),
    )
    events = asked.once(newest_first)
    kept = events if filters == NARROWED_BY_NOTHING else tuple(e for e in events if filters.keeps(asked.snapshot, e))
    around = Drawing(kept, asked.once(choices), asked.once(gaps))
    return drawn(asked.snapshot, asked.part(kept, per=PER, what="events"), filters, around)
