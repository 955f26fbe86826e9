"""What happened, and what is new."""

from __future__ import annotations

import datetime as dt

from onrecord.types import Event, EventMention, Snapshot
from onrecord.views.brief.page import Line, Section
from onrecord.views.brief.support import borne_out, sums
from onrecord.views.brief.talks import event_line, start

TOLD = ("happened", "ongoing")
MOST_EVENTS = 28
LEAST_SALIENCE = 0.3
PRESSING = ("warn", "threaten", "demand")
NEAR = 120
"""Characters between the beginnings of a warning and of the ultimatum that it carries."""


def newest_first(event: Event) -> tuple[bool, int, float]:
    """Dated events from the newest to the oldest, then the undated by weight."""
    day = start(event)
    return (event.date is None, -day.toordinal(), -event.salience)


def happened_section(snapshot: Snapshot) -> Section:
    """A line an event, newest first; those of little weight are counted, not shown."""
    told = [e for e in snapshot.derived.events if e.factuality in TOLD]
    summed = sums(snapshot)
    events = [e for e in told if borne_out(snapshot, e) and e.id not in summed]
    pressing = ultimatums(snapshot)
    first = [e for e in events if any(s in pressing for s in e.statements)]
    rest = sorted((e for e in events if e.salience >= LEAST_SALIENCE and e not in first), key=lambda e: (-e.salience, e.id))
    lines = tuple(event_line(snapshot, e, brief=True) for e in sorted([*first, *rest[: MOST_EVENTS - len(first)]], key=newest_first))
    return Section("happened", "What happened", lines, more=len(told) - len(lines), note="" if lines else "No event was read.")


def ultimatums(snapshot: Snapshot) -> frozenset[str]:
    """Statements of warnings and threats beside which a mediator's ultimatum stands: few, and never to be left out."""
    spans = {
        (s.report, s.span) for line in snapshot.derived.positions if line.role == "mediator_ultimatum"
        for point in line.points if (s := snapshot.statements.get(point.statement))
    }
    near = [s for s in snapshot.statements.values() if isinstance(s.item, EventMention) and s.item.type in PRESSING]
    return frozenset(s.id for s in near if any(s.report == report and abs(s.span.start - span.start) <= NEAR for report, span in spans))


def new_section(snapshot: Snapshot, since: dt.date) -> Section:
    """What reports published after *since* say: their events, figures and positions."""
    fresh = {d.report for d in snapshot.derived.dates if d.published and d.published.last and d.published.last > since}
    lines: list[Line] = []
    for event in sorted(snapshot.derived.events, key=newest_first):
        reports = {snapshot.statements[s].report for s in event.statements if s in snapshot.statements}
        if event.salience >= LEAST_SALIENCE and reports & fresh:
            line = event_line(snapshot, event)
            known = bool(reports - fresh)
            lines.append(Line(line.text, line.date, ("told again" if known else "new", *line.marks), line.cites, line.link))
    lines.sort(key=lambda line: line.marks[0] != "new")
    return Section("new", f"New since {since}", tuple(lines[:MOST_EVENTS]), more=max(0, len(lines) - MOST_EVENTS), note="" if lines else "Nothing.")
