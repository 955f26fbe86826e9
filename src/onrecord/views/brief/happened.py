"""What happened, and what is new."""

from __future__ import annotations

import datetime as dt

from onrecord.types import Event, Snapshot
from onrecord.views.brief.page import Line, Section
from onrecord.views.brief.talks import event_line, start

TOLD = ("happened", "ongoing")
MOST_EVENTS = 26
LEAST_SALIENCE = 0.3


def newest_first(event: Event) -> tuple[bool, int, float]:
    """Dated events from the newest to the oldest, then the undated by weight."""
    day = start(event)
    return (event.date is None, -day.toordinal(), -event.salience)


def happened_section(snapshot: Snapshot) -> Section:
    """A line an event, newest first; those of little weight are counted, not shown."""
    events = [e for e in snapshot.derived.events if e.factuality in TOLD]
    weighty = sorted((e for e in events if e.salience >= LEAST_SALIENCE), key=lambda e: (-e.salience, e.id))[:MOST_EVENTS]
    lines = tuple(event_line(snapshot, e) for e in sorted(weighty, key=newest_first))
    return Section("happened", "What happened", lines, more=len(events) - len(lines), note="" if lines else "No event was read.")


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
